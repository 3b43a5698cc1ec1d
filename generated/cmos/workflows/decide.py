# Generated from CMOS_Contexts::Decide (ssot/cmos/contexts.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Adds a decision, a constraint or an insight to the master context."""

from __future__ import annotations

from abc import abstractmethod
from datetime import datetime
from typing import Protocol

from .. import telemetry
from ..support.texts import to_string
from ..types.cmos_domain import DecisionKind
from ..types.cmos_persistence import Decision
from .running import Refused, now, run_step


class DecideSteps(Protocol):
    """What Decide asks of those who do its steps."""

    @abstractmethod
    async def all_decision(self) -> tuple[Decision, ...]:
        """All instances of Decision."""

    @abstractmethod
    async def now(self) -> datetime:
        """The time by the clock of the system."""

    @abstractmethod
    async def store_decision(self, *, entity: Decision) -> None:
        """Store Decision as the storage of the system does."""


class DefaultDecideSteps(DecideSteps):
    """The steps of Decide as far as the model says what they do."""

    async def now(self) -> datetime:
        return now()


async def decide(
    steps: DecideSteps,
    *,
    text: str,
    kind: DecisionKind = DecisionKind.DECISION,
    rationale: str | None = None,
    mission: str | None = None,
) -> str:
    """Adds a decision, a constraint or an insight to the master context."""
    with telemetry.tracer().start_as_current_span("Decide"):
        if text == "":
            raise Refused("A decision needs words.")
        clock = await run_step("clock", steps.now)
        all_decision = await run_step("all Decision", steps.all_decision)
        count = len(all_decision) + 1
        await run_step(
            "keep",
            steps.store_decision,
            entity=Decision(
                number=count,
                kind=kind,
                text=text,
                rationale=rationale,
                mission=mission,
                decided_at=clock,
            ),
        )
        return "noted " + to_string(count)
