"""`ssot query`: elements of the model by what they are and how they are related."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from generator.diagnostics import has_errors, visible
from generator.surfaces.cli.console import Format, answer, guarded, paint, say
from generator.surfaces.cli.names import complete_elements
from generator.surfaces.cli.options import (
    FormOption,
    LibraryOption,
    ModelOption,
    ProjectOption,
    open_workspace,
)

if TYPE_CHECKING:
    from generator.ir import Element, Model
    from generator.workspace.query_language import Test

__all__ = ["query"]


def _owner(model: Model, element: Element) -> str:
    owner = model.owner(element)
    return "" if owner is None else owner.qualified_name


def _type(model: Model, element: Element) -> str:
    from generator.ir import Feature

    types = model.types(element) if isinstance(element, Feature) else ()
    return ", ".join(each.qualified_name for each in types)


_COLUMNS: dict[str, Callable[[Model, Element], object]] = {
    "kind": lambda model, each: each.kind,
    "name": lambda model, each: each.qualified_name,
    "short": lambda model, each: each.short_name or "",
    "type": _type,
    "owner": _owner,
    "role": lambda model, each: each.role.value,
    "file": lambda model, each: each.span.path,
    "line": lambda model, each: each.span.line,
    "location": lambda model, each: each.span.location(),
    "doc": lambda model, each: each.doc,
}
_TABLE = ("kind", "name", "location")
_RECORD = ("name", "kind", "file", "line")
_NUMBERS = ("line",)


@guarded
def query(
    expression: Annotated[
        str | None,
        typer.Argument(
            metavar="[QUERY]",
            help="What to look for, as in `PartUsage and typed(Hive::Scout)`.",
            autocompletion=complete_elements,
        ),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option("--kind", "-k", metavar="METACLASS", help="Only of this metaclass."),
    ] = None,
    specializes: Annotated[
        str | None,
        typer.Option(
            "--specializes",
            "-s",
            metavar="QNAME",
            help="Only what specialises this one.",
            autocompletion=complete_elements,
        ),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option("--name", "-n", metavar="PATTERN", help="Only qualified names that match."),
    ] = None,
    columns: Annotated[
        str | None,
        typer.Option("--columns", metavar="NAMES", help=f"Columns: {', '.join(_COLUMNS)}."),
    ] = None,
    count: Annotated[bool, typer.Option("--count", help="Only how many there are.")] = False,
    words: Annotated[
        bool, typer.Option("--words", help="List the fields, properties and relations.")
    ] = False,
    everything: Annotated[
        bool, typer.Option("--library-elements", help="Elements of the libraries too.")
    ] = False,
    model: ModelOption = None,
    form: FormOption = Format.text,
    library: LibraryOption = None,
    project: ProjectOption = None,
) -> None:
    """List elements of the model by what they are and how they are related. Exit code 1 when there is none.

    A query joins tests with `and`, `or`, `not` and parentheses. A test is a metaclass, a property, the name of
    an element, a comparison (= != ~ !~) or a relation to what another query finds.

    \b
    Examples:
      ssot query PartDefinition
      ssot query 'PartUsage and typed(Hive::Scout)'
      ssot query 'RequirementUsage and not satisfied'
      ssot query 'contains(PortUsage) and doc ~ "*safety*"' --columns name,doc
      ssot query 'Feature and in(Hive) and not (documented or role = parameter)' --count
      ssot query --words
    """
    if words:
        _list_words(form)
        return
    test = _test(expression, kind, specializes, name)
    chosen = _chosen(columns, form)
    workspace = open_workspace(model, project=project, library=library)
    resolved, diagnostics = workspace.check()
    from generator.workspace.query import ask

    found = ask(resolved, test, library=everything)
    found = tuple(each for each in found if each.name is not None or "@" not in each.qualified_name)
    if has_errors(diagnostics):
        say("the answer may be incomplete: the model has errors; see `ssot check`")
    if count:
        answer(json.dumps({"count": len(found)}) if form is Format.json else str(len(found)))
    elif form is Format.json:
        records = [
            {column: _COLUMNS[column](resolved, each) for column in chosen} for each in found
        ]
        answer(json.dumps({"elements": records}, indent=2))
    elif found:
        answer(_table(resolved, found, chosen))
    if not found:
        raise typer.Exit(1)


def _test(
    expression: str | None, kind: str | None, specializes: str | None, name: str | None
) -> Test:
    from generator.workspace.query import metaclass
    from generator.workspace.query_language import (
        And,
        Comparison,
        QueryFault,
        Relation,
        Word,
        parse_query,
    )

    tests: list[Test] = []
    if expression is not None:
        tests.append(parse_query(expression))
    if kind is not None:
        if metaclass(kind) is None:
            raise QueryFault(f"no element is a `{kind}`: that is no metaclass")
        tests.append(Word(kind, 0))
    if specializes is not None:
        tests.append(Relation("specializes", Word(specializes, 0), 0))
    if name is not None:
        tests.append(Comparison("qualified", "~", name, 0))
    return And(tuple(tests))


def _chosen(columns: str | None, form: Format) -> Sequence[str]:
    if columns is None:
        return _RECORD if form is Format.json else _TABLE
    chosen = [each.strip() for each in columns.split(",") if each.strip()]
    unknown = [each for each in chosen if each not in _COLUMNS]
    if unknown or not chosen:
        raise typer.BadParameter(
            f"there is no column `{', '.join(unknown)}`; there are {', '.join(_COLUMNS)}"
        )
    return chosen


def _table(model: Model, found: Sequence[Element], columns: Sequence[str]) -> str:
    rows = [
        [" ".join(visible(str(_COLUMNS[column](model, each))).split()) for column in columns]
        for each in found
    ]
    widths = [max(len(row[at]) for row in rows) for at in range(len(columns))]
    lines = [
        "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    if sys.stdout.isatty():
        limit = shutil.get_terminal_size().columns
        lines = [line if len(line) <= limit else line[: limit - 1] + "…" for line in lines]
        head = "  ".join(f"{name:<{width}}" for name, width in zip(columns, widths, strict=True))
        lines.insert(0, paint(head[:limit], "dim"))
    return "\n".join(lines)


def _list_words(form: Format) -> None:
    from generator.workspace.query import FIELDS, PROPERTIES, RELATIONS

    groups = (("fields", FIELDS), ("properties", PROPERTIES), ("relations", RELATIONS))
    if form is Format.json:
        answer(
            json.dumps(
                {
                    title: {word: entry[1] for word, entry in table.items()}
                    for title, table in groups
                },
                indent=2,
                ensure_ascii=False,
            )
        )
        return
    lines = []
    for title, table in groups:
        lines += [
            paint(title, "bold"),
            *(f"  {word:<12} {entry[1]}" for word, entry in table.items()),
        ]
    answer("\n".join(lines))
