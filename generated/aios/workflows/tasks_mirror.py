# Generated from AIOS_Views::TasksMirror (ssot/aios/views.sysml) and 2 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Queues and tasks as a file."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..types.aios_persistence import Task, TaskQueue
from ..types.aios_views import QueueState, TaskBoard, TaskState
from .running import run_step


class TasksMirrorSteps(Protocol):
    """What TasksMirror asks of those who do its steps."""

    @abstractmethod
    async def all_task_queue(self) -> tuple[TaskQueue, ...]:
        """All instances of TaskQueue."""

    @abstractmethod
    async def all_task(self) -> tuple[Task, ...]:
        """All instances of Task."""


async def tasks_mirror(steps: TasksMirrorSteps) -> TaskBoard:
    """Queues and tasks as a file."""
    with telemetry.tracer().start_as_current_span("TasksMirror"):
        all_task = await run_step("all Task", steps.all_task)
        all_task_queue = await run_step("all TaskQueue", steps.all_task_queue)
        return TaskBoard(
            queues=tuple(
                QueueState(
                    name=each.name, max_concurrent=each.max_concurrent, locks=each.locks
                )
                for each in all_task_queue
            ),
            tasks=tuple(
                TaskState(
                    id=each_2.task_id,
                    title=each_2.title,
                    queue=each_2.queue,
                    priority=each_2.priority,
                    status=each_2.status,
                    assignee=each_2.assignee,
                    revision=each_2.revision,
                    blocked=each_2.blocked_reason,
                    artifacts=each_2.artifacts,
                )
                for each_2 in all_task
            ),
        )
