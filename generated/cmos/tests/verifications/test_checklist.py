# Generated from CMOS_ContextVerification::ChecklistTest (ssot/cmos/verification_contexts.sysml) and 5 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The checklist of a mission tells what the database knows: events, status, notes, the
mode and its rationale.

Verifies CMOS-REQ-036, CMOS-REQ-014.
"""

from __future__ import annotations

from cmos.files import read_file
from cmos.tests.verifications.performing import perform
from cmos.types.cmos_domain import OrchestrationPattern
from cmos.types.cmos_views import Backlog
from cmos.workflows.add_mission import add_mission
from cmos.workflows.complete_mission import complete_mission
from cmos.workflows.mission_checklist import mission_checklist
from cmos.workflows.start_mission import start_mission
from cmos.workflows.update_mission import update_mission


def test_checklist() -> None:
    perform(add_mission, id_="M1", name="One", pattern=OrchestrationPattern.RSIP)
    early = perform(mission_checklist, id_="M1")
    perform(update_mission, id_="M1", rationale="it has to be polished")
    perform(start_mission, id_="M1", summary="work")
    perform(complete_mission, id_="M1", summary="work", notes="tested")
    later = perform(mission_checklist, id_="M1")
    backlog = read_file("cmos/missions/backlog.yaml", Backlog)
    assert tuple(each.met for each in early) == (False, False, False, False, True, True)
    assert tuple(each.met for each in later) == (True, True, True, True, True, True)
    assert tuple(
        each.pattern
        for each in tuple(item for each in backlog.sprints for item in each.missions)
    ) == (OrchestrationPattern.RSIP,)
    assert tuple(
        each.rationale
        for each in tuple(item for each in backlog.sprints for item in each.missions)
        if each.rationale is not None
    ) == ("it has to be polished",)
