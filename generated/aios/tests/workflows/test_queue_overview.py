# Generated from AIOS_Queues::QueueOverview (ssot/aios/queues.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow QueueOverview: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.calculations import queue_lines
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_persistence import Task, TaskQueue
from aios.workflows.queue_overview import queue_overview

RESULTS: dict[str, Any] = {
    "all_task_queue": st.lists(instances(TaskQueue), max_size=4).map(tuple),
    "all_task": st.lists(instances(Task), max_size=4).map(tuple),
}
"""What each step may give."""


def plainly(
    steps: Any,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_task = steps.all_task()
    all_task_queue = steps.all_task_queue()
    return queue_lines(queues=all_task_queue, tasks=all_task)


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
    found = outcome(lambda: asyncio.run(queue_overview(script.steps)))
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "QueueOverview",
        "all Task",
        "all TaskQueue",
    }
    assert tracer.spans[:1] == [(None, "QueueOverview")]
