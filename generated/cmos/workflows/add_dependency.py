# Generated from CMOS_Missions::AddDependency (ssot/cmos/missions.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The first mission waits for the second one. A circle is refused."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import mission_with, reaches
from ..types.cmos_persistence import Mission, MissionDependency
from .running import Refused, run_step


class AddDependencySteps(Protocol):
    """What AddDependency asks of those who do its steps."""

    @abstractmethod
    async def all_mission(self) -> tuple[Mission, ...]:
        """All instances of Mission."""

    @abstractmethod
    async def all_mission_dependency(self) -> tuple[MissionDependency, ...]:
        """All instances of MissionDependency."""

    @abstractmethod
    async def store_mission_dependency(self, *, entity: MissionDependency) -> None:
        """Store MissionDependency as the storage of the system does."""


async def add_dependency(
    steps: AddDependencySteps, *, from_: str, to: str, type_: str = "requires"
) -> str:
    """The first mission waits for the second one. A circle is refused.

    `from_` is from in the model.
    `type_` is type in the model.
    """
    with telemetry.tracer().start_as_current_span("AddDependency"):
        all_mission = await run_step("all Mission", steps.all_mission)
        waiting = mission_with(missions=all_mission, id_=from_)
        needed = mission_with(missions=all_mission, id_=to)
        if waiting is None:
            raise Refused("there is no mission " + from_)
        if needed is None:
            raise Refused("there is no mission " + to)
        all_mission_dependency = await run_step(
            "all MissionDependency", steps.all_mission_dependency
        )
        if bool(reaches(dependencies=all_mission_dependency, origin=to, goal=from_)):
            raise Refused("The missions would wait for each other in a circle.")
        dependent = waiting
        required = needed
        await run_step(
            "keep",
            steps.store_mission_dependency,
            entity=MissionDependency(
                dependent=dependent, required=required, type_=type_
            ),
        )
        return from_ + " waits for " + to + " (" + type_ + ")"
