# Generated from CMOS_OrchestrationVerification::FallbackTest (ssot/cmos/verification_orchestration.sysml) and 6 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""A pattern that is given up is followed by linear work; telemetry and the mission say
so, and a person reviews it before it is closed.

Verifies CMOS-REQ-027, CMOS-REQ-028, CMOS-REQ-039.
"""

from __future__ import annotations

import re

import pytest

from cmos.calculations import mission_with
from cmos.files import read_file
from cmos.persistence.repository import Repository
from cmos.support.sequences import at_most_one
from cmos.tests.verifications.performing import ask, perform
from cmos.types.cmos_domain import (
    EventKind,
    MissionStatus,
    OrchestrationEvent,
    OrchestrationPattern,
    Outcome,
    RunStatus,
)
from cmos.workflows.add_mission import add_mission
from cmos.workflows.complete_mission import complete_mission
from cmos.workflows.refine import ImproveAgainResult, ImproveResult
from cmos.workflows.review_mission import review_mission
from cmos.workflows.run_mission import run_mission
from cmos.workflows.running import Refused
from cmos.workflows.start_mission import start_mission
from cmos.workflows.update_mission import update_mission


class RunStandIn:
    """Does what the model leaves to others while run is performed."""

    async def improve(self, *, mission_id: str, turn: int) -> ImproveResult:
        """The step improve is not reached."""
        raise AssertionError("improve of Refine: nobody stands in for it")

    async def improve_again(self, *, mission_id: str, turn: int) -> ImproveAgainResult:
        """The step improveAgain is not reached."""
        raise AssertionError("improveAgain of Refine: nobody stands in for it")

    async def share(self, *, mission_id: str, worker: int) -> Outcome:
        """Does share as the case says."""
        return Outcome.FAILED

    async def share_again(self, *, mission_id: str, worker: int) -> Outcome:
        """Does shareAgain as the case says."""
        return Outcome.FAILED

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


def test_fallback() -> None:
    perform(add_mission, id_="M1", name="One", pattern=OrchestrationPattern.DELEGATION)
    perform(start_mission, id_="M1", summary="work")
    run = perform(run_mission, RunStandIn(), id_="M1")
    all_mission = ask(Repository.all_mission)
    flagged = mission_with(missions=all_mission, id_="M1")
    with pytest.raises(
        Refused, match=re.escape("a person has to review it before it is closed")
    ):
        perform(complete_mission, id_="M1", summary="early", notes="tested")
    with pytest.raises(
        Refused, match=re.escape("a person has to review it before it is closed")
    ):
        perform(update_mission, id_="M1", status=MissionStatus.COMPLETED)
    with pytest.raises(Refused, match=re.escape("what was done about it")):
        perform(review_mission, id_="M1", by="grace", notes="")
    perform(review_mission, id_="M1", by="grace", notes="the worker was down")
    perform(complete_mission, id_="M1", summary="done", notes="tested")
    told = read_file(
        "cmos/telemetry/events/orchestration.jsonl", tuple[OrchestrationEvent, ...]
    )
    all_mission = ask(Repository.all_mission)
    all_session_event = ask(Repository.all_session_event)
    assert run.status == RunStatus.FALLBACK
    assert run.reason == "delegation: two workers failed"
    assert (None if flagged is None else flagged.fallback) is True
    assert tuple(each.status for each in told) == (RunStatus.FALLBACK,)
    assert at_most_one(tuple(each.fallback_triggered for each in told)) is True
    assert tuple(each.mission for each in told) == ("M1",)
    assert (
        next(
            (
                each.status
                for each in tuple(
                    each
                    for each in (mission_with(missions=all_mission, id_="M1"),)
                    if each is not None
                )
            ),
            None,
        )
        == MissionStatus.COMPLETED
    )
    assert (
        next(
            (
                each.reviewed_by
                for each in tuple(
                    each
                    for each in (mission_with(missions=all_mission, id_="M1"),)
                    if each is not None
                )
                if each.reviewed_by is not None
            ),
            None,
        )
        == "grace"
    )
    assert tuple(
        item
        for each in tuple(
            each
            for each in (mission_with(missions=all_mission, id_="M1"),)
            if each is not None
        )
        for item in each.notes
    ) == (
        "delegation: two workers failed",
        "Reviewed by grace: the worker was down",
        "tested",
    )
    assert tuple(each.action for each in all_session_event) == (
        EventKind.START,
        EventKind.FALLBACK,
        EventKind.REVIEW,
        EventKind.COMPLETE,
    )
