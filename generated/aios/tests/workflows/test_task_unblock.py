# Generated from AIOS_Tasks::TaskUnblock (ssot/aios/tasks.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow TaskUnblock: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_life import Resumed
from aios.types.aios_persistence import Session, Task
from aios.workflows.task_unblock import task_unblock

RESULTS: dict[str, Any] = {
    "find": instances(Task, (" is queued", "task_unblock")),
    "fire_task": instances(Task, (" is queued", "task_unblock")),
    "change": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    task_id: str,
    resolution: str,
    session: Session,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    find = steps.find(task_id=task_id)
    task = find
    origin = task.status
    happen = steps.fire_task(entity=task, signal=Resumed())
    task = happen
    task = task.model_copy(update={"blocked_reason": None})
    task = task.model_copy(update={"blocked_at": None})
    task = task.model_copy(update={"assignee": None})
    steps.change(
        session=session,
        task=task,
        what="task_unblock",
        origin=origin,
        remark=resolution,
    )
    return task_id + " is queued"


@settings(max_examples=50)
@given(
    data=st.data(),
    task_id=st.sampled_from([" is queued", "task_unblock"]) | st.text(max_size=9),
    resolution=st.sampled_from([" is queued", "task_unblock"]) | st.text(max_size=9),
    session=instances(Session, (" is queued", "task_unblock")),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    task_id: str,
    resolution: str,
    session: Session,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(
            task_unblock(
                script.steps, task_id=task_id, resolution=resolution, session=session
            )
        )
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(
            again.plain, task_id=task_id, resolution=resolution, session=session
        )
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "TaskUnblock",
        "change",
        "find",
        "happen",
    }
    assert tracer.spans[:1] == [(None, "TaskUnblock")]
