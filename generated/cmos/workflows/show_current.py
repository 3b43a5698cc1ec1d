# Generated from CMOS_Health::ShowCurrent (ssot/cmos/health.sysml) and 5 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The health of the database, the mission that is worked on, and the last sessions."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import Protocol

from .. import telemetry
from ..calculations import backlog_lines, next_mission
from ..types.cmos_domain import MissionStatus
from ..types.cmos_persistence import Context, Mission, MissionDependency, Session
from ..types.cmos_views import BacklogLine
from .running import composed, run_step
from .validate_health import ValidateHealthSteps, validate_health


@dataclass(frozen=True, slots=True)
class ShowCurrentResult:
    """What ShowCurrent gives."""

    health: str
    active_mission: str | None
    missions: tuple[BacklogLine, ...]
    session_count: int
    sessions: tuple[Session, ...]
    contexts: tuple[Context, ...]


class ShowCurrentSteps(Protocol):
    """What ShowCurrent asks of those who do its steps."""

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
    async def all_context(self) -> tuple[Context, ...]:
        """All instances of Context."""

    @abstractmethod
    async def validate(self) -> str:
        """Checks the database and notes what was found; exits with 1 when there is a
        problem.
        """


class DefaultShowCurrentSteps(ShowCurrentSteps):
    """The steps of ShowCurrent as far as the model says what they do."""

    def __init__(
        self,
        *,
        validate_health_steps: ValidateHealthSteps,
    ) -> None:
        self.validate_health_steps = validate_health_steps

    @composed
    async def validate(self) -> str:
        return await validate_health(self.validate_health_steps)


async def show_current(steps: ShowCurrentSteps) -> ShowCurrentResult:
    """The health of the database, the mission that is worked on, and the last sessions."""
    with telemetry.tracer().start_as_current_span("ShowCurrent"):
        active_mission: str | None = None
        missions: tuple[BacklogLine, ...] = ()
        sessions: tuple[Session, ...] = ()
        contexts: tuple[Context, ...] = ()
        validate = await run_step("validate", steps.validate)
        health = validate
        all_mission = await run_step("all Mission", steps.all_mission)
        all_mission_dependency = await run_step(
            "all MissionDependency", steps.all_mission_dependency
        )
        active_mission = next(
            (
                each.id
                for each in tuple(
                    each
                    for each in (
                        next_mission(
                            missions=all_mission, dependencies=all_mission_dependency
                        ),
                    )
                    if each is not None
                )
            ),
            None,
        )
        missions = (
            *backlog_lines(
                missions=all_mission,
                dependencies=all_mission_dependency,
                status=MissionStatus.IN_PROGRESS,
            ),
            *backlog_lines(
                missions=all_mission,
                dependencies=all_mission_dependency,
                status=MissionStatus.CURRENT,
            ),
        )
        all_session = await run_step("all Session", steps.all_session)
        session_count = len(all_session)
        sessions = tuple(
            each for each in all_session if each.number + 5 > len(all_session)
        )
        all_context = await run_step("all Context", steps.all_context)
        contexts = all_context
        return ShowCurrentResult(
            health=health,
            active_mission=active_mission,
            missions=missions,
            session_count=session_count,
            sessions=sessions,
            contexts=contexts,
        )
