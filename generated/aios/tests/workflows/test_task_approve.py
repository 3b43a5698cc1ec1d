# Generated from AIOS_Tasks::TaskApprove (ssot/aios/tasks.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow TaskApprove: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_persistence import Session, Task
from aios.workflows.task_approve import task_approve

RESULTS: dict[str, Any] = {
    "find": instances(Task, (" may begin", "task_approve")),
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
    task = task.model_copy(update={"approved_by": session.agent_id})
    steps.change(
        session=session, task=task, what="task_approve", origin=origin, remark=None
    )
    return task_id + " may begin"


@settings(max_examples=50)
@given(
    data=st.data(),
    task_id=st.sampled_from([" may begin", "task_approve"]) | st.text(max_size=9),
    session=instances(Session, (" may begin", "task_approve")),
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
        lambda: asyncio.run(
            task_approve(script.steps, task_id=task_id, session=session)
        )
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(again.plain, task_id=task_id, session=session)
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {"TaskApprove", "change", "find"}
    assert tracer.spans[:1] == [(None, "TaskApprove")]
