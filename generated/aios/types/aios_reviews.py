# Generated from AIOS_Reviews (ssot/aios/reviews.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""Pair programming: an agent that did not write the code looks at it in four dimensions
before a person does.
"""

from __future__ import annotations

from ._base import FrozenModel, Natural
from .aios_domain import Persona, Verdict


class ReviewLine(FrozenModel):
    """A review as people see it."""

    review: str
    reviewer: str
    persona: Persona | None = None
    verdict: Verdict | None = None
    dimensions: Natural
    critical: Natural
    major: Natural
    minor: Natural
