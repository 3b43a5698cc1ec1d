# Generated from CMOS_Verification::StartTest (ssot/cmos/verification.sysml) and 2 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""A mission is begun in a session, one at a time, and its event is logged.

Verifies CMOS-REQ-009, CMOS-REQ-037, CMOS-REQ-035.
"""

from __future__ import annotations

import re

import pytest

from cmos.calculations import mission_with
from cmos.persistence.repository import Repository
from cmos.tests.verifications.performing import ask, perform
from cmos.types.cmos_domain import EventKind, MissionStatus
from cmos.workflows.add_mission import add_mission
from cmos.workflows.running import Refused
from cmos.workflows.start_mission import start_mission


def test_start() -> None:
    perform(add_mission, id_="M1", name="One")
    perform(add_mission, id_="M2", name="Two")
    opened = perform(start_mission, id_="M1", summary="first session", agent="ada")
    with pytest.raises(
        Refused,
        match=re.escape(
            "Only a mission that is queued, current or blocked can be started"
        ),
    ):
        perform(start_mission, id_="M1", summary="again")
    with pytest.raises(Refused, match=re.escape("Another mission is in progress")):
        perform(start_mission, id_="M2", summary="beside")
    with pytest.raises(Refused, match=re.escape("there is no mission M9")):
        perform(start_mission, id_="M9", summary="nothing")
    all_mission = ask(Repository.all_mission)
    all_session = ask(Repository.all_session)
    all_session_event = ask(Repository.all_session_event)
    assert opened == "started M1 (session 1)"
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
        == MissionStatus.IN_PROGRESS
    )
    assert (
        next(
            (
                each.started_at
                for each in tuple(
                    each
                    for each in (mission_with(missions=all_mission, id_="M1"),)
                    if each is not None
                )
                if each.started_at is not None
            ),
            None,
        )
        is not None
    )
    assert tuple(each.id for each in tuple(each.mission for each in all_session)) == (
        "M1",
    )
    assert tuple(each.agent for each in all_session) == ("ada",)
    assert not tuple(each.ended_at for each in all_session if each.ended_at is not None)
    assert tuple(each.action for each in all_session_event) == (EventKind.START,)
    assert tuple(each.status for each in all_session_event) == (
        MissionStatus.IN_PROGRESS,
    )
    assert tuple(each.session for each in all_session_event) == (1,)
    assert tuple(each.summary for each in all_session_event) == ("first session",)
