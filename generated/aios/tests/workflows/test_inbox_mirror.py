# Generated from AIOS_Views::InboxMirror (ssot/aios/views.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow InboxMirror: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_domain import TaskStatus
from aios.types.aios_persistence import Task
from aios.types.aios_views import Card
from aios.workflows.inbox_mirror import inbox_mirror

RESULTS: dict[str, Any] = {
    "all_task": st.lists(instances(Task), max_size=4).map(tuple),
}
"""What each step may give."""


def plainly(
    steps: Any,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_task = steps.all_task()
    return tuple(
        Card(
            id=each_2.task_id,
            title=each_2.title,
            queue=each_2.queue,
            priority=each_2.priority,
            requirements=each_2.requirements,
            requested_by=each_2.created_by,
        )
        for each_2 in tuple(
            each for each in all_task if each.status == TaskStatus.INBOX
        )
    )


@settings(max_examples=50)
@given(
    data=st.data(),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(lambda: asyncio.run(inbox_mirror(script.steps)))
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {"InboxMirror", "all Task"}
    assert tracer.spans[:1] == [(None, "InboxMirror")]
