# Generated from AIOS_Audit::ReleaseLock (ssot/aios/audit.sysml) and 2 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Gives the place of a task in its queue free."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import without
from ..types.aios_persistence import Task, TaskQueue
from .running import run_step


class ReleaseLockSteps(Protocol):
    """What ReleaseLock asks of those who do its steps."""

    @abstractmethod
    async def all_task_queue(self) -> tuple[TaskQueue, ...]:
        """All instances of TaskQueue."""

    @abstractmethod
    async def store_task_queue(self, *, entity: TaskQueue) -> None:
        """Store TaskQueue as the storage of the system does."""


async def release_lock(steps: ReleaseLockSteps, *, task: Task) -> None:
    """Gives the place of a task in its queue free."""
    with telemetry.tracer().start_as_current_span("ReleaseLock"):
        all_task_queue = await run_step("all TaskQueue", steps.all_task_queue)
        for each in all_task_queue:
            if each.name == task.queue and each.auto_release_on_finish:
                queue = each
                queue = queue.model_copy(
                    update={"locks": without(words=each.locks, word=task.task_id)}
                )
                await run_step("keep", steps.store_task_queue, entity=queue)
