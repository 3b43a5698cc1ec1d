# Generated from AIOS_Governance (ssot/aios/governance.sysml) and 2 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Changes of specs, deviations from them, and the gates a task passes."""

from __future__ import annotations

from ._base import FrozenModel
from .aios_domain import Gate


class GateResult(FrozenModel):
    """What a gate says of a task."""

    gate: Gate
    passed: bool
    reason: str


class Violation(FrozenModel):
    """Something that governance does not allow."""

    rule: str
    topic: str
    detail: str
