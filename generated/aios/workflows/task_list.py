# Generated from AIOS_Tasks::TaskList (ssot/aios/tasks.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""All tasks, or those of a queue, or with a status."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..types.aios_domain import QueueName, TaskStatus
from ..types.aios_persistence import Task
from .running import run_step


class TaskListSteps(Protocol):
    """What TaskList asks of those who do its steps."""

    @abstractmethod
    async def all_task(self) -> tuple[Task, ...]:
        """All instances of Task."""


async def task_list(
    steps: TaskListSteps,
    *,
    queue: QueueName | None = None,
    status: TaskStatus | None = None,
) -> tuple[Task, ...]:
    """All tasks, or those of a queue, or with a status."""
    with telemetry.tracer().start_as_current_span("TaskList"):
        all_task = await run_step("all Task", steps.all_task)
        return tuple(
            each
            for each in all_task
            if (queue is None or each.queue == queue)
            and (status is None or each.status == status)
        )
