# Generated from CMOS_Verification::CompleteTest (ssot/cmos/verification.sysml) and 4 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""A mission is completed with notes, its session ends, and the next one that waits for
nothing becomes the current one.

Verifies CMOS-REQ-010, CMOS-REQ-038, CMOS-REQ-035.
"""

from __future__ import annotations

import re

import pytest

from cmos.calculations import mission_with
from cmos.persistence.repository import Repository
from cmos.tests.verifications.performing import ask, perform
from cmos.types.cmos_domain import EventKind, MissionStatus
from cmos.workflows.add_dependency import add_dependency
from cmos.workflows.add_mission import add_mission
from cmos.workflows.complete_mission import complete_mission
from cmos.workflows.running import Refused
from cmos.workflows.start_mission import start_mission


def test_complete() -> None:
    perform(add_mission, id_="M1", name="One")
    perform(add_mission, id_="M2", name="Two")
    perform(add_mission, id_="M3", name="Three")
    perform(add_dependency, from_="M2", to="M3")
    with pytest.raises(
        Refused, match=re.escape("Only a mission in progress can be completed")
    ):
        perform(complete_mission, id_="M1", summary="early", notes="none")
    perform(start_mission, id_="M1", summary="work")
    with pytest.raises(Refused, match=re.escape("they have to say what was tested")):
        perform(complete_mission, id_="M1", summary="silent", notes="")
    closed = perform(complete_mission, id_="M1", summary="work", notes="all tests pass")
    perform(start_mission, id_="M3", summary="more")
    last = perform(
        complete_mission,
        id_="M3",
        summary="more",
        notes="tested too",
        next_hint="look at M2",
    )
    all_mission = ask(Repository.all_mission)
    all_session = ask(Repository.all_session)
    all_session_event = ask(Repository.all_session_event)
    assert closed == "completed M1; next is M3"
    assert last == "completed M3; next is M2"
    assert tuple(each.status for each in all_mission) == (
        MissionStatus.COMPLETED,
        MissionStatus.CURRENT,
        MissionStatus.COMPLETED,
    )
    assert tuple(
        item
        for each in tuple(
            each
            for each in (mission_with(missions=all_mission, id_="M1"),)
            if each is not None
        )
        for item in each.notes
    ) == ("all tests pass",)
    assert (
        next(
            (
                each.completed_at
                for each in tuple(
                    each
                    for each in (mission_with(missions=all_mission, id_="M1"),)
                    if each is not None
                )
                if each.completed_at is not None
            ),
            None,
        )
        is not None
    )
    assert (
        len(tuple(each.ended_at for each in all_session if each.ended_at is not None))
        == 2
    )
    assert tuple(each.outcome for each in all_session if each.outcome is not None) == (
        EventKind.COMPLETE,
        EventKind.COMPLETE,
    )
    assert tuple(each.action for each in all_session_event) == (
        EventKind.START,
        EventKind.COMPLETE,
        EventKind.START,
        EventKind.COMPLETE,
    )
    assert tuple(
        each.next_hint for each in all_session_event if each.next_hint is not None
    ) == ("next is M3", "look at M2")
