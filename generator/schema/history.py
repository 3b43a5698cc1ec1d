"""The released schemas of a system, kept in its model.

A migration leads from what is in a database to what the model says now, so it depends on the past. Output
that depended on former output would not be reproducible; therefore the past is an input: each release of the
schema is recorded in the model, as a package annotated `@SchemaRelease` that holds the tables as JSON in a
textual representation. Generation stays a function of the model, the history travels with the model through
version control and archives, and another SysML tool reads it without trouble. `ssot db release` writes the
package; before the first release there is one revision that creates everything.

A revision's identifier is a digest of its schema and its predecessor: it changes when, and only when, what
the revision does to a database changes. Must not know templates, files or SQLAlchemy.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from generator.compile.constants import annotation_value
from generator.diagnostics import Diagnostic, Severity
from generator.ir import Element, Model, Package, TextualRepresentation
from generator.schema.steps import Step, steps_between
from generator.schema.tables import (
    Check,
    Column,
    ColumnKind,
    ForeignKey,
    Index,
    Schema,
    Table,
    Unique,
)

__all__ = [
    "RELEASE",
    "Release",
    "Revision",
    "from_json",
    "release_text",
    "releases",
    "revisions",
    "to_json",
]

RELEASE = "AgentSystems::Persistence::SchemaRelease"
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Release:
    """A recorded schema: its number (1, 2, …), its label for people, and the package that records it."""

    number: int
    label: str
    schema: Schema
    origin: str


@dataclass(frozen=True, slots=True)
class Revision:
    """One migration. `is_released` is false for the last one while the model is ahead of the last release."""

    identifier: str
    parent: str | None
    number: int
    label: str
    before: Schema
    schema: Schema
    is_released: bool
    origins: tuple[str, ...]

    @property
    def upgrade(self) -> tuple[Step, ...]:
        """The steps to this revision's schema."""
        return steps_between(self.before, self.schema)

    @property
    def downgrade(self) -> tuple[Step, ...]:
        """The steps back."""
        return steps_between(self.schema, self.before, backwards=True)


def releases(
    model: Model, within: Iterable[Element]
) -> tuple[tuple[Release, ...], tuple[Diagnostic, ...]]:
    """The releases recorded among some elements, by number, and what is wrong with them.

    Numbers count from 1 without gaps; reading stops at the first release that cannot be read.
    """
    found: dict[int, Release] = {}
    diagnostics: list[Diagnostic] = []
    for element in within:
        if not isinstance(element, Package) or not model.metadata(element, RELEASE):
            continue
        release = _read(model, element)
        if isinstance(release, str):
            diagnostics.append(_fault(element, release))
        elif release.number in found:
            diagnostics.append(_fault(element, f"release {release.number} is recorded twice"))
        else:
            found[release.number] = release
    ordered: list[Release] = []
    for number, release in sorted(found.items()):
        if number != len(ordered) + 1:
            element = model[release.origin]
            diagnostics.append(_fault(element, f"release {len(ordered) + 1} is missing"))
            break
        ordered.append(release)
    return tuple(ordered), tuple(diagnostics)


def _read(model: Model, package: Package) -> Release | str:
    number = annotation_value(model, package, RELEASE, "number")
    label = annotation_value(model, package, RELEASE, "label")
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        return "a schema release needs a number from 1 on"
    for each in model.owned(package, TextualRepresentation):
        if each.language.casefold() == "json":
            try:
                schema = from_json(each.body)
            except (ValueError, KeyError, TypeError) as fault:
                return f"the recorded schema cannot be read: {type(fault).__name__}: {fault}"
            label = label if isinstance(label, str) else f"release {number}"
            return Release(number, label, schema, package.qualified_name)
    return 'a schema release holds its tables in `rep language "json"`'


def _fault(element: Element, message: str) -> Diagnostic:
    return Diagnostic("schema-release", Severity.ERROR, message, element.span)


def revisions(released: Iterable[Release], current: Schema) -> tuple[Revision, ...]:
    """The migrations, oldest first: one per release that changed anything, then one for what is not yet released."""
    found: list[Revision] = []
    before, parent = Schema(), None
    for release in released:
        if steps_between(before, release.schema):
            identifier = _identifier(len(found) + 1, parent, before, release.schema)
            origins = (release.origin,)
            args = (identifier, parent, len(found) + 1, release.label, before, release.schema)
            found.append(Revision(*args, is_released=True, origins=origins))
            parent = identifier
        before = release.schema
    if steps_between(before, current):
        identifier = _identifier(len(found) + 1, parent, before, current)
        label = "initial" if parent is None else "unreleased"
        names = tuple(name for table in current.tables for name in table.origins)
        old = tuple(name for revision in found[-1:] for name in revision.origins)
        args = (identifier, parent, len(found) + 1, label, before, current)
        found.append(Revision(*args, is_released=False, origins=tuple(dict.fromkeys(names or old))))
    return tuple(found)


def _identifier(number: int, parent: str | None, before: Schema, after: Schema) -> str:
    text = "\n".join((str(_FORMAT), parent or "", to_json(before), to_json(after)))
    return f"{number:04d}_{hashlib.sha256(text.encode()).hexdigest()[:12]}"


# -- JSON -----------------------------------------------------------------------------------------


def to_json(schema: Schema) -> str:
    """The schema as canonical JSON: only what a database holds, and former names."""
    body = {"format": _FORMAT, "tables": [_table_json(t) for t in schema.tables]}
    return json.dumps(body, indent=1, ensure_ascii=True)


def _table_json(table: Table) -> dict[str, Any]:
    record: dict[str, Any] = {
        "name": table.name,
        "previous": table.previous,
        "key": list(table.key),
        "columns": [_column_json(column) for column in table.columns],
        "foreign_keys": [
            {
                "name": key.name,
                "columns": list(key.columns),
                "target": key.target,
                "target_columns": list(key.target_columns),
                "on_delete": key.on_delete,
            }
            for key in table.foreign_keys
        ],
        "uniques": [{"name": u.name, "columns": list(u.columns)} for u in table.uniques],
        "indexes": [{"name": i.name, "columns": list(i.columns)} for i in table.indexes],
        "checks": [
            {
                "name": check.name,
                "column": check.column,
                "operator": check.operator,
                "operands": list(check.operands),
            }
            for check in table.checks
        ],
    }
    return {name: value for name, value in record.items() if value not in (None, [])}


def _column_json(column: Column) -> dict[str, Any]:
    record: dict[str, Any] = {
        "name": column.name,
        "kind": column.kind.value,
        "length": column.length,
        "nullable": column.nullable or None,
        "default": column.default,
        "previous": column.previous,
    }
    return {name: value for name, value in record.items() if value is not None}


def from_json(text: str) -> Schema:
    """The schema in a JSON text made by `to_json`; ValueError, KeyError or TypeError if it is none."""
    body = json.loads(text)
    if body.get("format") != _FORMAT:
        raise ValueError(f"format {body.get('format')!r} is not known")
    return Schema(tables=tuple(_table(record) for record in body["tables"]))


def _table(record: dict[str, Any]) -> Table:
    return Table(
        name=str(record["name"]),
        previous=record.get("previous"),
        key=tuple(record["key"]),
        columns=tuple(
            Column(**{**each, "kind": ColumnKind(each["kind"])}) for each in record["columns"]
        ),
        foreign_keys=tuple(
            ForeignKey(
                **{
                    **each,
                    "columns": tuple(each["columns"]),
                    "target_columns": tuple(each["target_columns"]),
                }
            )
            for each in record.get("foreign_keys", ())
        ),
        uniques=tuple(Unique(**_tuples(each, "columns")) for each in record.get("uniques", ())),
        indexes=tuple(Index(**_tuples(each, "columns")) for each in record.get("indexes", ())),
        checks=tuple(Check(**_tuples(each, "operands")) for each in record.get("checks", ())),
    )


def _tuples(record: dict[str, Any], name: str) -> dict[str, Any]:
    return {**record, name: tuple(record[name])}


def release_text(
    system: str, number: int, label: str, schema: Schema, *, names_system: bool = False
) -> str:
    """The model text that records a release: one package, valid in any tool that knows the library.

    `names_system` says which system it belongs to, for a file that no folder ties to the others.
    """
    name = f"{system} schema {number:04d}".replace("\\", "\\\\").replace("'", "\\'")
    shown = " ".join(label.split()).replace("\\", "\\\\").replace('"', '\\"')
    tables = to_json(schema).replace("*/", "*\\/")
    lines = [
        f"package '{name}' {{",
        f"    doc /* The database schema of release {number}: migrations of later schemas begin here.",
        "         * Written by `ssot db release`. */",
        "    private import AgentSystems::*;",
        *([f'    @System {{ name = "{system}"; }}'] if names_system else []),
        f'    @SchemaRelease {{ number = {number}; label = "{shown}"; }}',
        '    rep tables language "json" /*',
        tables,
        "*/",
        "}",
    ]
    return "\n".join(lines) + "\n"
