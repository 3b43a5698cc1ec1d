# Generated from AIOS_Audit::BlockTask (ssot/aios/audit.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""A task cannot go on: it is blocked until a person has looked at it, and its place is
given free.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..states import task_life
from ..support.present import now
from ..types.aios_domain import TaskStatus
from ..types.aios_life import Blocked
from ..types.aios_persistence import Session, Task
from .change import ChangeSteps, change
from .release_lock import ReleaseLockSteps, release_lock
from .running import Refused, composed, run_step


class BlockTaskSteps(Protocol):
    """What BlockTask asks of those who do its steps."""

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


class DefaultBlockTaskSteps(BlockTaskSteps):
    """The steps of BlockTask as far as the model says what they do."""

    def __init__(
        self,
        *,
        change_steps: ChangeSteps,
        release_lock_steps: ReleaseLockSteps,
    ) -> None:
        self.change_steps = change_steps
        self.release_lock_steps = release_lock_steps

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


async def block_task(
    steps: BlockTaskSteps, *, session: Session, task: Task, what: str, reason: str
) -> Task:
    """A task cannot go on: it is blocked until a person has looked at it, and its place
    is given free.
    """
    with telemetry.tracer().start_as_current_span("BlockTask"):
        blocked = task
        origin = blocked.status
        happen = await run_step(
            "happen", steps.fire_task, entity=blocked, signal=Blocked()
        )
        blocked = happen
        blocked = blocked.model_copy(update={"blocked_reason": reason})
        blocked = blocked.model_copy(update={"blocked_at": now()})
        await run_step(
            "change",
            steps.change,
            session=session,
            task=blocked,
            what=what,
            origin=origin,
            remark=reason,
        )
        await run_step("release", steps.release, task=blocked)
        return happen
