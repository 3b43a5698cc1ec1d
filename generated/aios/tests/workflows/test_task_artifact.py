# Generated from AIOS_Tasks::TaskArtifact (ssot/aios/tasks.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow TaskArtifact: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.calculations import is_person
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_domain import TaskStatus
from aios.types.aios_persistence import Session, Task
from aios.workflows.running import Refused
from aios.workflows.task_artifact import task_artifact

RESULTS: dict[str, Any] = {
    "find": instances(Task, (" has ", "task_artifact")),
    "change": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    task_id: str,
    artifact: str,
    session: Session,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    find = steps.find(task_id=task_id)
    task = find
    origin = task.status
    if not (
        is_person(role=session.role_mode)
        or (task.assignee if task.assignee is not None else "") == session.agent_id
    ):
        raise Refused("Only who runs a task, or a person, may do that.")
    if task.status != TaskStatus.RUNNING:
        raise Refused("Only a running task produces artifacts.")
    task = task.model_copy(update={"artifacts": (*task.artifacts, artifact)})
    steps.change(
        session=session, task=task, what="task_artifact", origin=origin, remark=artifact
    )
    return task_id + " has " + artifact


@settings(max_examples=50)
@given(
    data=st.data(),
    task_id=st.sampled_from([" has ", "task_artifact"]) | st.text(max_size=9),
    artifact=st.sampled_from([" has ", "task_artifact"]) | st.text(max_size=9),
    session=instances(Session, (" has ", "task_artifact")),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    task_id: str,
    artifact: str,
    session: Session,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(
            task_artifact(
                script.steps, task_id=task_id, artifact=artifact, session=session
            )
        )
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(
            again.plain, task_id=task_id, artifact=artifact, session=session
        )
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {"TaskArtifact", "change", "find"}
    assert tracer.spans[:1] == [(None, "TaskArtifact")]
