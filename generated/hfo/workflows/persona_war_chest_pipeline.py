# Generated from HFO_Tooling::PersonaWarChestPipeline (ssot/hfo/tooling.sysml) and 2 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""From the digest of a mission to the artifacts that fund the next one."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import Protocol

from .. import telemetry
from ..calculations import reinvestment_share
from ..types.hfo_signals import MissionDigest, RiskLevel
from ..types.hfo_tooling import WarChest
from .running import run_step


@dataclass(frozen=True, slots=True)
class HarvestResult:
    """What the step harvest gives."""

    personas: tuple[str, ...]
    confidence: float


class PersonaWarChestPipelineSteps(Protocol):
    """What PersonaWarChestPipeline asks of those who do its steps."""

    @abstractmethod
    async def harvest(self, *, digest: MissionDigest) -> HarvestResult:
        """The step harvest."""

    @abstractmethod
    async def forge(
        self,
        *,
        personas: tuple[str, ...],
        confidence: float,
        risk: RiskLevel,
        earned: float,
    ) -> WarChest:
        """The step forge."""


class DefaultPersonaWarChestPipelineSteps(PersonaWarChestPipelineSteps):
    """The steps of PersonaWarChestPipeline as far as the model says what they do."""

    async def harvest(self, *, digest: MissionDigest) -> HarvestResult:
        personas = (
            ("Observers", "Bridgers", "Shapers") if digest.approved else ("Observers",)
        )
        confidence = digest.confidence
        return HarvestResult(personas=personas, confidence=confidence)

    async def forge(
        self,
        *,
        personas: tuple[str, ...],
        confidence: float,
        risk: RiskLevel,
        earned: float,
    ) -> WarChest:
        return WarChest(
            personas=personas,
            artifacts=("runbook",),
            funding=earned * reinvestment_share(confidence=confidence, risk=risk),
        )


async def persona_war_chest_pipeline(
    steps: PersonaWarChestPipelineSteps | None = None,
    *,
    digest: MissionDigest,
    risk: RiskLevel,
    earned: float,
) -> WarChest:
    """From the digest of a mission to the artifacts that fund the next one."""
    steps = steps or DefaultPersonaWarChestPipelineSteps()
    with telemetry.tracer().start_as_current_span("PersonaWarChestPipeline"):
        harvest = await run_step("harvest", steps.harvest, digest=digest)
        return await run_step(
            "forge",
            steps.forge,
            personas=harvest.personas,
            confidence=harvest.confidence,
            risk=risk,
            earned=earned,
        )
