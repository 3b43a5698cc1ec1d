# Generated from AIOS_Persistence (ssot/aios/persistence.sysml) and 13 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What is kept in the database."""

from __future__ import annotations

from datetime import datetime

from pydantic import AliasChoices, Field

from ._base import FrozenModel, Natural, Positive, new_identifier
from .aios_authority import RoleMode
from .aios_domain import (
    AgentKind,
    Dimension,
    IssueType,
    Persona,
    Priority,
    ProposalStatus,
    QueueName,
    SessionState,
    Stage,
    TaskStatus,
    Verdict,
)


class Project(FrozenModel):
    """The system as a whole; there is one row."""

    name: str
    title: str
    frozen: bool = False
    initialized_at: datetime


class TaskQueue(FrozenModel):
    """A queue with its policy. Tasks that run hold a lock of it."""

    name: QueueName
    purpose: str
    max_concurrent: Positive
    lock_on_start: bool = True
    auto_release_on_finish: bool = True
    requires_human_approval: bool = False
    audit_all_actions: bool = True
    locks: tuple[str, ...] = Field(
        default=(),
        description="The tasks that hold a lock; SYSTEM_LOCK lets nobody begin.",
    )


class Task(FrozenModel):
    """A TaskCard."""

    task_id: str
    title: str
    description: str = ""
    requirements: tuple[str, ...] = Field(
        default=(), description="What has to be fulfilled."
    )
    queue: QueueName
    priority: Priority = Priority.NORMAL
    status: TaskStatus = TaskStatus.INBOX
    part_of: str | None = Field(
        default=None, description="The task it was decomposed from."
    )
    assignee: str | None = Field(default=None, description="The agent that runs it.")
    approved_by: str | None = Field(
        default=None, description="The person who let it begin."
    )
    revision: Natural = Field(
        default=0, description="How often it was submitted for review."
    )
    accepted_by: str | None = Field(
        default=None,
        description="The person who accepted the result in the final review.",
    )
    artifacts: tuple[str, ...] = ()
    blocked_reason: str | None = None
    created_by: str
    created_at: datetime
    started_at: datetime | None = None
    blocked_at: datetime | None = None
    merged_at: datetime | None = None


class AuditEntry(FrozenModel):
    """One action, as the audit trail tells it."""

    number: Positive
    task_id: str | None = None
    moment: datetime
    who: str = Field(description="The agent or person.")
    role: RoleMode
    what: str
    origin: TaskStatus | None = Field(default=None, description="The state before.")
    target: TaskStatus | None = Field(default=None, description="The state after.")
    remark: str | None = None


class AgentRecord(FrozenModel):
    """A registered agent or person."""

    agent_id: str
    name: str
    kind: AgentKind
    registered_by: str
    registered_at: datetime


class Session(FrozenModel):
    """What somebody may do, on which tasks, and until when."""

    session_id: str = Field(default_factory=new_identifier)
    token_digest: str
    agent_id: str
    role_mode: RoleMode
    task_scope: tuple[str, ...] = ()
    state: SessionState = SessionState.ACTIVE
    created_at: datetime
    expires_at: datetime
    ended_at: datetime | None = None
    end_reason: str | None = None
    succeeded: bool = Field(
        default=True, description="Whether it was not ended in an emergency."
    )


class AccessRefusal(FrozenModel):
    """What somebody had no right to."""

    refusal_id: str = Field(default_factory=new_identifier)
    operation: str = Field(description="Name of the action.")
    resource: str | None = Field(
        default=None, description="Value of the input that has to be in scope."
    )
    reason: str
    refused_at: datetime


class Review(FrozenModel):
    """One review of one revision."""

    review_id: str
    task_id: str
    revision: Positive
    reviewer: str
    persona: Persona | None = None
    verdict: Verdict | None = None
    summary: str | None = None
    created_at: datetime
    closed_at: datetime | None = None


class ReviewCheck(FrozenModel):
    """What was found in one dimension."""

    review: Review
    dimension: Dimension
    critical: Natural = 0
    major: Natural = 0
    minor: Natural = 0
    notes: str | None = None
    checked_at: datetime


class Proposal(FrozenModel):
    """A request to change a spec."""

    proposal_id: str
    title: str
    change: str
    status: ProposalStatus = ProposalStatus.PENDING
    proposed_by: str
    proposed_at: datetime
    decided_by: str | None = None
    decided_at: datetime | None = None
    rationale: str | None = None


class Deviation(FrozenModel):
    """A declared override at level L2."""

    deviation_id: str
    topic: str
    reason: str
    declared_by: str
    declared_at: datetime
    resolved_by: str | None = None
    resolved_at: datetime | None = None


class FreezeRecord(FrozenModel):
    """A freeze, from its beginning to its end."""

    number: Positive
    reason: str
    frozen_by: str
    frozen_at: datetime
    lifted_by: str | None = None
    lifted_at: datetime | None = None


class Issue(FrozenModel):
    """Something that is escalated."""

    number: Positive
    type_: IssueType = Field(
        validation_alias=AliasChoices("type", "type_"), serialization_alias="type"
    )
    stage: Stage = Stage.FIRST_RESPONSE
    task_id: str | None = None
    description: str
    raised_by: str
    raised_at: datetime
    resolved_at: datetime | None = None
