# Generated from AIOS_Tasks::TaskApprove (ssot/aios/tasks.sysml) and 2 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""A person lets a task begin. The governance queue asks for that."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..types.aios_domain import TaskStatus
from ..types.aios_persistence import Session, Task
from .change import ChangeSteps, change
from .find_task import FindTaskSteps, find_task
from .running import composed, run_step


class TaskApproveSteps(Protocol):
    """What TaskApprove asks of those who do its steps."""

    @abstractmethod
    async def find(self, *, task_id: str) -> Task:
        """The task with an id; without one the run is refused."""

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


class DefaultTaskApproveSteps(TaskApproveSteps):
    """The steps of TaskApprove as far as the model says what they do."""

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


async def task_approve(
    steps: TaskApproveSteps, *, task_id: str, session: Session
) -> str:
    """A person lets a task begin. The governance queue asks for that.

    `task_id` is taskId in the model.
    """
    with telemetry.tracer().start_as_current_span("TaskApprove"):
        find = await run_step("find", steps.find, task_id=task_id)
        task = find
        origin = task.status
        task = task.model_copy(update={"approved_by": session.agent_id})
        await run_step(
            "change",
            steps.change,
            session=session,
            task=task,
            what="task_approve",
            origin=origin,
            remark=None,
        )
        return task_id + " may begin"
