# Generated from CMOS_Domain::MissionStatus (ssot/cmos/domain.sysml) and 8 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What the model says of the types in CMOS_Domain."""

from __future__ import annotations

from ...types.cmos_domain import (
    ContextName,
    DecisionKind,
    EventKind,
    HealthEvent,
    MissionStatus,
    OrchestrationEvent,
    OrchestrationPattern,
    Outcome,
    RunStatus,
)
from .. import values as v

EXPECTED = (
    v.enumeration(
        MissionStatus,
        (
            "In Progress",
            "Current",
            "Queued",
            "Blocked",
            "Completed",
        ),
    ),
    v.enumeration(
        OrchestrationPattern,
        (
            "none",
            "rsip",
            "delegation",
            "boomerang",
        ),
    ),
    v.enumeration(
        ContextName,
        (
            "PROJECT",
            "MASTER",
        ),
    ),
    v.enumeration(
        EventKind,
        (
            "start",
            "complete",
            "block",
            "update",
            "review",
            "fallback",
        ),
    ),
    v.enumeration(
        DecisionKind,
        (
            "decision",
            "constraint",
            "insight",
        ),
    ),
    v.enumeration(
        Outcome,
        (
            "ok",
            "failed",
            "worker_timeout",
            "evaluation_call_failure",
            "network_errors",
        ),
    ),
    v.enumeration(
        RunStatus,
        (
            "ok",
            "fallback",
        ),
    ),
    v.record(
        HealthEvent,
        {
            "ts": v.timestamp(),
            "event": v.default(v.text(), "database_health"),
            "status": v.text(),
            "missions": v.default(v.natural(), 0),
            "problems": v.default(v.many(v.text(), 0, None), ()),
        },
    ),
    v.record(
        OrchestrationEvent,
        {
            "ts": v.timestamp(),
            "event": v.default(v.text(), "orchestration"),
            "mission": v.text(),
            "pattern": v.literal(OrchestrationPattern),
            "status": v.literal(RunStatus),
            "fallback_triggered": v.labelled(v.boolean(), "fallbackTriggered"),
            "reason": v.default(v.optional(v.text()), None),
        },
    ),
)
