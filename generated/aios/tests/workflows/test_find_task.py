# Generated from AIOS_Audit::FindTask (ssot/aios/audit.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow FindTask: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.calculations import task_with
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_persistence import Task
from aios.workflows.find_task import find_task
from aios.workflows.running import Refused

RESULTS: dict[str, Any] = {
    "all_task": st.lists(instances(Task, ("there is no task ",)), max_size=4).map(
        tuple
    ),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    task_id: str,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_task = steps.all_task()
    found = task_with(tasks=all_task, task_id=task_id)
    if found is None:
        raise Refused("there is no task " + task_id)
    return found


@settings(max_examples=50)
@given(
    data=st.data(),
    task_id=st.sampled_from(["there is no task "]) | st.text(max_size=9),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    task_id: str,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(lambda: asyncio.run(find_task(script.steps, task_id=task_id)))
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain, task_id=task_id))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {"FindTask", "all Task"}
    assert tracer.spans[:1] == [(None, "FindTask")]
