# Generated from CMOS_Missions::PromoteNext (ssot/cmos/missions.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""When no mission is in progress or current, the first of the queue whose dependencies
are completed becomes current.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import next_mission
from ..types.cmos_domain import MissionStatus
from ..types.cmos_persistence import Mission, MissionDependency
from .running import run_step


class PromoteNextSteps(Protocol):
    """What PromoteNext asks of those who do its steps."""

    @abstractmethod
    async def all_mission(self) -> tuple[Mission, ...]:
        """All instances of Mission."""

    @abstractmethod
    async def all_mission_dependency(self) -> tuple[MissionDependency, ...]:
        """All instances of MissionDependency."""

    @abstractmethod
    async def store_mission(self, *, entity: Mission) -> None:
        """Store Mission as the storage of the system does."""


async def promote_next(steps: PromoteNextSteps) -> str | None:
    """When no mission is in progress or current, the first of the queue whose
    dependencies are completed becomes current.
    """
    with telemetry.tracer().start_as_current_span("PromoteNext"):
        promoted: str | None = None
        all_mission = await run_step("all Mission", steps.all_mission)
        all_mission_dependency = await run_step(
            "all MissionDependency", steps.all_mission_dependency
        )
        next_ = next_mission(missions=all_mission, dependencies=all_mission_dependency)
        if next_ is not None:
            mission = next_
            if mission.status == MissionStatus.QUEUED:
                mission = mission.model_copy(update={"status": MissionStatus.CURRENT})
                await run_step("keep", steps.store_mission, entity=mission)
            promoted = mission.id
        return promoted
