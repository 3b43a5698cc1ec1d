# Generated from CMOS_ContextVerification::StarterTest (ssot/cmos/verification_contexts.sysml) and 7 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""A starter has the documents and what is queued; a reset takes everything out, when it
is confirmed.

Verifies CMOS-REQ-042.
"""

from __future__ import annotations

import re

import pytest

from cmos.files import list_files, read_file, write_file
from cmos.persistence.repository import Repository
from cmos.tests.verifications.performing import ask, perform
from cmos.types.cmos_views import Backlog
from cmos.workflows.add_dependency import add_dependency
from cmos.workflows.add_mission import add_mission
from cmos.workflows.decide import decide
from cmos.workflows.package_starter import package_starter
from cmos.workflows.reset_starter import reset_starter
from cmos.workflows.running import Refused
from cmos.workflows.show_backlog import show_backlog
from cmos.workflows.start_mission import start_mission


def test_starter() -> None:
    write_file("cmos/agents.md", "Read this.")
    perform(add_mission, id_="M1", name="One")
    perform(add_mission, id_="M2", name="Two", sprint="S")
    perform(add_dependency, from_="M2", to="M1")
    perform(start_mission, id_="M1", summary="work")
    perform(decide, text="Short names")
    packed = perform(package_starter)
    perform(package_starter)
    copied = read_file("cmos/dist/cmos/agents.md", str)
    backlog = read_file("cmos/dist/cmos/missions/backlog.yaml", Backlog)
    distributed = list_files("cmos/dist", "*")
    with pytest.raises(Refused, match=re.escape("This removes everything")):
        perform(reset_starter)
    kept = perform(show_backlog)
    perform(reset_starter, confirmed=True)
    all_context = ask(Repository.all_context)
    all_decision = ask(Repository.all_decision)
    all_mission = ask(Repository.all_mission)
    all_mission_dependency = ask(Repository.all_mission_dependency)
    all_session = ask(Repository.all_session)
    all_session_event = ask(Repository.all_session_event)
    all_sprint = ask(Repository.all_sprint)
    assert packed == "cmos/dist"
    assert copied == "Read this."
    assert tuple(
        each.id
        for each in tuple(item for each in backlog.sprints for item in each.missions)
    ) == ("M2",)
    assert distributed == (
        "cmos/dist/cmos/agents.md",
        "cmos/dist/cmos/missions/backlog.yaml",
    )
    assert len(kept) == 2
    assert not all_mission
    assert not all_sprint
    assert not all_mission_dependency
    assert not all_session
    assert not all_session_event
    assert not all_context
    assert not all_decision
