# Generated from HFO_Workflows::ListMissions (ssot/hfo/workflows.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""All missions, or those with one status."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..types.hfo_persistence import Mission
from ..types.hfo_signals import MissionStatus
from .running import run_step


class ListMissionsSteps(Protocol):
    """What ListMissions asks of those who do its steps."""

    @abstractmethod
    async def all_mission(self) -> tuple[Mission, ...]:
        """All instances of Mission."""


async def list_missions(
    steps: ListMissionsSteps, *, status: MissionStatus | None = None
) -> tuple[Mission, ...]:
    """All missions, or those with one status."""
    with telemetry.tracer().start_as_current_span("ListMissions"):
        all_mission = await run_step("all Mission", steps.all_mission)
        return tuple(
            each for each in all_mission if status is None or each.status == status
        )
