# Generated from CMOS_Views::ExportBacklog (ssot/cmos/views.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow ExportBacklog: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import inspect
from typing import Any

from hypothesis import given, settings, strategies as st

from cmos.calculations import backlog_of
from cmos.tests.values import instances
from cmos.tests.workflows.conftest import Tracer
from cmos.tests.workflows.recording import Script, outcome
from cmos.types.cmos_persistence import Mission, MissionDependency, Sprint
from cmos.workflows.export_backlog import export_backlog

RESULTS: dict[str, Any] = {
    "all_sprint": st.lists(
        instances(Sprint, ("cmos/missions/backlog.yaml",)), max_size=4
    ).map(tuple),
    "all_mission": st.lists(
        instances(Mission, ("cmos/missions/backlog.yaml",)), max_size=4
    ).map(tuple),
    "all_mission_dependency": st.lists(
        instances(MissionDependency, ("cmos/missions/backlog.yaml",)), max_size=4
    ).map(tuple),
    "write_file": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    output: str,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_mission = steps.all_mission()
    all_mission_dependency = steps.all_mission_dependency()
    all_sprint = steps.all_sprint()
    backlog = backlog_of(
        sprints=all_sprint, missions=all_mission, dependencies=all_mission_dependency
    )
    steps.write_file(path=output, content=backlog)
    return output


@settings(max_examples=50)
@given(
    data=st.data(),
    output=st.sampled_from(["cmos/missions/backlog.yaml"]) | st.text(max_size=9),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    output: str,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(lambda: asyncio.run(export_backlog(script.steps, output=output)))
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain, output=output))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "ExportBacklog",
        "all Mission",
        "all MissionDependency",
        "all Sprint",
        "write",
    }
    assert tracer.spans[:1] == [(None, "ExportBacklog")]


def test_inputs_have_the_defaults_of_the_model() -> None:
    parameters = inspect.signature(export_backlog).parameters
    assert parameters["output"].default == "cmos/missions/backlog.yaml"
