# Generated from AIOS_Tasks::TaskCreate (ssot/aios/tasks.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow TaskCreate: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import inspect
from re import fullmatch
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.calculations import task_with
from aios.support.present import now
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_domain import Priority, QueueName, TaskStatus
from aios.types.aios_persistence import Session, Task
from aios.workflows.running import Refused
from aios.workflows.task_create import task_create

RESULTS: dict[str, Any] = {
    "all_task": st.lists(
        instances(Task, ("", " is in the inbox", "task_create")), max_size=4
    ).map(tuple),
    "change": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    task_id: str,
    title: str,
    session: Session,
    queue: QueueName,
    priority: Priority,
    description: str,
    requirements: tuple[str, ...],
    part_of: str | None,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    if fullmatch("[A-Za-z0-9][A-Za-z0-9_-]*", task_id) is None:
        raise Refused(
            "The id of a task is letters, digits, `_` and `-`: a file is called like it."
        )
    all_task = steps.all_task()
    if task_with(tasks=all_task, task_id=task_id) is not None:
        raise Refused("There is a task with this id already.")
    if title.strip() == "":
        raise Refused("A task needs a title.")
    if not (
        part_of is None
        or task_with(tasks=all_task, task_id=part_of if part_of is not None else "")
        is not None
    ):
        raise Refused("There is no task that this one could be a part of.")
    task = Task(
        task_id=task_id,
        title=title,
        description=description,
        requirements=requirements,
        queue=queue,
        priority=priority,
        part_of=part_of,
        created_by=session.agent_id,
        created_at=now(),
    )
    steps.change(
        session=session,
        task=task,
        what="task_create",
        origin=TaskStatus.INBOX,
        remark=title,
    )
    return task_id + " is in the inbox"


@settings(max_examples=50)
@given(
    data=st.data(),
    task_id=st.sampled_from(["", " is in the inbox", "task_create"])
    | st.text(max_size=9),
    title=st.sampled_from(["", " is in the inbox", "task_create"])
    | st.text(max_size=9),
    session=instances(Session, ("", " is in the inbox", "task_create")),
    queue=st.sampled_from(QueueName),
    priority=st.sampled_from(Priority),
    description=st.sampled_from(["", " is in the inbox", "task_create"])
    | st.text(max_size=9),
    requirements=st.lists(
        st.sampled_from(["", " is in the inbox", "task_create"]) | st.text(max_size=9),
        min_size=0,
        max_size=3,
    ).map(tuple),
    part_of=st.none()
    | st.sampled_from(["", " is in the inbox", "task_create"])
    | st.text(max_size=9),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    task_id: str,
    title: str,
    session: Session,
    queue: QueueName,
    priority: Priority,
    description: str,
    requirements: tuple[str, ...],
    part_of: str | None,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(
            task_create(
                script.steps,
                task_id=task_id,
                title=title,
                session=session,
                queue=queue,
                priority=priority,
                description=description,
                requirements=requirements,
                part_of=part_of,
            )
        )
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(
            again.plain,
            task_id=task_id,
            title=title,
            session=session,
            queue=queue,
            priority=priority,
            description=description,
            requirements=requirements,
            part_of=part_of,
        )
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {"TaskCreate", "all Task", "change"}
    assert tracer.spans[:1] == [(None, "TaskCreate")]


def test_inputs_have_the_defaults_of_the_model() -> None:
    parameters = inspect.signature(task_create).parameters
    assert parameters["queue"].default == QueueName.DEV
    assert parameters["priority"].default == Priority.NORMAL
    assert parameters["description"].default == ""
    assert parameters["requirements"].default == ()
    assert parameters["part_of"].default is None
