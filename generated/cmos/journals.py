# Generated from CMOS_Domain::HealthEvent (ssot/cmos/domain.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""Journals of the system: items appended to files, one line of JSON each."""

from __future__ import annotations

from . import files
from .types.cmos_domain import HealthEvent, OrchestrationEvent


class Journals:
    """Appends to each journal."""

    async def append_health_event(self, *, record: HealthEvent) -> None:
        """Append a HealthEvent to cmos/telemetry/events/database-health.jsonl, at once."""
        files.append_line(
            "cmos/telemetry/events/database-health.jsonl", record, always=True
        )

    async def append_orchestration_event(self, *, record: OrchestrationEvent) -> None:
        """Append a OrchestrationEvent to cmos/telemetry/events/orchestration.jsonl."""
        files.append_line(
            "cmos/telemetry/events/orchestration.jsonl", record, always=False
        )
