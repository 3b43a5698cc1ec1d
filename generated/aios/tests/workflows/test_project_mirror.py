# Generated from AIOS_Views::ProjectMirror (ssot/aios/views.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow ProjectMirror: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_persistence import Project
from aios.workflows.project_mirror import project_mirror

RESULTS: dict[str, Any] = {
    "all_project": st.lists(instances(Project), max_size=4).map(tuple),
}
"""What each step may give."""


def plainly(
    steps: Any,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    return steps.all_project()


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
    found = outcome(lambda: asyncio.run(project_mirror(script.steps)))
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {"ProjectMirror", "all Project"}
    assert tracer.spans[:1] == [(None, "ProjectMirror")]
