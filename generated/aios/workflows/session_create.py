# Generated from AIOS_Agents::SessionCreate (ssot/aios/agents.sysml) and 4 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Gives an agent a session: a role mode, the tasks it is about, and an end. The token
is shown once.
"""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol
from uuid import uuid4

from .. import telemetry
from ..calculations import agent_with, is_person, rank
from ..support.present import now
from ..types.aios_authority import RoleMode
from ..types.aios_domain import AgentKind, TaskStatus
from ..types.aios_persistence import AgentRecord, Session
from .note import NoteSteps, note
from .running import Refused, composed, run_step


@dataclass(frozen=True, slots=True)
class IssueResult:
    """What the step issue gives."""

    token: str
    digest: str


@dataclass(frozen=True, slots=True)
class SessionCreateResult:
    """What SessionCreate gives."""

    report: str
    session_id: str
    session_token: str


class SessionCreateSteps(Protocol):
    """What SessionCreate asks of those who do its steps."""

    @abstractmethod
    async def all_agent_record(self) -> tuple[AgentRecord, ...]:
        """All instances of AgentRecord."""

    @abstractmethod
    async def issue(self) -> IssueResult:
        """The step issue."""

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


class DefaultSessionCreateSteps(SessionCreateSteps):
    """The steps of SessionCreate as far as the model says what they do."""

    def __init__(
        self,
        *,
        note_steps: NoteSteps,
    ) -> None:
        self.note_steps = note_steps

    async def issue(self) -> IssueResult:
        import hashlib
        import secrets

        token = secrets.token_urlsafe(32)
        digest = hashlib.sha256(token.encode()).hexdigest()
        return IssueResult(token=token, digest=digest)

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


async def session_create(
    steps: SessionCreateSteps,
    *,
    agent_id: str,
    role_mode: RoleMode,
    session: Session,
    task_scope: tuple[str, ...] = (),
    minutes: int = 480,
) -> SessionCreateResult:
    """Gives an agent a session: a role mode, the tasks it is about, and an end. The
    token is shown once.

    `agent_id` is agentId in the model.
    `role_mode` is roleMode in the model.
    `task_scope` is taskScope in the model.
    """
    with telemetry.tracer().start_as_current_span("SessionCreate"):
        all_agent_record = await run_step("all AgentRecord", steps.all_agent_record)
        agent = agent_with(agents=all_agent_record, agent_id=agent_id)
        if agent is None:
            raise Refused("there is no agent " + agent_id)
        known = agent
        if not rank(role=role_mode) <= rank(role=session.role_mode):
            raise Refused("Nobody gives a session a higher role than their own.")
        if not (known.kind == AgentKind.HUMAN or not is_person(role=role_mode)):
            raise Refused(
                "An AI agent works in the modes architect, planner, executor and builder only."
            )
        if not (
            "*" in session.task_scope
            or all(each in session.task_scope for each in task_scope)
        ):
            raise Refused("Nobody gives a session a wider scope than their own.")
        issue = await run_step("issue", steps.issue)
        made = Session(
            session_id=str(uuid4()),
            token_digest=issue.digest,
            agent_id=agent_id,
            role_mode=role_mode,
            task_scope=task_scope,
            created_at=now(),
            expires_at=now() + timedelta(seconds=minutes * 60.0),
        )
        await run_step("keep", steps.store_session, entity=made)
        await run_step(
            "audit",
            steps.audit,
            session=session,
            what="session_create",
            task_id=None,
            origin=None,
            target=None,
            remark=agent_id,
        )
        session_id = made.session_id
        session_token = issue.token
        report = agent_id + " has a session"
        return SessionCreateResult(
            report=report, session_id=session_id, session_token=session_token
        )
