# Generated from AIOS_Reviews::ReviewLine (ssot/aios/reviews.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""What the model says of the types in AIOS_Reviews."""

from __future__ import annotations

from ...types.aios_domain import Persona, Verdict
from ...types.aios_reviews import ReviewLine
from .. import values as v

EXPECTED = (
    v.record(
        ReviewLine,
        {
            "review": v.text(),
            "reviewer": v.text(),
            "persona": v.default(v.optional(v.literal(Persona)), None),
            "verdict": v.default(v.optional(v.literal(Verdict)), None),
            "dimensions": v.natural(),
            "critical": v.natural(),
            "major": v.natural(),
            "minor": v.natural(),
        },
    ),
)
