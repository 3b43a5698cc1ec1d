"""Mirrors as plain values: the workflow that gives what a file holds, and the tables it is read from.

Knows compiled workflows and tables. Must not know how a file is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.compile.actions import MIRROR, StepKind, outputs
from generator.compile.constants import annotation_value
from generator.compile.types import python_types
from generator.compile.workflow_names import workflow_names
from generator.compile.workflows import compile_workflow
from generator.emit.passes import System
from generator.ir import Element, ElementId, Feature, Model, Type
from generator.schema.tables import Schema

__all__ = ["Mirror", "MirrorsModule", "MirrorsTest", "mirror_views", "mirrors_of"]


@dataclass(frozen=True, slots=True)
class Mirror:
    """A file, how values are written to it, the workflow that gives them, and the tables they depend on.

    With `fields` it is a file for each item: these attributes of the item, as Python calls them, stand in the path.
    """

    origin: str
    workflow: str
    path: str
    form: str
    tables: tuple[str, ...]
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MirrorsModule:
    """`persistence/mirrors.py`."""

    path: str
    origins: tuple[str, ...]
    mirrors: tuple[Mirror, ...]


@dataclass(frozen=True, slots=True)
class MirrorsTest:
    """`tests/persistence/test_mirrors.py`."""

    path: str
    origins: tuple[str, ...]
    system: str
    mirrors: tuple[Mirror, ...]


def mirrors_of(model: Model, system: System, schema: Schema) -> tuple[Mirror, ...]:
    """The mirrors of a system."""
    found = []
    for action in system.of_kind(Type):
        function = workflow_names(model).function(action)
        if function is None or not model.metadata(action, MIRROR):
            continue
        path = annotation_value(model, action, MIRROR, "path")
        form = annotation_value(model, action, MIRROR, "format")
        if isinstance(path, str):
            shown = form if isinstance(form, str) else "text"
            tables = _tables(model, action, schema)
            path, fields = _placed(model, action, path)
            found.append(Mirror(action.qualified_name, function, path, shown, tables, fields))
    return tuple(found)


def _placed(model: Model, action: Type, path: str) -> tuple[str, tuple[str, ...]]:
    """The path with the names of Python's in place of those of the model, and these names."""
    given = outputs(model, action)
    type_ = model.type_of(given[0].feature) if given else None
    types = python_types(model)
    fields = []
    for name in dict.fromkeys(re.findall(r"\{(\w+)\}", path)):
        member = model.member(type_, name) if type_ is not None else None
        if isinstance(member, Feature):
            fields.append(types.field_name(member))
            path = path.replace(f"{{{name}}}", f"{{{fields[-1]}}}")
    return path, tuple(fields)


def mirror_views(
    system: System, mirrors: tuple[Mirror, ...]
) -> Iterator[MirrorsModule | MirrorsTest]:
    """The module of the mirrors and its test; nothing without mirrors."""
    if mirrors:
        origins = tuple(each.origin for each in mirrors)
        folder = f"{system.name}/tests/persistence"
        yield MirrorsModule(f"{system.name}/persistence/mirrors.py", origins, mirrors)
        yield MirrorsTest(f"{folder}/test_mirrors.py", origins, system.name, mirrors)


def _tables(model: Model, action: Type, schema: Schema) -> tuple[str, ...]:
    """The tables of what a workflow reads, itself or by others, and of what their rows refer to."""
    by_entity = {each.entity: each.name for each in schema.tables if each.entity}
    found: set[str] = set()
    waiting = [
        by_entity[each.qualified_name]
        for each in _read(model, action, set())
        if each.qualified_name in by_entity
    ]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [each.target for each in schema.table(name).relations]
    return tuple(sorted(found))


def _read(model: Model, action: Type, seen: set[ElementId]) -> Iterator[Element]:
    if action.id in seen:
        return
    seen.add(action.id)
    workflow, _ = compile_workflow(model, action)
    for step in workflow.steps:
        if step.kind is StepKind.EXTENT:
            yield step.element
        elif step.kind is StepKind.WORKFLOW and isinstance(step.workflow, Type):
            yield from _read(model, step.workflow, seen)
