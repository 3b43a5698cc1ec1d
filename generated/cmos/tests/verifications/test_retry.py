# Generated from CMOS_OrchestrationVerification::RetryTest (ssot/cmos/verification_orchestration.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What failed for a reason that may pass is tried once more, and not twice; what failed
for another reason is not.

Verifies CMOS-REQ-023.
"""

from __future__ import annotations

from cmos.tests.verifications.performing import perform
from cmos.types.cmos_domain import Outcome
from cmos.workflows.boomerang import boomerang
from cmos.workflows.delegate_all import delegate_all
from cmos.workflows.refine import ImproveAgainResult, ImproveResult, refine


class MendedStandIn:
    """Does what the model leaves to others while mended is performed."""

    async def share(self, *, mission_id: str, worker: int) -> Outcome:
        """Does share as the case says."""
        return (
            Outcome.WORKER_TIMEOUT
            if worker == 1
            else (
                Outcome.EVALUATION_CALL_FAILURE
                if worker == 2
                else Outcome.NETWORK_ERRORS
            )
        )

    async def share_again(self, *, mission_id: str, worker: int) -> Outcome:
        """Does shareAgain as the case says."""
        return Outcome.OK


class LostStandIn:
    """Does what the model leaves to others while lost is performed."""

    async def share(self, *, mission_id: str, worker: int) -> Outcome:
        """Does share as the case says."""
        return Outcome.WORKER_TIMEOUT

    async def share_again(self, *, mission_id: str, worker: int) -> Outcome:
        """Does shareAgain as the case says."""
        return Outcome.WORKER_TIMEOUT


class HopelessStandIn:
    """Does what the model leaves to others while hopeless is performed."""

    async def share(self, *, mission_id: str, worker: int) -> Outcome:
        """Does share as the case says."""
        return Outcome.FAILED

    async def share_again(self, *, mission_id: str, worker: int) -> Outcome:
        """Does shareAgain as the case says."""
        return Outcome.OK


class PolishedStandIn:
    """Does what the model leaves to others while polished is performed."""

    async def improve(self, *, mission_id: str, turn: int) -> ImproveResult:
        """Does improve as the case says."""
        return ImproveResult(outcome=Outcome.NETWORK_ERRORS, accepted=False)

    async def improve_again(self, *, mission_id: str, turn: int) -> ImproveAgainResult:
        """Does improveAgain as the case says."""
        return ImproveAgainResult(outcome=Outcome.OK, accepted=True)


class ThrownStandIn:
    """Does what the model leaves to others while thrown is performed."""

    async def fling(self, *, mission_id: str, stage: int) -> Outcome:
        """Does fling as the case says."""
        return Outcome.WORKER_TIMEOUT

    async def fling_again(self, *, mission_id: str, stage: int) -> Outcome:
        """Does flingAgain as the case says."""
        return Outcome.OK

    async def save(self, *, mission_id: str, stage: int) -> Outcome:
        """Does save as the case says."""
        return Outcome.OK


def test_retry() -> None:
    mended = perform(delegate_all, MendedStandIn(), mission_id="M1", workers=3)
    lost = perform(delegate_all, LostStandIn(), mission_id="M1", workers=1)
    hopeless = perform(delegate_all, HopelessStandIn(), mission_id="M1", workers=1)
    polished = perform(refine, PolishedStandIn(), mission_id="M1")
    thrown = perform(boomerang, ThrownStandIn(), mission_id="M1")
    assert mended.failures == 0
    assert mended.reason is None
    assert lost.failures == 1
    assert hopeless.failures == 1
    assert polished.turns == 1
    assert polished.reason is None
    assert thrown.reached == 3
    assert thrown.reason is None
