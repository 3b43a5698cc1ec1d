# Generated from HFO_Tooling::PersonaWarChestPipeline (ssot/hfo/tooling.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the steps of PersonaWarChestPipeline that the model says how to do."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from hfo.calculations import reinvestment_share
from hfo.tests.values import instances
from hfo.tests.workflows.recording import outcome
from hfo.types.hfo_signals import MissionDigest, RiskLevel
from hfo.types.hfo_tooling import WarChest
from hfo.workflows.persona_war_chest_pipeline import (
    DefaultPersonaWarChestPipelineSteps,
    HarvestResult,
)


def default_steps(
    rows: dict[str, Any] | None = None, **performers: Any
) -> DefaultPersonaWarChestPipelineSteps:
    """The default steps with performers of which only the given ones can do anything; `rows` are read where asked."""
    return DefaultPersonaWarChestPipelineSteps(**performers)


@settings(max_examples=80)
@given(
    digest=instances(MissionDigest, ("Bridgers", "Observers", "Shapers")),
)
def test_harvest(
    digest: MissionDigest,
) -> None:
    """In the model: if digest.approved ? ("Observers", "Bridgers", "Shapers") else
    "Observers"; digest.confidence
    """

    def expected() -> Any:
        personas = (
            ("Observers", "Bridgers", "Shapers") if digest.approved else ("Observers",)
        )
        confidence = digest.confidence
        return HarvestResult(personas=personas, confidence=confidence)

    found = outcome(
        lambda: asyncio.run(
            default_steps().harvest(
                digest=digest,
            )
        )
    )
    assert found == outcome(expected)


@settings(max_examples=80)
@given(
    personas=st.lists(
        st.sampled_from(["runbook"]) | st.text(max_size=9), min_size=1, max_size=4
    ).map(tuple),
    confidence=st.floats(-1e3, 1e3),
    risk=st.sampled_from(RiskLevel),
    earned=st.floats(-1e3, 1e3),
)
def test_forge(
    personas: tuple[str, ...],
    confidence: float,
    risk: RiskLevel,
    earned: float,
) -> None:
    """In the model: new WarChest(personas = personas, artifacts = ("runbook"), funding
    = earned * ReinvestmentShare(confidence = confidence, risk = risk))
    """

    def expected() -> Any:
        return WarChest(
            personas=personas,
            artifacts=("runbook",),
            funding=earned * reinvestment_share(confidence=confidence, risk=risk),
        )

    found = outcome(
        lambda: asyncio.run(
            default_steps().forge(
                personas=personas,
                confidence=confidence,
                risk=risk,
                earned=earned,
            )
        )
    )
    assert found == outcome(expected)
