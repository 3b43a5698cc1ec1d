# Generated from HFO_Workflows::ListMissions (ssot/hfo/workflows.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow ListMissions: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import inspect
from typing import Any

from hypothesis import given, settings, strategies as st

from hfo.tests.values import instances
from hfo.tests.workflows.conftest import Tracer
from hfo.tests.workflows.recording import Script, outcome
from hfo.types.hfo_persistence import Mission
from hfo.types.hfo_signals import MissionStatus
from hfo.workflows.list_missions import list_missions

RESULTS: dict[str, Any] = {
    "all_mission": st.lists(instances(Mission), max_size=4).map(tuple),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    status: MissionStatus | None,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_mission = steps.all_mission()
    return tuple(
        each for each in all_mission if status is None or each.status == status
    )


@settings(max_examples=50)
@given(
    data=st.data(),
    status=st.none() | st.sampled_from(MissionStatus),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    status: MissionStatus | None,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(lambda: asyncio.run(list_missions(script.steps, status=status)))
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain, status=status))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {"ListMissions", "all Mission"}
    assert tracer.spans[:1] == [(None, "ListMissions")]


def test_inputs_have_the_defaults_of_the_model() -> None:
    parameters = inspect.signature(list_missions).parameters
    assert parameters["status"].default is None
