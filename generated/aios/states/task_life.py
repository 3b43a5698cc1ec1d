# Generated from AIOS_Persistence::Task (ssot/aios/persistence.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""From the inbox to the merge. A task that cannot go on is blocked, wherever it stands;
it is queued again when that is resolved.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

from ..types.aios_domain import TaskStatus
from ..types.aios_life import (
    Blocked,
    CodeApproved,
    Finished,
    Merged,
    Resumed,
    RevisionAsked,
    SentBack,
    Started,
    Submitted,
    Triaged,
)
from ..types.aios_persistence import Task

Event: TypeAlias = (
    Triaged
    | Blocked
    | Started
    | Submitted
    | Finished
    | RevisionAsked
    | CodeApproved
    | SentBack
    | Merged
    | Resumed
)


class IllegalTransition(Exception):
    """No transition leaves the state with this event; the message names the events that are legal."""


@dataclass(frozen=True, slots=True)
class Transition:
    """One transition: from a state, on an event, to a state."""

    label: str
    source: TaskStatus
    target: TaskStatus
    event: type[Any]


TRANSITIONS: tuple[Transition, ...] = (
    Transition(
        "triage",
        TaskStatus.INBOX,
        TaskStatus.QUEUED,
        Triaged,
    ),
    Transition(
        "drop",
        TaskStatus.INBOX,
        TaskStatus.BLOCKED,
        Blocked,
    ),
    Transition(
        "retriage",
        TaskStatus.QUEUED,
        TaskStatus.QUEUED,
        Triaged,
    ),
    Transition(
        "begin",
        TaskStatus.QUEUED,
        TaskStatus.RUNNING,
        Started,
    ),
    Transition(
        "hold",
        TaskStatus.QUEUED,
        TaskStatus.BLOCKED,
        Blocked,
    ),
    Transition(
        "submit",
        TaskStatus.RUNNING,
        TaskStatus.CODE_REVIEW,
        Submitted,
    ),
    Transition(
        "finish",
        TaskStatus.RUNNING,
        TaskStatus.REVIEWING,
        Finished,
    ),
    Transition(
        "stop",
        TaskStatus.RUNNING,
        TaskStatus.BLOCKED,
        Blocked,
    ),
    Transition(
        "revise",
        TaskStatus.CODE_REVIEW,
        TaskStatus.RUNNING,
        RevisionAsked,
    ),
    Transition(
        "approve",
        TaskStatus.CODE_REVIEW,
        TaskStatus.REVIEWING,
        CodeApproved,
    ),
    Transition(
        "giveUp",
        TaskStatus.CODE_REVIEW,
        TaskStatus.BLOCKED,
        Blocked,
    ),
    Transition(
        "sendBack",
        TaskStatus.REVIEWING,
        TaskStatus.RUNNING,
        SentBack,
    ),
    Transition(
        "conclude",
        TaskStatus.REVIEWING,
        TaskStatus.MERGED,
        Merged,
    ),
    Transition(
        "reject",
        TaskStatus.REVIEWING,
        TaskStatus.BLOCKED,
        Blocked,
    ),
    Transition(
        "resume",
        TaskStatus.BLOCKED,
        TaskStatus.QUEUED,
        Resumed,
    ),
)
"""The transitions in the order in which they are tried."""


def legal_events(item: Task) -> tuple[type[Any], ...]:
    """The kinds of event that some transition out of the item's state waits for."""
    found = (each.event for each in TRANSITIONS if each.source is item.status)
    return tuple(dict.fromkeys(found))


def fire(item: Task, event: Event) -> Task:
    """The item after an event; IllegalTransition when no transition is open to it,
    ValidationError when the item would break a constraint.
    """
    for each in TRANSITIONS:
        if each.source is item.status and isinstance(event, each.event):
            return _taken(item, each)
    legal = ", ".join(each.__name__ for each in legal_events(item)) or "none"
    raise IllegalTransition(
        f"{type(event).__name__} in state {item.status.value}: legal events are {legal}"
    )


def _taken(item: Task, transition: Transition) -> Task:
    changed = {**dict(item), "status": transition.target}
    return item.model_validate(changed)
