# Generated from CMOS_Health::MissionChecklist (ssot/cmos/health.sysml) and 2 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What has to hold before a mission is closed, as far as the database can tell."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import mission_with
from ..types.cmos_domain import MissionStatus, OrchestrationPattern
from ..types.cmos_health import CheckItem
from ..types.cmos_persistence import Mission, SessionEvent
from .running import Refused, run_step


class MissionChecklistSteps(Protocol):
    """What MissionChecklist asks of those who do its steps."""

    @abstractmethod
    async def all_mission(self) -> tuple[Mission, ...]:
        """All instances of Mission."""

    @abstractmethod
    async def all_session_event(self) -> tuple[SessionEvent, ...]:
        """All instances of SessionEvent."""


async def mission_checklist(
    steps: MissionChecklistSteps, *, id_: str
) -> tuple[CheckItem, ...]:
    """What has to hold before a mission is closed, as far as the database can tell.

    `id_` is id in the model.
    """
    with telemetry.tracer().start_as_current_span("MissionChecklist"):
        all_mission = await run_step("all Mission", steps.all_mission)
        found = mission_with(missions=all_mission, id_=id_)
        if found is None:
            raise Refused("there is no mission " + id_)
        mission = found
        all_session_event = await run_step("all SessionEvent", steps.all_session_event)
        return (
            CheckItem(
                met=any(each.mission == id_ for each in all_session_event),
                duty="events are logged (session_events)",
            ),
            CheckItem(
                met=mission.status != MissionStatus.QUEUED,
                duty="the status is updated in the database",
            ),
            CheckItem(
                met=bool(mission.notes), duty="test results are documented in the notes"
            ),
            CheckItem(
                met=mission.pattern == OrchestrationPattern.NONE
                or mission.rationale is not None,
                duty="the orchestration mode and its rationale are recorded",
            ),
            CheckItem(
                met=not mission.fallback or mission.reviewed_by is not None,
                duty="a fallback was reviewed by a person",
            ),
            CheckItem(
                met=mission.status != MissionStatus.BLOCKED or bool(mission.needs),
                duty="a block says what would unblock it",
            ),
        )
