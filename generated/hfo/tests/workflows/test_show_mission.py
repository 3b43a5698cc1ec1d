# Generated from HFO_Workflows::ShowMission (ssot/hfo/workflows.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow ShowMission: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from hfo.tests.values import instances
from hfo.tests.workflows.conftest import Tracer
from hfo.tests.workflows.recording import Script, outcome
from hfo.types.hfo_persistence import Mission
from hfo.workflows.show_mission import show_mission

RESULTS: dict[str, Any] = {
    "all_mission": st.lists(instances(Mission), max_size=4).map(tuple),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    mission_id: str,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_mission = steps.all_mission()
    return tuple(each for each in all_mission if each.mission_id == mission_id)


@settings(max_examples=50)
@given(
    data=st.data(),
    mission_id=st.text(max_size=9),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    mission_id: str,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(show_mission(script.steps, mission_id=mission_id))
    )
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain, mission_id=mission_id))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {"ShowMission", "all Mission"}
    assert tracer.spans[:1] == [(None, "ShowMission")]
