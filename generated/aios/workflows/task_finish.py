# Generated from AIOS_Tasks::TaskFinish (ssot/aios/tasks.sysml) and 4 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Hands a running task to the final review of a person."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import is_person
from ..states import task_life
from ..types.aios_domain import TaskStatus
from ..types.aios_life import Finished
from ..types.aios_persistence import Session, Task
from .change import ChangeSteps, change
from .find_task import FindTaskSteps, find_task
from .release_lock import ReleaseLockSteps, release_lock
from .running import Refused, composed, run_step


class TaskFinishSteps(Protocol):
    """What TaskFinish asks of those who do its steps."""

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

    @abstractmethod
    async def release(self, *, task: Task) -> None:
        """Gives the place of a task in its queue free."""


class DefaultTaskFinishSteps(TaskFinishSteps):
    """The steps of TaskFinish as far as the model says what they do."""

    def __init__(
        self,
        *,
        find_task_steps: FindTaskSteps,
        change_steps: ChangeSteps,
        release_lock_steps: ReleaseLockSteps,
    ) -> None:
        self.find_task_steps = find_task_steps
        self.change_steps = change_steps
        self.release_lock_steps = release_lock_steps

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

    @composed
    async def release(self, *, task: Task) -> None:
        await release_lock(self.release_lock_steps, task=task)


async def task_finish(steps: TaskFinishSteps, *, task_id: str, session: Session) -> str:
    """Hands a running task to the final review of a person.

    `task_id` is taskId in the model.
    """
    with telemetry.tracer().start_as_current_span("TaskFinish"):
        find = await run_step("find", steps.find, task_id=task_id)
        task = find
        origin = task.status
        if not (
            is_person(role=session.role_mode)
            or (task.assignee if task.assignee is not None else "") == session.agent_id
        ):
            raise Refused("Only who runs a task, or a person, may do that.")
        happen = await run_step(
            "happen", steps.fire_task, entity=task, signal=Finished()
        )
        task = happen
        await run_step(
            "change",
            steps.change,
            session=session,
            task=task,
            what="task_finish",
            origin=origin,
            remark=None,
        )
        await run_step("release", steps.release, task=task)
        return task_id + " is reviewing"
