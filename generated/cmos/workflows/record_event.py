# Generated from CMOS_Missions::RecordEvent (ssot/cmos/missions.sysml) and 7 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Notes what happened, and brings the markers of the contexts up to date."""

from __future__ import annotations

from abc import abstractmethod
from datetime import datetime
from typing import Protocol

from .. import telemetry
from ..calculations import next_mission
from ..support.texts import to_string
from ..types.cmos_domain import ContextName, EventKind, MissionStatus
from ..types.cmos_persistence import (
    Context,
    Mission,
    MissionDependency,
    Session,
    SessionEvent,
)
from .running import now, run_step


class RecordEventSteps(Protocol):
    """What RecordEvent asks of those who do its steps."""

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
    async def all_session_event(self) -> tuple[SessionEvent, ...]:
        """All instances of SessionEvent."""

    @abstractmethod
    async def now(self) -> datetime:
        """The time by the clock of the system."""

    @abstractmethod
    async def store_session_event(self, *, entity: SessionEvent) -> None:
        """Store SessionEvent as the storage of the system does."""

    @abstractmethod
    async def store_context(self, *, entity: Context) -> None:
        """Store Context as the storage of the system does."""


class DefaultRecordEventSteps(RecordEventSteps):
    """The steps of RecordEvent as far as the model says what they do."""

    async def now(self) -> datetime:
        return now()


async def record_event(
    steps: RecordEventSteps,
    *,
    mission_id: str,
    kind: EventKind,
    standing: MissionStatus,
    session_number: int,
    who: str,
    said: str,
    hint: str | None = None,
    wants: tuple[str, ...] = (),
) -> None:
    """Notes what happened, and brings the markers of the contexts up to date.

    `mission_id` is missionId in the model.
    `session_number` is sessionNumber in the model.
    """
    with telemetry.tracer().start_as_current_span("RecordEvent"):
        clock = await run_step("clock", steps.now)
        all_session_event = await run_step("all SessionEvent", steps.all_session_event)
        await run_step(
            "note",
            steps.store_session_event,
            entity=SessionEvent(
                number=len(all_session_event) + 1,
                ts=clock,
                agent=who,
                mission=mission_id,
                action=kind,
                status=standing,
                session=session_number,
                summary=said,
                next_hint=hint,
                needs=wants,
            ),
        )
        all_mission = await run_step("all Mission", steps.all_mission)
        all_mission_dependency = await run_step(
            "all MissionDependency", steps.all_mission_dependency
        )
        active = next_mission(missions=all_mission, dependencies=all_mission_dependency)
        all_session = await run_step("all Session", steps.all_session)
        last = to_string(len(all_session)) + " " + mission_id
        await run_step(
            "project",
            steps.store_context,
            entity=Context(
                name=ContextName.PROJECT,
                active_mission=None if active is None else active.id,
                session_count=len(all_session),
                last_session=last,
                updated_at=clock,
            ),
        )
        all_session = await run_step("all Session", steps.all_session)
        await run_step(
            "master",
            steps.store_context,
            entity=Context(
                name=ContextName.MASTER,
                active_mission=None if active is None else active.id,
                session_count=len(all_session),
                last_session=last,
                updated_at=clock,
            ),
        )
