"""State definitions become tables of transitions over a frozen value: a machine with its attributes, or an item.

Nested states are flattened: a machine is always in one innermost state, called after the states around it.
Parallel states, time and change triggers, and actions of states other than assignments are reported. Knows
states; must not know how a module is laid out. SysML 2.0, clause 7.18.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.compile.code import Value, call, name, unparse
from generator.compile.context import Unsupported, unsupported
from generator.compile.expressions import compile_expression
from generator.compile.operators import truth
from generator.compile.references import fitted, same_features
from generator.compile.scope import Scope, shape_of
from generator.compile.state_names import state_names, substates
from generator.compile.types import ImportName, python_types
from generator.diagnostics import Diagnostic
from generator.emit.names import Names, constant, snake
from generator.ir import (
    AcceptActionUsage,
    ActionUsage,
    AssignmentActionUsage,
    Element,
    ElementId,
    Expression,
    Feature,
    Model,
    Reference,
    Role,
    StateDefinition,
    StateUsage,
    SuccessionAsUsage,
    TransitionUsage,
    Type,
)
from generator.source import Span

__all__ = [
    "MachineField",
    "MachineState",
    "StateMachine",
    "Subject",
    "TransitionCode",
    "compile_states",
]


@dataclass(frozen=True, slots=True)
class MachineState:
    """An innermost state: enumeration member, value (`outer.inner`) and documentation."""

    member: str
    value: str
    doc: str


@dataclass(frozen=True, slots=True)
class MachineField:
    """An attribute of the machine with its initial value."""

    feature: Feature
    name: str
    annotation: str
    default: str


@dataclass(frozen=True, slots=True)
class TransitionCode:
    """A transition; `event` is None for one that is taken by itself. `changes` are the values
    `machine` takes one after the other."""

    name: str
    label: str
    source: str
    target: str
    event: str | None
    event_type: Type | None
    variable: str
    guard: str | None
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StateMachine:
    """A compiled state definition."""

    definition: Type
    module: str
    class_name: str
    states: tuple[MachineState, ...]
    initial: str
    fields: tuple[MachineField, ...]
    transitions: tuple[TransitionCode, ...]
    imports: tuple[ImportName, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """What transitions change: how features are reached, and the fields of those that may be assigned.

    `aliases` are the features that stand for it, so that `it.level` is its field.
    """

    scope: Scope
    fields: Mapping[ElementId, str]
    revised: Callable[[str, ast.expr], ast.expr]
    variable: str = "machine"
    aliases: frozenset[ElementId] = frozenset()

    @classmethod
    def of_machine(cls, model: Model, definition: Type) -> Subject:
        """The machine itself: a frozen dataclass."""
        scope = Scope().within(definition, "machine")

        def revised(field: str, value: ast.expr) -> ast.expr:
            return call("replace", name("machine"), **{field: value})

        return cls(scope, python_types(model).members(definition), revised)


@dataclass(slots=True)
class _Building:
    model: Model
    subject: Subject
    imports: set[ImportName] = field(default_factory=set)
    found: list[Diagnostic] = field(default_factory=list)
    leaves: dict[tuple[ElementId, ...], MachineState] = field(default_factory=dict)
    names: Names = field(default_factory=Names)
    functions: Names = field(default_factory=lambda: Names(("fire", "item", "machine", "replace")))

    def report(self, span: Span, construct: str) -> None:
        self.found.append(unsupported(Unsupported(span, construct), "unsupported-state"))

    def value(self, expression: Expression, scope: Scope) -> Value | None:
        compiled, found = compile_expression(self.model, expression, scope)
        self.found.extend(found)
        if compiled is None:
            return None
        self.imports.update(compiled.imports)
        return Value(compiled.node, compiled.shape)


_Path = tuple[StateUsage, ...]


def compile_states(
    model: Model, definition: Type, subject: Subject | None = None
) -> tuple[StateMachine | None, tuple[Diagnostic, ...]]:
    """The machine of a state definition; None, with `unsupported-state`, where it has parallel states.

    Without a subject the machine has attributes of its own.
    """
    named = state_names(model).of(definition) or ("", "")
    is_own = subject is None
    building = _Building(model, subject or Subject.of_machine(model, definition))
    parallel = [
        each
        for each in (definition, *model.descendants(definition))
        if isinstance(each, StateDefinition | StateUsage) and each.is_parallel
    ]
    if parallel:
        building.report(parallel[0].span, f"the parallel state `{parallel[0].name}`")
        return None, tuple(building.found)
    _add_leaves(building, definition, ())
    initial = _initial(building, definition, ())
    fields = tuple(_fields(building, definition)) if is_own else ()
    transitions = tuple(_transitions(building, definition, ()))
    machine = StateMachine(
        definition,
        named[0],
        named[1],
        tuple(building.leaves.values()),
        building.leaves[_key(initial)].member,
        fields,
        transitions,
        tuple(sorted(building.imports)),
    )
    return machine, tuple(building.found)


def _key(path: _Path) -> tuple[ElementId, ...]:
    return tuple(each.id for each in path)


def _add_leaves(building: _Building, state: Element, path: _Path) -> None:
    inner = substates(building.model, state)
    for each in inner:
        _add_leaves(building, each, (*path, each))
    if not inner:
        labels = [each.name or "state" for each in path]
        member = building.names.unique(constant("_".join(labels)))
        doc = path[-1].doc if path else ""
        building.leaves[_key(path)] = MachineState(member, ".".join(labels), doc)


def _initial(building: _Building, state: Element, path: _Path) -> _Path:
    """The innermost state that is entered with a state."""
    model = building.model
    inner = substates(model, state)
    if not inner:
        return path
    for each in model.features(state) if isinstance(state, Type) else ():
        ends: tuple[Reference | None, ...] = ()
        if isinstance(each, SuccessionAsUsage) and len(each.ends) == 2:
            ends = each.ends
        elif isinstance(each, TransitionUsage):
            ends = (each.source, each.target)
        if not ends or not _is_start(model, model.target(ends[0])):
            continue
        target = _substate(model, inner, ends[1])
        if target is not None:
            return _initial(building, target, (*path, target))
    return _initial(building, inner[0], (*path, inner[0]))


def _is_start(model: Model, element: Element | None) -> bool:
    if element is None:
        return False
    return element.role is Role.ENTRY or (element.library is not None and element.name == "start")


def _substate(
    model: Model, states: Sequence[StateUsage], reference: Reference | None
) -> StateUsage | None:
    target = model.target(reference)
    if target is None:
        return None
    return next((each for each in states if target.id in same_features(model, each)), None)


def _fields(building: _Building, definition: Type) -> Iterator[MachineField]:
    types = python_types(building.model)
    for feature in building.model.features(definition):
        if feature.value is None or isinstance(feature, ActionUsage) or feature.name is None:
            continue
        if feature.direction is not None:
            continue
        value = building.value(feature.value.expression, building.subject.scope)
        if value is None:
            continue
        annotation = types.of_feature(feature)
        building.imports.update(annotation.imports)
        default = unparse(fitted(value, shape_of(building.model, feature)))
        variable = types.members(definition)[feature.id]
        yield MachineField(feature, variable, annotation.text, default)


# -- transitions ----------------------------------------------------------------------------------


def _transitions(building: _Building, state: Element, path: _Path) -> Iterator[TransitionCode]:
    """Transitions of inner states come first: they win over those of the states around them."""
    model = building.model
    inner = substates(model, state)
    for each in inner:
        yield from _transitions(building, each, (*path, each))
    features = model.features(state) if isinstance(state, Type) else ()
    for transition in features:
        if not isinstance(transition, TransitionUsage):
            continue
        if _is_start(model, model.target(transition.source)):
            continue
        source = _substate(model, inner, transition.source)
        target = _substate(model, inner, transition.target)
        if source is None or target is None:
            building.report(transition.span, f"the transition `{transition.name or ''}`")
            continue
        is_triggered = any(each.role is Role.TRIGGER for each in model.owned(transition, Feature))
        if substates(model, source) and not is_triggered:
            building.report(transition.span, f"the completion of the state `{source.name}`")
            continue
        entered = _initial(building, target, (*path, target))
        prefix = _key((*path, source))
        for key in building.leaves:
            if key[: len(prefix)] == prefix:
                left = tuple(s for at in key if isinstance(s := model.element(at), StateUsage))
                found = _transition(building, transition, len(path), left, entered)
                if found is not None:
                    yield found


def _transition(
    building: _Building, transition: TransitionUsage, depth: int, left: _Path, entered: _Path
) -> TransitionCode | None:
    model = building.model
    source, target = building.leaves[_key(left)], building.leaves[_key(entered)]
    scope, variable, event, type_ = building.subject.scope, "event", None, None
    for trigger in model.owned(transition, AcceptActionUsage):
        if trigger.role is not Role.TRIGGER:
            continue
        payload = next(iter(model.owned_with_role(trigger, Role.PAYLOAD)), None)
        type_ = model.type_of(payload) if isinstance(payload, Feature) else None
        class_name = None if type_ is None else python_types(model).class_name(type_)
        if trigger.trigger != "signal" or class_name is None or not isinstance(payload, Feature):
            building.report(trigger.span, f"the trigger `{trigger.span.flat_text}`")
            return None
        event = class_name
        building.imports.update(python_types(model).of_type(type_).imports)
        variable = snake(payload.declared_name) if payload.declared_name else "event"
        scope = scope.bind(model, payload, variable)
    guard = None
    if transition.guard is not None:
        value = building.value(transition.guard, scope)
        if value is None:
            return None
        guard = unparse(truth(value))
    label = transition.name if transition.declared_name else None
    label = label or f"{source.value} to {target.value}"
    changes = _changes(building, transition, left[depth:], entered[depth:], scope)
    return TransitionCode(
        building.functions.unique(snake(label)),
        label,
        source.member,
        target.member,
        event,
        type_,
        variable,
        guard,
        tuple(changes),
    )


def _changes(
    building: _Building, transition: TransitionUsage, left: _Path, entered: _Path, scope: Scope
) -> Iterator[str]:
    """Exit actions from the inside out, the effect, entry actions from the outside in."""
    model = building.model
    actions: list[Element] = []
    for state in reversed(left):
        actions += model.owned_with_role(state, Role.EXIT)
    actions += model.owned_with_role(transition, Role.EFFECT)
    for state in entered:
        actions += model.owned_with_role(state, Role.ENTRY, Role.DO)
    for action in actions:
        yield from _change(building, action, scope)


def _change(building: _Building, action: Element, scope: Scope) -> Iterator[str]:
    model = building.model
    if not isinstance(action, AssignmentActionUsage):
        inner = model.owned(action, ActionUsage)
        if inner and all(isinstance(each, AssignmentActionUsage) for each in inner):
            for each in inner:
                yield from _change(building, each, scope)
        elif _says_something(model, action):
            building.report(action.span, f"the action `{action.name or ''}` of a state")
        return
    target = None if action.target is None else model.target(action.target)
    value = None
    if action.value_expression is not None:
        value = building.value(action.value_expression, scope)
    variable = _field(building, action)
    if value is None or variable is None or not isinstance(target, Feature):
        if value is not None:
            building.report(
                action.span, f"an assignment to something else than the {building.subject.variable}"
            )
        return
    node: ast.expr = fitted(value, shape_of(model, target))
    yield unparse(building.subject.revised(variable, node))


def _field(building: _Building, action: AssignmentActionUsage) -> str | None:
    """The field of the subject that an assignment changes."""
    model, subject = building.model, building.subject
    target = None if action.target is None else model.target(action.target)
    if not isinstance(target, Feature):
        return None
    path = () if action.target is None else action.target.path
    if len(path) > 2 or any(at not in subject.aliases for at in path[:-1]):
        return None
    same = same_features(model, target)
    return next((subject.fields[at] for at in subject.fields if at in same), None)


def _says_something(model: Model, action: Element) -> bool:
    named = action.declared_name is not None
    typed = any(each.library is None for each in model.generals(action))
    return named or typed or bool(model.owned(action, ActionUsage))
