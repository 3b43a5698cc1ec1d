# Generated from CMOS_Views::ShowBacklog (ssot/cmos/views.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow ShowBacklog: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from cmos.calculations import board
from cmos.tests.values import instances
from cmos.tests.workflows.conftest import Tracer
from cmos.tests.workflows.recording import Script, outcome
from cmos.types.cmos_persistence import Mission, MissionDependency
from cmos.workflows.show_backlog import show_backlog

RESULTS: dict[str, Any] = {
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
    return board(missions=all_mission, dependencies=all_mission_dependency)


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
    found = outcome(lambda: asyncio.run(show_backlog(script.steps)))
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "ShowBacklog",
        "all Mission",
        "all MissionDependency",
    }
    assert tracer.spans[:1] == [(None, "ShowBacklog")]
