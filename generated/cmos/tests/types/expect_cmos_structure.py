# Generated from CMOS_Structure::BacklogStore (ssot/cmos/structure.sysml) and 4 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What the model says of the types in CMOS_Structure."""

from __future__ import annotations

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
        {},
    ),
    v.record(
        MissionRuntime,
        {},
    ),
    v.record(
        ContextKeeper,
        {},
    ),
    v.record(
        Orchestrator,
        {},
    ),
    v.record(
        HealthMonitor,
        {},
    ),
)
