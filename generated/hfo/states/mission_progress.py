# Generated from HFO_Workflows::MissionProgress (ssot/hfo/workflows.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""How the status of a mission changes. A mission that was rejected may be queued again,
three times at most.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, TypeAlias

from ..types.hfo_signals import Verdict
from ..types.hfo_workflows import (
    ClarificationGiven,
    MissionRetried,
    MissionStarted,
    VoteCast,
    WorkFinished,
)


class MissionProgressState(StrEnum):
    """The states of MissionProgress."""

    QUEUED = "queued"
    CLARIFYING = "clarifying"
    RUNNING = "running"
    REVIEWING = "reviewing"
    DELIVERED = "delivered"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class MissionProgress:
    """How the status of a mission changes. A mission that was rejected may be queued
    again, three times at most.
    """

    state: MissionProgressState = MissionProgressState.QUEUED
    passes: int = 0
    approvals: int = 0
    retries: int = 0


Event: TypeAlias = (
    MissionStarted | ClarificationGiven | WorkFinished | VoteCast | MissionRetried
)


class IllegalTransition(Exception):
    """No transition leaves the state with this event; the message names the events that are legal."""


@dataclass(frozen=True, slots=True)
class Transition:
    """One transition: from a state, on an event, when the guard holds, to a state."""

    label: str
    source: MissionProgressState
    target: MissionProgressState
    event: type[Any]
    guard: Callable[[MissionProgress, Any], bool] = lambda machine, event: True
    change: Callable[[MissionProgress, Any], MissionProgress] = (
        lambda machine, event: machine
    )


def _clarified_guard(machine: MissionProgress, answer: ClarificationGiven) -> bool:
    return machine.passes < 2


def _clarified_change(
    machine: MissionProgress, answer: ClarificationGiven
) -> MissionProgress:
    return replace(machine, passes=machine.passes + 1)


def _understood_guard(machine: MissionProgress, answer: ClarificationGiven) -> bool:
    return machine.passes >= 2


def _understood_change(
    machine: MissionProgress, answer: ClarificationGiven
) -> MissionProgress:
    return replace(machine, passes=machine.passes + 1)


def _handed_in_change(machine: MissionProgress, event: WorkFinished) -> MissionProgress:
    return replace(machine, approvals=0)


def _counted_guard(machine: MissionProgress, vote: VoteCast) -> bool:
    return vote.verdict == Verdict.APPROVE and machine.approvals < 2


def _counted_change(machine: MissionProgress, vote: VoteCast) -> MissionProgress:
    return replace(machine, approvals=machine.approvals + 1)


def _carried_guard(machine: MissionProgress, vote: VoteCast) -> bool:
    return vote.verdict == Verdict.APPROVE and machine.approvals >= 2


def _carried_change(machine: MissionProgress, vote: VoteCast) -> MissionProgress:
    return replace(machine, approvals=machine.approvals + 1)


def _vetoed_guard(machine: MissionProgress, vote: VoteCast) -> bool:
    return vote.verdict == Verdict.REJECT


def _again_guard(machine: MissionProgress, event: MissionRetried) -> bool:
    return machine.retries < 3


def _again_change(machine: MissionProgress, event: MissionRetried) -> MissionProgress:
    return replace(machine, retries=machine.retries + 1)


TRANSITIONS: tuple[Transition, ...] = (
    Transition(
        "begin",
        MissionProgressState.QUEUED,
        MissionProgressState.CLARIFYING,
        MissionStarted,
    ),
    Transition(
        "clarified",
        MissionProgressState.CLARIFYING,
        MissionProgressState.CLARIFYING,
        ClarificationGiven,
        guard=_clarified_guard,
        change=_clarified_change,
    ),
    Transition(
        "understood",
        MissionProgressState.CLARIFYING,
        MissionProgressState.RUNNING,
        ClarificationGiven,
        guard=_understood_guard,
        change=_understood_change,
    ),
    Transition(
        "handedIn",
        MissionProgressState.RUNNING,
        MissionProgressState.REVIEWING,
        WorkFinished,
        change=_handed_in_change,
    ),
    Transition(
        "counted",
        MissionProgressState.REVIEWING,
        MissionProgressState.REVIEWING,
        VoteCast,
        guard=_counted_guard,
        change=_counted_change,
    ),
    Transition(
        "carried",
        MissionProgressState.REVIEWING,
        MissionProgressState.DELIVERED,
        VoteCast,
        guard=_carried_guard,
        change=_carried_change,
    ),
    Transition(
        "vetoed",
        MissionProgressState.REVIEWING,
        MissionProgressState.REJECTED,
        VoteCast,
        guard=_vetoed_guard,
    ),
    Transition(
        "again",
        MissionProgressState.REJECTED,
        MissionProgressState.QUEUED,
        MissionRetried,
        guard=_again_guard,
        change=_again_change,
    ),
)
"""The transitions in the order in which they are tried."""


def legal_events(machine: MissionProgress) -> tuple[type[Any], ...]:
    """The kinds of event that some transition out of the machine's state waits for."""
    found = (each.event for each in TRANSITIONS if each.source is machine.state)
    return tuple(dict.fromkeys(found))


def fire(machine: MissionProgress, event: Event) -> MissionProgress:
    """The machine after an event; IllegalTransition when no transition is open to it."""
    for each in TRANSITIONS:
        if (
            each.source is machine.state
            and isinstance(event, each.event)
            and each.guard(machine, event)
        ):
            return _taken(machine, each, event)
    legal = ", ".join(each.__name__ for each in legal_events(machine)) or "none"
    raise IllegalTransition(
        f"{type(event).__name__} in state {machine.state}: legal events are {legal}"
    )


def _taken(
    machine: MissionProgress, transition: Transition, event: Any
) -> MissionProgress:
    return replace(transition.change(machine, event), state=transition.target)
