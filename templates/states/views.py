"""States: each state definition becomes a machine with an enumeration of states and a table of transitions.

Knows what the module looks like; must not know how states are compiled.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.compile.import_blocks import import_blocks, names_in
from generator.compile.state_names import state_names
from generator.compile.states import StateMachine, compile_states
from generator.compile.strategies import strategy_of, type_strategy
from generator.compile.types import ImportName, python_types
from generator.emit.passes import PassContext, System
from generator.ir import Model, Type

from .lives import LifeModule, LifeTest, life_views
from .parts import (
    EventView,
    TransitionView,
    event_names,
    hints_of,
    legal_events,
    payload_names,
    transition_views,
)
from .programs import ProgramModule, ProgramTest, program_views


@dataclass(frozen=True, slots=True)
class StatesPackage:
    """`states/__init__.py`."""

    path: str
    origins: tuple[str, ...]
    doc: str


@dataclass(frozen=True, slots=True)
class TestsPackage:
    """`tests/states/__init__.py`."""

    path: str
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StateView:
    """A member of the enumeration of states."""

    member: str
    value: str
    doc: str


@dataclass(frozen=True, slots=True)
class FieldView:
    """An attribute of the machine; `strategy` are values to try."""

    name: str
    annotation: str
    default: str
    strategy: str


@dataclass(frozen=True, slots=True)
class StateModule:
    """`states/<definition>.py`."""

    path: str
    origins: tuple[str, ...]
    doc: str
    imports: tuple[tuple[str, ...], ...]
    label: str
    class_name: str
    class_doc: str
    state_class: str
    states: tuple[StateView, ...]
    initial: str
    fields: tuple[FieldView, ...]
    events: tuple[str, ...]
    transitions: tuple[TransitionView, ...]


@dataclass(frozen=True, slots=True)
class StateTest:
    """`tests/states/test_<definition>.py`."""

    path: str
    origins: tuple[str, ...]
    imports: tuple[tuple[str, ...], ...]
    label: str
    class_name: str
    state_class: str
    states: tuple[str, ...]
    initial: str
    fields: tuple[FieldView, ...]
    events: tuple[EventView, ...]
    payloads: tuple[str, ...]
    transitions: tuple[TransitionView, ...]
    legal: tuple[tuple[str, tuple[str, ...]], ...]


View = (
    StatesPackage
    | TestsPackage
    | StateModule
    | StateTest
    | LifeModule
    | LifeTest
    | ProgramModule
    | ProgramTest
)


def select(model: Model, context: PassContext) -> Iterator[View]:
    """The state machines of each system, the lives of its entities, and their tests."""
    names = state_names(model)
    for system in context.systems:
        machines = []
        programs: list[ProgramModule | ProgramTest] = []
        for definition in system.of_kind(Type):
            if names.of(definition) is not None:
                machine, found = compile_states(model, definition)
                if machine is not None and not found:
                    machines.append(machine)
                    continue
                views, found = program_views(model, system, definition)
                context.report(*found)
                programs += views
        lives, found = life_views(model, system)
        context.report(*found)
        if machines or lives or programs:
            origins = tuple(each.definition.qualified_name for each in machines)
            origins += tuple(dict.fromkeys(each.origins[0] for each in (*programs, *lives)))
            doc = f"State machines of {system.title}: one module for each state definition."
            yield StatesPackage(f"{system.name}/states/__init__.py", origins, doc)
            yield TestsPackage(f"{system.name}/tests/states/__init__.py", origins)
        for machine in machines:
            yield _module(model, system, machine)
            yield _test(model, system, machine)
        yield from programs
        yield from lives


def _module(model: Model, system: System, machine: StateMachine) -> StateModule:
    definition = machine.definition
    label = definition.name or machine.class_name
    transitions = tuple(transition_views(machine))
    fields = _fields(model, machine)
    events = event_names(machine)
    doc = definition.doc or f"The states of {label}."
    texts = [text for each in transitions for text in (each.guard, *each.changes)]
    texts += [f"{each.annotation} {each.default}" for each in fields]
    mentioned = names_in((*texts, *events))
    found = {each for each in machine.imports if each.bound in mentioned}
    found |= {
        ImportName("dataclasses", "dataclass"),
        ImportName("enum", "StrEnum"),
        ImportName("typing", "Any"),
    }
    if events:
        found.add(ImportName("typing", "TypeAlias"))
    if any(each.guard or each.changes for each in transitions):
        found.add(ImportName("collections.abc", "Callable"))
    if transitions:
        found.add(ImportName("dataclasses", "replace"))
    return StateModule(
        path=f"{system.name}/states/{machine.module}.py",
        origins=(definition.qualified_name,),
        doc=doc,
        imports=import_blocks([], found, "states"),
        label=label,
        class_name=machine.class_name,
        class_doc=doc,
        state_class=f"{machine.class_name}State",
        states=tuple(StateView(each.member, each.value, each.doc) for each in machine.states),
        initial=machine.initial,
        fields=fields,
        events=events,
        transitions=transitions,
    )


def _fields(model: Model, machine: StateMachine) -> tuple[FieldView, ...]:
    near = hints_of(model, machine.definition)
    return tuple(
        FieldView(
            each.name, each.annotation, each.default, strategy_of(model, each.feature, near).text
        )
        for each in machine.fields
    )


def _test(model: Model, system: System, machine: StateMachine) -> StateTest:
    values = {each.member: each.value for each in machine.states}
    transitions = tuple(
        replace(each, source=values[each.source], target=values[each.target])
        for each in transition_views(machine)
    )
    fields = _fields(model, machine)
    kinds = {each.event: each.event_type for each in machine.transitions if each.event}
    near = hints_of(model, machine.definition)
    events = tuple(
        EventView(name, type_strategy(model, kinds[name], near).text)
        for name in event_names(machine)
    )
    state_class = f"{machine.class_name}State"
    texts = [text for each in transitions for text in (each.guard, *each.changes)]
    texts += [f"{each.strategy} {each.default}" for each in fields]
    texts += [each.strategy for each in events]
    return StateTest(
        path=f"{system.name}/tests/states/test_{machine.module}.py",
        origins=(machine.definition.qualified_name,),
        imports=_test_imports(model, system, machine, state_class, texts, kinds),
        label=machine.definition.name or machine.class_name,
        class_name=machine.class_name,
        state_class=state_class,
        states=tuple(each.value for each in machine.states),
        initial=values[machine.initial],
        fields=fields,
        events=events,
        payloads=payload_names(transitions),
        transitions=transitions,
        legal=legal_events(transitions),
    )


def _test_imports(
    model: Model,
    system: System,
    machine: StateMachine,
    state_class: str,
    texts: list[str],
    kinds: dict[str, Type | None],
) -> tuple[tuple[str, ...], ...]:
    known = set(machine.imports)
    for field in machine.fields:
        known.update(strategy_of(model, field.feature).imports)
    for kind in kinds.values():
        known.update(python_types(model).of_type(kind).imports)
    known.add(ImportName("tests.values", "instances", is_local=True))
    mentioned = names_in(texts)
    found = {each for each in known if each.name in mentioned}
    module = f"states.{machine.module}"
    if kinds:
        found |= {
            ImportName("contextlib", "suppress"),
            ImportName("hypothesis.stateful", "RuleBasedStateMachine"),
            ImportName("hypothesis.stateful", "rule"),
        }
    if machine.transitions:
        found.add(ImportName("dataclasses", "replace"))
    found |= {
        ImportName("hypothesis", "given"),
        ImportName("hypothesis", "settings"),
        ImportName("hypothesis", "strategies as st"),
        ImportName("states", f"{machine.module} as module", is_local=True),
        ImportName("typing", "Any"),
        ImportName(module, machine.class_name, is_local=True),
        ImportName(module, state_class, is_local=True),
    }
    return import_blocks(["pytest"] if kinds else [], found, system.name, is_absolute=True)
