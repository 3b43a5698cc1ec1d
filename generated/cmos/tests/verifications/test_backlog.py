# Generated from CMOS_Verification::BacklogTest (ssot/cmos/verification.sysml) and 5 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Missions are added once, with their sprint, whatever their name is; the database, the
file and the views show the same.

Verifies CMOS-REQ-001, CMOS-REQ-002, CMOS-REQ-032, CMOS-REQ-017, CMOS-REQ-030,
CMOS-REQ-031.
"""

from __future__ import annotations

import re

import pytest

from cmos.files import read_file
from cmos.persistence.repository import Repository
from cmos.tests.verifications.performing import ask, perform
from cmos.types.cmos_views import Backlog
from cmos.workflows.add_dependency import add_dependency
from cmos.workflows.add_mission import add_mission
from cmos.workflows.mission_overview import mission_overview
from cmos.workflows.next_candidate import next_candidate
from cmos.workflows.running import Refused
from cmos.workflows.show_backlog import show_backlog


def test_backlog() -> None:
    one = perform(add_mission, id_="M1", name="Lay out the schema", sprint="Sprint 1")
    perform(
        add_mission, id_="M2", name="x'); DROP TABLE missions; --", sprint="Sprint 1"
    )
    with pytest.raises(
        Refused, match=re.escape("There is a mission with this id already")
    ):
        perform(add_mission, id_="M1", name="Something else")
    with pytest.raises(Refused, match=re.escape("A mission needs an id and a name")):
        perform(add_mission, id_="M3", name="")
    backlog = read_file("cmos/missions/backlog.yaml", Backlog)
    shown = perform(show_backlog)
    status = perform(mission_overview)
    perform(add_dependency, from_="M1", to="M2")
    waiting = perform(mission_overview)
    candidate = perform(next_candidate)
    all_mission = ask(Repository.all_mission)
    all_sprint = ask(Repository.all_sprint)
    assert one == "added M1"
    assert tuple(each.id for each in all_mission) == ("M1", "M2")
    assert tuple(each.name for each in all_mission) == (
        "Lay out the schema",
        "x'); DROP TABLE missions; --",
    )
    assert tuple(each.position for each in all_mission) == (1, 2)
    assert tuple(each.name for each in all_sprint) == ("Sprint 1",)
    assert tuple(each.sprint for each in backlog.sprints) == ("Sprint 1",)
    assert tuple(
        each.id
        for each in tuple(item for each in backlog.sprints for item in each.missions)
    ) == ("M1", "M2")
    assert tuple(
        each.name
        for each in tuple(item for each in backlog.sprints for item in each.missions)
    ) == ("Lay out the schema", "x'); DROP TABLE missions; --")
    assert tuple(each.id for each in shown) == ("M1", "M2")
    assert tuple(each.sprint for each in shown if each.sprint is not None) == (
        "Sprint 1",
        "Sprint 1",
    )
    assert tuple(each.id for each in status.missions) == ("M1", "M2")
    assert status.next_ == "M1"
    assert waiting.next_ == "M2"
    assert tuple(item for each in waiting.missions for item in each.waits_for) == (
        "M2",
    )
    assert (None if candidate is None else candidate.id) == "M2"
