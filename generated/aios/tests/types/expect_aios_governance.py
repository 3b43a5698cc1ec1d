# Generated from AIOS_Governance::GateResult (ssot/aios/governance.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""What the model says of the types in AIOS_Governance."""

from __future__ import annotations

from ...types.aios_domain import Gate
from ...types.aios_governance import GateResult, Violation
from .. import values as v

EXPECTED = (
    v.record(
        GateResult,
        {
            "gate": v.literal(Gate),
            "passed": v.boolean(),
            "reason": v.text(),
        },
    ),
    v.record(
        Violation,
        {
            "rule": v.text(),
            "topic": v.text(),
            "detail": v.text(),
        },
    ),
)
