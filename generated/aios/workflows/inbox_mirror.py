# Generated from AIOS_Views::InboxMirror (ssot/aios/views.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""The requests that nobody has given a place yet as a file."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..types.aios_domain import TaskStatus
from ..types.aios_persistence import Task
from ..types.aios_views import Card
from .running import run_step


class InboxMirrorSteps(Protocol):
    """What InboxMirror asks of those who do its steps."""

    @abstractmethod
    async def all_task(self) -> tuple[Task, ...]:
        """All instances of Task."""


async def inbox_mirror(steps: InboxMirrorSteps) -> tuple[Card, ...]:
    """The requests that nobody has given a place yet as a file."""
    with telemetry.tracer().start_as_current_span("InboxMirror"):
        all_task = await run_step("all Task", steps.all_task)
        return tuple(
            Card(
                id=each_2.task_id,
                title=each_2.title,
                queue=each_2.queue,
                priority=each_2.priority,
                requirements=each_2.requirements,
                requested_by=each_2.created_by,
            )
            for each_2 in tuple(
                each for each in all_task if each.status == TaskStatus.INBOX
            )
        )
