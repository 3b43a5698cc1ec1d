# Generated from AIOS_Persistence::AccessRefusal (ssot/aios/persistence.sysml) and 119 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Revision 1: initial."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0001_276431fc7fb3"
down_revision: str | None = None
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Change the database to this revision."""
    op.create_table(
        "access_refusals",
        sa.Column("refusal_id", sa.String(), nullable=False),
        sa.Column("operation", sa.String(), nullable=False),
        sa.Column("resource", sa.String(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("refused_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("refusal_id", name="pk_access_refusals"),
    )
    op.create_table(
        "agents",
        sa.Column("agent_id", sa.String(length=60), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("registered_by", sa.String(), nullable=False),
        sa.Column("registered_at", sa.DateTime(timezone=True), nullable=False),
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
    op.create_table(
        "audit_entries",
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("task_id", sa.String(), nullable=True),
        sa.Column("moment", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=True),
        sa.Column("target", sa.String(), nullable=True),
        sa.Column("remark", sa.Text(), nullable=True),
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
    )
    op.create_index("ix_audit_entries_task_id", "audit_entries", ["task_id"])
    op.create_table(
        "deviations",
        sa.Column("deviation_id", sa.String(length=60), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("declared_by", sa.String(), nullable=False),
        sa.Column("declared_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("resolved_by", sa.String(), nullable=True),
        sa.Column("resolved_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("deviation_id", name="pk_deviations"),
        sa.CheckConstraint(
            'length("deviation_id") <= 60', name="ck_deviations_deviation_id_85b08885"
        ),
    )
    op.create_table(
        "freezes",
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("frozen_by", sa.String(), nullable=False),
        sa.Column("frozen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lifted_by", sa.String(), nullable=True),
        sa.Column("lifted_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_freezes"),
        sa.CheckConstraint('"number" > 0', name="ck_freezes_number_f7a8a8bb"),
    )
    op.create_table(
        "issues",
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column(
            "stage", sa.String(), nullable=False, server_default="first_response"
        ),
        sa.Column("task_id", sa.String(), nullable=True),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("raised_by", sa.String(), nullable=False),
        sa.Column("raised_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("resolved_at", sa.DateTime(timezone=True), nullable=True),
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
    op.create_table(
        "project",
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("frozen", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("initialized_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_project"),
        sa.CheckConstraint('length("name") <= 60', name="ck_project_name_85b08885"),
    )
    op.create_table(
        "proposals",
        sa.Column("proposal_id", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("change", sa.Text(), nullable=False),
        sa.Column("status", sa.String(), nullable=False, server_default="pending"),
        sa.Column("proposed_by", sa.String(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.String(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rationale", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("proposal_id", name="pk_proposals"),
        sa.CheckConstraint(
            'length("proposal_id") <= 60', name="ck_proposals_proposal_id_85b08885"
        ),
        sa.CheckConstraint(
            "\"status\" IN ('accepted', 'pending', 'rejected')",
            name="ck_proposals_status_9e573b5b",
        ),
    )
    op.create_table(
        "queues",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("max_concurrent", sa.BigInteger(), nullable=False),
        sa.Column(
            "lock_on_start", sa.Boolean(), nullable=False, server_default=sa.true()
        ),
        sa.Column(
            "auto_release_on_finish",
            sa.Boolean(),
            nullable=False,
            server_default=sa.true(),
        ),
        sa.Column(
            "requires_human_approval",
            sa.Boolean(),
            nullable=False,
            server_default=sa.false(),
        ),
        sa.Column(
            "audit_all_actions", sa.Boolean(), nullable=False, server_default=sa.true()
        ),
        sa.Column(
            "locks",
            sa.JSON().with_variant(postgresql.JSONB(), "postgresql"),
            nullable=False,
            server_default="[]",
        ),
        sa.PrimaryKeyConstraint("name", name="pk_queues"),
        sa.CheckConstraint(
            '"max_concurrent" > 0', name="ck_queues_max_concurrent_f7a8a8bb"
        ),
        sa.CheckConstraint(
            "\"name\" IN ('data', 'dev', 'governance', 'research')",
            name="ck_queues_name_bdc78d9f",
        ),
    )
    op.create_table(
        "reviews",
        sa.Column("review_id", sa.String(length=80), nullable=False),
        sa.Column("task_id", sa.String(), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("reviewer", sa.String(), nullable=False),
        sa.Column("persona", sa.String(), nullable=True),
        sa.Column("verdict", sa.String(), nullable=True),
        sa.Column("summary", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
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
    )
    op.create_index("ix_reviews_task_id", "reviews", ["task_id"])
    op.create_table(
        "sessions",
        sa.Column("session_id", sa.String(), nullable=False),
        sa.Column("token_digest", sa.String(length=64), nullable=False),
        sa.Column("agent_id", sa.String(), nullable=False),
        sa.Column("role_mode", sa.String(), nullable=False),
        sa.Column(
            "task_scope",
            sa.JSON().with_variant(postgresql.JSONB(), "postgresql"),
            nullable=False,
            server_default="[]",
        ),
        sa.Column("state", sa.String(), nullable=False, server_default="active"),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("end_reason", sa.String(), nullable=True),
        sa.Column("succeeded", sa.Boolean(), nullable=False, server_default=sa.true()),
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
    op.create_table(
        "tasks",
        sa.Column("task_id", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("description", sa.Text(), nullable=False, server_default=""),
        sa.Column(
            "requirements",
            sa.JSON().with_variant(postgresql.JSONB(), "postgresql"),
            nullable=False,
            server_default="[]",
        ),
        sa.Column("queue", sa.String(), nullable=False),
        sa.Column("priority", sa.String(), nullable=False, server_default="normal"),
        sa.Column("status", sa.String(), nullable=False, server_default="inbox"),
        sa.Column("part_of", sa.String(), nullable=True),
        sa.Column("assignee", sa.String(), nullable=True),
        sa.Column("approved_by", sa.String(), nullable=True),
        sa.Column(
            "revision", sa.BigInteger(), nullable=False, server_default=sa.text("0")
        ),
        sa.Column("accepted_by", sa.String(), nullable=True),
        sa.Column(
            "artifacts",
            sa.JSON().with_variant(postgresql.JSONB(), "postgresql"),
            nullable=False,
            server_default="[]",
        ),
        sa.Column("blocked_reason", sa.String(), nullable=True),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("blocked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("merged_at", sa.DateTime(timezone=True), nullable=True),
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
    )
    op.create_index("ix_tasks_queue", "tasks", ["queue"])
    op.create_index("ix_tasks_status", "tasks", ["status"])
    op.create_table(
        "review_checks",
        sa.Column("dimension", sa.String(), nullable=False),
        sa.Column(
            "critical", sa.BigInteger(), nullable=False, server_default=sa.text("0")
        ),
        sa.Column(
            "major", sa.BigInteger(), nullable=False, server_default=sa.text("0")
        ),
        sa.Column(
            "minor", sa.BigInteger(), nullable=False, server_default=sa.text("0")
        ),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("review_id", sa.String(length=80), nullable=False),
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


def downgrade() -> None:
    """Change the database back to the revision before."""
    op.drop_table("review_checks")
    op.drop_table("tasks")
    op.drop_table("sessions")
    op.drop_table("reviews")
    op.drop_table("queues")
    op.drop_table("proposals")
    op.drop_table("project")
    op.drop_table("issues")
    op.drop_table("freezes")
    op.drop_table("deviations")
    op.drop_table("audit_entries")
    op.drop_table("agents")
    op.drop_table("access_refusals")
