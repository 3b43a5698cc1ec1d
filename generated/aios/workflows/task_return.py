# Generated from AIOS_Tasks::TaskReturn (ssot/aios/tasks.sysml) and 6 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The final review: a person wants something else. The task takes a place in its queue
again.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import has_place
from ..states import task_life
from ..types.aios_domain import QueueName, TaskStatus
from ..types.aios_life import SentBack
from ..types.aios_persistence import Session, Task, TaskQueue
from .change import ChangeSteps, change
from .find_queue import FindQueueSteps, find_queue
from .find_task import FindTaskSteps, find_task
from .running import Refused, composed, run_step


class TaskReturnSteps(Protocol):
    """What TaskReturn asks of those who do its steps."""

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


class DefaultTaskReturnSteps(TaskReturnSteps):
    """The steps of TaskReturn as far as the model says what they do."""

    def __init__(
        self,
        *,
        find_task_steps: FindTaskSteps,
        find_queue_steps: FindQueueSteps,
        change_steps: ChangeSteps,
    ) -> None:
        self.find_task_steps = find_task_steps
        self.find_queue_steps = find_queue_steps
        self.change_steps = change_steps

    @composed
    async def find(self, *, task_id: str) -> Task:
        return await find_task(self.find_task_steps, task_id=task_id)

    @composed
    async def place(self, *, name: QueueName) -> TaskQueue:
        return await find_queue(self.find_queue_steps, name=name)

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


async def task_return(
    steps: TaskReturnSteps, *, task_id: str, reason: str, session: Session
) -> str:
    """The final review: a person wants something else. The task takes a place in its
    queue again.

    `task_id` is taskId in the model.
    """
    with telemetry.tracer().start_as_current_span("TaskReturn"):
        find = await run_step("find", steps.find, task_id=task_id)
        task = find
        origin = task.status
        place = await run_step("place", steps.place, name=task.queue)
        queue = place
        all_task = await run_step("all Task", steps.all_task)
        if not has_place(queue=queue, tasks=all_task):
            raise Refused(
                "The queue is at capacity: as many tasks run as may run at the same time."
            )
        happen = await run_step(
            "happen", steps.fire_task, entity=task, signal=SentBack()
        )
        task = happen
        task = task.model_copy(update={"accepted_by": None})
        await run_step(
            "change",
            steps.change,
            session=session,
            task=task,
            what="task_return",
            origin=origin,
            remark=reason,
        )
        if queue.lock_on_start:
            queue = queue.model_copy(update={"locks": (*queue.locks, task_id)})
            await run_step("lock", steps.store_task_queue, entity=queue)
        return task_id + " is running"
