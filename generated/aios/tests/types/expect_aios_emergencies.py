# Generated from AIOS_Emergencies::IssueLine (ssot/aios/emergencies.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""What the model says of the types in AIOS_Emergencies."""

from __future__ import annotations

from ...types.aios_authority import RoleMode
from ...types.aios_domain import IssueType, Stage
from ...types.aios_emergencies import IssueLine
from .. import values as v

EXPECTED = (
    v.record(
        IssueLine,
        {
            "number": v.positive(),
            "type_": v.labelled(v.literal(IssueType), "type"),
            "stage": v.literal(Stage),
            "task": v.default(v.optional(v.text()), None),
            "turn": v.default(v.optional(v.literal(RoleMode)), None),
            "measure": v.default(v.optional(v.text()), None),
            "description": v.text(),
        },
    ),
)
