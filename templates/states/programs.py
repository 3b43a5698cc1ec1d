"""State machines that are more than a table: a module that runs them on the support modules, and its tests.

Knows what the tests look like; must not know how states are lowered.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from generator.compile.program import compile_program
from generator.compile.program.machines_table import Row, regions_of, rows_of, states_of
from generator.compile.program.packaged_machines import packaged_machine
from generator.compile.state_names import state_names
from generator.compile.strategies import type_strategy
from generator.compile.types import python_types
from generator.diagnostics import Diagnostic
from generator.emit.names import field
from generator.emit.passes import System
from generator.ir import Feature, Model, Type

from .parts import hints_of

_SCALARS = frozenset({"bool", "int", "float", "str"})


@dataclass(frozen=True, slots=True)
class ProgramModule:
    """`states/<definition>.py`, with the text of a compiled program."""

    path: str
    origins: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class RowView:
    """A transition in the test; `event` says the class of the event it waits for, or is ""."""

    source: str
    target: str
    event: str
    is_guarded: bool


@dataclass(frozen=True, slots=True)
class ProgramTest:
    """`tests/states/test_<definition>.py`; `events` are classes and their strategies.

    `are_known` says whether there is a class for every event.
    """

    path: str
    origins: tuple[str, ...]
    system: str
    module: str
    label: str
    states: tuple[str, ...]
    regions: tuple[tuple[str, tuple[str, ...]], ...]
    rows: tuple[RowView, ...]
    events: tuple[tuple[str, str], ...]
    are_known: bool
    has_time: bool


def program_views(
    model: Model, system: System, definition: Type
) -> tuple[tuple[ProgramModule | ProgramTest, ...], tuple[Diagnostic, ...]]:
    """The module of a machine and its test."""
    program, found = compile_program(model, definition)
    named = state_names(model).of(definition)
    assert named is not None  # noqa: S101 - the caller asks for machines only
    label = definition.name or named[1]
    made = packaged_machine(program, definition.doc or f"The states of {label}.")
    origins = (definition.qualified_name,)
    module = ProgramModule(f"{system.name}/states/{named[0]}.py", origins, made.text)
    rows = rows_of(model, definition)
    classes = _classes(model, made.text, rows)
    test = ProgramTest(
        path=f"{system.name}/tests/states/test_{named[0]}.py",
        origins=origins,
        system=system.name,
        module=named[0],
        label=label,
        states=tuple(states_of(model, definition)),
        regions=tuple(regions_of(model, definition)),
        rows=tuple(
            RowView(
                each.source,
                each.target,
                classes.get(each.event.id, "") if each.event else "",
                each.is_guarded,
            )
            for each in rows
        ),
        events=tuple(_events(model, definition, rows, classes)),
        are_known=all(each.event.id in classes for each in rows if each.event is not None),
        has_time=any(each.waits in ("at", "after") for each in rows),
    )
    return (module, test), tuple(found)


def _classes(model: Model, text: str, rows: tuple[Row, ...]) -> dict[int, str]:
    """The class of each type of event, by id: one of the module with the machine, or one of Python's own."""
    declared = {
        line.value.value: each.name
        for each in ast.parse(text).body
        if isinstance(each, ast.ClassDef)
        for line in each.body
        if isinstance(line, ast.Assign)
        and ast.unparse(line.targets[0]) == "type_name"
        and isinstance(line.value, ast.Constant)
    }
    found: dict[int, str] = {}
    for event in (each.event for each in rows if each.event is not None):
        plain = python_types(model).of_type(event).text
        if event.qualified_name in declared:
            found[event.id] = f"module.{declared[event.qualified_name]}"
        elif plain in _SCALARS:
            found[event.id] = plain
    return found


def _events(
    model: Model, definition: Type, rows: tuple[Row, ...], classes: dict[int, str]
) -> Iterator[tuple[str, str]]:
    """The classes of events of which values can be made, and a strategy for each."""
    hints = hints_of(model, definition)
    types = {each.event.id: each.event for each in rows if each.event is not None}
    for type_ in types.values():
        class_ = classes.get(type_.id, "")
        if class_ in _SCALARS:
            yield class_, type_strategy(model, type_, hints).text
            continue
        features = [each for each in model.features(type_) if each.library is None]
        given = [_argument(model, each, hints) for each in features]
        if class_ and all(given):
            arguments = [f"{key}={strategy}" for key, strategy in filter(None, given)]
            yield class_, f"st.builds({', '.join((class_, *arguments))})"


def _argument(
    model: Model, feature: Feature, hints: tuple[int | float | str, ...]
) -> tuple[str, str] | None:
    type_ = model.type_of(feature)
    is_scalar = python_types(model).of_type(type_).text in _SCALARS
    if not is_scalar or feature.name is None or model.multiplicity(feature).is_many:
        return None
    return field(feature.name), type_strategy(model, type_, hints).text
