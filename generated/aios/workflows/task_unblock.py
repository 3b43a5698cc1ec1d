# Generated from AIOS_Tasks::TaskUnblock (ssot/aios/tasks.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What blocked a task is resolved: it is queued again."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..states import task_life
from ..types.aios_domain import TaskStatus
from ..types.aios_life import Resumed
from ..types.aios_persistence import Session, Task
from .change import ChangeSteps, change
from .find_task import FindTaskSteps, find_task
from .running import Refused, composed, run_step


class TaskUnblockSteps(Protocol):
    """What TaskUnblock asks of those who do its steps."""

    @abstractmethod
    async def find(self, *, task_id: str) -> Task:
        """The task with an id; without one the run is refused."""

    @abstractmethod
    async def fire_task(self, *, entity: Task, signal: task_life.Event) -> Task:
        """Let an event happen to a Task."""

    @abstractmethod
    async def change(
        self,
        *,
        session: Session,
        task: Task,
        what: str,
        origin: TaskStatus,
        remark: str | None,
    ) -> None:
        """Keeps a task as it is now, and notes what was done to it."""


class DefaultTaskUnblockSteps(TaskUnblockSteps):
    """The steps of TaskUnblock as far as the model says what they do."""

    def __init__(
        self,
        *,
        find_task_steps: FindTaskSteps,
        change_steps: ChangeSteps,
    ) -> None:
        self.find_task_steps = find_task_steps
        self.change_steps = change_steps

    @composed
    async def find(self, *, task_id: str) -> Task:
        return await find_task(self.find_task_steps, task_id=task_id)

    async def fire_task(self, *, entity: Task, signal: task_life.Event) -> Task:
        try:
            return task_life.fire(entity, signal)
        except task_life.IllegalTransition as fault:
            raise Refused(str(fault)) from fault

    @composed
    async def change(
        self,
        *,
        session: Session,
        task: Task,
        what: str,
        origin: TaskStatus,
        remark: str | None,
    ) -> None:
        await change(
            self.change_steps,
            session=session,
            task=task,
            what=what,
            origin=origin,
            remark=remark,
        )


async def task_unblock(
    steps: TaskUnblockSteps, *, task_id: str, resolution: str, session: Session
) -> str:
    """What blocked a task is resolved: it is queued again.

    `task_id` is taskId in the model.
    """
    with telemetry.tracer().start_as_current_span("TaskUnblock"):
        find = await run_step("find", steps.find, task_id=task_id)
        task = find
        origin = task.status
        happen = await run_step(
            "happen", steps.fire_task, entity=task, signal=Resumed()
        )
        task = happen
        task = task.model_copy(update={"blocked_reason": None})
        task = task.model_copy(update={"blocked_at": None})
        task = task.model_copy(update={"assignee": None})
        await run_step(
            "change",
            steps.change,
            session=session,
            task=task,
            what="task_unblock",
            origin=origin,
            remark=resolution,
        )
        return task_id + " is queued"
