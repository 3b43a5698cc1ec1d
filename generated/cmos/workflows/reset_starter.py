# Generated from CMOS_Health::ResetStarter (ssot/cmos/health.sysml) and 14 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Takes everything out of the database, for a new beginning."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..types.cmos_persistence import (
    Context,
    Decision,
    Mission,
    MissionDependency,
    Session,
    SessionEvent,
    Sprint,
)
from .running import Refused, run_step


class ResetStarterSteps(Protocol):
    """What ResetStarter asks of those who do its steps."""

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
    async def all_session(self) -> tuple[Session, ...]:
        """All instances of Session."""

    @abstractmethod
    async def all_session_event(self) -> tuple[SessionEvent, ...]:
        """All instances of SessionEvent."""

    @abstractmethod
    async def all_context(self) -> tuple[Context, ...]:
        """All instances of Context."""

    @abstractmethod
    async def all_decision(self) -> tuple[Decision, ...]:
        """All instances of Decision."""

    @abstractmethod
    async def remove_session_event(self, *, entity: SessionEvent) -> None:
        """Remove SessionEvent as the storage of the system does."""

    @abstractmethod
    async def remove_session(self, *, entity: Session) -> None:
        """Remove Session as the storage of the system does."""

    @abstractmethod
    async def remove_mission_dependency(self, *, entity: MissionDependency) -> None:
        """Remove MissionDependency as the storage of the system does."""

    @abstractmethod
    async def remove_mission(self, *, entity: Mission) -> None:
        """Remove Mission as the storage of the system does."""

    @abstractmethod
    async def remove_sprint(self, *, entity: Sprint) -> None:
        """Remove Sprint as the storage of the system does."""

    @abstractmethod
    async def remove_context(self, *, entity: Context) -> None:
        """Remove Context as the storage of the system does."""

    @abstractmethod
    async def remove_decision(self, *, entity: Decision) -> None:
        """Remove Decision as the storage of the system does."""


async def reset_starter(steps: ResetStarterSteps, *, confirmed: bool = False) -> str:
    """Takes everything out of the database, for a new beginning."""
    with telemetry.tracer().start_as_current_span("ResetStarter"):
        if not confirmed:
            raise Refused("This removes everything; confirm it with --confirmed.")
        all_session_event = await run_step("all SessionEvent", steps.all_session_event)
        for event1 in all_session_event:
            await run_step("dropEvent", steps.remove_session_event, entity=event1)
        all_session = await run_step("all Session", steps.all_session)
        for session1 in all_session:
            await run_step("dropSession", steps.remove_session, entity=session1)
        all_mission_dependency = await run_step(
            "all MissionDependency", steps.all_mission_dependency
        )
        for edge in all_mission_dependency:
            await run_step("dropEdge", steps.remove_mission_dependency, entity=edge)
        all_mission = await run_step("all Mission", steps.all_mission)
        for mission1 in all_mission:
            await run_step("dropMission", steps.remove_mission, entity=mission1)
        all_sprint = await run_step("all Sprint", steps.all_sprint)
        for sprint1 in all_sprint:
            await run_step("dropSprint", steps.remove_sprint, entity=sprint1)
        all_context = await run_step("all Context", steps.all_context)
        for context1 in all_context:
            await run_step("dropContext", steps.remove_context, entity=context1)
        all_decision = await run_step("all Decision", steps.all_decision)
        for decision1 in all_decision:
            await run_step("dropDecision", steps.remove_decision, entity=decision1)
        return "the database is empty"
