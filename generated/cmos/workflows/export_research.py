# Generated from CMOS_Contexts::ExportResearch (ssot/cmos/contexts.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Writes the report of a completed research mission."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import mission_with, research_report
from ..files import write_file
from ..types.cmos_domain import MissionStatus
from ..types.cmos_persistence import Mission, SessionEvent
from .running import Refused, run_step


class ExportResearchSteps(Protocol):
    """What ExportResearch asks of those who do its steps."""

    @abstractmethod
    async def all_mission(self) -> tuple[Mission, ...]:
        """All instances of Mission."""

    @abstractmethod
    async def all_session_event(self) -> tuple[SessionEvent, ...]:
        """All instances of SessionEvent."""

    @abstractmethod
    async def write_file(self, *, path: str, content: object) -> None:
        """Write a file."""


class DefaultExportResearchSteps(ExportResearchSteps):
    """The steps of ExportResearch as far as the model says what they do."""

    async def write_file(self, *, path: str, content: object) -> None:
        return write_file(path, content)


async def export_research(steps: ExportResearchSteps, *, id_: str) -> str:
    """Writes the report of a completed research mission.

    `id_` is id in the model.
    """
    with telemetry.tracer().start_as_current_span("ExportResearch"):
        all_mission = await run_step("all Mission", steps.all_mission)
        found = mission_with(missions=all_mission, id_=id_)
        if found is None:
            raise Refused("there is no mission " + id_)
        mission = found
        if not mission.research:
            raise Refused(
                "Only a mission of research has a report (mission add --research)."
            )
        if mission.status != MissionStatus.COMPLETED:
            raise Refused("A report is written after the mission is completed.")
        all_session_event = await run_step("all SessionEvent", steps.all_session_event)
        text = research_report(mission=mission, events=all_session_event)
        await run_step(
            "write", steps.write_file, path="cmos/research/" + id_ + ".md", content=text
        )
        return "cmos/research/" + id_ + ".md"
