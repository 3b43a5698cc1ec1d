# Generated from CMOS_Views::ExportBacklog (ssot/cmos/views.sysml) and 4 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Writes the backlog to a file, by its suffix. The mirror `cmos/missions/backlog.yaml`
is always up to date.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import backlog_of
from ..files import write_file
from ..types.cmos_persistence import Mission, MissionDependency, Sprint
from .running import run_step


class ExportBacklogSteps(Protocol):
    """What ExportBacklog asks of those who do its steps."""

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
    async def write_file(self, *, path: str, content: object) -> None:
        """Write a file."""


class DefaultExportBacklogSteps(ExportBacklogSteps):
    """The steps of ExportBacklog as far as the model says what they do."""

    async def write_file(self, *, path: str, content: object) -> None:
        return write_file(path, content)


async def export_backlog(
    steps: ExportBacklogSteps, *, output: str = "cmos/missions/backlog.yaml"
) -> str:
    """Writes the backlog to a file, by its suffix. The mirror
    `cmos/missions/backlog.yaml` is always up to date.
    """
    with telemetry.tracer().start_as_current_span("ExportBacklog"):
        all_mission = await run_step("all Mission", steps.all_mission)
        all_mission_dependency = await run_step(
            "all MissionDependency", steps.all_mission_dependency
        )
        all_sprint = await run_step("all Sprint", steps.all_sprint)
        backlog = backlog_of(
            sprints=all_sprint,
            missions=all_mission,
            dependencies=all_mission_dependency,
        )
        await run_step("write", steps.write_file, path=output, content=backlog)
        return output
