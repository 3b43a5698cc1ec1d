# Generated from CMOS_Health::ValidateHealth (ssot/cmos/health.sysml) and 4 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Checks the database and notes what was found; exits with 1 when there is a problem."""

from __future__ import annotations

from abc import abstractmethod
from datetime import datetime
from typing import Protocol

from .. import telemetry
from ..calculations import joined
from ..types.cmos_domain import HealthEvent
from ..types.cmos_persistence import Mission
from .running import Refused, now, run_step


class ValidateHealthSteps(Protocol):
    """What ValidateHealth asks of those who do its steps."""

    @abstractmethod
    async def all_mission(self) -> tuple[Mission, ...]:
        """All instances of Mission."""

    @abstractmethod
    async def now(self) -> datetime:
        """The time by the clock of the system."""

    @abstractmethod
    async def check_database(self) -> tuple[str, ...]:
        """Check database as the storage of the system does."""

    @abstractmethod
    async def append_health_event(self, *, record: HealthEvent) -> None:
        """Append HealthEvent as the storage of the system does."""


class DefaultValidateHealthSteps(ValidateHealthSteps):
    """The steps of ValidateHealth as far as the model says what they do."""

    async def now(self) -> datetime:
        return now()


async def validate_health(steps: ValidateHealthSteps) -> str:
    """Checks the database and notes what was found; exits with 1 when there is a
    problem.
    """
    with telemetry.tracer().start_as_current_span("ValidateHealth"):
        clock = await run_step("clock", steps.now)
        check = await run_step("check", steps.check_database)
        count = 0
        if not check:
            all_mission = await run_step("all Mission", steps.all_mission)
            count = len(all_mission)
        await run_step(
            "log",
            steps.append_health_event,
            record=HealthEvent(
                ts=clock,
                status="healthy" if not check else "unhealthy",
                missions=count,
                problems=check,
            ),
        )
        if bool(check):
            raise Refused(
                "the database is unhealthy: " + joined(texts=check, between="; ")
            )
        return "the database is healthy"
