# Generated from CMOS_Verification::DependencyTest (ssot/cmos/verification.sysml) and 6 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""A mission waits for another one, and none is begun or completed before; circles are
refused, however long they are.

Verifies CMOS-REQ-034, CMOS-REQ-005, CMOS-REQ-017.
"""

from __future__ import annotations

import re

import pytest

from cmos.files import read_file
from cmos.persistence.repository import Repository
from cmos.tests.verifications.performing import ask, perform
from cmos.types.cmos_domain import MissionStatus
from cmos.types.cmos_views import Backlog
from cmos.workflows.add_dependency import add_dependency
from cmos.workflows.add_mission import add_mission
from cmos.workflows.next_candidate import next_candidate
from cmos.workflows.running import Refused
from cmos.workflows.show_backlog import show_backlog
from cmos.workflows.start_mission import start_mission
from cmos.workflows.update_mission import update_mission


def test_dependency() -> None:
    perform(add_mission, id_="M1", name="One")
    perform(add_mission, id_="M2", name="Two")
    perform(add_mission, id_="M3", name="Three")
    needs = perform(add_dependency, from_="M1", to="M2", type_="builds on")
    perform(add_dependency, from_="M2", to="M3")
    with pytest.raises(Refused, match=re.escape("wait for each other in a circle")):
        perform(add_dependency, from_="M1", to="M1")
    with pytest.raises(Refused, match=re.escape("wait for each other in a circle")):
        perform(add_dependency, from_="M3", to="M1")
    with pytest.raises(Refused, match=re.escape("there is no mission M9")):
        perform(add_dependency, from_="M1", to="M9")
    with pytest.raises(Refused, match=re.escape("M1 waits for M2")):
        perform(start_mission, id_="M1", summary="too early")
    with pytest.raises(
        Refused, match=re.escape("before the missions it depends on are completed")
    ):
        perform(update_mission, id_="M1", status=MissionStatus.COMPLETED)
    candidate = perform(next_candidate)
    shown = perform(show_backlog)
    backlog = read_file("cmos/missions/backlog.yaml", Backlog)
    all_mission_dependency = ask(Repository.all_mission_dependency)
    all_session = ask(Repository.all_session)
    assert needs == "M1 waits for M2 (builds on)"
    assert tuple(
        each.id for each in tuple(each.dependent for each in all_mission_dependency)
    ) == ("M1", "M2")
    assert tuple(
        each.id for each in tuple(each.required for each in all_mission_dependency)
    ) == ("M2", "M3")
    assert tuple(each.type_ for each in all_mission_dependency) == (
        "builds on",
        "requires",
    )
    assert tuple(each.to for each in backlog.dependencies) == ("M2", "M3")
    assert tuple(each.type_ for each in backlog.dependencies) == (
        "builds on",
        "requires",
    )
    assert tuple(item for each in shown for item in each.waits_for) == ("M2", "M3")
    assert (None if candidate is None else candidate.id) == "M3"
    assert not all_session
