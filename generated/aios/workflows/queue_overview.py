# Generated from AIOS_Queues::QueueOverview (ssot/aios/queues.sysml) and 2 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The queues with their limits and locks."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import queue_lines
from ..types.aios_persistence import Task, TaskQueue
from ..types.aios_queues import QueueLine
from .running import run_step


class QueueOverviewSteps(Protocol):
    """What QueueOverview asks of those who do its steps."""

    @abstractmethod
    async def all_task_queue(self) -> tuple[TaskQueue, ...]:
        """All instances of TaskQueue."""

    @abstractmethod
    async def all_task(self) -> tuple[Task, ...]:
        """All instances of Task."""


async def queue_overview(steps: QueueOverviewSteps) -> tuple[QueueLine, ...]:
    """The queues with their limits and locks."""
    with telemetry.tracer().start_as_current_span("QueueOverview"):
        all_task = await run_step("all Task", steps.all_task)
        all_task_queue = await run_step("all TaskQueue", steps.all_task_queue)
        return queue_lines(queues=all_task_queue, tasks=all_task)
