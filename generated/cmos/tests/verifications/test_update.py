# Generated from CMOS_Verification::UpdateTest (ssot/cmos/verification.sysml) and 2 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What is known about a mission changes, its notes are never lost, and a status is
corrected under the rules only.

Verifies CMOS-REQ-033, CMOS-REQ-011, CMOS-REQ-017.
"""

from __future__ import annotations

import re

import pytest

from cmos.files import read_file
from cmos.persistence.repository import Repository
from cmos.tests.verifications.performing import ask, perform
from cmos.types.cmos_domain import EventKind, MissionStatus
from cmos.types.cmos_views import Backlog
from cmos.workflows.add_mission import add_mission
from cmos.workflows.running import Refused
from cmos.workflows.update_mission import update_mission


def test_update() -> None:
    perform(add_mission, id_="M1", name="One", notes="from the start")
    perform(add_mission, id_="M2", name="Two", research=True)
    change = perform(
        update_mission,
        id_="M1",
        status=MissionStatus.IN_PROGRESS,
        notes="decided on the way",
        sprint="Sprint 2",
    )
    with pytest.raises(Refused, match=re.escape("Another mission is in progress")):
        perform(update_mission, id_="M2", status=MissionStatus.IN_PROGRESS)
    with pytest.raises(
        Refused, match=re.escape("A blocked mission says what it needs")
    ):
        perform(update_mission, id_="M2", status=MissionStatus.BLOCKED)
    with pytest.raises(Refused, match=re.escape("there is no mission M9")):
        perform(update_mission, id_="M9", notes="nowhere")
    backlog = read_file("cmos/missions/backlog.yaml", Backlog)
    all_mission = ask(Repository.all_mission)
    all_session_event = ask(Repository.all_session_event)
    assert change == "updated M1"
    assert tuple(each.status for each in all_mission) == (
        MissionStatus.IN_PROGRESS,
        MissionStatus.QUEUED,
    )
    assert tuple(item for each in all_mission for item in each.notes) == (
        "from the start",
        "decided on the way",
    )
    assert tuple(each.name for each in all_mission) == ("One", "Two")
    assert tuple(each.research for each in all_mission) == (False, True)
    assert tuple(
        each.name
        for each in tuple(
            each.sprint for each in all_mission if each.sprint is not None
        )
    ) == ("Sprint 2",)
    assert tuple(each.action for each in all_session_event) == (EventKind.UPDATE,)
    assert tuple(each.summary for each in all_session_event) == ("decided on the way",)
    assert tuple(
        each.status
        for each in tuple(item for each in backlog.sprints for item in each.missions)
    ) == (MissionStatus.IN_PROGRESS, MissionStatus.QUEUED)
    assert tuple(
        item
        for each in tuple(item for each in backlog.sprints for item in each.missions)
        for item in each.notes
    ) == ("from the start", "decided on the way")
