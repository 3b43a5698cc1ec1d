# Generated from CMOS_Contexts::ExportResearch (ssot/cmos/contexts.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow ExportResearch: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from cmos.calculations import mission_with, research_report
from cmos.tests.values import instances
from cmos.tests.workflows.conftest import Tracer
from cmos.tests.workflows.recording import Script, outcome
from cmos.types.cmos_domain import MissionStatus
from cmos.types.cmos_persistence import Mission, SessionEvent
from cmos.workflows.export_research import export_research
from cmos.workflows.running import Refused

RESULTS: dict[str, Any] = {
    "all_mission": st.lists(
        instances(Mission, (".md", "cmos/research/", "there is no mission ")),
        max_size=4,
    ).map(tuple),
    "all_session_event": st.lists(
        instances(SessionEvent, (".md", "cmos/research/", "there is no mission ")),
        max_size=4,
    ).map(tuple),
    "write_file": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    id_: str,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_mission = steps.all_mission()
    found = mission_with(missions=all_mission, id_=id_)
    if found is None:
        raise Refused("there is no mission " + id_)
    mission = found
    if not mission.research:
        raise Refused(
            "Only a mission of research has a report (mission add --research)."
        )
    if mission.status != MissionStatus.COMPLETED:
        raise Refused("A report is written after the mission is completed.")
    all_session_event = steps.all_session_event()
    text = research_report(mission=mission, events=all_session_event)
    steps.write_file(path="cmos/research/" + id_ + ".md", content=text)
    return "cmos/research/" + id_ + ".md"


@settings(max_examples=50)
@given(
    data=st.data(),
    id_=st.sampled_from([".md", "cmos/research/", "there is no mission "])
    | st.text(max_size=9),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    id_: str,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(lambda: asyncio.run(export_research(script.steps, id_=id_)))
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain, id_=id_))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "ExportResearch",
        "all Mission",
        "all SessionEvent",
        "write",
    }
    assert tracer.spans[:1] == [(None, "ExportResearch")]
