# Generated from CMOS_Verification::BlockTest (ssot/cmos/verification.sysml) and 4 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""A mission that cannot go on says what it needs, in its notes and in the sessions; the
next one takes its place.

Verifies CMOS-REQ-020, CMOS-REQ-029, CMOS-REQ-035.
"""

from __future__ import annotations

import re

import pytest

from cmos.calculations import mission_with
from cmos.files import read_file
from cmos.persistence.repository import Repository
from cmos.tests.verifications.performing import ask, perform
from cmos.types.cmos_domain import EventKind, MissionStatus
from cmos.types.cmos_persistence import SessionEvent
from cmos.workflows.add_mission import add_mission
from cmos.workflows.block_mission import block_mission
from cmos.workflows.complete_mission import complete_mission
from cmos.workflows.running import Refused
from cmos.workflows.start_mission import start_mission


def test_block() -> None:
    perform(add_mission, id_="M1", name="One")
    perform(add_mission, id_="M2", name="Two")
    perform(start_mission, id_="M1", summary="work")
    stuck = perform(
        block_mission, id_="M1", summary="no key", needs=("a key", "a door")
    )
    perform(start_mission, id_="M2", summary="other")
    perform(complete_mission, id_="M2", summary="other", notes="tested")
    with pytest.raises(Refused, match=re.escape("A completed mission is not blocked")):
        perform(block_mission, id_="M2", summary="late", needs=("time",))
    sessions = read_file("cmos/SESSIONS.jsonl", tuple[SessionEvent, ...])
    all_mission = ask(Repository.all_mission)
    all_session = ask(Repository.all_session)
    assert stuck == "blocked M1; next is M2"
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
        == MissionStatus.BLOCKED
    )
    assert tuple(
        item
        for each in tuple(
            each
            for each in (mission_with(missions=all_mission, id_="M1"),)
            if each is not None
        )
        for item in each.needs
    ) == ("a key", "a door")
    assert tuple(
        item
        for each in tuple(
            each
            for each in (mission_with(missions=all_mission, id_="M1"),)
            if each is not None
        )
        for item in each.notes
    ) == ("Unblock when: a key; a door",)
    assert tuple(each.action for each in sessions) == (
        EventKind.START,
        EventKind.BLOCK,
        EventKind.START,
        EventKind.COMPLETE,
    )
    assert tuple(item for each in sessions for item in each.needs) == (
        "a key",
        "a door",
    )
    assert tuple(each.outcome for each in all_session if each.outcome is not None) == (
        EventKind.BLOCK,
        EventKind.COMPLETE,
    )
