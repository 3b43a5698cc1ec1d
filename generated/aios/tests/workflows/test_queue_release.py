# Generated from AIOS_Queues::QueueRelease (ssot/aios/queues.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow QueueRelease: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import inspect
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.calculations import without
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_domain import QueueName
from aios.types.aios_persistence import Session, TaskQueue
from aios.workflows.queue_release import queue_release

RESULTS: dict[str, Any] = {
    "find": instances(TaskQueue, ("", "queue_release", "released")),
    "not_frozen": st.none(),
    "store_task_queue": st.none(),
    "audit": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    queue: QueueName,
    session: Session,
    task: str | None,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    find = steps.find(name=queue)
    stuck = find
    steps.not_frozen()
    stuck = stuck.model_copy(
        update={
            "locks": (
                ()
                if task is None
                else without(words=stuck.locks, word=task if task is not None else "")
            )
        }
    )
    steps.store_task_queue(entity=stuck)
    steps.audit(
        session=session,
        what="queue_release",
        task_id=task,
        origin=None,
        target=None,
        remark=stuck.purpose,
    )
    return "released"


@settings(max_examples=50)
@given(
    data=st.data(),
    queue=st.sampled_from(QueueName),
    session=instances(Session, ("", "queue_release", "released")),
    task=st.none()
    | st.sampled_from(["", "queue_release", "released"])
    | st.text(max_size=9),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    queue: QueueName,
    session: Session,
    task: str | None,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(
            queue_release(script.steps, queue=queue, session=session, task=task)
        )
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(again.plain, queue=queue, session=session, task=task)
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "QueueRelease",
        "audit",
        "find",
        "keep",
        "notFrozen",
    }
    assert tracer.spans[:1] == [(None, "QueueRelease")]


def test_inputs_have_the_defaults_of_the_model() -> None:
    parameters = inspect.signature(queue_release).parameters
    assert parameters["task"].default is None
