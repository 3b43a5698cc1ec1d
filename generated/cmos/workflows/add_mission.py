# Generated from CMOS_Missions::AddMission (ssot/cmos/missions.sysml) and 5 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Adds a mission to the end of the queue; its sprint is made if there is none of that
name.
"""

from __future__ import annotations

from abc import abstractmethod
from datetime import datetime
from typing import Protocol

from .. import telemetry
from ..calculations import mission_with, sprint_name, sprint_with
from ..types.cmos_domain import OrchestrationPattern
from ..types.cmos_persistence import Mission, Sprint
from .running import Refused, now, run_step


class AddMissionSteps(Protocol):
    """What AddMission asks of those who do its steps."""

    @abstractmethod
    async def all_sprint(self) -> tuple[Sprint, ...]:
        """All instances of Sprint."""

    @abstractmethod
    async def all_mission(self) -> tuple[Mission, ...]:
        """All instances of Mission."""

    @abstractmethod
    async def now(self) -> datetime:
        """The time by the clock of the system."""

    @abstractmethod
    async def store_sprint(self, *, entity: Sprint) -> None:
        """Store Sprint as the storage of the system does."""

    @abstractmethod
    async def store_mission(self, *, entity: Mission) -> None:
        """Store Mission as the storage of the system does."""


class DefaultAddMissionSteps(AddMissionSteps):
    """The steps of AddMission as far as the model says what they do."""

    async def now(self) -> datetime:
        return now()


async def add_mission(
    steps: AddMissionSteps,
    *,
    id_: str,
    name: str,
    sprint: str | None = None,
    pattern: OrchestrationPattern = OrchestrationPattern.NONE,
    rationale: str | None = None,
    research: bool = False,
    notes: str | None = None,
) -> str:
    """Adds a mission to the end of the queue; its sprint is made if there is none of
    that name.

    `id_` is id in the model.
    """
    with telemetry.tracer().start_as_current_span("AddMission"):
        all_mission = await run_step("all Mission", steps.all_mission)
        same = mission_with(missions=all_mission, id_=id_)
        if same is not None:
            raise Refused("There is a mission with this id already.")
        if not (id_ != "" and name != ""):
            raise Refused("A mission needs an id and a name.")
        clock = await run_step("clock", steps.now)
        all_sprint = await run_step("all Sprint", steps.all_sprint)
        planned: Sprint | None = sprint_with(
            sprints=all_sprint, name=sprint_name(sprint=sprint)
        )
        if sprint is not None and planned is None:
            fresh = Sprint(
                name=sprint_name(sprint=sprint), position=len(all_sprint) + 1
            )
            await run_step("plan", steps.store_sprint, entity=fresh)
            planned = fresh
        all_mission = await run_step("all Mission", steps.all_mission)
        await run_step(
            "keep",
            steps.store_mission,
            entity=Mission(
                id=id_,
                name=name,
                sprint=planned,
                pattern=pattern,
                rationale=rationale,
                research=research,
                notes=() if notes is None else (notes,),
                position=len(all_mission) + 1,
                added_at=clock,
            ),
        )
        return "added " + id_
