# Generated from AIOS_Tasks::TaskList (ssot/aios/tasks.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow TaskList: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import inspect
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_domain import QueueName, TaskStatus
from aios.types.aios_persistence import Task
from aios.workflows.task_list import task_list

RESULTS: dict[str, Any] = {
    "all_task": st.lists(instances(Task), max_size=4).map(tuple),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    queue: QueueName | None,
    status: TaskStatus | None,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_task = steps.all_task()
    return tuple(
        each
        for each in all_task
        if (queue is None or each.queue == queue)
        and (status is None or each.status == status)
    )


@settings(max_examples=50)
@given(
    data=st.data(),
    queue=st.none() | st.sampled_from(QueueName),
    status=st.none() | st.sampled_from(TaskStatus),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    queue: QueueName | None,
    status: TaskStatus | None,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(task_list(script.steps, queue=queue, status=status))
    )
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain, queue=queue, status=status))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {"TaskList", "all Task"}
    assert tracer.spans[:1] == [(None, "TaskList")]


def test_inputs_have_the_defaults_of_the_model() -> None:
    parameters = inspect.signature(task_list).parameters
    assert parameters["queue"].default is None
    assert parameters["status"].default is None
