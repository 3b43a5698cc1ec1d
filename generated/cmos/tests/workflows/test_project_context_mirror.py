# Generated from CMOS_Views::ProjectContextMirror (ssot/cmos/views.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow ProjectContextMirror: it does what the model says, step by
step.
"""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from cmos.calculations import project_context_of
from cmos.tests.values import instances
from cmos.tests.workflows.conftest import Tracer
from cmos.tests.workflows.recording import Script, outcome
from cmos.types.cmos_persistence import Context, Mission
from cmos.workflows.project_context_mirror import project_context_mirror

RESULTS: dict[str, Any] = {
    "all_mission": st.lists(instances(Mission), max_size=4).map(tuple),
    "all_context": st.lists(instances(Context), max_size=4).map(tuple),
}
"""What each step may give."""


def plainly(
    steps: Any,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_context = steps.all_context()
    all_mission = steps.all_mission()
    return project_context_of(contexts=all_context, missions=all_mission)


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
    found = outcome(lambda: asyncio.run(project_context_mirror(script.steps)))
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "ProjectContextMirror",
        "all Context",
        "all Mission",
    }
    assert tracer.spans[:1] == [(None, "ProjectContextMirror")]
