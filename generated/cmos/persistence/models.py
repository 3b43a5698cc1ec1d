# Generated from CMOS_Persistence::Context (ssot/cmos/persistence.sysml) and 55 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The tables of the system as mapped classes, one per entity of the model."""

from __future__ import annotations

import datetime as dt
from typing import Any

import sqlalchemy as sa
from sqlalchemy import orm

from ..types.cmos_domain import ContextName
from ..types.cmos_domain import DecisionKind
from ..types.cmos_domain import EventKind
from ..types.cmos_domain import MissionStatus
from ..types.cmos_domain import OrchestrationPattern
from .columns import JSON, Choice, Timestamp


class Base(orm.DeclarativeBase):
    """What all rows have in common: one catalogue of tables."""


class ContextRow(Base):
    """The markers of a context: what is worked on, how many sessions there were, which
    was the last.
    """

    __tablename__ = "contexts"
    __table_args__ = (
        sa.PrimaryKeyConstraint("name", name="pk_contexts"),
        sa.CheckConstraint(
            "\"name\" IN ('MASTER', 'PROJECT')", name="ck_contexts_name_f0c5cb21"
        ),
        sa.CheckConstraint(
            '"session_count" >= 0', name="ck_contexts_session_count_80bb4527"
        ),
    )

    name: orm.Mapped[ContextName] = orm.mapped_column(
        "name", Choice(ContextName), nullable=False
    )
    active_mission: orm.Mapped[str | None] = orm.mapped_column(
        "active_mission", sa.String(), nullable=True
    )
    session_count: orm.Mapped[int] = orm.mapped_column(
        "session_count", sa.BigInteger(), nullable=False, server_default=sa.text("0")
    )
    last_session: orm.Mapped[str | None] = orm.mapped_column(
        "last_session", sa.String(), nullable=True
    )
    updated_at: orm.Mapped[dt.datetime] = orm.mapped_column(
        "updated_at", Timestamp(), nullable=False
    )


class DecisionRow(Base):
    """A decision, a constraint or an insight that outlives its mission."""

    __tablename__ = "decisions"
    __table_args__ = (
        sa.PrimaryKeyConstraint("number", name="pk_decisions"),
        sa.CheckConstraint(
            "\"kind\" IN ('constraint', 'decision', 'insight')",
            name="ck_decisions_kind_9220e1c0",
        ),
        sa.CheckConstraint('"number" > 0', name="ck_decisions_number_f7a8a8bb"),
    )

    number: orm.Mapped[int] = orm.mapped_column(
        "number", sa.BigInteger(), nullable=False
    )
    kind: orm.Mapped[DecisionKind] = orm.mapped_column(
        "kind", Choice(DecisionKind), nullable=False, server_default="decision"
    )
    text: orm.Mapped[str] = orm.mapped_column("text", sa.Text(), nullable=False)
    rationale: orm.Mapped[str | None] = orm.mapped_column(
        "rationale", sa.Text(), nullable=True
    )
    mission: orm.Mapped[str | None] = orm.mapped_column(
        "mission", sa.String(), nullable=True
    )
    decided_at: orm.Mapped[dt.datetime] = orm.mapped_column(
        "decided_at", Timestamp(), nullable=False
    )


class MissionDependencyRow(Base):
    """One mission waits for another one."""

    __tablename__ = "mission_dependencies"
    __table_args__ = (
        sa.PrimaryKeyConstraint(
            "dependent_id", "required_id", name="pk_mission_dependencies"
        ),
        sa.ForeignKeyConstraint(
            ["dependent_id"],
            ["missions.id"],
            name="fk_mission_dependencies_dependent_id",
        ),
        sa.ForeignKeyConstraint(
            ["required_id"], ["missions.id"], name="fk_mission_dependencies_required_id"
        ),
        sa.CheckConstraint(
            'length("type") <= 60', name="ck_mission_dependencies_type_85b08885"
        ),
    )

    type_: orm.Mapped[str] = orm.mapped_column(
        "type", sa.String(length=60), nullable=False
    )
    dependent_id: orm.Mapped[str] = orm.mapped_column(
        "dependent_id", sa.String(length=60), nullable=False
    )
    required_id: orm.Mapped[str] = orm.mapped_column(
        "required_id", sa.String(length=60), nullable=False
    )
    dependent: orm.Mapped[MissionRow] = orm.relationship(
        foreign_keys=lambda: [MissionDependencyRow.dependent_id],
    )
    required: orm.Mapped[MissionRow] = orm.relationship(
        foreign_keys=lambda: [MissionDependencyRow.required_id],
    )


class MissionRow(Base):
    """One entry of the backlog."""

    __tablename__ = "missions"
    __table_args__ = (
        sa.PrimaryKeyConstraint("id", name="pk_missions"),
        sa.ForeignKeyConstraint(
            ["sprint_name"],
            ["sprints.name"],
            name="fk_missions_sprint_name",
            ondelete="SET NULL",
        ),
        sa.CheckConstraint('length("id") <= 60', name="ck_missions_id_85b08885"),
        sa.CheckConstraint('length("name") <= 300', name="ck_missions_name_f1e39fda"),
        sa.CheckConstraint(
            "\"pattern\" IN ('boomerang', 'delegation', 'none', 'rsip')",
            name="ck_missions_pattern_90043f57",
        ),
        sa.CheckConstraint('"position" >= 0', name="ck_missions_position_80bb4527"),
        sa.CheckConstraint(
            "\"status\" IN ('Blocked', 'Completed', 'Current', 'In Progress', 'Queued')",
            name="ck_missions_status_5d1739ca",
        ),
        sa.Index("ix_missions_sprint_name", "sprint_name"),
        sa.Index("ix_missions_status", "status"),
    )

    id: orm.Mapped[str] = orm.mapped_column("id", sa.String(length=60), nullable=False)
    name: orm.Mapped[str] = orm.mapped_column(
        "name", sa.String(length=300), nullable=False
    )
    status: orm.Mapped[MissionStatus] = orm.mapped_column(
        "status", Choice(MissionStatus), nullable=False, server_default="Queued"
    )
    # The place in the queue: the lowest comes first.
    position: orm.Mapped[int] = orm.mapped_column(
        "position", sa.BigInteger(), nullable=False
    )
    # The one way in which the mission is carried out.
    pattern: orm.Mapped[OrchestrationPattern] = orm.mapped_column(
        "pattern", Choice(OrchestrationPattern), nullable=False, server_default="none"
    )
    # Why that way was chosen.
    rationale: orm.Mapped[str | None] = orm.mapped_column(
        "rationale", sa.Text(), nullable=True
    )
    research: orm.Mapped[bool] = orm.mapped_column(
        "research", sa.Boolean(), nullable=False, server_default=sa.false()
    )
    # Decisions, results of tests and follow-ups, one entry each.
    notes: orm.Mapped[list[str]] = orm.mapped_column(
        "notes", JSON, nullable=False, server_default="[]"
    )
    # What would unblock it.
    needs: orm.Mapped[list[str]] = orm.mapped_column(
        "needs", JSON, nullable=False, server_default="[]"
    )
    # Metadata of any kind.
    details: orm.Mapped[Any | None] = orm.mapped_column("details", JSON, nullable=True)
    # Whether the linear fallback had to be taken, so that a person has to look at it
    # before it is closed.
    fallback: orm.Mapped[bool] = orm.mapped_column(
        "fallback", sa.Boolean(), nullable=False, server_default=sa.false()
    )
    reviewed_by: orm.Mapped[str | None] = orm.mapped_column(
        "reviewed_by", sa.String(), nullable=True
    )
    added_at: orm.Mapped[dt.datetime] = orm.mapped_column(
        "added_at", Timestamp(), nullable=False
    )
    started_at: orm.Mapped[dt.datetime | None] = orm.mapped_column(
        "started_at", Timestamp(), nullable=True
    )
    completed_at: orm.Mapped[dt.datetime | None] = orm.mapped_column(
        "completed_at", Timestamp(), nullable=True
    )
    sprint_name: orm.Mapped[str | None] = orm.mapped_column(
        "sprint_name", sa.String(length=120), nullable=True
    )
    sprint: orm.Mapped[SprintRow | None] = orm.relationship(
        foreign_keys=lambda: [MissionRow.sprint_name],
    )


class SessionEventRow(Base):
    """What happened in a session, in order."""

    __tablename__ = "session_events"
    __table_args__ = (
        sa.PrimaryKeyConstraint("number", name="pk_session_events"),
        sa.CheckConstraint(
            "\"action\" IN ('block', 'complete', 'fallback', 'review', 'start', 'update')",
            name="ck_session_events_action_d0ad6b0e",
        ),
        sa.CheckConstraint(
            'length("agent") <= 120', name="ck_session_events_agent_dd782a07"
        ),
        sa.CheckConstraint(
            'length("mission") <= 60', name="ck_session_events_mission_85b08885"
        ),
        sa.CheckConstraint('"number" > 0', name="ck_session_events_number_f7a8a8bb"),
        sa.CheckConstraint('"session" >= 0', name="ck_session_events_session_80bb4527"),
        sa.CheckConstraint(
            "\"status\" IN ('Blocked', 'Completed', 'Current', 'In Progress', 'Queued')",
            name="ck_session_events_status_5d1739ca",
        ),
        sa.Index("ix_session_events_ts", "ts"),
    )

    number: orm.Mapped[int] = orm.mapped_column(
        "number", sa.BigInteger(), nullable=False
    )
    ts: orm.Mapped[dt.datetime] = orm.mapped_column("ts", Timestamp(), nullable=False)
    agent: orm.Mapped[str] = orm.mapped_column(
        "agent", sa.String(length=120), nullable=False
    )
    mission: orm.Mapped[str] = orm.mapped_column(
        "mission", sa.String(length=60), nullable=False
    )
    action: orm.Mapped[EventKind] = orm.mapped_column(
        "action", Choice(EventKind), nullable=False
    )
    status: orm.Mapped[MissionStatus] = orm.mapped_column(
        "status", Choice(MissionStatus), nullable=False
    )
    session: orm.Mapped[int] = orm.mapped_column(
        "session", sa.BigInteger(), nullable=False
    )
    summary: orm.Mapped[str] = orm.mapped_column("summary", sa.Text(), nullable=False)
    next_hint: orm.Mapped[str | None] = orm.mapped_column(
        "next_hint", sa.Text(), nullable=True
    )
    needs: orm.Mapped[list[str]] = orm.mapped_column(
        "needs", JSON, nullable=False, server_default="[]"
    )


class SessionRow(Base):
    """The time one mission is worked on, from its start to its completion or block."""

    __tablename__ = "sessions"
    __table_args__ = (
        sa.PrimaryKeyConstraint("number", name="pk_sessions"),
        sa.ForeignKeyConstraint(
            ["mission_id"], ["missions.id"], name="fk_sessions_mission_id"
        ),
        sa.CheckConstraint('length("agent") <= 120', name="ck_sessions_agent_dd782a07"),
        sa.CheckConstraint('"number" > 0', name="ck_sessions_number_f7a8a8bb"),
        sa.CheckConstraint(
            "\"outcome\" IN ('block', 'complete', 'fallback', 'review', 'start', 'update')",
            name="ck_sessions_outcome_d0ad6b0e",
        ),
        sa.Index("ix_sessions_mission_id", "mission_id"),
    )

    number: orm.Mapped[int] = orm.mapped_column(
        "number", sa.BigInteger(), nullable=False
    )
    agent: orm.Mapped[str] = orm.mapped_column(
        "agent", sa.String(length=120), nullable=False
    )
    summary: orm.Mapped[str] = orm.mapped_column("summary", sa.Text(), nullable=False)
    started_at: orm.Mapped[dt.datetime] = orm.mapped_column(
        "started_at", Timestamp(), nullable=False
    )
    ended_at: orm.Mapped[dt.datetime | None] = orm.mapped_column(
        "ended_at", Timestamp(), nullable=True
    )
    outcome: orm.Mapped[EventKind | None] = orm.mapped_column(
        "outcome", Choice(EventKind), nullable=True
    )
    mission_id: orm.Mapped[str] = orm.mapped_column(
        "mission_id", sa.String(length=60), nullable=False
    )
    mission: orm.Mapped[MissionRow] = orm.relationship(
        foreign_keys=lambda: [SessionRow.mission_id],
    )


class SprintRow(Base):
    """Missions that are planned together."""

    __tablename__ = "sprints"
    __table_args__ = (
        sa.PrimaryKeyConstraint("name", name="pk_sprints"),
        sa.CheckConstraint('length("name") <= 120', name="ck_sprints_name_dd782a07"),
        sa.CheckConstraint('"position" >= 0', name="ck_sprints_position_80bb4527"),
    )

    name: orm.Mapped[str] = orm.mapped_column(
        "name", sa.String(length=120), nullable=False
    )
    position: orm.Mapped[int] = orm.mapped_column(
        "position", sa.BigInteger(), nullable=False
    )
