# Generated from CMOS_Missions::StartMission (ssot/cmos/missions.sysml) and 7 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Begins a session on a mission."""

from __future__ import annotations

from abc import abstractmethod
from datetime import datetime
from typing import Protocol

from .. import telemetry
from ..calculations import joined, mission_with, unfinished
from ..support.texts import to_string
from ..types.cmos_domain import EventKind, MissionStatus
from ..types.cmos_persistence import Mission, MissionDependency, Session
from .record_event import RecordEventSteps, record_event
from .running import Refused, composed, now, run_step


class StartMissionSteps(Protocol):
    """What StartMission asks of those who do its steps."""

    @abstractmethod
    async def all_mission(self) -> tuple[Mission, ...]:
        """All instances of Mission."""

    @abstractmethod
    async def all_mission_dependency(self) -> tuple[MissionDependency, ...]:
        """All instances of MissionDependency."""

    @abstractmethod
    async def all_session(self) -> tuple[Session, ...]:
        """All instances of Session."""

    @abstractmethod
    async def now(self) -> datetime:
        """The time by the clock of the system."""

    @abstractmethod
    async def store_mission(self, *, entity: Mission) -> None:
        """Store Mission as the storage of the system does."""

    @abstractmethod
    async def store_session(self, *, entity: Session) -> None:
        """Store Session as the storage of the system does."""

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


class DefaultStartMissionSteps(StartMissionSteps):
    """The steps of StartMission as far as the model says what they do."""

    def __init__(
        self,
        *,
        record_event_steps: RecordEventSteps,
    ) -> None:
        self.record_event_steps = record_event_steps

    async def now(self) -> datetime:
        return now()

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


async def start_mission(
    steps: StartMissionSteps, *, id_: str, summary: str, agent: str = "operator"
) -> str:
    """Begins a session on a mission.

    `id_` is id in the model.
    """
    with telemetry.tracer().start_as_current_span("StartMission"):
        all_mission = await run_step("all Mission", steps.all_mission)
        found = mission_with(missions=all_mission, id_=id_)
        if found is None:
            raise Refused("there is no mission " + id_)
        mission = found
        if not (
            mission.status != MissionStatus.IN_PROGRESS
            and mission.status != MissionStatus.COMPLETED
        ):
            raise Refused(
                "Only a mission that is queued, current or blocked can be started."
            )
        if bool(any(each.status == MissionStatus.IN_PROGRESS for each in all_mission)):
            raise Refused("Another mission is in progress; complete or block it first.")
        all_mission_dependency = await run_step(
            "all MissionDependency", steps.all_mission_dependency
        )
        waiting = unfinished(id_=id_, dependencies=all_mission_dependency)
        if bool(waiting):
            raise Refused(id_ + " waits for " + joined(texts=waiting, between=", "))
        clock = await run_step("clock", steps.now)
        mission = mission.model_copy(update={"status": MissionStatus.IN_PROGRESS})
        mission = mission.model_copy(update={"started_at": clock})
        await run_step("keep", steps.store_mission, entity=mission)
        all_session = await run_step("all Session", steps.all_session)
        number = len(all_session) + 1
        await run_step(
            "begin",
            steps.store_session,
            entity=Session(
                number=number,
                mission=mission,
                agent=agent,
                summary=summary,
                started_at=clock,
            ),
        )
        await run_step(
            "remember",
            steps.remember,
            mission_id=mission.id,
            kind=EventKind.START,
            standing=mission.status,
            session_number=number,
            who=agent,
            said=summary,
            hint=None,
            wants=(),
        )
        return "started " + id_ + " (session " + to_string(number) + ")"
