# Generated from CMOS_Views::BacklogMirror (ssot/cmos/views.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow BacklogMirror: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from cmos.calculations import backlog_of
from cmos.tests.values import instances
from cmos.tests.workflows.conftest import Tracer
from cmos.tests.workflows.recording import Script, outcome
from cmos.types.cmos_persistence import Mission, MissionDependency, Sprint
from cmos.workflows.backlog_mirror import backlog_mirror

RESULTS: dict[str, Any] = {
    "all_sprint": st.lists(instances(Sprint), max_size=4).map(tuple),
    "all_mission": st.lists(instances(Mission), max_size=4).map(tuple),
    "all_mission_dependency": st.lists(instances(MissionDependency), max_size=4).map(
        tuple
    ),
}
"""What each step may give."""


def plainly(
    steps: Any,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_mission = steps.all_mission()
    all_mission_dependency = steps.all_mission_dependency()
    all_sprint = steps.all_sprint()
    return backlog_of(
        sprints=all_sprint, missions=all_mission, dependencies=all_mission_dependency
    )


@settings(max_examples=50)
@given(
    data=st.data(),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(lambda: asyncio.run(backlog_mirror(script.steps)))
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "BacklogMirror",
        "all Mission",
        "all MissionDependency",
        "all Sprint",
    }
    assert tracer.spans[:1] == [(None, "BacklogMirror")]
