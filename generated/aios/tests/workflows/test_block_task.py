# Generated from AIOS_Audit::BlockTask (ssot/aios/audit.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow BlockTask: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.support.present import now
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_life import Blocked
from aios.types.aios_persistence import Session, Task
from aios.workflows.block_task import block_task

RESULTS: dict[str, Any] = {
    "fire_task": instances(Task),
    "change": st.none(),
    "release": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    session: Session,
    task: Task,
    what: str,
    reason: str,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    blocked = task
    origin = blocked.status
    happen = steps.fire_task(entity=blocked, signal=Blocked())
    blocked = happen
    blocked = blocked.model_copy(update={"blocked_reason": reason})
    blocked = blocked.model_copy(update={"blocked_at": now()})
    steps.change(session=session, task=blocked, what=what, origin=origin, remark=reason)
    steps.release(task=blocked)
    return happen


@settings(max_examples=50)
@given(
    data=st.data(),
    session=instances(Session),
    task=instances(Task),
    what=st.text(max_size=9),
    reason=st.text(max_size=9),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    session: Session,
    task: Task,
    what: str,
    reason: str,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(
            block_task(
                script.steps, session=session, task=task, what=what, reason=reason
            )
        )
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(
            again.plain, session=session, task=task, what=what, reason=reason
        )
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "BlockTask",
        "change",
        "happen",
        "release",
    }
    assert tracer.spans[:1] == [(None, "BlockTask")]
