# Generated from HFO_Workflows::ShowMission (ssot/hfo/workflows.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""One mission."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..types.hfo_persistence import Mission
from .running import run_step


class ShowMissionSteps(Protocol):
    """What ShowMission asks of those who do its steps."""

    @abstractmethod
    async def all_mission(self) -> tuple[Mission, ...]:
        """All instances of Mission."""


async def show_mission(
    steps: ShowMissionSteps, *, mission_id: str
) -> tuple[Mission, ...]:
    """One mission.

    `mission_id` is missionId in the model.
    """
    with telemetry.tracer().start_as_current_span("ShowMission"):
        all_mission = await run_step("all Mission", steps.all_mission)
        return tuple(each for each in all_mission if each.mission_id == mission_id)
