# Generated from HFO_UseCases (ssot/hfo/usecases.sysml) and 2 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Who uses the system, and for what."""

from __future__ import annotations

from ._base import FrozenModel


class Architect(FrozenModel):
    """Edits the model; never the code."""


class Reviewer(FrozenModel):
    """Reads what was generated and decides."""
