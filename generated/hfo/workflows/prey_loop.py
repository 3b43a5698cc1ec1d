# Generated from HFO_Workflows::PreyLoop (ssot/hfo/workflows.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""Turns of the loop until the validator approves, or as many as are allowed."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import Protocol

from .. import telemetry
from ..types.hfo_signals import MissionIntent, ValidationReport, Verdict
from .prey_cycle import PreyCycleResult, PreyCycleSteps, prey_cycle
from .running import composed, run_step


@dataclass(frozen=True, slots=True)
class PreyLoopResult:
    """What PreyLoop gives."""

    validation: ValidationReport
    turns: int


class PreyLoopSteps(Protocol):
    """What PreyLoop asks of those who do its steps."""

    @abstractmethod
    async def cycle(self, *, intent: MissionIntent) -> PreyCycleResult:
        """Perceive, react, engage, yield: one turn of the loop. What is engaged is
        guarded at the same time.
        """


class DefaultPreyLoopSteps(PreyLoopSteps):
    """The steps of PreyLoop as far as the model says what they do."""

    def __init__(
        self,
        *,
        prey_cycle_steps: PreyCycleSteps | None = None,
    ) -> None:
        self.prey_cycle_steps = prey_cycle_steps

    @composed
    async def cycle(self, *, intent: MissionIntent) -> PreyCycleResult:
        return await prey_cycle(self.prey_cycle_steps, intent=intent)


async def prey_loop(
    steps: PreyLoopSteps | None = None, *, intent: MissionIntent, limit: int = 3
) -> PreyLoopResult:
    """Turns of the loop until the validator approves, or as many as are allowed."""
    steps = steps or DefaultPreyLoopSteps()
    with telemetry.tracer().start_as_current_span("PreyLoop"):
        count = 0
        while True:
            cycle = await run_step("cycle", steps.cycle, intent=intent)
            count = count + 1
            validation = cycle.validation
            turns = count
            if validation.verdict == Verdict.APPROVE or count >= limit:
                break
        return PreyLoopResult(validation=validation, turns=turns)
