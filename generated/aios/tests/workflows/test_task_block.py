# Generated from AIOS_Tasks::TaskBlock (ssot/aios/tasks.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow TaskBlock: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.calculations import is_person
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_persistence import Session, Task
from aios.workflows.running import Refused
from aios.workflows.task_block import task_block

RESULTS: dict[str, Any] = {
    "find": instances(Task, (" is blocked", "task_block")),
    "block": st.none(),
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
    if not (
        is_person(role=session.role_mode)
        or (task.assignee if task.assignee is not None else "") == session.agent_id
    ):
        raise Refused("Only who runs a task, or a person, may do that.")
    steps.block(session=session, task=task, what="task_block", reason=reason)
    return task_id + " is blocked"


@settings(max_examples=50)
@given(
    data=st.data(),
    task_id=st.sampled_from([" is blocked", "task_block"]) | st.text(max_size=9),
    reason=st.sampled_from([" is blocked", "task_block"]) | st.text(max_size=9),
    session=instances(Session, (" is blocked", "task_block")),
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
            task_block(script.steps, task_id=task_id, reason=reason, session=session)
        )
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(again.plain, task_id=task_id, reason=reason, session=session)
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {"TaskBlock", "block", "find"}
    assert tracer.spans[:1] == [(None, "TaskBlock")]
