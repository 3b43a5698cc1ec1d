# Generated from AIOS_Tasks::TaskBlock (ssot/aios/tasks.sysml) and 2 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""A task cannot go on."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import is_person
from ..types.aios_persistence import Session, Task
from .block_task import BlockTaskSteps, block_task
from .find_task import FindTaskSteps, find_task
from .running import Refused, composed, run_step


class TaskBlockSteps(Protocol):
    """What TaskBlock asks of those who do its steps."""

    @abstractmethod
    async def find(self, *, task_id: str) -> Task:
        """The task with an id; without one the run is refused."""

    @abstractmethod
    async def block(
        self, *, session: Session, task: Task, what: str, reason: str
    ) -> None:
        """A task cannot go on: it is blocked until a person has looked at it, and its
        place is given free.
        """


class DefaultTaskBlockSteps(TaskBlockSteps):
    """The steps of TaskBlock as far as the model says what they do."""

    def __init__(
        self,
        *,
        find_task_steps: FindTaskSteps,
        block_task_steps: BlockTaskSteps,
    ) -> None:
        self.find_task_steps = find_task_steps
        self.block_task_steps = block_task_steps

    @composed
    async def find(self, *, task_id: str) -> Task:
        return await find_task(self.find_task_steps, task_id=task_id)

    @composed
    async def block(
        self, *, session: Session, task: Task, what: str, reason: str
    ) -> None:
        await block_task(
            self.block_task_steps, session=session, task=task, what=what, reason=reason
        )


async def task_block(
    steps: TaskBlockSteps, *, task_id: str, reason: str, session: Session
) -> str:
    """A task cannot go on.

    `task_id` is taskId in the model.
    """
    with telemetry.tracer().start_as_current_span("TaskBlock"):
        find = await run_step("find", steps.find, task_id=task_id)
        task = find
        if not (
            is_person(role=session.role_mode)
            or (task.assignee if task.assignee is not None else "") == session.agent_id
        ):
            raise Refused("Only who runs a task, or a person, may do that.")
        await run_step(
            "block",
            steps.block,
            session=session,
            task=task,
            what="task_block",
            reason=reason,
        )
        return task_id + " is blocked"
