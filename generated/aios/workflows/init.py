# Generated from AIOS_Agents::Init (ssot/aios/agents.sysml) and 6 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Sets the system up: its queues, and the session of the project owner. Afterwards it
is refused.
"""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from .. import telemetry
from ..calculations import standard_queues
from ..support.present import now
from ..types.aios_authority import RoleMode
from ..types.aios_domain import AgentKind
from ..types.aios_persistence import AgentRecord, Project, Session, TaskQueue
from .running import Refused, run_step


@dataclass(frozen=True, slots=True)
class IssueResult:
    """What the step issue gives."""

    token: str
    digest: str


@dataclass(frozen=True, slots=True)
class InitResult:
    """What Init gives."""

    report: str
    session_token: str


class InitSteps(Protocol):
    """What Init asks of those who do its steps."""

    @abstractmethod
    async def all_project(self) -> tuple[Project, ...]:
        """All instances of Project."""

    @abstractmethod
    async def store_project(self, *, entity: Project) -> None:
        """Store Project as the storage of the system does."""

    @abstractmethod
    async def store_task_queue(self, *, entity: TaskQueue) -> None:
        """Store TaskQueue as the storage of the system does."""

    @abstractmethod
    async def store_agent_record(self, *, entity: AgentRecord) -> None:
        """Store AgentRecord as the storage of the system does."""

    @abstractmethod
    async def issue(self) -> IssueResult:
        """The step issue."""

    @abstractmethod
    async def store_session(self, *, entity: Session) -> None:
        """Store Session as the storage of the system does."""


class DefaultInitSteps(InitSteps):
    """The steps of Init as far as the model says what they do."""

    async def issue(self) -> IssueResult:
        import hashlib
        import secrets

        token = secrets.token_urlsafe(32)
        digest = hashlib.sha256(token.encode()).hexdigest()
        return IssueResult(token=token, digest=digest)


async def init(
    steps: InitSteps,
    *,
    title: str = "AI Workflow OS",
    owner: str = "owner",
    hours: int = 720,
) -> InitResult:
    """Sets the system up: its queues, and the session of the project owner. Afterwards
    it is refused.
    """
    with telemetry.tracer().start_as_current_span("Init"):
        all_project = await run_step("all Project", steps.all_project)
        if bool(all_project):
            raise Refused("The system is set up already.")
        await run_step(
            "project",
            steps.store_project,
            entity=Project(name="project", title=title, initialized_at=now()),
        )
        for each in standard_queues():
            await run_step("queue", steps.store_task_queue, entity=each)
        await run_step(
            "person",
            steps.store_agent_record,
            entity=AgentRecord(
                agent_id="agent-1",
                name=owner,
                kind=AgentKind.HUMAN,
                registered_by="init",
                registered_at=now(),
            ),
        )
        issue = await run_step("issue", steps.issue)
        await run_step(
            "session",
            steps.store_session,
            entity=Session(
                token_digest=issue.digest,
                agent_id="agent-1",
                role_mode=RoleMode.PROJECT_OWNER,
                task_scope=("*",),
                created_at=now(),
                expires_at=now() + timedelta(seconds=hours * 3600.0),
            ),
        )
        session_token = issue.token
        report = title + " is set up; keep the token, it is not shown again"
        return InitResult(report=report, session_token=session_token)
