# Generated from HFO_UseCases::Architect (ssot/hfo/usecases.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""What the model says of the types in HFO_UseCases."""

from __future__ import annotations

from ...types.hfo_use_cases import Architect, Reviewer
from .. import values as v

EXPECTED = (
    v.record(
        Architect,
        {},
    ),
    v.record(
        Reviewer,
        {},
    ),
)
