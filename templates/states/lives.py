"""Lives: the states of an entity as a table of transitions over the item, and its tests.

Knows what the module looks like; must not know how states are compiled.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.compile.import_blocks import import_blocks, names_in
from generator.compile.life_machines import LifeMachine, compile_life
from generator.compile.lives import lives, misplaced
from generator.compile.state_names import state_names
from generator.compile.strategies import type_strategy
from generator.compile.types import ImportName, python_types
from generator.diagnostics import Diagnostic
from generator.emit.passes import System
from generator.ir import Model

from .parts import (
    EventView,
    TransitionView,
    event_names,
    hints_of,
    legal_events,
    payload_names,
    transition_views,
)


@dataclass(frozen=True, slots=True)
class LifeModule:
    """`states/<entity>_<state>.py`."""

    path: str
    origins: tuple[str, ...]
    doc: str
    imports: tuple[tuple[str, ...], ...]
    item: str
    enumeration: str
    field: str
    events: tuple[str, ...]
    transitions: tuple[TransitionView, ...]


@dataclass(frozen=True, slots=True)
class LifeTest:
    """`tests/states/test_<entity>_<state>.py`; states are the texts of literals."""

    path: str
    origins: tuple[str, ...]
    imports: tuple[tuple[str, ...], ...]
    label: str
    item: str
    enumeration: str
    field: str
    strategy: str
    initial: str
    events: tuple[EventView, ...]
    payloads: tuple[str, ...]
    transitions: tuple[TransitionView, ...]
    legal: tuple[tuple[str, tuple[str, ...]], ...]


def life_views(
    model: Model, system: System
) -> tuple[tuple[LifeModule | LifeTest, ...], tuple[Diagnostic, ...]]:
    """The modules of the lives of a system's entities and their tests."""
    views: list[LifeModule | LifeTest] = []
    found = [fault for status, fault in misplaced(model) if status in system]
    for life in lives(model):
        if life.status in system:
            compiled, faults = compile_life(model, life)
            found += faults
            if compiled is not None:
                views += [_module(model, system, compiled), _test(model, system, compiled)]
    return tuple(views), tuple(found)


def _place(model: Model, compiled: LifeMachine) -> tuple[str, tuple[str, ...]]:
    life = compiled.life
    at = state_names(model).of_life(life.status) or ""
    origins = (life.entity.qualified_name, life.exhibited.qualified_name)
    return at, origins


def _rows(compiled: LifeMachine) -> tuple[TransitionView, ...]:
    """The table with members of the enumeration as states."""
    literals = compiled.literals
    return tuple(
        replace(each, source=literals[each.source], target=literals[each.target])
        for each in transition_views(compiled.machine)
    )


def _types(compiled: LifeMachine, model: Model) -> set[ImportName]:
    types = python_types(model)
    found = set(types.of_type(compiled.life.entity).imports)
    found |= set(types.of_type(compiled.life.enumeration).imports)
    return found


def _module(model: Model, system: System, compiled: LifeMachine) -> LifeModule:
    at, origins = _place(model, compiled)
    rows = _rows(compiled)
    events = event_names(compiled.machine)
    found = _types(compiled, model)
    found |= _mentioned(compiled.machine.imports, [*_texts(rows), *events])
    found |= {
        ImportName("dataclasses", "dataclass"),
        ImportName("typing", "Any"),
    }
    if any(each.guard or each.changes for each in rows):
        found.add(ImportName("collections.abc", "Callable"))
    found |= {ImportName("typing", "TypeAlias")} if events else set()
    return LifeModule(
        path=f"{system.name}/states/{at}.py",
        origins=origins,
        doc=_doc(model, compiled),
        imports=import_blocks([], found, "states"),
        item=compiled.item,
        enumeration=compiled.enumeration,
        field=compiled.field,
        events=events,
        transitions=rows,
    )


def _doc(model: Model, compiled: LifeMachine) -> str:
    life = compiled.life
    definition = model.type_of(life.exhibited)
    said = life.exhibited.doc or (definition.doc if definition is not None else "")
    return said or f"What becomes of a {life.entity.name}: its {compiled.field}."


def _test(model: Model, system: System, compiled: LifeMachine) -> LifeTest:
    at, origins = _place(model, compiled)
    life, machine = compiled.life, compiled.machine
    types, rows = python_types(model), _rows(compiled)
    texts = {
        member: model.element(at).name or ""
        for at, member in types.literals(life.enumeration).items()
    }
    values = tuple(
        replace(each, source=texts[each.source], target=texts[each.target]) for each in rows
    )
    near = hints_of(model, life.exhibited)
    kinds = {each.event: each.event_type for each in machine.transitions if each.event}
    strategies = {name: type_strategy(model, kinds[name], near) for name in kinds}
    events = tuple(EventView(name, strategies[name].text) for name in event_names(machine))
    known = {*machine.imports, *(one for each in strategies.values() for one in each.imports)}
    found = _types(compiled, model)
    found |= _mentioned(known, [*_texts(rows), *(each.strategy for each in events)])
    return LifeTest(
        path=f"{system.name}/tests/states/test_{at}.py",
        origins=origins,
        imports=_test_imports(system, found, at, values),
        label=f"a {life.entity.name}",
        item=compiled.item,
        enumeration=compiled.enumeration,
        field=compiled.field,
        strategy=type_strategy(model, life.entity, near).text,
        initial=texts[compiled.literals[machine.initial]],
        events=events,
        payloads=payload_names(values),
        transitions=values,
        legal=legal_events(values),
    )


def _test_imports(
    system: System, found: set[ImportName], at: str, rows: tuple[TransitionView, ...]
) -> tuple[tuple[str, ...], ...]:
    found |= {
        ImportName("hypothesis", "Phase"),
        ImportName("hypothesis", "given"),
        ImportName("hypothesis", "settings"),
        ImportName("states", f"{at} as module", is_local=True),
        ImportName("tests.values", "instances", is_local=True),
    }
    if rows:
        found.add(ImportName("pydantic", "ValidationError"))
    if any(each.event for each in rows):
        found |= {
            ImportName("hypothesis", "strategies as st"),
            ImportName("hypothesis.stateful", "RuleBasedStateMachine"),
            ImportName("hypothesis.stateful", "initialize"),
            ImportName("hypothesis.stateful", "rule"),
            ImportName("typing", "Any"),
        }
    return import_blocks(["pytest"] if rows else [], found, system.name, is_absolute=True)


def _texts(rows: Iterable[TransitionView]) -> list[str]:
    return [text for each in rows for text in (each.guard, *each.changes)]


def _mentioned(known: Iterable[ImportName], texts: Iterable[str]) -> set[ImportName]:
    names = names_in(texts)
    return {each for each in known if each.name in names}
