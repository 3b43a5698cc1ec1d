# Generated from AIOS_Views (ssot/aios/views.sysml) and 5 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What files show of the database. Every mirror is written by the transaction that
changes what it shows.
"""

from __future__ import annotations

from ._base import FrozenModel, Natural, Positive
from .aios_domain import Priority, QueueName, TaskStatus


class QueueState(FrozenModel):
    """A queue in the file of tasks."""

    name: QueueName
    max_concurrent: Positive
    locks: tuple[str, ...] = ()


class TaskState(FrozenModel):
    """A task in the file of tasks."""

    id: str
    title: str
    queue: QueueName
    priority: Priority
    status: TaskStatus
    assignee: str | None = None
    revision: Natural
    blocked: str | None = None
    artifacts: tuple[str, ...] = ()


class TaskBoard(FrozenModel):
    """The file of tasks."""

    queues: tuple[QueueState, ...] = ()
    tasks: tuple[TaskState, ...] = ()


class Card(FrozenModel):
    """A TaskCard in the inbox, as a file shows it."""

    id: str
    title: str
    queue: QueueName
    priority: Priority
    requirements: tuple[str, ...] = ()
    requested_by: str


class Paper(FrozenModel):
    """A file about one thing: what it is called, and what is in it."""

    name: str
    content: str
