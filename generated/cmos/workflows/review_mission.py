# Generated from CMOS_Missions::ReviewMission (ssot/cmos/missions.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""A person has looked at a mission that triggered the fallback."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import mission_with
from ..types.cmos_domain import EventKind, MissionStatus
from ..types.cmos_persistence import Mission
from .record_event import RecordEventSteps, record_event
from .running import Refused, composed, run_step


class ReviewMissionSteps(Protocol):
    """What ReviewMission asks of those who do its steps."""

    @abstractmethod
    async def all_mission(self) -> tuple[Mission, ...]:
        """All instances of Mission."""

    @abstractmethod
    async def store_mission(self, *, entity: Mission) -> None:
        """Store Mission as the storage of the system does."""

    @abstractmethod
    async def remember(
        self,
        *,
        mission_id: str,
        kind: EventKind,
        standing: MissionStatus,
        session_number: int,
        who: str,
        said: str,
        hint: str | None,
        wants: tuple[str, ...],
    ) -> None:
        """Notes what happened, and brings the markers of the contexts up to date."""


class DefaultReviewMissionSteps(ReviewMissionSteps):
    """The steps of ReviewMission as far as the model says what they do."""

    def __init__(
        self,
        *,
        record_event_steps: RecordEventSteps,
    ) -> None:
        self.record_event_steps = record_event_steps

    @composed
    async def remember(
        self,
        *,
        mission_id: str,
        kind: EventKind,
        standing: MissionStatus,
        session_number: int,
        who: str,
        said: str,
        hint: str | None,
        wants: tuple[str, ...],
    ) -> None:
        await record_event(
            self.record_event_steps,
            mission_id=mission_id,
            kind=kind,
            standing=standing,
            session_number=session_number,
            who=who,
            said=said,
            hint=hint,
            wants=wants,
        )


async def review_mission(
    steps: ReviewMissionSteps, *, id_: str, by: str, notes: str
) -> str:
    """A person has looked at a mission that triggered the fallback.

    `id_` is id in the model.
    """
    with telemetry.tracer().start_as_current_span("ReviewMission"):
        all_mission = await run_step("all Mission", steps.all_mission)
        found = mission_with(missions=all_mission, id_=id_)
        if found is None:
            raise Refused("there is no mission " + id_)
        mission = found
        if not (by != "" and notes != ""):
            raise Refused("A review says who has looked, and what was done about it.")
        mission = mission.model_copy(update={"reviewed_by": by})
        mission = mission.model_copy(
            update={"notes": (*mission.notes, "Reviewed by " + by + ": " + notes)}
        )
        await run_step("keep", steps.store_mission, entity=mission)
        await run_step(
            "remember",
            steps.remember,
            mission_id=id_,
            kind=EventKind.REVIEW,
            standing=mission.status,
            session_number=0,
            who=by,
            said=notes,
            hint=None,
            wants=(),
        )
        return "reviewed " + id_
