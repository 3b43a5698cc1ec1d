# Generated from CMOS_Views::MissionEntry (ssot/cmos/views.sysml) and 6 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What the model says of the types in CMOS_Views."""

from __future__ import annotations

from ...types.cmos_domain import MissionStatus, OrchestrationPattern
from ...types.cmos_persistence import Decision
from ...types.cmos_views import (
    Backlog,
    BacklogLine,
    DependencyEntry,
    MasterContext,
    MissionEntry,
    ProjectContext,
    SprintEntry,
)
from .. import values as v

EXPECTED = (
    v.record(
        MissionEntry,
        {
            "id": v.text(),
            "name": v.text(),
            "status": v.default(v.literal(MissionStatus), "Queued"),
            "position": v.default(v.natural(), 0),
            "pattern": v.default(v.literal(OrchestrationPattern), "none"),
            "rationale": v.default(v.optional(v.text()), None),
            "research": v.default(v.boolean(), False),
            "notes": v.default(v.many(v.text(), 0, None), ()),
            "needs": v.default(v.many(v.text(), 0, None), ()),
            "details": v.labelled(v.default(v.optional(v.json()), None), "metadata"),
            "completed_at": v.default(v.optional(v.timestamp()), None),
        },
    ),
    v.record(
        SprintEntry,
        {
            "sprint": v.text(),
            "missions": v.default(v.many(v.instance(MissionEntry), 0, None), ()),
        },
    ),
    v.record(
        DependencyEntry,
        {
            "from_": v.labelled(v.text(), "from"),
            "to": v.text(),
            "type_": v.labelled(v.default(v.text(), "requires"), "type"),
        },
    ),
    v.record(
        Backlog,
        {
            "sprints": v.default(v.many(v.instance(SprintEntry), 0, None), ()),
            "dependencies": v.labelled(
                v.default(v.many(v.instance(DependencyEntry), 0, None), ()),
                "mission_dependencies",
            ),
        },
    ),
    v.record(
        BacklogLine,
        {
            "id": v.text(),
            "status": v.literal(MissionStatus),
            "name": v.text(),
            "sprint": v.default(v.optional(v.text()), None),
            "waits_for": v.default(v.many(v.text(), 0, None), ()),
            "needs": v.default(v.many(v.text(), 0, None), ()),
        },
    ),
    v.record(
        ProjectContext,
        {
            "active_mission": v.default(v.optional(v.text()), None),
            "session_count": v.natural(),
            "last_session": v.default(v.optional(v.text()), None),
            "updated_at": v.default(v.optional(v.timestamp()), None),
            "current": v.default(v.optional(v.instance(MissionEntry)), None),
        },
    ),
    v.record(
        MasterContext,
        {
            "active_mission": v.default(v.optional(v.text()), None),
            "session_count": v.natural(),
            "last_session": v.default(v.optional(v.text()), None),
            "updated_at": v.default(v.optional(v.timestamp()), None),
            "decisions": v.labelled(
                v.default(v.many(v.instance(Decision), 0, None), ()), "decisions_made"
            ),
            "constraints": v.default(v.many(v.instance(Decision), 0, None), ()),
            "insights": v.default(v.many(v.instance(Decision), 0, None), ()),
        },
    ),
)
