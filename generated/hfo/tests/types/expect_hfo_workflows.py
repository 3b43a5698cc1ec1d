# Generated from HFO_Workflows::MissionStarted (ssot/hfo/workflows.sysml) and 4 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What the model says of the types in HFO_Workflows."""

from __future__ import annotations

from ...types.hfo_signals import Verdict
from ...types.hfo_workflows import (
    ClarificationGiven,
    MissionRetried,
    MissionStarted,
    VoteCast,
    WorkFinished,
)
from .. import values as v

EXPECTED = (
    v.opaque(MissionStarted),
    v.record(
        ClarificationGiven,
        {
            "sequence": v.natural(),
        },
    ),
    v.opaque(WorkFinished),
    v.record(
        VoteCast,
        {
            "verdict": v.literal(Verdict),
        },
    ),
    v.opaque(MissionRetried),
)
