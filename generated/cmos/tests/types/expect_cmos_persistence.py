# Generated from CMOS_Persistence::Sprint (ssot/cmos/persistence.sysml) and 6 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What the model says of the types in CMOS_Persistence."""

from __future__ import annotations

from ...types.cmos_domain import (
    ContextName,
    DecisionKind,
    EventKind,
    MissionStatus,
    OrchestrationPattern,
)
from ...types.cmos_persistence import (
    Context,
    Decision,
    Mission,
    MissionDependency,
    Session,
    SessionEvent,
    Sprint,
)
from .. import values as v

EXPECTED = (
    v.record(
        Sprint,
        {
            "name": v.text(),
            "position": v.natural(),
        },
    ),
    v.record(
        Mission,
        {
            "id": v.text(),
            "name": v.text(),
            "sprint": v.default(v.optional(v.instance(Sprint)), None),
            "status": v.default(v.literal(MissionStatus), "Queued"),
            "position": v.natural(),
            "pattern": v.default(v.literal(OrchestrationPattern), "none"),
            "rationale": v.default(v.optional(v.text()), None),
            "research": v.default(v.boolean(), False),
            "notes": v.default(v.many(v.text(), 0, None), ()),
            "needs": v.default(v.many(v.text(), 0, None), ()),
            "details": v.default(v.optional(v.json()), None),
            "fallback": v.default(v.boolean(), False),
            "reviewed_by": v.default(v.optional(v.text()), None),
            "added_at": v.timestamp(),
            "started_at": v.default(v.optional(v.timestamp()), None),
            "completed_at": v.default(v.optional(v.timestamp()), None),
        },
        constraints={
            "fallbackReviewed": lambda it: it.status != MissionStatus.COMPLETED
            or not it.fallback
            or it.reviewed_by is not None,
        },
    ),
    v.record(
        MissionDependency,
        {
            "dependent": v.instance(Mission),
            "required": v.instance(Mission),
            "type_": v.labelled(v.text(), "type"),
        },
    ),
    v.record(
        Session,
        {
            "number": v.positive(),
            "mission": v.instance(Mission),
            "agent": v.text(),
            "summary": v.text(),
            "started_at": v.timestamp(),
            "ended_at": v.default(v.optional(v.timestamp()), None),
            "outcome": v.default(v.optional(v.literal(EventKind)), None),
        },
    ),
    v.record(
        SessionEvent,
        {
            "number": v.positive(),
            "ts": v.timestamp(),
            "agent": v.text(),
            "mission": v.text(),
            "action": v.literal(EventKind),
            "status": v.literal(MissionStatus),
            "session": v.natural(),
            "summary": v.text(),
            "next_hint": v.default(v.optional(v.text()), None),
            "needs": v.default(v.many(v.text(), 0, None), ()),
        },
    ),
    v.record(
        Context,
        {
            "name": v.literal(ContextName),
            "active_mission": v.default(v.optional(v.text()), None),
            "session_count": v.default(v.natural(), 0),
            "last_session": v.default(v.optional(v.text()), None),
            "updated_at": v.timestamp(),
        },
    ),
    v.record(
        Decision,
        {
            "number": v.positive(),
            "kind": v.default(v.literal(DecisionKind), "decision"),
            "text": v.text(),
            "rationale": v.default(v.optional(v.text()), None),
            "mission": v.default(v.optional(v.text()), None),
            "decided_at": v.timestamp(),
        },
    ),
)
