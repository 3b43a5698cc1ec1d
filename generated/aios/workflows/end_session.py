# Generated from AIOS_Audit::EndSession (ssot/aios/audit.sysml) and 5 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Ends a session: its token is refused from now on, the places of the tasks it leaves
are given free, and the audit trail tells both.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import left_by
from ..support.present import now
from ..types.aios_domain import SessionState, TaskStatus
from ..types.aios_persistence import Session, Task
from .block_task import BlockTaskSteps, block_task
from .note import NoteSteps, note
from .running import composed, run_step


class EndSessionSteps(Protocol):
    """What EndSession asks of those who do its steps."""

    @abstractmethod
    async def all_task(self) -> tuple[Task, ...]:
        """All instances of Task."""

    @abstractmethod
    async def all_session(self) -> tuple[Session, ...]:
        """All instances of Session."""

    @abstractmethod
    async def store_session(self, *, entity: Session) -> None:
        """Store Session as the storage of the system does."""

    @abstractmethod
    async def audit(
        self,
        *,
        session: Session,
        what: str,
        task_id: str | None,
        origin: TaskStatus | None,
        target: TaskStatus | None,
        remark: str | None,
    ) -> None:
        """Adds an entry to the audit trail."""

    @abstractmethod
    async def leave(
        self, *, session: Session, task: Task, what: str, reason: str
    ) -> None:
        """A task cannot go on: it is blocked until a person has looked at it, and its
        place is given free.
        """


class DefaultEndSessionSteps(EndSessionSteps):
    """The steps of EndSession as far as the model says what they do."""

    def __init__(
        self,
        *,
        note_steps: NoteSteps,
        block_task_steps: BlockTaskSteps,
    ) -> None:
        self.note_steps = note_steps
        self.block_task_steps = block_task_steps

    @composed
    async def audit(
        self,
        *,
        session: Session,
        what: str,
        task_id: str | None,
        origin: TaskStatus | None,
        target: TaskStatus | None,
        remark: str | None,
    ) -> None:
        await note(
            self.note_steps,
            session=session,
            what=what,
            task_id=task_id,
            origin=origin,
            target=target,
            remark=remark,
        )

    @composed
    async def leave(
        self, *, session: Session, task: Task, what: str, reason: str
    ) -> None:
        await block_task(
            self.block_task_steps, session=session, task=task, what=what, reason=reason
        )


async def end_session(
    steps: EndSessionSteps,
    *,
    session: Session,
    ending: Session,
    reason: str,
    succeeded: bool,
) -> None:
    """Ends a session: its token is refused from now on, the places of the tasks it
    leaves are given free, and the audit trail tells both.
    """
    with telemetry.tracer().start_as_current_span("EndSession"):
        ended = ending
        ended = ended.model_copy(update={"state": SessionState.TERMINATED})
        ended = ended.model_copy(update={"ended_at": now()})
        ended = ended.model_copy(update={"end_reason": reason})
        ended = ended.model_copy(update={"succeeded": succeeded})
        await run_step("keep", steps.store_session, entity=ended)
        await run_step(
            "audit",
            steps.audit,
            session=session,
            what="session_terminate",
            task_id=None,
            origin=None,
            target=None,
            remark=ended.agent_id + ": " + reason,
        )
        all_session = await run_step("all Session", steps.all_session)
        all_task = await run_step("all Task", steps.all_task)
        for each in left_by(
            tasks=all_task, sessions=all_session, ending=ended, moment=now()
        ):
            await run_step(
                "leave",
                steps.leave,
                session=session,
                task=each,
                what="session_left",
                reason="the session of " + ended.agent_id + " ended: " + reason,
            )
