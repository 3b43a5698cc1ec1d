# Generated from AIOS_Tasks::TaskStart (ssot/aios/tasks.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow TaskStart: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.calculations import has_place, is_locked
from aios.support.present import now
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_domain import TaskStatus
from aios.types.aios_life import Started
from aios.types.aios_persistence import Session, Task, TaskQueue
from aios.workflows.running import Refused
from aios.workflows.task_start import task_start

RESULTS: dict[str, Any] = {
    "all_task": st.lists(
        instances(Task, (" is running", "task_start")), max_size=4
    ).map(tuple),
    "find": instances(Task, (" is running", "task_start")),
    "place": instances(TaskQueue, (" is running", "task_start")),
    "not_frozen": st.none(),
    "fire_task": instances(Task, (" is running", "task_start")),
    "change": st.none(),
    "store_task_queue": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    task_id: str,
    session: Session,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    find = steps.find(task_id=task_id)
    task = find
    origin = task.status
    place = steps.place(name=task.queue)
    queue = place
    steps.not_frozen()
    if bool(is_locked(queue=queue)):
        raise Refused("The queue is locked (SYSTEM_LOCK).")
    if not (not queue.requires_human_approval or task.approved_by is not None):
        raise Refused(
            "Tasks of this queue begin with the approval of a person (task approve)."
        )
    all_task = steps.all_task()
    if not (task.status != TaskStatus.QUEUED or has_place(queue=queue, tasks=all_task)):
        raise Refused(
            "The queue is at capacity: as many tasks run as may run at the same time."
        )
    happen = steps.fire_task(entity=task, signal=Started())
    task = happen
    task = task.model_copy(update={"assignee": session.agent_id})
    task = task.model_copy(
        update={"started_at": task.started_at if task.started_at is not None else now()}
    )
    steps.change(
        session=session, task=task, what="task_start", origin=origin, remark=None
    )
    if queue.lock_on_start:
        queue = queue.model_copy(update={"locks": (*queue.locks, task_id)})
        steps.store_task_queue(entity=queue)
    return task_id + " is running"


@settings(max_examples=50)
@given(
    data=st.data(),
    task_id=st.sampled_from([" is running", "task_start"]) | st.text(max_size=9),
    session=instances(Session, (" is running", "task_start")),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    task_id: str,
    session: Session,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(task_start(script.steps, task_id=task_id, session=session))
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(again.plain, task_id=task_id, session=session)
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "TaskStart",
        "all Task",
        "change",
        "find",
        "happen",
        "lock",
        "notFrozen",
        "place",
    }
    assert tracer.spans[:1] == [(None, "TaskStart")]
