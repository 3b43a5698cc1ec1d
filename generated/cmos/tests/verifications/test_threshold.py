# Generated from CMOS_OrchestrationVerification::ThresholdTest (ssot/cmos/verification_orchestration.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Refinement ends after its iterations, delegation after two failed workers, a chain
after two failed attempts or a checkpoint that was not written.

Verifies CMOS-REQ-024, CMOS-REQ-025, CMOS-REQ-026.
"""

from __future__ import annotations

from cmos.tests.verifications.performing import perform
from cmos.types.cmos_domain import Outcome
from cmos.workflows.boomerang import boomerang
from cmos.workflows.delegate_all import delegate_all
from cmos.workflows.refine import ImproveAgainResult, ImproveResult, refine


class EndlessStandIn:
    """Does what the model leaves to others while endless is performed."""

    async def improve(self, *, mission_id: str, turn: int) -> ImproveResult:
        """Does improve as the case says."""
        return ImproveResult(outcome=Outcome.OK, accepted=False)

    async def improve_again(self, *, mission_id: str, turn: int) -> ImproveAgainResult:
        """Does improveAgain as the case says."""
        return ImproveAgainResult(outcome=Outcome.OK, accepted=False)


class AcceptedStandIn:
    """Does what the model leaves to others while accepted is performed."""

    async def improve(self, *, mission_id: str, turn: int) -> ImproveResult:
        """Does improve as the case says."""
        return ImproveResult(outcome=Outcome.OK, accepted=turn == 2)

    async def improve_again(self, *, mission_id: str, turn: int) -> ImproveAgainResult:
        """Does improveAgain as the case says."""
        return ImproveAgainResult(outcome=Outcome.OK, accepted=turn == 2)


class FailingStandIn:
    """Does what the model leaves to others while failing is performed."""

    async def share(self, *, mission_id: str, worker: int) -> Outcome:
        """Does share as the case says."""
        return Outcome.OK if worker == 2 else Outcome.FAILED

    async def share_again(self, *, mission_id: str, worker: int) -> Outcome:
        """Does shareAgain as the case says."""
        return Outcome.OK if worker == 2 else Outcome.FAILED


class BearableStandIn:
    """Does what the model leaves to others while bearable is performed."""

    async def share(self, *, mission_id: str, worker: int) -> Outcome:
        """Does share as the case says."""
        return Outcome.FAILED if worker == 2 else Outcome.OK

    async def share_again(self, *, mission_id: str, worker: int) -> Outcome:
        """Does shareAgain as the case says."""
        return Outcome.FAILED if worker == 2 else Outcome.OK


class DroppedStandIn:
    """Does what the model leaves to others while dropped is performed."""

    async def fling(self, *, mission_id: str, stage: int) -> Outcome:
        """Does fling as the case says."""
        return Outcome.FAILED if stage == 2 else Outcome.OK

    async def fling_again(self, *, mission_id: str, stage: int) -> Outcome:
        """Does flingAgain as the case says."""
        return Outcome.FAILED if stage == 2 else Outcome.OK

    async def save(self, *, mission_id: str, stage: int) -> Outcome:
        """Does save as the case says."""
        return Outcome.OK


class UnwrittenStandIn:
    """Does what the model leaves to others while unwritten is performed."""

    async def fling(self, *, mission_id: str, stage: int) -> Outcome:
        """Does fling as the case says."""
        return Outcome.OK

    async def fling_again(self, *, mission_id: str, stage: int) -> Outcome:
        """Does flingAgain as the case says."""
        return Outcome.OK

    async def save(self, *, mission_id: str, stage: int) -> Outcome:
        """Does save as the case says."""
        return Outcome.FAILED


def test_threshold() -> None:
    endless = perform(refine, EndlessStandIn(), mission_id="M1")
    accepted = perform(refine, AcceptedStandIn(), mission_id="M1")
    failing = perform(delegate_all, FailingStandIn(), mission_id="M1", workers=5)
    bearable = perform(delegate_all, BearableStandIn(), mission_id="M1", workers=5)
    dropped = perform(boomerang, DroppedStandIn(), mission_id="M1")
    unwritten = perform(boomerang, UnwrittenStandIn(), mission_id="M1")
    assert endless.turns == 3
    assert endless.reason == "rsip: not accepted after 3 iterations"
    assert accepted.turns == 2
    assert accepted.reason is None
    assert failing.failures == 2
    assert failing.reason == "delegation: two workers failed"
    assert bearable.failures == 1
    assert bearable.reason is None
    assert dropped.reached == 2
    assert dropped.reason == "boomerang: a step failed twice"
    assert unwritten.reached == 1
    assert unwritten.reason == "boomerang: a checkpoint was not written"
