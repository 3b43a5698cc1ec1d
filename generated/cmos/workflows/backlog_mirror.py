# Generated from CMOS_Views::BacklogMirror (ssot/cmos/views.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The backlog as a file."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import backlog_of
from ..types.cmos_persistence import Mission, MissionDependency, Sprint
from ..types.cmos_views import Backlog
from .running import run_step


class BacklogMirrorSteps(Protocol):
    """What BacklogMirror asks of those who do its steps."""

    @abstractmethod
    async def all_sprint(self) -> tuple[Sprint, ...]:
        """All instances of Sprint."""

    @abstractmethod
    async def all_mission(self) -> tuple[Mission, ...]:
        """All instances of Mission."""

    @abstractmethod
    async def all_mission_dependency(self) -> tuple[MissionDependency, ...]:
        """All instances of MissionDependency."""


async def backlog_mirror(steps: BacklogMirrorSteps) -> Backlog:
    """The backlog as a file."""
    with telemetry.tracer().start_as_current_span("BacklogMirror"):
        all_mission = await run_step("all Mission", steps.all_mission)
        all_mission_dependency = await run_step(
            "all MissionDependency", steps.all_mission_dependency
        )
        all_sprint = await run_step("all Sprint", steps.all_sprint)
        return backlog_of(
            sprints=all_sprint,
            missions=all_mission,
            dependencies=all_mission_dependency,
        )
