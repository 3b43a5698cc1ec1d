"""Files beside the database: where they are, how values are written to them, and the journals of a system.

Knows which items have a journal and whether a system touches files at all. Must not know workflows or tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.compile.constants import annotation_value
from generator.compile.types import python_types
from generator.compile.workflow_names import workflow_names
from generator.emit.names import Names, snake
from generator.emit.passes import PassContext, System
from generator.ir import ItemDefinition, Model, Type
from generator.schema.build import build_schema

__all__ = ["select"]

JOURNAL = "AgentSystems::Files::Journal"


@dataclass(frozen=True, slots=True)
class JournalView:
    """The journal of one item: the method that appends, the class, and where the lines go."""

    method: str
    item: str
    label: str
    path: str
    always: bool


@dataclass(frozen=True, slots=True)
class FilesModule:
    """`files.py`."""

    path: str
    origins: tuple[str, ...]
    system: str
    variable: str


@dataclass(frozen=True, slots=True)
class FilesTest:
    """`tests/test_files.py`."""

    path: str
    origins: tuple[str, ...]
    system: str
    variable: str


@dataclass(frozen=True, slots=True)
class JournalsModule:
    """`journals.py`."""

    path: str
    origins: tuple[str, ...]
    imports: tuple[str, ...]
    journals: tuple[JournalView, ...]


@dataclass(frozen=True, slots=True)
class JournalsTest:
    """`tests/test_journals.py`."""

    path: str
    origins: tuple[str, ...]
    system: str
    variable: str
    imports: tuple[str, ...]
    journals: tuple[JournalView, ...]


View = FilesModule | FilesTest | JournalsModule | JournalsTest


def select(model: Model, context: PassContext) -> Iterator[View]:
    """The files module of each system, and its journals if it has some."""
    for system in context.systems:
        origins = tuple(root.qualified_name for root in system.roots)
        variable = f"{system.name.upper()}_ROOT"
        schema, _ = build_schema(model, system.elements())
        items = [each for each in system.of_kind(ItemDefinition) if model.metadata(each, JOURNAL)]
        if not schema.tables and not items and not _has_workflows(model, system):
            continue
        yield FilesModule(f"{system.name}/files.py", origins, system.name, variable)
        yield FilesTest(f"{system.name}/tests/test_files.py", origins, system.name, variable)
        if items:
            yield from _journals(model, system, items, variable)


def _has_workflows(model: Model, system: System) -> bool:
    names = workflow_names(model)
    return any(names.function(each) is not None for each in system.of_kind(Type))


def _journals(
    model: Model, system: System, items: list[ItemDefinition], variable: str
) -> Iterator[View]:
    types, methods = python_types(model), Names()
    modules: dict[str, set[str]] = {}
    journals = []
    for item in items:
        class_, module = types.class_name(item), types.module(item)
        path = annotation_value(model, item, JOURNAL, "path")
        if class_ is None or module is None or not isinstance(path, str):
            continue
        modules.setdefault(module, set()).add(class_)
        method = methods.unique(f"append_{snake(item.name or 'item')}")
        always = annotation_value(model, item, JOURNAL, "always") is True
        journals.append(JournalView(method, class_, item.name or class_, path, always))
    names = {at: ", ".join(sorted(found)) for at, found in sorted(modules.items())}
    yield JournalsModule(
        path=f"{system.name}/journals.py",
        origins=tuple(each.qualified_name for each in items),
        imports=tuple(f"from .types.{at} import {found}" for at, found in names.items()),
        journals=tuple(journals),
    )
    yield JournalsTest(
        path=f"{system.name}/tests/test_journals.py",
        origins=tuple(each.qualified_name for each in items),
        system=system.name,
        variable=variable,
        imports=tuple(
            f"from {system.name}.types.{at} import {found}" for at, found in names.items()
        ),
        journals=tuple(journals),
    )
