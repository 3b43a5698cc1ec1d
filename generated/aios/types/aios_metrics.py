# Generated from AIOS_Metrics (ssot/aios/metrics.sysml) and 2 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""How the system does: key metrics against their targets, health, and what is looked at
every week.
"""

from __future__ import annotations

from ._base import FrozenModel


class MetricLine(FrozenModel):
    """A metric beside its target."""

    metric: str
    value: str
    goal: str
    met: bool


class ChecklistLine(FrozenModel):
    """A line of the weekly checklist: what people look at, and what is known about it."""

    section: str
    line: str
    found: str
