# Generated from AIOS_Tasks::TaskCreate (ssot/aios/tasks.sysml) and 2 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Creates a TaskCard in the inbox."""

from __future__ import annotations

from abc import abstractmethod
from re import fullmatch
from typing import Protocol

from .. import telemetry
from ..calculations import task_with
from ..support.present import now
from ..types.aios_domain import Priority, QueueName, TaskStatus
from ..types.aios_persistence import Session, Task
from .change import ChangeSteps, change
from .running import Refused, composed, run_step


class TaskCreateSteps(Protocol):
    """What TaskCreate asks of those who do its steps."""

    @abstractmethod
    async def all_task(self) -> tuple[Task, ...]:
        """All instances of Task."""

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


class DefaultTaskCreateSteps(TaskCreateSteps):
    """The steps of TaskCreate as far as the model says what they do."""

    def __init__(
        self,
        *,
        change_steps: ChangeSteps,
    ) -> None:
        self.change_steps = change_steps

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


async def task_create(
    steps: TaskCreateSteps,
    *,
    task_id: str,
    title: str,
    session: Session,
    queue: QueueName = QueueName.DEV,
    priority: Priority = Priority.NORMAL,
    description: str = "",
    requirements: tuple[str, ...] = (),
    part_of: str | None = None,
) -> str:
    """Creates a TaskCard in the inbox.

    `task_id` is taskId in the model.
    `part_of` is partOf in the model.
    """
    with telemetry.tracer().start_as_current_span("TaskCreate"):
        if fullmatch("[A-Za-z0-9][A-Za-z0-9_-]*", task_id) is None:
            raise Refused(
                "The id of a task is letters, digits, `_` and `-`: a file is called like it."
            )
        all_task = await run_step("all Task", steps.all_task)
        if task_with(tasks=all_task, task_id=task_id) is not None:
            raise Refused("There is a task with this id already.")
        if title.strip() == "":
            raise Refused("A task needs a title.")
        if not (
            part_of is None
            or task_with(tasks=all_task, task_id=part_of if part_of is not None else "")
            is not None
        ):
            raise Refused("There is no task that this one could be a part of.")
        task = Task(
            task_id=task_id,
            title=title,
            description=description,
            requirements=requirements,
            queue=queue,
            priority=priority,
            part_of=part_of,
            created_by=session.agent_id,
            created_at=now(),
        )
        await run_step(
            "change",
            steps.change,
            session=session,
            task=task,
            what="task_create",
            origin=TaskStatus.INBOX,
            remark=title,
        )
        return task_id + " is in the inbox"
