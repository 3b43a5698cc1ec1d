# Generated from AIOS_Tasks::TaskTriage (ssot/aios/tasks.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow TaskTriage: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import inspect
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_domain import Priority, QueueName
from aios.types.aios_life import Triaged
from aios.types.aios_persistence import Session, Task
from aios.workflows.task_triage import task_triage

RESULTS: dict[str, Any] = {
    "find": instances(Task, (" is queued", "task_triage")),
    "fire_task": instances(Task, (" is queued", "task_triage")),
    "change": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    task_id: str,
    session: Session,
    queue: QueueName | None,
    priority: Priority | None,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    find = steps.find(task_id=task_id)
    task = find
    origin = task.status
    happen = steps.fire_task(entity=task, signal=Triaged())
    task = happen
    task = task.model_copy(update={"queue": queue if queue is not None else task.queue})
    task = task.model_copy(
        update={"priority": priority if priority is not None else task.priority}
    )
    steps.change(
        session=session, task=task, what="task_triage", origin=origin, remark=None
    )
    return task_id + " is queued"


@settings(max_examples=50)
@given(
    data=st.data(),
    task_id=st.sampled_from([" is queued", "task_triage"]) | st.text(max_size=9),
    session=instances(Session, (" is queued", "task_triage")),
    queue=st.none() | st.sampled_from(QueueName),
    priority=st.none() | st.sampled_from(Priority),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    task_id: str,
    session: Session,
    queue: QueueName | None,
    priority: Priority | None,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(
            task_triage(
                script.steps,
                task_id=task_id,
                session=session,
                queue=queue,
                priority=priority,
            )
        )
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(
            again.plain,
            task_id=task_id,
            session=session,
            queue=queue,
            priority=priority,
        )
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "TaskTriage",
        "change",
        "find",
        "happen",
    }
    assert tracer.spans[:1] == [(None, "TaskTriage")]


def test_inputs_have_the_defaults_of_the_model() -> None:
    parameters = inspect.signature(task_triage).parameters
    assert parameters["queue"].default is None
    assert parameters["priority"].default is None
