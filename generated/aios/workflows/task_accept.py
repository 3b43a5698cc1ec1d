# Generated from AIOS_Tasks::TaskAccept (ssot/aios/tasks.sysml) and 2 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The final review: a person accepts the result."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..types.aios_domain import TaskStatus
from ..types.aios_persistence import Session, Task
from .change import ChangeSteps, change
from .find_task import FindTaskSteps, find_task
from .running import Refused, composed, run_step


class TaskAcceptSteps(Protocol):
    """What TaskAccept asks of those who do its steps."""

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


class DefaultTaskAcceptSteps(TaskAcceptSteps):
    """The steps of TaskAccept as far as the model says what they do."""

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


async def task_accept(steps: TaskAcceptSteps, *, task_id: str, session: Session) -> str:
    """The final review: a person accepts the result.

    `task_id` is taskId in the model.
    """
    with telemetry.tracer().start_as_current_span("TaskAccept"):
        find = await run_step("find", steps.find, task_id=task_id)
        task = find
        origin = task.status
        if task.status != TaskStatus.REVIEWING:
            raise Refused("Only a task that waits for the final review is accepted.")
        task = task.model_copy(update={"accepted_by": session.agent_id})
        await run_step(
            "change",
            steps.change,
            session=session,
            task=task,
            what="task_accept",
            origin=origin,
            remark=None,
        )
        return task_id + " is accepted"
