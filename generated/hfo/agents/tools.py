# Generated from HFO_Agents::EstimateEffort (ssot/hfo/agents.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""What agents may call."""

from __future__ import annotations

from ..types.hfo_signals import RiskLevel


def estimate_effort(parts: int, risk: RiskLevel) -> int:
    """The size of a piece of work in points, from the number of its parts and the risk."""
    return (
        parts
        if risk == RiskLevel.LOW
        else parts * 2 if risk == RiskLevel.MODERATE else parts * 3
    )
