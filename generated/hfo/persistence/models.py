# Generated from HFO_Persistence::AgentRun (ssot/hfo/persistence.sysml) and 39 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The tables of the system as mapped classes, one per entity of the model."""

from __future__ import annotations

import datetime as dt
from typing import Any

import sqlalchemy as sa
from sqlalchemy import orm

from ..types.hfo_signals import MissionStatus
from ..types.hfo_signals import RiskLevel
from ..types.hfo_signals import Verdict
from ..types.hfo_signals import WorkflowKind
from .columns import JSON, Choice, Timestamp, new_identifier


class Base(orm.DeclarativeBase):
    """What all rows have in common: one catalogue of tables."""


class AgentRunRow(Base):
    """One run of one agent for a mission."""

    __tablename__ = "agent_runs"
    __table_args__ = (
        sa.PrimaryKeyConstraint("run_id", name="pk_agent_runs"),
        sa.ForeignKeyConstraint(
            ["mission_id"], ["missions.mission_id"], name="fk_agent_runs_mission_id"
        ),
        sa.CheckConstraint(
            'length("agent") <= 120', name="ck_agent_runs_agent_dd782a07"
        ),
        sa.CheckConstraint('"attempts" > 0', name="ck_agent_runs_attempts_f7a8a8bb"),
        sa.CheckConstraint(
            'length("model") <= 200', name="ck_agent_runs_model_7e76ba55"
        ),
        sa.CheckConstraint(
            '"tokens_used" >= 0', name="ck_agent_runs_tokens_used_80bb4527"
        ),
        sa.CheckConstraint(
            'length("trace_id") <= 32', name="ck_agent_runs_trace_id_dccf1dc5"
        ),
        sa.Index("ix_agent_runs_agent", "agent"),
        sa.Index("ix_agent_runs_mission_id", "mission_id"),
    )

    run_id: orm.Mapped[str] = orm.mapped_column(
        "run_id", sa.String(), nullable=False, default=new_identifier
    )
    agent: orm.Mapped[str] = orm.mapped_column(
        "agent", sa.String(length=120), nullable=False
    )
    model: orm.Mapped[str] = orm.mapped_column(
        "model", sa.String(length=200), nullable=False
    )
    started_at: orm.Mapped[dt.datetime] = orm.mapped_column(
        "started_at", Timestamp(), nullable=False
    )
    seconds: orm.Mapped[float] = orm.mapped_column(
        "seconds", sa.Double(), nullable=False, server_default=sa.text("0.0")
    )
    tokens_used: orm.Mapped[int] = orm.mapped_column(
        "tokens_used", sa.BigInteger(), nullable=False, server_default=sa.text("0")
    )
    attempts: orm.Mapped[int] = orm.mapped_column(
        "attempts", sa.BigInteger(), nullable=False, server_default=sa.text("1")
    )
    succeeded: orm.Mapped[bool] = orm.mapped_column(
        "succeeded", sa.Boolean(), nullable=False, server_default=sa.false()
    )
    error: orm.Mapped[str | None] = orm.mapped_column("error", sa.Text(), nullable=True)
    trace_id: orm.Mapped[str | None] = orm.mapped_column(
        "trace_id", sa.String(length=32), nullable=True
    )
    mission_id: orm.Mapped[str] = orm.mapped_column(
        "mission_id", sa.String(), nullable=False
    )
    mission: orm.Mapped[MissionRow] = orm.relationship(
        foreign_keys=lambda: [AgentRunRow.mission_id],
    )


class KnowledgeVectorRow(Base):
    """Something learnt, with the vector it is found by."""

    __tablename__ = "knowledge_vectors"
    __table_args__ = (
        sa.PrimaryKeyConstraint("vector_id", name="pk_knowledge_vectors"),
        sa.ForeignKeyConstraint(
            ["mission_id"],
            ["missions.mission_id"],
            name="fk_knowledge_vectors_mission_id",
            ondelete="SET NULL",
        ),
        sa.UniqueConstraint(
            "content_digest", name="uq_knowledge_vectors_content_digest"
        ),
        sa.CheckConstraint(
            'length("content_digest") <= 64',
            name="ck_knowledge_vectors_content_digest_30d72768",
        ),
    )

    vector_id: orm.Mapped[str] = orm.mapped_column(
        "vector_id", sa.String(), nullable=False, default=new_identifier
    )
    topic: orm.Mapped[str] = orm.mapped_column("topic", sa.Text(), nullable=False)
    content: orm.Mapped[str] = orm.mapped_column("content", sa.Text(), nullable=False)
    content_digest: orm.Mapped[str] = orm.mapped_column(
        "content_digest", sa.String(length=64), nullable=False
    )
    embedding: orm.Mapped[list[float]] = orm.mapped_column(
        "embedding", JSON, nullable=False
    )
    details: orm.Mapped[Any | None] = orm.mapped_column("details", JSON, nullable=True)
    confidence: orm.Mapped[float] = orm.mapped_column(
        "confidence", sa.Double(), nullable=False
    )
    learnt_at: orm.Mapped[dt.datetime] = orm.mapped_column(
        "learnt_at", Timestamp(), nullable=False
    )
    mission_id: orm.Mapped[str | None] = orm.mapped_column(
        "mission_id", sa.String(), nullable=True
    )
    # Empty for knowledge that was there before any mission.
    mission: orm.Mapped[MissionRow | None] = orm.relationship(
        foreign_keys=lambda: [KnowledgeVectorRow.mission_id],
    )


class MissionRow(Base):
    """One mission, from its queue to its outcome."""

    __tablename__ = "missions"
    __table_args__ = (
        sa.PrimaryKeyConstraint("mission_id", name="pk_missions"),
        sa.CheckConstraint(
            "\"risk\" IN ('critical', 'high', 'low', 'moderate')",
            name="ck_missions_risk_77b0ad04",
        ),
        sa.CheckConstraint(
            "\"status\" IN ('clarifying', 'delivered', 'queued', 'rejected', 'reviewing', 'running')",
            name="ck_missions_status_37b4a7cd",
        ),
        sa.CheckConstraint(
            '"tokens_used" >= 0', name="ck_missions_tokens_used_80bb4527"
        ),
        sa.CheckConstraint(
            'length("user_id") <= 120', name="ck_missions_user_id_dd782a07"
        ),
        sa.CheckConstraint(
            "\"workflow\" IN ('growth', 'hive', 'prey', 'swarm')",
            name="ck_missions_workflow_b967f423",
        ),
        sa.Index("ix_missions_started_at", "started_at"),
        sa.Index("ix_missions_status", "status"),
    )

    mission_id: orm.Mapped[str] = orm.mapped_column(
        "mission_id", sa.String(), nullable=False, default=new_identifier
    )
    user_id: orm.Mapped[str] = orm.mapped_column(
        "user_id", sa.String(length=120), nullable=False
    )
    intent: orm.Mapped[str] = orm.mapped_column("intent", sa.Text(), nullable=False)
    status: orm.Mapped[MissionStatus] = orm.mapped_column(
        "status", Choice(MissionStatus), nullable=False, server_default="queued"
    )
    workflow: orm.Mapped[WorkflowKind | None] = orm.mapped_column(
        "workflow", Choice(WorkflowKind), nullable=True
    )
    risk: orm.Mapped[RiskLevel] = orm.mapped_column(
        "risk", Choice(RiskLevel), nullable=False, server_default="low"
    )
    approved: orm.Mapped[bool] = orm.mapped_column(
        "approved", sa.Boolean(), nullable=False, server_default=sa.false()
    )
    tokens_used: orm.Mapped[int] = orm.mapped_column(
        "tokens_used", sa.BigInteger(), nullable=False, server_default=sa.text("0")
    )
    started_at: orm.Mapped[dt.datetime] = orm.mapped_column(
        "started_at", Timestamp(), nullable=False
    )
    finished_at: orm.Mapped[dt.datetime | None] = orm.mapped_column(
        "finished_at", Timestamp(), nullable=True
    )
    digest: orm.Mapped[Any | None] = orm.mapped_column("digest", JSON, nullable=True)


class QuorumVoteRow(Base):
    """One vote of one reviewer on one mission."""

    __tablename__ = "quorum_votes"
    __table_args__ = (
        sa.PrimaryKeyConstraint("reviewer", "mission_id", name="pk_quorum_votes"),
        sa.ForeignKeyConstraint(
            ["mission_id"], ["missions.mission_id"], name="fk_quorum_votes_mission_id"
        ),
        sa.CheckConstraint(
            'length("reviewer") <= 120', name="ck_quorum_votes_reviewer_dd782a07"
        ),
        sa.CheckConstraint(
            "\"verdict\" IN ('abstain', 'approve', 'reject')",
            name="ck_quorum_votes_verdict_1f30b110",
        ),
    )

    reviewer: orm.Mapped[str] = orm.mapped_column(
        "reviewer", sa.String(length=120), nullable=False
    )
    verdict: orm.Mapped[Verdict] = orm.mapped_column(
        "verdict", Choice(Verdict), nullable=False
    )
    reason: orm.Mapped[str | None] = orm.mapped_column(
        "reason", sa.Text(), nullable=True
    )
    voted_on: orm.Mapped[dt.datetime] = orm.mapped_column(
        "voted_on", Timestamp(), nullable=False
    )
    mission_id: orm.Mapped[str] = orm.mapped_column(
        "mission_id", sa.String(), nullable=False
    )
    mission: orm.Mapped[MissionRow] = orm.relationship(
        foreign_keys=lambda: [QuorumVoteRow.mission_id],
    )
