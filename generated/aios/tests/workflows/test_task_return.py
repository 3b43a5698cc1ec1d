# Generated from AIOS_Tasks::TaskReturn (ssot/aios/tasks.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow TaskReturn: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.calculations import has_place
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_life import SentBack
from aios.types.aios_persistence import Session, Task, TaskQueue
from aios.workflows.running import Refused
from aios.workflows.task_return import task_return

RESULTS: dict[str, Any] = {
    "all_task": st.lists(
        instances(Task, (" is running", "task_return")), max_size=4
    ).map(tuple),
    "find": instances(Task, (" is running", "task_return")),
    "place": instances(TaskQueue, (" is running", "task_return")),
    "fire_task": instances(Task, (" is running", "task_return")),
    "change": st.none(),
    "store_task_queue": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    task_id: str,
    reason: str,
    session: Session,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    find = steps.find(task_id=task_id)
    task = find
    origin = task.status
    place = steps.place(name=task.queue)
    queue = place
    all_task = steps.all_task()
    if not has_place(queue=queue, tasks=all_task):
        raise Refused(
            "The queue is at capacity: as many tasks run as may run at the same time."
        )
    happen = steps.fire_task(entity=task, signal=SentBack())
    task = happen
    task = task.model_copy(update={"accepted_by": None})
    steps.change(
        session=session, task=task, what="task_return", origin=origin, remark=reason
    )
    if queue.lock_on_start:
        queue = queue.model_copy(update={"locks": (*queue.locks, task_id)})
        steps.store_task_queue(entity=queue)
    return task_id + " is running"


@settings(max_examples=50)
@given(
    data=st.data(),
    task_id=st.sampled_from([" is running", "task_return"]) | st.text(max_size=9),
    reason=st.sampled_from([" is running", "task_return"]) | st.text(max_size=9),
    session=instances(Session, (" is running", "task_return")),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    task_id: str,
    reason: str,
    session: Session,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(
            task_return(script.steps, task_id=task_id, reason=reason, session=session)
        )
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(again.plain, task_id=task_id, reason=reason, session=session)
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "TaskReturn",
        "all Task",
        "change",
        "find",
        "happen",
        "lock",
        "place",
    }
    assert tracer.spans[:1] == [(None, "TaskReturn")]
