# Generated from CMOS_Health::CheckItem (ssot/cmos/health.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""What the model says of the types in CMOS_Health."""

from __future__ import annotations

from ...types.cmos_health import CheckItem, Occasion
from .. import values as v

EXPECTED = (
    v.record(
        CheckItem,
        {
            "met": v.boolean(),
            "duty": v.text(),
        },
    ),
    v.enumeration(
        Occasion,
        (
            "preflight",
            "mission",
            "session",
            "sprint",
            "documents",
            "maintenance",
            "incident",
            "security",
        ),
    ),
)
