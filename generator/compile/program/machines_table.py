"""The transitions of a state and of all states in it as rows: what a test holds a running machine against.

Made from the model alone, not from the code that runs. Knows the parts of states; must not know Python.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.compile.program.machines_parts import (
    label_of,
    payload_of,
    target_path,
    transitions_of,
    trigger_of,
)
from generator.compile.state_names import substates
from generator.ir import Model, TransitionUsage, Type

__all__ = ["Row", "regions_of", "rows_of", "states_of"]


@dataclass(frozen=True, slots=True)
class Row:
    """A transition: paths of its source and target, the type of the event it waits for, and whether it has a guard.

    `waits` is signal, at, after or when; "" for one that is taken when its source has completed.
    """

    source: str
    target: str
    waits: str
    event: Type | None
    is_guarded: bool


def states_of(model: Model, state: Type, path: str = "", depth: int = 0) -> Iterator[str]:
    """The paths of all states in a state, outer ones first."""
    for each in substates(model, state) if depth < 20 else ():
        inner = _joined(path, label_of(each))
        yield inner
        yield from states_of(model, each, inner, depth + 1)


def regions_of(
    model: Model, state: Type, path: str = "", depth: int = 0
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The parallel states in a state, and the state itself, with the paths of their regions."""
    inner = substates(model, state) if depth < 20 else ()
    if getattr(state, "is_parallel", False):
        yield path, tuple(_joined(path, label_of(each)) for each in inner)
    for each in inner:
        yield from regions_of(model, each, _joined(path, label_of(each)), depth + 1)


def rows_of(model: Model, state: Type) -> tuple[Row, ...]:
    """All transitions inside a state."""
    return tuple(_rows(model, (state,), ""))


def _rows(model: Model, around: tuple[Type, ...], path: str) -> Iterator[Row]:
    if len(around) > 20:
        return
    for each in transitions_of(model, around[0]):
        source = target_path(model, around, each.source)
        target = target_path(model, around, each.target)
        if source is not None and target is not None:
            waits, event = _trigger(model, each)
            guarded = each.guard is not None
            yield Row(_joined(path, source), _joined(path, target), waits, event, guarded)
    for inner in substates(model, around[0]):
        yield from _rows(model, (inner, *around), _joined(path, label_of(inner)))


def _trigger(model: Model, transition: TransitionUsage) -> tuple[str, Type | None]:
    trigger = trigger_of(model, transition)
    if trigger is None:
        return "", None
    payload = payload_of(model, trigger)
    is_signal = trigger.trigger == "signal" and payload is not None
    return trigger.trigger, model.type_of(payload) if is_signal and payload is not None else None


def _joined(path: str, relative: str) -> str:
    parts = path.split(".") if path else []
    while relative.startswith("^"):
        relative = relative[1:]
        parts = parts[:-1]
    return ".".join((*parts, relative))
