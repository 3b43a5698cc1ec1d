# Generated from AIOS_Tasks::TaskShow (ssot/aios/tasks.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""One task."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..types.aios_persistence import Session, Task
from .find_task import FindTaskSteps, find_task
from .running import composed, run_step


class TaskShowSteps(Protocol):
    """What TaskShow asks of those who do its steps."""

    @abstractmethod
    async def find(self, *, task_id: str) -> Task:
        """The task with an id; without one the run is refused."""


class DefaultTaskShowSteps(TaskShowSteps):
    """The steps of TaskShow as far as the model says what they do."""

    def __init__(
        self,
        *,
        find_task_steps: FindTaskSteps,
    ) -> None:
        self.find_task_steps = find_task_steps

    @composed
    async def find(self, *, task_id: str) -> Task:
        return await find_task(self.find_task_steps, task_id=task_id)


async def task_show(steps: TaskShowSteps, *, task_id: str, session: Session) -> Task:
    """One task.

    `task_id` is taskId in the model.
    """
    with telemetry.tracer().start_as_current_span("TaskShow"):
        return await run_step("find", steps.find, task_id=task_id)
