# Generated from AIOS_Persistence::Project (ssot/aios/persistence.sysml) and 12 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What the model says of the types in AIOS_Persistence."""

from __future__ import annotations

from ...types.aios_authority import RoleMode
from ...types.aios_domain import (
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
from ...types.aios_persistence import (
    AccessRefusal,
    AgentRecord,
    AuditEntry,
    Deviation,
    FreezeRecord,
    Issue,
    Project,
    Proposal,
    Review,
    ReviewCheck,
    Session,
    Task,
    TaskQueue,
)
from .. import values as v

EXPECTED = (
    v.record(
        Project,
        {
            "name": v.text(),
            "title": v.text(),
            "frozen": v.default(v.boolean(), False),
            "initialized_at": v.timestamp(),
        },
    ),
    v.record(
        TaskQueue,
        {
            "name": v.literal(QueueName),
            "purpose": v.text(),
            "max_concurrent": v.positive(),
            "lock_on_start": v.default(v.boolean(), True),
            "auto_release_on_finish": v.default(v.boolean(), True),
            "requires_human_approval": v.default(v.boolean(), False),
            "audit_all_actions": v.default(v.boolean(), True),
            "locks": v.default(v.many(v.text(), 0, None), ()),
        },
    ),
    v.record(
        Task,
        {
            "task_id": v.text(),
            "title": v.text(),
            "description": v.default(v.text(), ""),
            "requirements": v.default(v.many(v.text(), 0, None), ()),
            "queue": v.literal(QueueName),
            "priority": v.default(v.literal(Priority), "normal"),
            "status": v.default(v.literal(TaskStatus), "inbox"),
            "part_of": v.default(v.optional(v.text()), None),
            "assignee": v.default(v.optional(v.text()), None),
            "approved_by": v.default(v.optional(v.text()), None),
            "revision": v.default(v.natural(), 0),
            "accepted_by": v.default(v.optional(v.text()), None),
            "artifacts": v.default(v.many(v.text(), 0, None), ()),
            "blocked_reason": v.default(v.optional(v.text()), None),
            "created_by": v.text(),
            "created_at": v.timestamp(),
            "started_at": v.default(v.optional(v.timestamp()), None),
            "blocked_at": v.default(v.optional(v.timestamp()), None),
            "merged_at": v.default(v.optional(v.timestamp()), None),
        },
    ),
    v.record(
        AuditEntry,
        {
            "number": v.positive(),
            "task_id": v.default(v.optional(v.text()), None),
            "moment": v.timestamp(),
            "who": v.text(),
            "role": v.literal(RoleMode),
            "what": v.text(),
            "origin": v.default(v.optional(v.literal(TaskStatus)), None),
            "target": v.default(v.optional(v.literal(TaskStatus)), None),
            "remark": v.default(v.optional(v.text()), None),
        },
    ),
    v.record(
        AgentRecord,
        {
            "agent_id": v.text(),
            "name": v.text(),
            "kind": v.literal(AgentKind),
            "registered_by": v.text(),
            "registered_at": v.timestamp(),
        },
    ),
    v.record(
        Session,
        {
            "session_id": v.generated(v.text()),
            "token_digest": v.text(),
            "agent_id": v.text(),
            "role_mode": v.literal(RoleMode),
            "task_scope": v.default(v.many(v.text(), 0, None), ()),
            "state": v.default(v.literal(SessionState), "active"),
            "created_at": v.timestamp(),
            "expires_at": v.timestamp(),
            "ended_at": v.default(v.optional(v.timestamp()), None),
            "end_reason": v.default(v.optional(v.text()), None),
            "succeeded": v.default(v.boolean(), True),
        },
    ),
    v.record(
        AccessRefusal,
        {
            "refusal_id": v.generated(v.text()),
            "operation": v.text(),
            "resource": v.default(v.optional(v.text()), None),
            "reason": v.text(),
            "refused_at": v.timestamp(),
        },
    ),
    v.record(
        Review,
        {
            "review_id": v.text(),
            "task_id": v.text(),
            "revision": v.positive(),
            "reviewer": v.text(),
            "persona": v.default(v.optional(v.literal(Persona)), None),
            "verdict": v.default(v.optional(v.literal(Verdict)), None),
            "summary": v.default(v.optional(v.text()), None),
            "created_at": v.timestamp(),
            "closed_at": v.default(v.optional(v.timestamp()), None),
        },
    ),
    v.record(
        ReviewCheck,
        {
            "review": v.instance(Review),
            "dimension": v.literal(Dimension),
            "critical": v.default(v.natural(), 0),
            "major": v.default(v.natural(), 0),
            "minor": v.default(v.natural(), 0),
            "notes": v.default(v.optional(v.text()), None),
            "checked_at": v.timestamp(),
        },
    ),
    v.record(
        Proposal,
        {
            "proposal_id": v.text(),
            "title": v.text(),
            "change": v.text(),
            "status": v.default(v.literal(ProposalStatus), "pending"),
            "proposed_by": v.text(),
            "proposed_at": v.timestamp(),
            "decided_by": v.default(v.optional(v.text()), None),
            "decided_at": v.default(v.optional(v.timestamp()), None),
            "rationale": v.default(v.optional(v.text()), None),
        },
    ),
    v.record(
        Deviation,
        {
            "deviation_id": v.text(),
            "topic": v.text(),
            "reason": v.text(),
            "declared_by": v.text(),
            "declared_at": v.timestamp(),
            "resolved_by": v.default(v.optional(v.text()), None),
            "resolved_at": v.default(v.optional(v.timestamp()), None),
        },
    ),
    v.record(
        FreezeRecord,
        {
            "number": v.positive(),
            "reason": v.text(),
            "frozen_by": v.text(),
            "frozen_at": v.timestamp(),
            "lifted_by": v.default(v.optional(v.text()), None),
            "lifted_at": v.default(v.optional(v.timestamp()), None),
        },
    ),
    v.record(
        Issue,
        {
            "number": v.positive(),
            "type_": v.labelled(v.literal(IssueType), "type"),
            "stage": v.default(v.literal(Stage), "first_response"),
            "task_id": v.default(v.optional(v.text()), None),
            "description": v.text(),
            "raised_by": v.text(),
            "raised_at": v.timestamp(),
            "resolved_at": v.default(v.optional(v.timestamp()), None),
        },
    ),
)
