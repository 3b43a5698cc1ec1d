# Generated from HFO_Persistence::AgentRun (ssot/hfo/persistence.sysml) and 39 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Revision 1: initial."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0001_9fcde06643d1"
down_revision: str | None = None
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Change the database to this revision."""
    op.create_table(
        "missions",
        sa.Column("mission_id", sa.String(), nullable=False),
        sa.Column("user_id", sa.String(length=120), nullable=False),
        sa.Column("intent", sa.Text(), nullable=False),
        sa.Column("status", sa.String(), nullable=False, server_default="queued"),
        sa.Column("workflow", sa.String(), nullable=True),
        sa.Column("risk", sa.String(), nullable=False, server_default="low"),
        sa.Column("approved", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column(
            "tokens_used", sa.BigInteger(), nullable=False, server_default=sa.text("0")
        ),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "digest",
            sa.JSON().with_variant(postgresql.JSONB(), "postgresql"),
            nullable=True,
        ),
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
    )
    op.create_index("ix_missions_started_at", "missions", ["started_at"])
    op.create_index("ix_missions_status", "missions", ["status"])
    op.create_table(
        "agent_runs",
        sa.Column("run_id", sa.String(), nullable=False),
        sa.Column("agent", sa.String(length=120), nullable=False),
        sa.Column("model", sa.String(length=200), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "seconds", sa.Double(), nullable=False, server_default=sa.text("0.0")
        ),
        sa.Column(
            "tokens_used", sa.BigInteger(), nullable=False, server_default=sa.text("0")
        ),
        sa.Column(
            "attempts", sa.BigInteger(), nullable=False, server_default=sa.text("1")
        ),
        sa.Column("succeeded", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("trace_id", sa.String(length=32), nullable=True),
        sa.Column("mission_id", sa.String(), nullable=False),
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
    )
    op.create_index("ix_agent_runs_agent", "agent_runs", ["agent"])
    op.create_index("ix_agent_runs_mission_id", "agent_runs", ["mission_id"])
    op.create_table(
        "knowledge_vectors",
        sa.Column("vector_id", sa.String(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("content_digest", sa.String(length=64), nullable=False),
        sa.Column(
            "embedding",
            sa.JSON().with_variant(postgresql.JSONB(), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "details",
            sa.JSON().with_variant(postgresql.JSONB(), "postgresql"),
            nullable=True,
        ),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("learnt_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("mission_id", sa.String(), nullable=True),
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
    op.create_table(
        "quorum_votes",
        sa.Column("reviewer", sa.String(length=120), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("voted_on", sa.DateTime(timezone=True), nullable=False),
        sa.Column("mission_id", sa.String(), nullable=False),
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


def downgrade() -> None:
    """Change the database back to the revision before."""
    op.drop_table("quorum_votes")
    op.drop_table("knowledge_vectors")
    op.drop_table("agent_runs")
    op.drop_table("missions")
