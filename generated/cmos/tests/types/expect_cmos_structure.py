# Generated from CMOS_Structure::BacklogStore (ssot/cmos/structure.sysml) and 4 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What the model says of the types in CMOS_Structure."""

from __future__ import annotations

from ...types.cmos_domain import MissionStatus, OrchestrationPattern
from ...types.cmos_structure import (
    BacklogStore,
    ContextKeeper,
    HealthMonitor,
    MissionRuntime,
    Orchestrator,
)
from .. import values as v

EXPECTED = (
    v.record(
        BacklogStore,
        {
            "authoritative": v.default(v.boolean(), True),
            "prepared_statements": v.default(v.boolean(), True),
            "file": v.default(v.text(), "cmos/db/cmos.sqlite"),
        },
    ),
    v.record(
        MissionRuntime,
        {
            "precedence": v.default(
                v.many(v.literal(MissionStatus), 3, 3),
                ("In Progress", "Current", "Queued"),
            ),
            "missions_at_a_time": v.default(v.positive(), 1),
            "promotes": v.default(v.boolean(), True),
            "refuses_circles": v.default(v.boolean(), True),
        },
    ),
    v.record(
        ContextKeeper,
        {
            "mirrors": v.default(
                v.many(v.text(), 1, None),
                (
                    "cmos/missions/backlog.yaml",
                    "cmos/PROJECT_CONTEXT.json",
                    "cmos/MASTER_CONTEXT.json",
                    "cmos/SESSIONS.jsonl",
                ),
            ),
            "one_transaction": v.default(v.boolean(), True),
        },
    ),
    v.record(
        Orchestrator,
        {
            "patterns": v.default(
                v.many(v.literal(OrchestrationPattern), 4, 4),
                ("none", "rsip", "delegation", "boomerang"),
            ),
            "retries": v.default(v.natural(), 1),
            "failed_workers": v.default(v.positive(), 2),
            "failed_attempts": v.default(v.positive(), 2),
            "iterations": v.default(v.positive(), 3),
            "review_after_fallback": v.default(v.boolean(), True),
        },
    ),
    v.record(
        HealthMonitor,
        {
            "journal": v.default(
                v.text(), "cmos/telemetry/events/database-health.jsonl"
            ),
            "notes_refused_runs": v.default(v.boolean(), True),
        },
    ),
)
