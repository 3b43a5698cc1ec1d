# Generated from AIOS_Metrics (ssot/aios/metrics.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""How the system does: key metrics against their targets, and health."""

from __future__ import annotations

from ._base import FrozenModel


class MetricLine(FrozenModel):
    """A metric beside its target."""

    metric: str
    value: str
    goal: str
    met: bool
