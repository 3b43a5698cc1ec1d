# Generated from AIOS_Audit::ReleaseLock (ssot/aios/audit.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow ReleaseLock: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.calculations import without
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_persistence import Task, TaskQueue
from aios.workflows.release_lock import release_lock

RESULTS: dict[str, Any] = {
    "all_task_queue": st.lists(instances(TaskQueue), max_size=4).map(tuple),
    "store_task_queue": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    task: Task,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_task_queue = steps.all_task_queue()
    for each in all_task_queue:
        if each.name == task.queue and each.auto_release_on_finish:
            queue = each
            queue = queue.model_copy(
                update={"locks": without(words=each.locks, word=task.task_id)}
            )
            steps.store_task_queue(entity=queue)


@settings(max_examples=50)
@given(
    data=st.data(),
    task=instances(Task),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    task: Task,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(lambda: asyncio.run(release_lock(script.steps, task=task)))
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain, task=task))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "ReleaseLock",
        "all TaskQueue",
        "keep",
    }
    assert tracer.spans[:1] == [(None, "ReleaseLock")]
