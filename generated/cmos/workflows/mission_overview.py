# Generated from CMOS_Views::MissionOverview (ssot/cmos/views.sysml) and 2 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Which missions are open, and which one is next."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import Protocol

from .. import telemetry
from ..calculations import board, next_mission
from ..types.cmos_domain import MissionStatus
from ..types.cmos_persistence import Mission, MissionDependency
from ..types.cmos_views import BacklogLine
from .running import run_step


@dataclass(frozen=True, slots=True)
class MissionOverviewResult:
    """What MissionOverview gives."""

    missions: tuple[BacklogLine, ...]
    next_: str | None


class MissionOverviewSteps(Protocol):
    """What MissionOverview asks of those who do its steps."""

    @abstractmethod
    async def all_mission(self) -> tuple[Mission, ...]:
        """All instances of Mission."""

    @abstractmethod
    async def all_mission_dependency(self) -> tuple[MissionDependency, ...]:
        """All instances of MissionDependency."""


async def mission_overview(steps: MissionOverviewSteps) -> MissionOverviewResult:
    """Which missions are open, and which one is next."""
    with telemetry.tracer().start_as_current_span("MissionOverview"):
        all_mission = await run_step("all Mission", steps.all_mission)
        all_mission_dependency = await run_step(
            "all MissionDependency", steps.all_mission_dependency
        )
        return MissionOverviewResult(
            missions=tuple(
                each
                for each in board(
                    missions=all_mission, dependencies=all_mission_dependency
                )
                if each.status != MissionStatus.COMPLETED
            ),
            next_=next(
                (
                    each.id
                    for each in tuple(
                        each
                        for each in (
                            next_mission(
                                missions=all_mission,
                                dependencies=all_mission_dependency,
                            ),
                        )
                        if each is not None
                    )
                ),
                None,
            ),
        )
