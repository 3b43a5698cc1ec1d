# Generated from AIOS_Views::TasksMirror (ssot/aios/views.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow TasksMirror: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_persistence import Task, TaskQueue
from aios.types.aios_views import QueueState, TaskBoard, TaskState
from aios.workflows.tasks_mirror import tasks_mirror

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
    return TaskBoard(
        queues=tuple(
            QueueState(
                name=each.name, max_concurrent=each.max_concurrent, locks=each.locks
            )
            for each in all_task_queue
        ),
        tasks=tuple(
            TaskState(
                id=each_2.task_id,
                title=each_2.title,
                queue=each_2.queue,
                priority=each_2.priority,
                status=each_2.status,
                assignee=each_2.assignee,
                revision=each_2.revision,
                blocked=each_2.blocked_reason,
                artifacts=each_2.artifacts,
            )
            for each_2 in all_task
        ),
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
    found = outcome(lambda: asyncio.run(tasks_mirror(script.steps)))
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "TasksMirror",
        "all Task",
        "all TaskQueue",
    }
    assert tracer.spans[:1] == [(None, "TasksMirror")]
