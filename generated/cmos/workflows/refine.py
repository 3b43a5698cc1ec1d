# Generated from CMOS_Orchestration::Refine (ssot/cmos/orchestration.sysml) and 2 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Recursive self-improvement: iterations until the result is accepted, or as many as
are allowed.
"""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import Protocol

from .. import telemetry
from ..calculations import is_passing
from ..support.texts import to_string
from ..types.cmos_domain import Outcome
from .running import run_step


@dataclass(frozen=True, slots=True)
class ImproveResult:
    """What the step improve gives."""

    outcome: Outcome
    accepted: bool


@dataclass(frozen=True, slots=True)
class ImproveAgainResult:
    """What the step improveAgain gives."""

    outcome: Outcome
    accepted: bool


@dataclass(frozen=True, slots=True)
class RefineResult:
    """What Refine gives."""

    reason: str | None
    turns: int


class RefineSteps(Protocol):
    """What Refine asks of those who do its steps."""

    @abstractmethod
    async def improve(self, *, mission_id: str, turn: int) -> ImproveResult:
        """One iteration: the result is improved and judged."""

    @abstractmethod
    async def improve_again(self, *, mission_id: str, turn: int) -> ImproveAgainResult:
        """One iteration: the result is improved and judged."""


async def refine(
    steps: RefineSteps, *, mission_id: str, limit: int = 3
) -> RefineResult:
    """Recursive self-improvement: iterations until the result is accepted, or as many
    as are allowed.

    `mission_id` is missionId in the model.
    """
    with telemetry.tracer().start_as_current_span("Refine"):
        reason: str | None = None
        count = 0
        accepted = False
        ended = Outcome.OK
        while not accepted and count < limit:
            count = count + 1
            improve = await run_step(
                "improve", steps.improve, mission_id=mission_id, turn=count
            )
            ended = improve.outcome
            accepted = improve.accepted
            if is_passing(ended=ended):
                improve_again = await run_step(
                    "improveAgain",
                    steps.improve_again,
                    mission_id=mission_id,
                    turn=count,
                )
                ended = improve_again.outcome
                accepted = improve_again.accepted
            if ended != Outcome.OK:
                accepted = False
        turns = count
        if not accepted:
            reason = "rsip: not accepted after " + to_string(count) + " iterations"
        return RefineResult(reason=reason, turns=turns)
