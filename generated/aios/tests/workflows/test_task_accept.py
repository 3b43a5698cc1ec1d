# Generated from AIOS_Tasks::TaskAccept (ssot/aios/tasks.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow TaskAccept: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_domain import TaskStatus
from aios.types.aios_persistence import Session, Task
from aios.workflows.running import Refused
from aios.workflows.task_accept import task_accept

RESULTS: dict[str, Any] = {
    "find": instances(Task, (" is accepted", "task_accept")),
    "change": st.none(),
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
    if task.status != TaskStatus.REVIEWING:
        raise Refused("Only a task that waits for the final review is accepted.")
    task = task.model_copy(update={"accepted_by": session.agent_id})
    steps.change(
        session=session, task=task, what="task_accept", origin=origin, remark=None
    )
    return task_id + " is accepted"


@settings(max_examples=50)
@given(
    data=st.data(),
    task_id=st.sampled_from([" is accepted", "task_accept"]) | st.text(max_size=9),
    session=instances(Session, (" is accepted", "task_accept")),
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
        lambda: asyncio.run(task_accept(script.steps, task_id=task_id, session=session))
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(again.plain, task_id=task_id, session=session)
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {"TaskAccept", "change", "find"}
    assert tracer.spans[:1] == [(None, "TaskAccept")]
