# Generated from AIOS_Emergencies::TaskStop (ssot/aios/emergencies.sysml) and 6 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Emergency stop: the task is blocked, its lock is taken away, and the sessions of who
ran it are ended.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..states import task_life
from ..support.present import now
from ..types.aios_authority import RoleMode
from ..types.aios_domain import TaskStatus
from ..types.aios_life import Blocked
from ..types.aios_persistence import Session, Task
from .change import ChangeSteps, change
from .end_session import EndSessionSteps, end_session
from .find_task import FindTaskSteps, find_task
from .release_lock import ReleaseLockSteps, release_lock
from .running import Refused, composed, run_step


class TaskStopSteps(Protocol):
    """What TaskStop asks of those who do its steps."""

    @abstractmethod
    async def all_session(self) -> tuple[Session, ...]:
        """All instances of Session."""

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

    @abstractmethod
    async def finish(
        self, *, session: Session, ending: Session, reason: str, succeeded: bool
    ) -> None:
        """Ends a session: its token is refused from now on, the places of the tasks it
        leaves are given free, and the audit trail tells both.
        """


class DefaultTaskStopSteps(TaskStopSteps):
    """The steps of TaskStop as far as the model says what they do."""

    def __init__(
        self,
        *,
        find_task_steps: FindTaskSteps,
        change_steps: ChangeSteps,
        release_lock_steps: ReleaseLockSteps,
        end_session_steps: EndSessionSteps,
    ) -> None:
        self.find_task_steps = find_task_steps
        self.change_steps = change_steps
        self.release_lock_steps = release_lock_steps
        self.end_session_steps = end_session_steps

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

    @composed
    async def finish(
        self, *, session: Session, ending: Session, reason: str, succeeded: bool
    ) -> None:
        await end_session(
            self.end_session_steps,
            session=session,
            ending=ending,
            reason=reason,
            succeeded=succeeded,
        )


async def task_stop(
    steps: TaskStopSteps, *, task_id: str, reason: str, session: Session
) -> str:
    """Emergency stop: the task is blocked, its lock is taken away, and the sessions of
    who ran it are ended.

    `task_id` is taskId in the model.
    """
    with telemetry.tracer().start_as_current_span("TaskStop"):
        find = await run_step("find", steps.find, task_id=task_id)
        task = find
        origin = task.status
        happen = await run_step(
            "happen", steps.fire_task, entity=task, signal=Blocked()
        )
        task = happen
        task = task.model_copy(update={"blocked_reason": reason})
        task = task.model_copy(update={"blocked_at": now()})
        await run_step(
            "change",
            steps.change,
            session=session,
            task=task,
            what="emergency_stop",
            origin=origin,
            remark=reason,
        )
        await run_step("release", steps.release, task=task)
        all_session = await run_step("all Session", steps.all_session)
        for each in all_session:
            if (
                each.agent_id == task.assignee
                and each.ended_at is None
                and (each.role_mode != RoleMode.PROJECT_OWNER)
            ):
                await run_step(
                    "finish",
                    steps.finish,
                    session=session,
                    ending=each,
                    reason="emergency stop of " + task_id,
                    succeeded=False,
                )
        return task_id + " is stopped"
