"""A state machine: states, the states inside them, and the transitions between them."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.draw.drawing import (
    Compartment,
    Drawing,
    DrawingKind,
    Edge,
    Group,
    Node,
    Palette,
    Relation,
    Shape,
)
from generator.draw.notation import expression_text, keyword, name_of, typed_name
from generator.draw.scope import Keys, Scope
from generator.draw.wording import plural, shorten
from generator.ir import (
    AcceptActionUsage,
    ActionUsage,
    Element,
    ElementId,
    Library,
    PerformActionUsage,
    Reference,
    Role,
    StateDefinition,
    StateUsage,
    SuccessionAsUsage,
    TransitionUsage,
    Type,
)

__all__ = ["draw_state", "is_machine"]

_BEHAVIOURS = (Role.ENTRY, Role.DO, Role.EXIT)


def is_machine(scope: Scope, element: Element) -> bool:
    """Whether an element is a state, not inside another one, that holds states."""
    if not isinstance(element, StateDefinition | StateUsage):
        return False
    if not scope.model.owned(element, StateUsage):
        return False
    return not isinstance(scope.model.owner(element), StateDefinition | StateUsage)


@dataclass
class _Machine:
    """What is gathered while one machine is read."""

    scope: Scope
    keys: Keys = field(default_factory=Keys)
    nodes: list[Node] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    places: dict[ElementId, str] = field(default_factory=dict)
    states: list[StateUsage] = field(default_factory=list)
    transitions: int = 0


def draw_state(scope: Scope, state: Type, name: str) -> Drawing:
    """The states and transitions of one machine."""
    machine = _Machine(scope)
    frame = _frame(machine, state, "")
    machine.groups.append(frame)
    machine.places[state.id] = frame.key
    _add_states(machine, state, frame.key)
    _add_transitions(machine, state, frame.key)
    states = plural(len(machine.states), "state")
    return Drawing(
        name=name,
        kind=DrawingKind.STATE,
        title=f"{name_of(state)}: states",
        caption=f"{states}, {plural(machine.transitions, 'transition')}. The black dot is where it begins.",
        subject=state.qualified_name,
        origins=(state.qualified_name, *(each.qualified_name for each in machine.states)),
        nodes=tuple(machine.nodes),
        edges=tuple(machine.edges),
        groups=tuple(machine.groups),
    )


def _frame(machine: _Machine, state: Type, parent: str) -> Group:
    parallel = "parallel " if getattr(state, "is_parallel", False) else ""
    return Group(
        key=machine.keys.of(state),
        palette=Palette.STATE if parent else Palette.FRAME,
        name=name_of(state),
        stereotype=parallel + keyword(state),
        origin=state.qualified_name,
        parent=parent,
    )


# -- states ---------------------------------------------------------------------------------------


def _substates(machine: _Machine, state: Type) -> list[StateUsage]:
    return [
        each
        for each in machine.scope.model.features(state)
        if isinstance(each, StateUsage) and each.role not in _BEHAVIOURS and each.direction is None
    ]


def _add_states(machine: _Machine, state: Type, group: str) -> None:
    for each in _substates(machine, state):
        machine.states.append(each)
        machine.places[each.id] = machine.keys.of(each)
        if _substates(machine, each):
            machine.groups.append(_frame(machine, each, group))
            _add_states(machine, each, machine.keys.of(each))
            _add_transitions(machine, each, machine.keys.of(each))
        else:
            machine.nodes.append(_node(machine, each, group))


def _node(machine: _Machine, state: StateUsage, group: str) -> Node:
    lines = _behaviours(machine, state)
    return Node(
        key=machine.keys.of(state),
        palette=Palette.STATE,
        name=typed_name(machine.scope.model, state),
        shape=Shape.ROUNDED,
        compartments=(Compartment(lines),) if lines else (),
        origin=state.qualified_name,
        doc=state.doc,
        group=group,
    )


def _behaviours(machine: _Machine, state: Type) -> tuple[str, ...]:
    lines = []
    for each in machine.scope.model.owned_with_role(state, *_BEHAVIOURS):
        text = _behaviour(machine, each)
        if text:
            lines.append(f"{each.role.value} / {text}")
    return tuple(lines)


def _behaviour(machine: _Machine, action: Element) -> str:
    reference = machine.scope.model.target(getattr(action, "reference", None))
    if isinstance(action, PerformActionUsage) and reference is not None:
        return name_of(reference)
    if action.declared_name:
        return name_of(action)
    text = action.span.flat_text.rstrip(";")
    for word in ("entry", "do", "exit", "action"):
        text = text.removeprefix(word).strip()
    return shorten(text, 40).strip("{ }")


# -- transitions ----------------------------------------------------------------------------------


def _add_transitions(machine: _Machine, state: Type, group: str) -> None:
    for each in machine.scope.model.features(state):
        if isinstance(each, TransitionUsage):
            machine.transitions += 1
            _transition(machine, each, group)
        elif isinstance(each, SuccessionAsUsage) and len(each.ends) > 1:
            source = _place(machine, each.ends[0], group, Shape.START)
            _connect(machine, source, _place(machine, each.ends[1], group, Shape.DONE), (), each)


def _transition(machine: _Machine, each: TransitionUsage, group: str) -> None:
    source = (
        _place(machine, each.source, group, Shape.START)
        if each.source is not None
        else _terminal(machine, group, Shape.START)
    )
    target = _place(machine, each.target, group, Shape.DONE) if each.target is not None else ""
    _connect(machine, source, target, _labels(machine, each), each)


def _connect(
    machine: _Machine, source: str, target: str, labels: tuple[str, ...], origin: Element
) -> None:
    if source and target:
        machine.edges.append(
            Edge(
                source=source,
                target=target,
                relation=Relation.TRANSITION,
                labels=labels,
                origin=origin.qualified_name,
            )
        )


def _labels(machine: _Machine, transition: TransitionUsage) -> tuple[str, ...]:
    """Trigger, guard and effect, a line each."""
    model = machine.scope.model
    parts = []
    for each in model.owned_with_role(transition, Role.TRIGGER):
        parts.append(_trigger(machine, each))
    if transition.guard is not None:
        parts.append(f"[{expression_text(transition.guard, 42)}]")
    for each in model.owned_with_role(transition, Role.EFFECT):
        parts.append(f"/ {_behaviour(machine, each)}")
    return tuple(part for part in parts if part)


def _trigger(machine: _Machine, action: Element) -> str:
    if isinstance(action, AcceptActionUsage) and action.trigger_expression is not None:
        return f"{action.trigger} {expression_text(action.trigger_expression, 36)}"
    text = action.span.flat_text.rstrip(";").removeprefix("accept").strip()
    return shorten(text.split(" if ")[0].split(" do ")[0], 42)


def _place(machine: _Machine, reference: Reference, group: str, terminal: Shape) -> str:
    """The node of an end; the start symbol for an entry action, the library's `start` and `done` likewise."""
    path = machine.scope.model.path(reference)
    for each in reversed(path):
        if each.id in machine.places:
            return machine.places[each.id]
    if not path:
        return ""
    last = path[-1]
    if last.role is Role.ENTRY and isinstance(last, ActionUsage):
        return _terminal(machine, group, Shape.START)
    if last.library is Library.STANDARD and last.name in ("start", "done", "entryAction"):
        return _terminal(machine, group, terminal)
    return ""


def _terminal(machine: _Machine, group: str, shape: Shape) -> str:
    key = machine.keys.named(f"{group} {shape.value}")
    if all(node.key != key for node in machine.nodes):
        machine.nodes.append(
            Node(
                key=key,
                palette=Palette.CONTROL,
                name=shape.value,
                shape=shape,
                origin=shape.value,
                group=group,
            )
        )
    return key
