# Generated from CMOS_Orchestration::Boomerang (ssot/cmos/orchestration.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Step by step, with a checkpoint behind each; two failed attempts of one step, or a
checkpoint that cannot be written, end it.
"""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import Protocol

from .. import telemetry
from ..calculations import is_passing
from ..types.cmos_domain import Outcome
from .running import run_step


@dataclass(frozen=True, slots=True)
class BoomerangResult:
    """What Boomerang gives."""

    reason: str | None
    reached: int


class BoomerangSteps(Protocol):
    """What Boomerang asks of those who do its steps."""

    @abstractmethod
    async def fling(self, *, mission_id: str, stage: int) -> Outcome:
        """One step of a chain that comes back."""

    @abstractmethod
    async def fling_again(self, *, mission_id: str, stage: int) -> Outcome:
        """One step of a chain that comes back."""

    @abstractmethod
    async def save(self, *, mission_id: str, stage: int) -> Outcome:
        """Writes down how far a chain has come."""


async def boomerang(
    steps: BoomerangSteps, *, mission_id: str, stages: int = 3
) -> BoomerangResult:
    """Step by step, with a checkpoint behind each; two failed attempts of one step, or
    a checkpoint that cannot be written, end it.

    `mission_id` is missionId in the model.
    """
    with telemetry.tracer().start_as_current_span("Boomerang"):
        reason: str | None = None
        stage = 0
        attempts = 0
        broken: str | None = None
        ended = Outcome.FAILED
        while stage < stages and broken is None:
            stage = stage + 1
            attempts = 0
            ended = Outcome.FAILED
            while ended != Outcome.OK and attempts < 2:
                attempts = attempts + 1
                fling = await run_step(
                    "fling", steps.fling, mission_id=mission_id, stage=stage
                )
                ended = fling
                if is_passing(ended=ended):
                    fling_again = await run_step(
                        "flingAgain",
                        steps.fling_again,
                        mission_id=mission_id,
                        stage=stage,
                    )
                    ended = fling_again
            if ended != Outcome.OK:
                broken = "boomerang: a step failed twice"
            else:
                save = await run_step(
                    "save", steps.save, mission_id=mission_id, stage=stage
                )
                if save != Outcome.OK:
                    broken = "boomerang: a checkpoint was not written"
        reached = stage
        reason = broken
        return BoomerangResult(reason=reason, reached=reached)
