"""What a module of states and its test both show: rows of the table, kinds of event, names that are mentioned.

Knows compiled machines; must not know what a module looks like.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.compile.import_blocks import names_in
from generator.compile.states import StateMachine
from generator.compile.strategies import Hints, literals
from generator.ir import Model, TransitionUsage, Type


@dataclass(frozen=True, slots=True)
class TransitionView:
    """A row of the table; in the test `source` and `target` are values, else members."""

    name: str
    label: str
    source: str
    target: str
    event: str
    variable: str
    guard: str
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """A kind of event and values of it."""

    name: str
    strategy: str


def transition_views(machine: StateMachine) -> Iterator[TransitionView]:
    """The rows of the table."""
    for each in machine.transitions:
        yield TransitionView(
            each.name,
            each.label,
            each.source,
            each.target,
            each.event or "",
            each.variable,
            each.guard or "",
            each.changes,
        )


def hints_of(model: Model, definition: Type) -> Hints:
    """The literals of guards."""
    inside = [each for each in model.features(definition) if isinstance(each, TransitionUsage)]
    inside += [e for e in model.descendants(definition) if isinstance(e, TransitionUsage)]
    return literals(*(each.guard for each in inside))


def event_names(machine: StateMachine) -> tuple[str, ...]:
    """The kinds of event, each once."""
    return tuple(dict.fromkeys(each.event for each in machine.transitions if each.event))


def payload_names(transitions: Iterable[TransitionView]) -> tuple[str, ...]:
    """The names guards and changes have for the event, other than `event`."""
    found: dict[str, None] = {}
    for each in transitions:
        if each.variable != "event" and each.variable in names_in((each.guard, *each.changes)):
            found[each.variable] = None
    return tuple(found)


def legal_events(
    transitions: Iterable[TransitionView],
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The kinds of event that lead out of each state that any leads out of."""
    legal: dict[str, set[str]] = {}
    for each in transitions:
        if each.event:
            legal.setdefault(each.source, set()).add(each.event)
    return tuple((state, tuple(sorted(names))) for state, names in sorted(legal.items()))
