# Generated from CMOS_ContextVerification::MarkersTest (ssot/cmos/verification_contexts.sysml) and 4 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Database, contexts and sessions tell the same mission, the same number of sessions
and the same last session.

Verifies CMOS-REQ-003, CMOS-REQ-006, CMOS-REQ-007, CMOS-REQ-035.
"""

from __future__ import annotations

import re

import pytest

from cmos.files import read_file
from cmos.persistence.repository import Repository
from cmos.tests.verifications.performing import ask, perform
from cmos.types.cmos_domain import DecisionKind, MissionStatus
from cmos.types.cmos_persistence import SessionEvent
from cmos.types.cmos_views import MasterContext, ProjectContext
from cmos.workflows.add_mission import add_mission
from cmos.workflows.complete_mission import complete_mission
from cmos.workflows.decide import decide
from cmos.workflows.running import Refused
from cmos.workflows.start_mission import start_mission


def test_markers() -> None:
    perform(add_mission, id_="M1", name="One")
    perform(add_mission, id_="M2", name="Two")
    perform(start_mission, id_="M1", summary="work")
    perform(complete_mission, id_="M1", summary="work", notes="tested")
    with pytest.raises(Refused, match=re.escape("A decision needs words")):
        perform(decide, text="")
    decided = perform(
        decide, text="One file for each module", rationale="easy to find", mission="M1"
    )
    perform(decide, text="No network in tests", kind=DecisionKind.CONSTRAINT)
    project = read_file("cmos/PROJECT_CONTEXT.json", ProjectContext)
    master = read_file("cmos/MASTER_CONTEXT.json", MasterContext)
    sessions = read_file("cmos/SESSIONS.jsonl", tuple[SessionEvent, ...])
    all_context = ask(Repository.all_context)
    all_decision = ask(Repository.all_decision)
    assert decided == "noted 1"
    assert tuple(
        each.active_mission for each in all_context if each.active_mission is not None
    ) == ("M2", "M2")
    assert tuple(each.session_count for each in all_context) == (1, 1)
    assert tuple(
        each.last_session for each in all_context if each.last_session is not None
    ) == ("1 M1", "1 M1")
    assert project.active_mission == "M2"
    assert project.session_count == 1
    assert project.last_session == "1 M1"
    assert (
        None if project.current is None else project.current.status
    ) == MissionStatus.CURRENT
    assert master.active_mission == "M2"
    assert master.session_count == 1
    assert master.last_session == "1 M1"
    assert tuple(each.text for each in master.decisions) == (
        "One file for each module",
    )
    assert tuple(
        each.rationale for each in master.decisions if each.rationale is not None
    ) == ("easy to find",)
    assert tuple(each.text for each in master.constraints) == ("No network in tests",)
    assert not master.insights
    assert tuple(each.number for each in all_decision) == (1, 2)
    assert tuple(each.mission for each in sessions) == ("M1", "M1")
    assert tuple(each.session for each in sessions) == (1, 1)
