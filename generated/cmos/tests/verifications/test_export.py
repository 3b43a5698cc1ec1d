# Generated from CMOS_ContextVerification::ExportTest (ssot/cmos/verification_contexts.sysml) and 5 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Backlog and contexts are written to the files that are asked for.

Verifies CMOS-REQ-015, CMOS-REQ-016.
"""

from __future__ import annotations

from cmos.files import read_file
from cmos.tests.verifications.performing import perform
from cmos.types.cmos_domain import MissionStatus
from cmos.types.cmos_views import Backlog, MasterContext, ProjectContext
from cmos.workflows.add_mission import add_mission
from cmos.workflows.decide import decide
from cmos.workflows.export_backlog import export_backlog
from cmos.workflows.export_contexts import export_contexts
from cmos.workflows.start_mission import start_mission


def test_export() -> None:
    perform(add_mission, id_="M1", name="One", sprint="S")
    perform(start_mission, id_="M1", summary="work")
    perform(decide, text="Short names")
    exported = perform(export_backlog, output="out/backlog.json")
    contexts = perform(export_contexts, output="out")
    backlog = read_file("out/backlog.json", Backlog)
    project = read_file("out/PROJECT_CONTEXT.json", ProjectContext)
    master = read_file("out/MASTER_CONTEXT.json", MasterContext)
    assert exported == "out/backlog.json"
    assert contexts == ("out/PROJECT_CONTEXT.json", "out/MASTER_CONTEXT.json")
    assert tuple(each.sprint for each in backlog.sprints) == ("S",)
    assert tuple(
        each.status
        for each in tuple(item for each in backlog.sprints for item in each.missions)
    ) == (MissionStatus.IN_PROGRESS,)
    assert project.active_mission == "M1"
    assert (None if project.current is None else project.current.name) == "One"
    assert tuple(each.text for each in master.decisions) == ("Short names",)
