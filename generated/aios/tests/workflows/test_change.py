# Generated from AIOS_Audit::Change (ssot/aios/audit.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow Change: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import inspect
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_domain import TaskStatus
from aios.types.aios_persistence import Session, Task
from aios.workflows.change import change

RESULTS: dict[str, Any] = {
    "store_task": st.none(),
    "audit": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    session: Session,
    task: Task,
    what: str,
    origin: TaskStatus,
    remark: str | None,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    steps.store_task(entity=task)
    steps.audit(
        session=session,
        what=what,
        task_id=task.task_id,
        origin=origin,
        target=task.status,
        remark=remark,
    )


@settings(max_examples=50)
@given(
    data=st.data(),
    session=instances(Session),
    task=instances(Task),
    what=st.text(max_size=9),
    origin=st.sampled_from(TaskStatus),
    remark=st.none() | st.text(max_size=9),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    session: Session,
    task: Task,
    what: str,
    origin: TaskStatus,
    remark: str | None,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(
            change(
                script.steps,
                session=session,
                task=task,
                what=what,
                origin=origin,
                remark=remark,
            )
        )
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(
            again.plain,
            session=session,
            task=task,
            what=what,
            origin=origin,
            remark=remark,
        )
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {"Change", "audit", "keep"}
    assert tracer.spans[:1] == [(None, "Change")]


def test_inputs_have_the_defaults_of_the_model() -> None:
    parameters = inspect.signature(change).parameters
    assert parameters["remark"].default is None
