# Generated from CMOS_ContextVerification::ResearchTest (ssot/cmos/verification_contexts.sysml) and 4 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The report of a completed mission of research is Markdown below cmos/research, and
only of such a mission.

Verifies CMOS-REQ-012.
"""

from __future__ import annotations

import re

import pytest

from cmos.files import read_file
from cmos.tests.verifications.performing import perform
from cmos.workflows.add_mission import add_mission
from cmos.workflows.complete_mission import complete_mission
from cmos.workflows.export_research import export_research
from cmos.workflows.running import Refused
from cmos.workflows.start_mission import start_mission


def test_research() -> None:
    perform(
        add_mission, id_="R1", name="Find a parser", sprint="Sprint 1", research=True
    )
    perform(add_mission, id_="M1", name="One")
    with pytest.raises(
        Refused, match=re.escape("Only a mission of research has a report")
    ):
        perform(export_research, id_="M1")
    with pytest.raises(
        Refused, match=re.escape("A report is written after the mission is completed")
    ):
        perform(export_research, id_="R1")
    perform(start_mission, id_="R1", summary="reading", agent="ada")
    perform(
        complete_mission,
        id_="R1",
        summary="read all",
        notes="Lark is quick enough.",
        agent="ada",
    )
    exported = perform(export_research, id_="R1")
    report = read_file("cmos/research/R1.md", str)
    assert exported == "cmos/research/R1.md"
    assert (
        report
        == "# R1: Find a parser\n\nStatus: Completed\nSprint: Sprint 1\nPattern: none\n\n"
        + "## Findings\n\nLark is quick enough.\n\n"
        + "## Sessions\n\n- start by ada: reading\n- complete by ada: read all\n"
    )
