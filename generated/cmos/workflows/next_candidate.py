# Generated from CMOS_Views::NextCandidate (ssot/cmos/views.sysml) and 2 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The mission to work on: in progress, else current, else the first of the queue that
is ready.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import next_mission
from ..types.cmos_persistence import Mission, MissionDependency
from .running import run_step


class NextCandidateSteps(Protocol):
    """What NextCandidate asks of those who do its steps."""

    @abstractmethod
    async def all_mission(self) -> tuple[Mission, ...]:
        """All instances of Mission."""

    @abstractmethod
    async def all_mission_dependency(self) -> tuple[MissionDependency, ...]:
        """All instances of MissionDependency."""


async def next_candidate(steps: NextCandidateSteps) -> Mission | None:
    """The mission to work on: in progress, else current, else the first of the queue
    that is ready.
    """
    with telemetry.tracer().start_as_current_span("NextCandidate"):
        all_mission = await run_step("all Mission", steps.all_mission)
        all_mission_dependency = await run_step(
            "all MissionDependency", steps.all_mission_dependency
        )
        return next_mission(missions=all_mission, dependencies=all_mission_dependency)
