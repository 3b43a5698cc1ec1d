# Generated from AIOS_Persistence::AccessRefusal (ssot/aios/persistence.sysml) and 119 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The tables of the system as mapped classes, one per entity of the model."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa
from sqlalchemy import orm

from ..types.aios_authority import RoleMode
from ..types.aios_domain import AgentKind
from ..types.aios_domain import Dimension
from ..types.aios_domain import IssueType
from ..types.aios_domain import Persona
from ..types.aios_domain import Priority
from ..types.aios_domain import ProposalStatus
from ..types.aios_domain import QueueName
from ..types.aios_domain import SessionState
from ..types.aios_domain import Stage
from ..types.aios_domain import TaskStatus
from ..types.aios_domain import Verdict
from .columns import JSON, Choice, Timestamp, new_identifier


class Base(orm.DeclarativeBase):
    """What all rows have in common: one catalogue of tables."""


class AccessRefusalRow(Base):
    """What somebody had no right to."""

    __tablename__ = "access_refusals"
    __table_args__ = (sa.PrimaryKeyConstraint("refusal_id", name="pk_access_refusals"),)

    refusal_id: orm.Mapped[str] = orm.mapped_column(
        "refusal_id", sa.String(), nullable=False, default=new_identifier
    )
    # Name of the action.
    operation: orm.Mapped[str] = orm.mapped_column(
        "operation", sa.String(), nullable=False
    )
    # Value of the input that has to be in scope.
    resource: orm.Mapped[str | None] = orm.mapped_column(
        "resource", sa.String(), nullable=True
    )
    reason: orm.Mapped[str] = orm.mapped_column("reason", sa.Text(), nullable=False)
    refused_at: orm.Mapped[dt.datetime] = orm.mapped_column(
        "refused_at", Timestamp(), nullable=False
    )


class AgentRecordRow(Base):
    """A registered agent or person."""

    __tablename__ = "agents"
    __table_args__ = (
        sa.PrimaryKeyConstraint("agent_id", name="pk_agents"),
        sa.UniqueConstraint("name", name="uq_agents_name"),
        sa.CheckConstraint(
            'length("agent_id") <= 60', name="ck_agents_agent_id_85b08885"
        ),
        sa.CheckConstraint(
            "\"kind\" IN ('ai', 'human')", name="ck_agents_kind_82a8d49d"
        ),
        sa.CheckConstraint('length("name") <= 120', name="ck_agents_name_dd782a07"),
    )

    agent_id: orm.Mapped[str] = orm.mapped_column(
        "agent_id", sa.String(length=60), nullable=False
    )
    name: orm.Mapped[str] = orm.mapped_column(
        "name", sa.String(length=120), nullable=False
    )
    kind: orm.Mapped[AgentKind] = orm.mapped_column(
        "kind", Choice(AgentKind), nullable=False
    )
    registered_by: orm.Mapped[str] = orm.mapped_column(
        "registered_by", sa.String(), nullable=False
    )
    registered_at: orm.Mapped[dt.datetime] = orm.mapped_column(
        "registered_at", Timestamp(), nullable=False
    )


class AuditEntryRow(Base):
    """One action, as the audit trail tells it."""

    __tablename__ = "audit_entries"
    __table_args__ = (
        sa.PrimaryKeyConstraint("number", name="pk_audit_entries"),
        sa.CheckConstraint('"number" > 0', name="ck_audit_entries_number_f7a8a8bb"),
        sa.CheckConstraint(
            "\"origin\" IN ('blocked', 'code_review', 'inbox', 'merged', 'queued', 'reviewing', 'running')",
            name="ck_audit_entries_origin_1c994f33",
        ),
        sa.CheckConstraint(
            "\"role\" IN ('architect', 'builder', 'executor', 'humanOperator', 'planner', 'platformEngineer', 'projectLead', 'projectOwner')",
            name="ck_audit_entries_role_981022d8",
        ),
        sa.CheckConstraint(
            "\"target\" IN ('blocked', 'code_review', 'inbox', 'merged', 'queued', 'reviewing', 'running')",
            name="ck_audit_entries_target_1c994f33",
        ),
        sa.Index("ix_audit_entries_task_id", "task_id"),
    )

    number: orm.Mapped[int] = orm.mapped_column(
        "number", sa.BigInteger(), nullable=False
    )
    task_id: orm.Mapped[str | None] = orm.mapped_column(
        "task_id", sa.String(), nullable=True
    )
    moment: orm.Mapped[dt.datetime] = orm.mapped_column(
        "moment", Timestamp(), nullable=False
    )
    # The agent or person.
    who: orm.Mapped[str] = orm.mapped_column("who", sa.String(), nullable=False)
    role: orm.Mapped[RoleMode] = orm.mapped_column(
        "role", Choice(RoleMode), nullable=False
    )
    what: orm.Mapped[str] = orm.mapped_column("what", sa.String(), nullable=False)
    # The state before.
    origin: orm.Mapped[TaskStatus | None] = orm.mapped_column(
        "origin", Choice(TaskStatus), nullable=True
    )
    # The state after.
    target: orm.Mapped[TaskStatus | None] = orm.mapped_column(
        "target", Choice(TaskStatus), nullable=True
    )
    remark: orm.Mapped[str | None] = orm.mapped_column(
        "remark", sa.Text(), nullable=True
    )


class DeviationRow(Base):
    """A declared override at level L2."""

    __tablename__ = "deviations"
    __table_args__ = (
        sa.PrimaryKeyConstraint("deviation_id", name="pk_deviations"),
        sa.CheckConstraint(
            'length("deviation_id") <= 60', name="ck_deviations_deviation_id_85b08885"
        ),
    )

    deviation_id: orm.Mapped[str] = orm.mapped_column(
        "deviation_id", sa.String(length=60), nullable=False
    )
    topic: orm.Mapped[str] = orm.mapped_column("topic", sa.String(), nullable=False)
    reason: orm.Mapped[str] = orm.mapped_column("reason", sa.Text(), nullable=False)
    declared_by: orm.Mapped[str] = orm.mapped_column(
        "declared_by", sa.String(), nullable=False
    )
    declared_at: orm.Mapped[dt.datetime] = orm.mapped_column(
        "declared_at", Timestamp(), nullable=False
    )
    resolved_by: orm.Mapped[str | None] = orm.mapped_column(
        "resolved_by", sa.String(), nullable=True
    )
    resolved_at: orm.Mapped[dt.datetime | None] = orm.mapped_column(
        "resolved_at", Timestamp(), nullable=True
    )


class FreezeRecordRow(Base):
    """A freeze, from its beginning to its end."""

    __tablename__ = "freezes"
    __table_args__ = (
        sa.PrimaryKeyConstraint("number", name="pk_freezes"),
        sa.CheckConstraint('"number" > 0', name="ck_freezes_number_f7a8a8bb"),
    )

    number: orm.Mapped[int] = orm.mapped_column(
        "number", sa.BigInteger(), nullable=False
    )
    reason: orm.Mapped[str] = orm.mapped_column("reason", sa.Text(), nullable=False)
    frozen_by: orm.Mapped[str] = orm.mapped_column(
        "frozen_by", sa.String(), nullable=False
    )
    frozen_at: orm.Mapped[dt.datetime] = orm.mapped_column(
        "frozen_at", Timestamp(), nullable=False
    )
    lifted_by: orm.Mapped[str | None] = orm.mapped_column(
        "lifted_by", sa.String(), nullable=True
    )
    lifted_at: orm.Mapped[dt.datetime | None] = orm.mapped_column(
        "lifted_at", Timestamp(), nullable=True
    )


class IssueRow(Base):
    """Something that is escalated."""

    __tablename__ = "issues"
    __table_args__ = (
        sa.PrimaryKeyConstraint("number", name="pk_issues"),
        sa.CheckConstraint('"number" > 0', name="ck_issues_number_f7a8a8bb"),
        sa.CheckConstraint(
            "\"stage\" IN ('escalation', 'final_authority', 'first_response', 'resolved')",
            name="ck_issues_stage_46c06eb6",
        ),
        sa.CheckConstraint(
            "\"type\" IN ('agent_misbehavior', 'security_concern', 'spec_conflict', 'task_blocked')",
            name="ck_issues_type_fafaf1f3",
        ),
    )

    number: orm.Mapped[int] = orm.mapped_column(
        "number", sa.BigInteger(), nullable=False
    )
    type_: orm.Mapped[IssueType] = orm.mapped_column(
        "type", Choice(IssueType), nullable=False
    )
    stage: orm.Mapped[Stage] = orm.mapped_column(
        "stage", Choice(Stage), nullable=False, server_default="first_response"
    )
    task_id: orm.Mapped[str | None] = orm.mapped_column(
        "task_id", sa.String(), nullable=True
    )
    description: orm.Mapped[str] = orm.mapped_column(
        "description", sa.Text(), nullable=False
    )
    raised_by: orm.Mapped[str] = orm.mapped_column(
        "raised_by", sa.String(), nullable=False
    )
    raised_at: orm.Mapped[dt.datetime] = orm.mapped_column(
        "raised_at", Timestamp(), nullable=False
    )
    resolved_at: orm.Mapped[dt.datetime | None] = orm.mapped_column(
        "resolved_at", Timestamp(), nullable=True
    )


class ProjectRow(Base):
    """The system as a whole; there is one row."""

    __tablename__ = "project"
    __table_args__ = (
        sa.PrimaryKeyConstraint("name", name="pk_project"),
        sa.CheckConstraint('length("name") <= 60', name="ck_project_name_85b08885"),
    )

    name: orm.Mapped[str] = orm.mapped_column(
        "name", sa.String(length=60), nullable=False
    )
    title: orm.Mapped[str] = orm.mapped_column("title", sa.String(), nullable=False)
    frozen: orm.Mapped[bool] = orm.mapped_column(
        "frozen", sa.Boolean(), nullable=False, server_default=sa.false()
    )
    initialized_at: orm.Mapped[dt.datetime] = orm.mapped_column(
        "initialized_at", Timestamp(), nullable=False
    )


class ProposalRow(Base):
    """A request to change a spec."""

    __tablename__ = "proposals"
    __table_args__ = (
        sa.PrimaryKeyConstraint("proposal_id", name="pk_proposals"),
        sa.CheckConstraint(
            'length("proposal_id") <= 60', name="ck_proposals_proposal_id_85b08885"
        ),
        sa.CheckConstraint(
            "\"status\" IN ('accepted', 'pending', 'rejected')",
            name="ck_proposals_status_9e573b5b",
        ),
    )

    proposal_id: orm.Mapped[str] = orm.mapped_column(
        "proposal_id", sa.String(length=60), nullable=False
    )
    title: orm.Mapped[str] = orm.mapped_column("title", sa.String(), nullable=False)
    change: orm.Mapped[str] = orm.mapped_column("change", sa.Text(), nullable=False)
    status: orm.Mapped[ProposalStatus] = orm.mapped_column(
        "status", Choice(ProposalStatus), nullable=False, server_default="pending"
    )
    proposed_by: orm.Mapped[str] = orm.mapped_column(
        "proposed_by", sa.String(), nullable=False
    )
    proposed_at: orm.Mapped[dt.datetime] = orm.mapped_column(
        "proposed_at", Timestamp(), nullable=False
    )
    decided_by: orm.Mapped[str | None] = orm.mapped_column(
        "decided_by", sa.String(), nullable=True
    )
    decided_at: orm.Mapped[dt.datetime | None] = orm.mapped_column(
        "decided_at", Timestamp(), nullable=True
    )
    rationale: orm.Mapped[str | None] = orm.mapped_column(
        "rationale", sa.Text(), nullable=True
    )


class TaskQueueRow(Base):
    """A queue with its policy. Tasks that run hold a lock of it."""

    __tablename__ = "queues"
    __table_args__ = (
        sa.PrimaryKeyConstraint("name", name="pk_queues"),
        sa.CheckConstraint(
            '"max_concurrent" > 0', name="ck_queues_max_concurrent_f7a8a8bb"
        ),
        sa.CheckConstraint(
            "\"name\" IN ('data', 'dev', 'governance', 'research')",
            name="ck_queues_name_bdc78d9f",
        ),
    )

    name: orm.Mapped[QueueName] = orm.mapped_column(
        "name", Choice(QueueName), nullable=False
    )
    purpose: orm.Mapped[str] = orm.mapped_column("purpose", sa.String(), nullable=False)
    max_concurrent: orm.Mapped[int] = orm.mapped_column(
        "max_concurrent", sa.BigInteger(), nullable=False
    )
    lock_on_start: orm.Mapped[bool] = orm.mapped_column(
        "lock_on_start", sa.Boolean(), nullable=False, server_default=sa.true()
    )
    auto_release_on_finish: orm.Mapped[bool] = orm.mapped_column(
        "auto_release_on_finish", sa.Boolean(), nullable=False, server_default=sa.true()
    )
    requires_human_approval: orm.Mapped[bool] = orm.mapped_column(
        "requires_human_approval",
        sa.Boolean(),
        nullable=False,
        server_default=sa.false(),
    )
    audit_all_actions: orm.Mapped[bool] = orm.mapped_column(
        "audit_all_actions", sa.Boolean(), nullable=False, server_default=sa.true()
    )
    # The tasks that hold a lock; SYSTEM_LOCK lets nobody begin.
    locks: orm.Mapped[list[str]] = orm.mapped_column(
        "locks", JSON, nullable=False, server_default="[]"
    )


class ReviewCheckRow(Base):
    """What was found in one dimension."""

    __tablename__ = "review_checks"
    __table_args__ = (
        sa.PrimaryKeyConstraint("dimension", "review_id", name="pk_review_checks"),
        sa.ForeignKeyConstraint(
            ["review_id"], ["reviews.review_id"], name="fk_review_checks_review_id"
        ),
        sa.CheckConstraint(
            '"critical" >= 0', name="ck_review_checks_critical_80bb4527"
        ),
        sa.CheckConstraint(
            "\"dimension\" IN ('C', 'O', 'Q', 'R')",
            name="ck_review_checks_dimension_39fe2028",
        ),
        sa.CheckConstraint('"major" >= 0', name="ck_review_checks_major_80bb4527"),
        sa.CheckConstraint('"minor" >= 0', name="ck_review_checks_minor_80bb4527"),
    )

    dimension: orm.Mapped[Dimension] = orm.mapped_column(
        "dimension", Choice(Dimension), nullable=False
    )
    critical: orm.Mapped[int] = orm.mapped_column(
        "critical", sa.BigInteger(), nullable=False, server_default=sa.text("0")
    )
    major: orm.Mapped[int] = orm.mapped_column(
        "major", sa.BigInteger(), nullable=False, server_default=sa.text("0")
    )
    minor: orm.Mapped[int] = orm.mapped_column(
        "minor", sa.BigInteger(), nullable=False, server_default=sa.text("0")
    )
    notes: orm.Mapped[str | None] = orm.mapped_column("notes", sa.Text(), nullable=True)
    checked_at: orm.Mapped[dt.datetime] = orm.mapped_column(
        "checked_at", Timestamp(), nullable=False
    )
    review_id: orm.Mapped[str] = orm.mapped_column(
        "review_id", sa.String(length=80), nullable=False
    )
    review: orm.Mapped[ReviewRow] = orm.relationship(
        foreign_keys=lambda: [ReviewCheckRow.review_id],
    )


class ReviewRow(Base):
    """One review of one revision."""

    __tablename__ = "reviews"
    __table_args__ = (
        sa.PrimaryKeyConstraint("review_id", name="pk_reviews"),
        sa.CheckConstraint(
            "\"persona\" IN ('architecture_expert', 'domain_expert', 'performance_expert', 'security_expert', 'testing_expert')",
            name="ck_reviews_persona_41d4f5d9",
        ),
        sa.CheckConstraint(
            'length("review_id") <= 80', name="ck_reviews_review_id_ee699528"
        ),
        sa.CheckConstraint('"revision" > 0', name="ck_reviews_revision_f7a8a8bb"),
        sa.CheckConstraint(
            "\"verdict\" IN ('APPROVED', 'BLOCKED', 'NEEDS_REVISION')",
            name="ck_reviews_verdict_146f5275",
        ),
        sa.Index("ix_reviews_task_id", "task_id"),
    )

    review_id: orm.Mapped[str] = orm.mapped_column(
        "review_id", sa.String(length=80), nullable=False
    )
    task_id: orm.Mapped[str] = orm.mapped_column("task_id", sa.String(), nullable=False)
    revision: orm.Mapped[int] = orm.mapped_column(
        "revision", sa.BigInteger(), nullable=False
    )
    reviewer: orm.Mapped[str] = orm.mapped_column(
        "reviewer", sa.String(), nullable=False
    )
    persona: orm.Mapped[Persona | None] = orm.mapped_column(
        "persona", Choice(Persona), nullable=True
    )
    verdict: orm.Mapped[Verdict | None] = orm.mapped_column(
        "verdict", Choice(Verdict), nullable=True
    )
    summary: orm.Mapped[str | None] = orm.mapped_column(
        "summary", sa.Text(), nullable=True
    )
    created_at: orm.Mapped[dt.datetime] = orm.mapped_column(
        "created_at", Timestamp(), nullable=False
    )
    closed_at: orm.Mapped[dt.datetime | None] = orm.mapped_column(
        "closed_at", Timestamp(), nullable=True
    )


class SessionRow(Base):
    """What somebody may do, on which tasks, and until when."""

    __tablename__ = "sessions"
    __table_args__ = (
        sa.PrimaryKeyConstraint("session_id", name="pk_sessions"),
        sa.UniqueConstraint("token_digest", name="uq_sessions_token_digest"),
        sa.CheckConstraint(
            "\"role_mode\" IN ('architect', 'builder', 'executor', 'humanOperator', 'planner', 'platformEngineer', 'projectLead', 'projectOwner')",
            name="ck_sessions_role_mode_981022d8",
        ),
        sa.CheckConstraint(
            "\"state\" IN ('active', 'terminated')", name="ck_sessions_state_3b64d0c9"
        ),
        sa.CheckConstraint(
            'length("token_digest") <= 64', name="ck_sessions_token_digest_30d72768"
        ),
    )

    session_id: orm.Mapped[str] = orm.mapped_column(
        "session_id", sa.String(), nullable=False, default=new_identifier
    )
    token_digest: orm.Mapped[str] = orm.mapped_column(
        "token_digest", sa.String(length=64), nullable=False
    )
    agent_id: orm.Mapped[str] = orm.mapped_column(
        "agent_id", sa.String(), nullable=False
    )
    role_mode: orm.Mapped[RoleMode] = orm.mapped_column(
        "role_mode", Choice(RoleMode), nullable=False
    )
    task_scope: orm.Mapped[list[str]] = orm.mapped_column(
        "task_scope", JSON, nullable=False, server_default="[]"
    )
    state: orm.Mapped[SessionState] = orm.mapped_column(
        "state", Choice(SessionState), nullable=False, server_default="active"
    )
    created_at: orm.Mapped[dt.datetime] = orm.mapped_column(
        "created_at", Timestamp(), nullable=False
    )
    expires_at: orm.Mapped[dt.datetime] = orm.mapped_column(
        "expires_at", Timestamp(), nullable=False
    )
    ended_at: orm.Mapped[dt.datetime | None] = orm.mapped_column(
        "ended_at", Timestamp(), nullable=True
    )
    end_reason: orm.Mapped[str | None] = orm.mapped_column(
        "end_reason", sa.String(), nullable=True
    )
    # Whether it was not ended in an emergency.
    succeeded: orm.Mapped[bool] = orm.mapped_column(
        "succeeded", sa.Boolean(), nullable=False, server_default=sa.true()
    )


class TaskRow(Base):
    """A TaskCard."""

    __tablename__ = "tasks"
    __table_args__ = (
        sa.PrimaryKeyConstraint("task_id", name="pk_tasks"),
        sa.CheckConstraint(
            "\"priority\" IN ('high', 'low', 'normal')",
            name="ck_tasks_priority_0e967d7b",
        ),
        sa.CheckConstraint(
            "\"queue\" IN ('data', 'dev', 'governance', 'research')",
            name="ck_tasks_queue_bdc78d9f",
        ),
        sa.CheckConstraint('"revision" >= 0', name="ck_tasks_revision_80bb4527"),
        sa.CheckConstraint(
            "\"status\" IN ('blocked', 'code_review', 'inbox', 'merged', 'queued', 'reviewing', 'running')",
            name="ck_tasks_status_1c994f33",
        ),
        sa.CheckConstraint('length("task_id") <= 60', name="ck_tasks_task_id_85b08885"),
        sa.CheckConstraint('length("title") <= 300', name="ck_tasks_title_f1e39fda"),
        sa.Index("ix_tasks_queue", "queue"),
        sa.Index("ix_tasks_status", "status"),
    )

    task_id: orm.Mapped[str] = orm.mapped_column(
        "task_id", sa.String(length=60), nullable=False
    )
    title: orm.Mapped[str] = orm.mapped_column(
        "title", sa.String(length=300), nullable=False
    )
    description: orm.Mapped[str] = orm.mapped_column(
        "description", sa.Text(), nullable=False, server_default=""
    )
    # What has to be fulfilled.
    requirements: orm.Mapped[list[str]] = orm.mapped_column(
        "requirements", JSON, nullable=False, server_default="[]"
    )
    queue: orm.Mapped[QueueName] = orm.mapped_column(
        "queue", Choice(QueueName), nullable=False
    )
    priority: orm.Mapped[Priority] = orm.mapped_column(
        "priority", Choice(Priority), nullable=False, server_default="normal"
    )
    status: orm.Mapped[TaskStatus] = orm.mapped_column(
        "status", Choice(TaskStatus), nullable=False, server_default="inbox"
    )
    # The task it was decomposed from.
    part_of: orm.Mapped[str | None] = orm.mapped_column(
        "part_of", sa.String(), nullable=True
    )
    # The agent that runs it.
    assignee: orm.Mapped[str | None] = orm.mapped_column(
        "assignee", sa.String(), nullable=True
    )
    # The person who let it begin.
    approved_by: orm.Mapped[str | None] = orm.mapped_column(
        "approved_by", sa.String(), nullable=True
    )
    # How often it was submitted for review.
    revision: orm.Mapped[int] = orm.mapped_column(
        "revision", sa.BigInteger(), nullable=False, server_default=sa.text("0")
    )
    # The person who accepted the result in the final review.
    accepted_by: orm.Mapped[str | None] = orm.mapped_column(
        "accepted_by", sa.String(), nullable=True
    )
    artifacts: orm.Mapped[list[str]] = orm.mapped_column(
        "artifacts", JSON, nullable=False, server_default="[]"
    )
    blocked_reason: orm.Mapped[str | None] = orm.mapped_column(
        "blocked_reason", sa.String(), nullable=True
    )
    created_by: orm.Mapped[str] = orm.mapped_column(
        "created_by", sa.String(), nullable=False
    )
    created_at: orm.Mapped[dt.datetime] = orm.mapped_column(
        "created_at", Timestamp(), nullable=False
    )
    started_at: orm.Mapped[dt.datetime | None] = orm.mapped_column(
        "started_at", Timestamp(), nullable=True
    )
    blocked_at: orm.Mapped[dt.datetime | None] = orm.mapped_column(
        "blocked_at", Timestamp(), nullable=True
    )
    merged_at: orm.Mapped[dt.datetime | None] = orm.mapped_column(
        "merged_at", Timestamp(), nullable=True
    )
