# Generated from CMOS_Contexts::Seed (ssot/cmos/contexts.sysml) and 7 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Makes the database if there is none, and imports a backlog file. A mission that is
known is left as it is.
"""

from __future__ import annotations

from abc import abstractmethod
from datetime import datetime
from typing import Protocol

from .. import telemetry
from ..calculations import mission_with, reaches, sprint_with
from ..files import read_file
from ..support.texts import to_string
from ..types.cmos_persistence import Mission, MissionDependency, Sprint
from ..types.cmos_views import Backlog
from .running import Refused, now, run_step


class SeedSteps(Protocol):
    """What Seed asks of those who do its steps."""

    @abstractmethod
    async def all_sprint(self) -> tuple[Sprint, ...]:
        """All instances of Sprint."""

    @abstractmethod
    async def all_mission(self) -> tuple[Mission, ...]:
        """All instances of Mission."""

    @abstractmethod
    async def all_mission_dependency(self) -> tuple[MissionDependency, ...]:
        """All instances of MissionDependency."""

    @abstractmethod
    async def now(self) -> datetime:
        """The time by the clock of the system."""

    @abstractmethod
    async def read(self, *, path: str) -> Backlog:
        """Read a file as Backlog."""

    @abstractmethod
    async def store_mission(self, *, entity: Mission) -> None:
        """Store Mission as the storage of the system does."""

    @abstractmethod
    async def store_mission_dependency(self, *, entity: MissionDependency) -> None:
        """Store MissionDependency as the storage of the system does."""


class DefaultSeedSteps(SeedSteps):
    """The steps of Seed as far as the model says what they do."""

    async def now(self) -> datetime:
        return now()

    async def read(self, *, path: str) -> Backlog:
        content: Backlog = read_file(path, Backlog)
        return content


async def seed_2(steps: SeedSteps, *, data_root: str | None = None) -> str:
    """Makes the database if there is none, and imports a backlog file. A mission that
    is known is left as it is.

    `data_root` is dataRoot in the model.
    """
    with telemetry.tracer().start_as_current_span("Seed"):
        clock = await run_step("clock", steps.now)
        all_mission = await run_step("all Mission", steps.all_mission)
        known = len(all_mission)
        if data_root is not None:
            read = await run_step(
                "read",
                steps.read,
                path=(data_root if data_root is not None else "")
                + "/missions/backlog.yaml",
            )
            for sprint in read.sprints:
                all_sprint = await run_step("all Sprint", steps.all_sprint)
                planned: Sprint | None = sprint_with(
                    sprints=all_sprint, name=sprint.sprint
                )
                if planned is None and sprint.sprint != "":
                    planned = Sprint(name=sprint.sprint, position=len(all_sprint) + 1)
                for each in sprint.missions:
                    all_mission = await run_step("all Mission", steps.all_mission)
                    same = mission_with(missions=all_mission, id_=each.id)
                    if same is None:
                        await run_step(
                            "keep",
                            steps.store_mission,
                            entity=Mission(
                                id=each.id,
                                name=each.name,
                                sprint=planned,
                                status=each.status,
                                position=(
                                    each.position
                                    if each.position > 0
                                    else len(all_mission) + 1
                                ),
                                pattern=each.pattern,
                                rationale=each.rationale,
                                research=each.research,
                                notes=each.notes,
                                needs=each.needs,
                                details=each.details,
                                completed_at=each.completed_at,
                                added_at=clock,
                            ),
                        )
            for edge in read.dependencies:
                all_mission = await run_step("all Mission", steps.all_mission)
                waiting = mission_with(missions=all_mission, id_=edge.from_)
                needed = mission_with(missions=all_mission, id_=edge.to)
                if waiting is None or needed is None:
                    raise Refused(
                        "the dependency of "
                        + edge.from_
                        + " on "
                        + edge.to
                        + " has no mission"
                    )
                all_mission_dependency = await run_step(
                    "all MissionDependency", steps.all_mission_dependency
                )
                if reaches(
                    dependencies=all_mission_dependency, origin=edge.to, goal=edge.from_
                ):
                    raise Refused(
                        edge.from_
                        + " and "
                        + edge.to
                        + " would wait for each other in a circle"
                    )
                dependent = waiting
                required = needed
                await run_step(
                    "link",
                    steps.store_mission_dependency,
                    entity=MissionDependency(
                        dependent=dependent, required=required, type_=edge.type_
                    ),
                )
        all_mission = await run_step("all Mission", steps.all_mission)
        return (
            to_string(len(all_mission) - known)
            + " missions imported, "
            + to_string(len(all_mission))
            + " in the backlog"
        )
