# Generated from CMOS_Health::Duties (ssot/cmos/health.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""What only people and agents can see to."""

from __future__ import annotations

from .. import telemetry
from ..calculations import duties_of
from ..types.cmos_health import Occasion


async def duties(*, occasion: Occasion) -> tuple[str, ...]:
    """What only people and agents can see to."""
    with telemetry.tracer().start_as_current_span("Duties"):
        return duties_of(occasion=occasion)
