# Generated from CMOS_Missions::CloseSession (ssot/cmos/missions.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Ends the open session on a mission; 0 when there is none."""

from __future__ import annotations

from abc import abstractmethod
from datetime import datetime
from typing import Protocol

from .. import telemetry
from ..types.cmos_domain import EventKind
from ..types.cmos_persistence import Session
from .running import now, run_step


class CloseSessionSteps(Protocol):
    """What CloseSession asks of those who do its steps."""

    @abstractmethod
    async def all_session(self) -> tuple[Session, ...]:
        """All instances of Session."""

    @abstractmethod
    async def now(self) -> datetime:
        """The time by the clock of the system."""

    @abstractmethod
    async def store_session(self, *, entity: Session) -> None:
        """Store Session as the storage of the system does."""


class DefaultCloseSessionSteps(CloseSessionSteps):
    """The steps of CloseSession as far as the model says what they do."""

    async def now(self) -> datetime:
        return now()


async def close_session(
    steps: CloseSessionSteps, *, mission_id: str, ended: EventKind
) -> int:
    """Ends the open session on a mission; 0 when there is none.

    `mission_id` is missionId in the model.
    """
    with telemetry.tracer().start_as_current_span("CloseSession"):
        clock = await run_step("clock", steps.now)
        number = 0
        all_session = await run_step("all Session", steps.all_session)
        for each in all_session:
            if each.mission.id == mission_id and each.ended_at is None:
                session = each
                session = session.model_copy(update={"ended_at": clock})
                session = session.model_copy(update={"outcome": ended})
                await run_step("keep", steps.store_session, entity=session)
                number = session.number
        return number
