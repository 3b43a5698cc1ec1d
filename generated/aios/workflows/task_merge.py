# Generated from AIOS_Tasks::TaskMerge (ssot/aios/tasks.sysml) and 6 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Somebody with authority merges what a person has accepted."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import governance_clear
from ..states import task_life
from ..support.present import now
from ..types.aios_domain import TaskStatus
from ..types.aios_life import Merged
from ..types.aios_persistence import Deviation, Project, Session, Task
from .change import ChangeSteps, change
from .find_task import FindTaskSteps, find_task
from .refuse_when_frozen import RefuseWhenFrozenSteps, refuse_when_frozen
from .running import Refused, composed, run_step


class TaskMergeSteps(Protocol):
    """What TaskMerge asks of those who do its steps."""

    @abstractmethod
    async def all_project(self) -> tuple[Project, ...]:
        """All instances of Project."""

    @abstractmethod
    async def all_deviation(self) -> tuple[Deviation, ...]:
        """All instances of Deviation."""

    @abstractmethod
    async def find(self, *, task_id: str) -> Task:
        """The task with an id; without one the run is refused."""

    @abstractmethod
    async def not_frozen(self) -> None:
        """Refuses while the system is frozen, and says who froze it, when, why, and
        what ends that.
        """

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


class DefaultTaskMergeSteps(TaskMergeSteps):
    """The steps of TaskMerge as far as the model says what they do."""

    def __init__(
        self,
        *,
        find_task_steps: FindTaskSteps,
        refuse_when_frozen_steps: RefuseWhenFrozenSteps,
        change_steps: ChangeSteps,
    ) -> None:
        self.find_task_steps = find_task_steps
        self.refuse_when_frozen_steps = refuse_when_frozen_steps
        self.change_steps = change_steps

    @composed
    async def find(self, *, task_id: str) -> Task:
        return await find_task(self.find_task_steps, task_id=task_id)

    @composed
    async def not_frozen(self) -> None:
        await refuse_when_frozen(self.refuse_when_frozen_steps)

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


async def task_merge(steps: TaskMergeSteps, *, task_id: str, session: Session) -> str:
    """Somebody with authority merges what a person has accepted.

    `task_id` is taskId in the model.
    """
    with telemetry.tracer().start_as_current_span("TaskMerge"):
        find = await run_step("find", steps.find, task_id=task_id)
        task = find
        origin = task.status
        if not (task.status != TaskStatus.REVIEWING or task.accepted_by is not None):
            raise Refused(
                "A task is merged after a person has accepted it (task accept)."
            )
        await run_step("notFrozen", steps.not_frozen)
        all_deviation = await run_step("all Deviation", steps.all_deviation)
        all_project = await run_step("all Project", steps.all_project)
        if not governance_clear(deviations=all_deviation, projects=all_project):
            raise Refused(
                "Nothing is merged while a deviation is unresolved (deviation resolve)."
            )
        happen = await run_step("happen", steps.fire_task, entity=task, signal=Merged())
        task = happen
        task = task.model_copy(update={"merged_at": now()})
        await run_step(
            "change",
            steps.change,
            session=session,
            task=task,
            what="task_merge",
            origin=origin,
            remark=None,
        )
        return task_id + " is merged"
