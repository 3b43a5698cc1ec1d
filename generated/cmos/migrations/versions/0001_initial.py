# Generated from CMOS_Persistence::Context (ssot/cmos/persistence.sysml) and 55 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Revision 1: initial."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0001_7266185842d5"
down_revision: str | None = None
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Change the database to this revision."""
    op.create_table(
        "contexts",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("active_mission", sa.String(), nullable=True),
        sa.Column(
            "session_count",
            sa.BigInteger(),
            nullable=False,
            server_default=sa.text("0"),
        ),
        sa.Column("last_session", sa.String(), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_contexts"),
        sa.CheckConstraint(
            "\"name\" IN ('MASTER', 'PROJECT')", name="ck_contexts_name_f0c5cb21"
        ),
        sa.CheckConstraint(
            '"session_count" >= 0', name="ck_contexts_session_count_80bb4527"
        ),
    )
    op.create_table(
        "decisions",
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False, server_default="decision"),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("rationale", sa.Text(), nullable=True),
        sa.Column("mission", sa.String(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_decisions"),
        sa.CheckConstraint(
            "\"kind\" IN ('constraint', 'decision', 'insight')",
            name="ck_decisions_kind_9220e1c0",
        ),
        sa.CheckConstraint('"number" > 0', name="ck_decisions_number_f7a8a8bb"),
    )
    op.create_table(
        "session_events",
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("ts", sa.DateTime(timezone=True), nullable=False),
        sa.Column("agent", sa.String(length=120), nullable=False),
        sa.Column("mission", sa.String(length=60), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("session", sa.BigInteger(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("next_hint", sa.Text(), nullable=True),
        sa.Column(
            "needs",
            sa.JSON().with_variant(postgresql.JSONB(), "postgresql"),
            nullable=False,
            server_default="[]",
        ),
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
    )
    op.create_index("ix_session_events_ts", "session_events", ["ts"])
    op.create_table(
        "sprints",
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_sprints"),
        sa.CheckConstraint('length("name") <= 120', name="ck_sprints_name_dd782a07"),
        sa.CheckConstraint('"position" >= 0', name="ck_sprints_position_80bb4527"),
    )
    op.create_table(
        "missions",
        sa.Column("id", sa.String(length=60), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("status", sa.String(), nullable=False, server_default="Queued"),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("pattern", sa.String(), nullable=False, server_default="none"),
        sa.Column("rationale", sa.Text(), nullable=True),
        sa.Column("research", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column(
            "notes",
            sa.JSON().with_variant(postgresql.JSONB(), "postgresql"),
            nullable=False,
            server_default="[]",
        ),
        sa.Column(
            "needs",
            sa.JSON().with_variant(postgresql.JSONB(), "postgresql"),
            nullable=False,
            server_default="[]",
        ),
        sa.Column(
            "details",
            sa.JSON().with_variant(postgresql.JSONB(), "postgresql"),
            nullable=True,
        ),
        sa.Column("fallback", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("reviewed_by", sa.String(), nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("completed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sprint_name", sa.String(length=120), nullable=True),
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
    )
    op.create_index("ix_missions_sprint_name", "missions", ["sprint_name"])
    op.create_index("ix_missions_status", "missions", ["status"])
    op.create_table(
        "mission_dependencies",
        sa.Column("type", sa.String(length=60), nullable=False),
        sa.Column("dependent_id", sa.String(length=60), nullable=False),
        sa.Column("required_id", sa.String(length=60), nullable=False),
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
    op.create_table(
        "sessions",
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("agent", sa.String(length=120), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("mission_id", sa.String(length=60), nullable=False),
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
    )
    op.create_index("ix_sessions_mission_id", "sessions", ["mission_id"])


def downgrade() -> None:
    """Change the database back to the revision before."""
    op.drop_table("sessions")
    op.drop_table("mission_dependencies")
    op.drop_table("missions")
    op.drop_table("sprints")
    op.drop_table("session_events")
    op.drop_table("decisions")
    op.drop_table("contexts")
