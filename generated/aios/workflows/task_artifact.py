# Generated from AIOS_Tasks::TaskArtifact (ssot/aios/tasks.sysml) and 2 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Notes what was produced."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import is_person
from ..types.aios_domain import TaskStatus
from ..types.aios_persistence import Session, Task
from .change import ChangeSteps, change
from .find_task import FindTaskSteps, find_task
from .running import Refused, composed, run_step


class TaskArtifactSteps(Protocol):
    """What TaskArtifact asks of those who do its steps."""

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


class DefaultTaskArtifactSteps(TaskArtifactSteps):
    """The steps of TaskArtifact as far as the model says what they do."""

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


async def task_artifact(
    steps: TaskArtifactSteps, *, task_id: str, artifact: str, session: Session
) -> str:
    """Notes what was produced.

    `task_id` is taskId in the model.
    """
    with telemetry.tracer().start_as_current_span("TaskArtifact"):
        find = await run_step("find", steps.find, task_id=task_id)
        task = find
        origin = task.status
        if not (
            is_person(role=session.role_mode)
            or (task.assignee if task.assignee is not None else "") == session.agent_id
        ):
            raise Refused("Only who runs a task, or a person, may do that.")
        if task.status != TaskStatus.RUNNING:
            raise Refused("Only a running task produces artifacts.")
        task = task.model_copy(update={"artifacts": (*task.artifacts, artifact)})
        await run_step(
            "change",
            steps.change,
            session=session,
            task=task,
            what="task_artifact",
            origin=origin,
            remark=artifact,
        )
        return task_id + " has " + artifact
