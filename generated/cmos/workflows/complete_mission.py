# Generated from CMOS_Missions::CompleteMission (ssot/cmos/missions.sysml) and 6 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Ends the session on a mission; the next mission whose dependencies are completed
becomes the current one.
"""

from __future__ import annotations

from abc import abstractmethod
from datetime import datetime
from typing import Protocol

from .. import telemetry
from ..calculations import mission_with, promotion
from ..types.cmos_domain import EventKind, MissionStatus
from ..types.cmos_persistence import Mission
from .close_session import CloseSessionSteps, close_session
from .promote_next import PromoteNextSteps, promote_next
from .record_event import RecordEventSteps, record_event
from .running import Refused, composed, now, run_step


class CompleteMissionSteps(Protocol):
    """What CompleteMission asks of those who do its steps."""

    @abstractmethod
    async def all_mission(self) -> tuple[Mission, ...]:
        """All instances of Mission."""

    @abstractmethod
    async def now(self) -> datetime:
        """The time by the clock of the system."""

    @abstractmethod
    async def store_mission(self, *, entity: Mission) -> None:
        """Store Mission as the storage of the system does."""

    @abstractmethod
    async def promote(self) -> str | None:
        """When no mission is in progress or current, the first of the queue whose
        dependencies are completed becomes current.
        """

    @abstractmethod
    async def close(self, *, mission_id: str, ended: EventKind) -> int:
        """Ends the open session on a mission; 0 when there is none."""

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


class DefaultCompleteMissionSteps(CompleteMissionSteps):
    """The steps of CompleteMission as far as the model says what they do."""

    def __init__(
        self,
        *,
        promote_next_steps: PromoteNextSteps,
        close_session_steps: CloseSessionSteps,
        record_event_steps: RecordEventSteps,
    ) -> None:
        self.promote_next_steps = promote_next_steps
        self.close_session_steps = close_session_steps
        self.record_event_steps = record_event_steps

    async def now(self) -> datetime:
        return now()

    @composed
    async def promote(self) -> str | None:
        return await promote_next(self.promote_next_steps)

    @composed
    async def close(self, *, mission_id: str, ended: EventKind) -> int:
        return await close_session(
            self.close_session_steps, mission_id=mission_id, ended=ended
        )

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


async def complete_mission(
    steps: CompleteMissionSteps,
    *,
    id_: str,
    summary: str,
    notes: str,
    next_hint: str | None = None,
    agent: str = "operator",
) -> str:
    """Ends the session on a mission; the next mission whose dependencies are completed
    becomes the current one.

    `id_` is id in the model.
    `next_hint` is nextHint in the model.
    """
    with telemetry.tracer().start_as_current_span("CompleteMission"):
        all_mission = await run_step("all Mission", steps.all_mission)
        found = mission_with(missions=all_mission, id_=id_)
        if found is None:
            raise Refused("there is no mission " + id_)
        mission = found
        if mission.status != MissionStatus.IN_PROGRESS:
            raise Refused("Only a mission in progress can be completed.")
        if notes == "":
            raise Refused("The notes are empty: they have to say what was tested.")
        if not (not mission.fallback or mission.reviewed_by is not None):
            raise Refused(
                "The mission triggered the fallback: a person has to review it before it is closed (mission review)."
            )
        clock = await run_step("clock", steps.now)
        mission = mission.model_copy(update={"status": MissionStatus.COMPLETED})
        mission = mission.model_copy(update={"completed_at": clock})
        mission = mission.model_copy(update={"notes": (*mission.notes, notes)})
        await run_step("keep", steps.store_mission, entity=mission)
        promote = await run_step("promote", steps.promote)
        close = await run_step(
            "close", steps.close, mission_id=id_, ended=EventKind.COMPLETE
        )
        await run_step(
            "remember",
            steps.remember,
            mission_id=id_,
            kind=EventKind.COMPLETE,
            standing=mission.status,
            session_number=close,
            who=agent,
            said=summary,
            hint=next_hint if next_hint is not None else promotion(promoted=promote),
            wants=(),
        )
        return "completed " + id_ + "; " + promotion(promoted=promote)
