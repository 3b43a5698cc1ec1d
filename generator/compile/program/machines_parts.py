"""The parts of a state: the states in it, the transitions it has, what these wait for, and where they lead.

Knows the model; must not know Python beyond the names of attributes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.compile.references import same_features
from generator.compile.state_names import substates
from generator.compile.support.machines import DONE
from generator.emit import names
from generator.ir import (
    AcceptActionUsage,
    Element,
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

__all__ = [
    "beginnings",
    "is_plain",
    "label_of",
    "payload_attribute",
    "payload_of",
    "payloads",
    "successions_of",
    "target_path",
    "transitions_of",
    "trigger_of",
]


def label_of(state: Element) -> str:
    """What a state is called in paths: its name, in which a dot would be taken for the end of it."""
    return (state.name or "state").replace(".", "_")


def is_plain(model: Model, state: StateUsage) -> bool:
    """Whether a state says nothing of its own, so that its name is all there is to know."""
    if any(each.library is None for each in model.generals(state)):
        return False
    return not model.owned(state, Feature) and not state.is_parallel


def trigger_of(model: Model, transition: TransitionUsage) -> AcceptActionUsage | None:
    """What a transition waits for."""
    found = model.owned(transition, AcceptActionUsage)
    return next((each for each in found if each.role is Role.TRIGGER), None)


def payload_of(model: Model, trigger: AcceptActionUsage) -> Feature | None:
    """The parameter that holds what is accepted."""
    found = model.owned_with_role(trigger, Role.PAYLOAD)
    return next((each for each in found if isinstance(each, Feature)), None)


def payloads(model: Model, state: Element) -> Iterator[Feature]:
    """The named parameters of the triggers of a state's own transitions."""
    if isinstance(state, StateDefinition | StateUsage):
        for transition in model.owned(state, TransitionUsage):
            trigger = trigger_of(model, transition)
            payload = None if trigger is None else payload_of(model, trigger)
            if payload is not None and payload.name is not None:
                yield payload


def payload_attribute(payload: Feature) -> str:
    """The attribute of a state that holds what was accepted last."""
    return f"event_{names.snake(payload.name or '')}"


def transitions_of(model: Model, state: Type) -> tuple[TransitionUsage, ...]:
    """The transitions between the states in a state, inherited ones included."""
    return tuple(
        each
        for each in model.features(state)
        if isinstance(each, TransitionUsage)
        and each.library is None
        and not _is_start(model.target(each.source))
    )


def beginnings(
    model: Model, state: Type
) -> Iterator[tuple[Reference, Expression | None, TransitionUsage | None]]:
    """Where a state begins: a target, the guard under which, and the transition that says so if it is one."""
    for each in model.features(state):
        if isinstance(each, TransitionUsage) and _is_start(model.target(each.source)):
            if each.target is not None:
                yield each.target, each.guard, each
        elif isinstance(each, SuccessionAsUsage) and _is_start(_first(model, each)):
            yield each.ends[1], each.guard, None


def successions_of(model: Model, state: Type) -> tuple[SuccessionAsUsage, ...]:
    """`first a then b` between the states in a state: what follows when the first is done."""
    return tuple(
        each
        for each in model.features(state)
        if isinstance(each, SuccessionAsUsage)
        and each.library is None
        and len(each.ends) == 2
        and not _is_start(_first(model, each))
    )


def _first(model: Model, succession: SuccessionAsUsage) -> Element | None:
    return model.target(succession.ends[0]) if len(succession.ends) == 2 else None


def _is_start(element: Element | None) -> bool:
    if element is None:
        return False
    return element.role is Role.ENTRY or (element.library is not None and element.name == "start")


def target_path(model: Model, around: Sequence[Type], reference: Reference | None) -> str | None:
    """The path of a state a transition of the first state around leads to: below it, or further out by `^`."""
    for level, state in enumerate(around):
        if not isinstance(state, StateDefinition | StateUsage) or reference is None:
            return None
        found = _within(model, state, reference)
        if found is not None:
            return "^" * level + found
    return None


def _within(model: Model, state: Type, reference: Reference) -> str | None:
    """The path of what a name or chain leads to, below a state."""
    path = list(reference.path)
    if path and path[0] == state.id:
        path = path[1:]
    labels: list[str] = []
    at = state
    for id_ in path[:-1]:
        inner = _direct(model, at, model.element(id_))
        if inner is None:
            return None
        labels.append(label_of(inner))
        at = inner
    if not path:
        return None
    target = model.element(path[-1])
    if target.library is not None:
        return ".".join((*labels, DONE)) if target.name == DONE else None
    deep = _deep(model, at, target)
    return None if deep is None else ".".join((*labels, *deep))


def _direct(model: Model, state: Type, target: Element) -> StateUsage | None:
    for each in substates(model, state):
        if target.id in same_features(model, each):
            return each
    return None


def _deep(model: Model, state: Type, target: Element) -> tuple[str, ...] | None:
    """The labels that lead to a state, which may lie inside of others; nearer ones come first."""
    level: list[tuple[tuple[str, ...], Type]] = [((), state)]
    for _ in range(20):
        found: list[tuple[tuple[str, ...], Type]] = []
        for labels, at in level:
            for each in substates(model, at):
                inner = (*labels, label_of(each))
                if target.id in same_features(model, each):
                    return inner
                found.append((inner, each))
        level = found
    return None
