# Generated from CMOS_OrchestrationVerification::ModeTest (ssot/cmos/verification_orchestration.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""A mission without a pattern is done from beginning to end, and nothing else is tried.

Verifies CMOS-REQ-013.
"""

from __future__ import annotations

import re

import pytest

from cmos.calculations import mission_with
from cmos.persistence.repository import Repository
from cmos.tests.verifications.performing import ask, perform
from cmos.types.cmos_domain import OrchestrationPattern, Outcome, RunStatus
from cmos.workflows.add_mission import add_mission
from cmos.workflows.refine import ImproveAgainResult, ImproveResult
from cmos.workflows.run_mission import run_mission
from cmos.workflows.running import Refused
from cmos.workflows.start_mission import start_mission


class EarlyStandIn:
    """Does what the model leaves to others while early is performed."""

    async def improve(self, *, mission_id: str, turn: int) -> ImproveResult:
        """The step improve is not reached."""
        raise AssertionError("improve of Refine: nobody stands in for it")

    async def improve_again(self, *, mission_id: str, turn: int) -> ImproveAgainResult:
        """The step improveAgain is not reached."""
        raise AssertionError("improveAgain of Refine: nobody stands in for it")

    async def share(self, *, mission_id: str, worker: int) -> Outcome:
        """The step share is not reached."""
        raise AssertionError("share of DelegateAll: nobody stands in for it")

    async def share_again(self, *, mission_id: str, worker: int) -> Outcome:
        """The step shareAgain is not reached."""
        raise AssertionError("shareAgain of DelegateAll: nobody stands in for it")

    async def fling(self, *, mission_id: str, stage: int) -> Outcome:
        """The step fling is not reached."""
        raise AssertionError("fling of Boomerang: nobody stands in for it")

    async def fling_again(self, *, mission_id: str, stage: int) -> Outcome:
        """The step flingAgain is not reached."""
        raise AssertionError("flingAgain of Boomerang: nobody stands in for it")

    async def save(self, *, mission_id: str, stage: int) -> Outcome:
        """The step save is not reached."""
        raise AssertionError("save of Boomerang: nobody stands in for it")

    async def linear(self, *, mission_id: str) -> Outcome:
        """The step linear is not reached."""
        raise AssertionError("linear of RunMission: nobody stands in for it")


class FailingStandIn:
    """Does what the model leaves to others while failing is performed."""

    async def improve(self, *, mission_id: str, turn: int) -> ImproveResult:
        """The step improve is not reached."""
        raise AssertionError("improve of Refine: nobody stands in for it")

    async def improve_again(self, *, mission_id: str, turn: int) -> ImproveAgainResult:
        """The step improveAgain is not reached."""
        raise AssertionError("improveAgain of Refine: nobody stands in for it")

    async def share(self, *, mission_id: str, worker: int) -> Outcome:
        """The step share is not reached."""
        raise AssertionError("share of DelegateAll: nobody stands in for it")

    async def share_again(self, *, mission_id: str, worker: int) -> Outcome:
        """The step shareAgain is not reached."""
        raise AssertionError("shareAgain of DelegateAll: nobody stands in for it")

    async def fling(self, *, mission_id: str, stage: int) -> Outcome:
        """The step fling is not reached."""
        raise AssertionError("fling of Boomerang: nobody stands in for it")

    async def fling_again(self, *, mission_id: str, stage: int) -> Outcome:
        """The step flingAgain is not reached."""
        raise AssertionError("flingAgain of Boomerang: nobody stands in for it")

    async def save(self, *, mission_id: str, stage: int) -> Outcome:
        """The step save is not reached."""
        raise AssertionError("save of Boomerang: nobody stands in for it")

    async def linear(self, *, mission_id: str) -> Outcome:
        """Does linear as the case says."""
        return Outcome.NETWORK_ERRORS


class EndedStandIn:
    """Does what the model leaves to others while ended is performed."""

    async def improve(self, *, mission_id: str, turn: int) -> ImproveResult:
        """The step improve is not reached."""
        raise AssertionError("improve of Refine: nobody stands in for it")

    async def improve_again(self, *, mission_id: str, turn: int) -> ImproveAgainResult:
        """The step improveAgain is not reached."""
        raise AssertionError("improveAgain of Refine: nobody stands in for it")

    async def share(self, *, mission_id: str, worker: int) -> Outcome:
        """The step share is not reached."""
        raise AssertionError("share of DelegateAll: nobody stands in for it")

    async def share_again(self, *, mission_id: str, worker: int) -> Outcome:
        """The step shareAgain is not reached."""
        raise AssertionError("shareAgain of DelegateAll: nobody stands in for it")

    async def fling(self, *, mission_id: str, stage: int) -> Outcome:
        """The step fling is not reached."""
        raise AssertionError("fling of Boomerang: nobody stands in for it")

    async def fling_again(self, *, mission_id: str, stage: int) -> Outcome:
        """The step flingAgain is not reached."""
        raise AssertionError("flingAgain of Boomerang: nobody stands in for it")

    async def save(self, *, mission_id: str, stage: int) -> Outcome:
        """The step save is not reached."""
        raise AssertionError("save of Boomerang: nobody stands in for it")

    async def linear(self, *, mission_id: str) -> Outcome:
        """Does linear as the case says."""
        return Outcome.OK


def test_mode() -> None:
    perform(add_mission, id_="M1", name="One")
    with pytest.raises(
        Refused, match=re.escape("Only a mission in progress is carried out")
    ):
        perform(run_mission, EarlyStandIn(), id_="M1")
    perform(start_mission, id_="M1", summary="work")
    with pytest.raises(Refused, match=re.escape("M1 failed: network_errors")):
        perform(run_mission, FailingStandIn(), id_="M1")
    ended = perform(run_mission, EndedStandIn(), id_="M1")
    all_mission = ask(Repository.all_mission)
    assert ended.status == RunStatus.OK
    assert ended.reason is None
    assert (
        next(
            (
                each.pattern
                for each in tuple(
                    each
                    for each in (mission_with(missions=all_mission, id_="M1"),)
                    if each is not None
                )
            ),
            None,
        )
        == OrchestrationPattern.NONE
    )
    assert (
        next(
            (
                each.fallback
                for each in tuple(
                    each
                    for each in (mission_with(missions=all_mission, id_="M1"),)
                    if each is not None
                )
            ),
            None,
        )
        is not True
    )
