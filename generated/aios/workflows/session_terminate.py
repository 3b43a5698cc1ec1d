# Generated from AIOS_Agents::SessionTerminate (ssot/aios/agents.sysml) and 2 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Ends a session: the caller's own, or that of somebody else by whoever manages
sessions. What it leaves running is blocked, and gives its place free.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import is_person, rank, session_with
from ..types.aios_persistence import Session
from .end_session import EndSessionSteps, end_session
from .running import Refused, composed, run_step


class SessionTerminateSteps(Protocol):
    """What SessionTerminate asks of those who do its steps."""

    @abstractmethod
    async def all_session(self) -> tuple[Session, ...]:
        """All instances of Session."""

    @abstractmethod
    async def finish(
        self, *, session: Session, ending: Session, reason: str, succeeded: bool
    ) -> None:
        """Ends a session: its token is refused from now on, the places of the tasks it
        leaves are given free, and the audit trail tells both.
        """


class DefaultSessionTerminateSteps(SessionTerminateSteps):
    """The steps of SessionTerminate as far as the model says what they do."""

    def __init__(
        self,
        *,
        end_session_steps: EndSessionSteps,
    ) -> None:
        self.end_session_steps = end_session_steps

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


async def session_terminate(
    steps: SessionTerminateSteps,
    *,
    session: Session,
    session_id: str | None = None,
    reason: str = "done",
    emergency: bool = False,
) -> str:
    """Ends a session: the caller's own, or that of somebody else by whoever manages
    sessions. What it leaves running is blocked, and gives its place free.

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
        await run_step(
            "finish",
            steps.finish,
            session=session,
            ending=ending,
            reason=reason,
            succeeded=not emergency,
        )
        return "the session of " + ending.agent_id + " is terminated"
