# Generated from AIOS_Tasks::TaskStart (ssot/aios/tasks.sysml) and 7 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Marks a task running, if its queue has a place for it."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import has_place, is_locked
from ..states import task_life
from ..support.present import now
from ..types.aios_domain import QueueName, TaskStatus
from ..types.aios_life import Started
from ..types.aios_persistence import Session, Task, TaskQueue
from .change import ChangeSteps, change
from .find_queue import FindQueueSteps, find_queue
from .find_task import FindTaskSteps, find_task
from .refuse_when_frozen import RefuseWhenFrozenSteps, refuse_when_frozen
from .running import Refused, composed, run_step


class TaskStartSteps(Protocol):
    """What TaskStart asks of those who do its steps."""

    @abstractmethod
    async def all_task(self) -> tuple[Task, ...]:
        """All instances of Task."""

    @abstractmethod
    async def find(self, *, task_id: str) -> Task:
        """The task with an id; without one the run is refused."""

    @abstractmethod
    async def place(self, *, name: QueueName) -> TaskQueue:
        """The queue with a name; without one the run is refused."""

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

    @abstractmethod
    async def store_task_queue(self, *, entity: TaskQueue) -> None:
        """Store TaskQueue as the storage of the system does."""


class DefaultTaskStartSteps(TaskStartSteps):
    """The steps of TaskStart as far as the model says what they do."""

    def __init__(
        self,
        *,
        find_task_steps: FindTaskSteps,
        find_queue_steps: FindQueueSteps,
        refuse_when_frozen_steps: RefuseWhenFrozenSteps,
        change_steps: ChangeSteps,
    ) -> None:
        self.find_task_steps = find_task_steps
        self.find_queue_steps = find_queue_steps
        self.refuse_when_frozen_steps = refuse_when_frozen_steps
        self.change_steps = change_steps

    @composed
    async def find(self, *, task_id: str) -> Task:
        return await find_task(self.find_task_steps, task_id=task_id)

    @composed
    async def place(self, *, name: QueueName) -> TaskQueue:
        return await find_queue(self.find_queue_steps, name=name)

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


async def task_start(steps: TaskStartSteps, *, task_id: str, session: Session) -> str:
    """Marks a task running, if its queue has a place for it.

    `task_id` is taskId in the model.
    """
    with telemetry.tracer().start_as_current_span("TaskStart"):
        find = await run_step("find", steps.find, task_id=task_id)
        task = find
        origin = task.status
        place = await run_step("place", steps.place, name=task.queue)
        queue = place
        await run_step("notFrozen", steps.not_frozen)
        if bool(is_locked(queue=queue)):
            raise Refused("The queue is locked (SYSTEM_LOCK).")
        if not (not queue.requires_human_approval or task.approved_by is not None):
            raise Refused(
                "Tasks of this queue begin with the approval of a person (task approve)."
            )
        all_task = await run_step("all Task", steps.all_task)
        if not (
            task.status != TaskStatus.QUEUED or has_place(queue=queue, tasks=all_task)
        ):
            raise Refused(
                "The queue is at capacity: as many tasks run as may run at the same time."
            )
        happen = await run_step(
            "happen", steps.fire_task, entity=task, signal=Started()
        )
        task = happen
        task = task.model_copy(update={"assignee": session.agent_id})
        task = task.model_copy(
            update={
                "started_at": task.started_at if task.started_at is not None else now()
            }
        )
        await run_step(
            "change",
            steps.change,
            session=session,
            task=task,
            what="task_start",
            origin=origin,
            remark=None,
        )
        if queue.lock_on_start:
            queue = queue.model_copy(update={"locks": (*queue.locks, task_id)})
            await run_step("lock", steps.store_task_queue, entity=queue)
        return task_id + " is running"
