# Generated from AIOS_Audit::FindQueue (ssot/aios/audit.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow FindQueue: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.calculations import queue_with
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_domain import QueueName
from aios.types.aios_persistence import TaskQueue
from aios.workflows.find_queue import find_queue
from aios.workflows.running import Refused

RESULTS: dict[str, Any] = {
    "all_task_queue": st.lists(
        instances(TaskQueue, ("there are no queues; run init",)), max_size=4
    ).map(tuple),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    name: QueueName,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_task_queue = steps.all_task_queue()
    found = queue_with(queues=all_task_queue, name=name)
    if found is None:
        raise Refused("there are no queues; run init")
    return found


@settings(max_examples=50)
@given(
    data=st.data(),
    name=st.sampled_from(QueueName),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    name: QueueName,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(lambda: asyncio.run(find_queue(script.steps, name=name)))
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain, name=name))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {"FindQueue", "all TaskQueue"}
    assert tracer.spans[:1] == [(None, "FindQueue")]
