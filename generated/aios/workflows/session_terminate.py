# Generated from AIOS_Agents::SessionTerminate (ssot/aios/agents.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Ends a session: the caller's own, or that of somebody else by whoever manages
sessions.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import is_person, rank, session_with
from ..support.present import now
from ..types.aios_domain import SessionState, TaskStatus
from ..types.aios_persistence import Session
from .note import NoteSteps, note
from .running import Refused, composed, run_step


class SessionTerminateSteps(Protocol):
    """What SessionTerminate asks of those who do its steps."""

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


class DefaultSessionTerminateSteps(SessionTerminateSteps):
    """The steps of SessionTerminate as far as the model says what they do."""

    def __init__(
        self,
        *,
        note_steps: NoteSteps,
    ) -> None:
        self.note_steps = note_steps

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
        return await note(
            self.note_steps,
            session=session,
            what=what,
            task_id=task_id,
            origin=origin,
            target=target,
            remark=remark,
        )


async def session_terminate(
    steps: SessionTerminateSteps,
    *,
    session: Session,
    session_id: str | None = None,
    reason: str = "done",
    emergency: bool = False,
) -> str:
    """Ends a session: the caller's own, or that of somebody else by whoever manages
    sessions.

    `session_id` is sessionId in the model.
    """
    with telemetry.tracer().start_as_current_span("SessionTerminate"):
        all_session = await run_step("all Session", steps.all_session)
        found = session_with(
            sessions=all_session,
            session_id=session_id if session_id is not None else session.session_id,
        )
        if found is None:
            raise Refused("there is no such session")
        ending = found
        if not (
            ending.session_id == session.session_id
            or (
                is_person(role=session.role_mode)
                and rank(role=ending.role_mode) <= rank(role=session.role_mode)
            )
        ):
            raise Refused(
                "Only people end the sessions of others, and not those of higher roles."
            )
        if ending.ended_at is not None:
            raise Refused("The session was ended already.")
        ending = ending.model_copy(update={"state": SessionState.TERMINATED})
        ending = ending.model_copy(update={"ended_at": now()})
        ending = ending.model_copy(update={"end_reason": reason})
        ending = ending.model_copy(update={"succeeded": not emergency})
        await run_step("keep", steps.store_session, entity=ending)
        await run_step(
            "audit",
            steps.audit,
            session=session,
            what="session_terminate",
            task_id=None,
            origin=None,
            target=None,
            remark=ending.agent_id + ": " + reason,
        )
        return "the session of " + ending.agent_id + " is terminated"
