# Generated from CMOS_Views::ShowBacklog (ssot/cmos/views.sysml) and 2 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""All missions by precedence."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import board
from ..types.cmos_persistence import Mission, MissionDependency
from ..types.cmos_views import BacklogLine
from .running import run_step


class ShowBacklogSteps(Protocol):
    """What ShowBacklog asks of those who do its steps."""

    @abstractmethod
    async def all_mission(self) -> tuple[Mission, ...]:
        """All instances of Mission."""

    @abstractmethod
    async def all_mission_dependency(self) -> tuple[MissionDependency, ...]:
        """All instances of MissionDependency."""


async def show_backlog(steps: ShowBacklogSteps) -> tuple[BacklogLine, ...]:
    """All missions by precedence."""
    with telemetry.tracer().start_as_current_span("ShowBacklog"):
        all_mission = await run_step("all Mission", steps.all_mission)
        all_mission_dependency = await run_step(
            "all MissionDependency", steps.all_mission_dependency
        )
        return board(missions=all_mission, dependencies=all_mission_dependency)
