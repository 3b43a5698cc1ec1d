# Generated from AIOS_Emergencies::TaskStop (ssot/aios/emergencies.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow TaskStop: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.support.present import now
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_authority import RoleMode
from aios.types.aios_life import Blocked
from aios.types.aios_persistence import Session, Task
from aios.workflows.task_stop import task_stop

RESULTS: dict[str, Any] = {
    "all_session": st.lists(
        instances(Session, (" is stopped", "emergency stop of ", "emergency_stop")),
        max_size=4,
    ).map(tuple),
    "find": instances(Task, (" is stopped", "emergency stop of ", "emergency_stop")),
    "fire_task": instances(
        Task, (" is stopped", "emergency stop of ", "emergency_stop")
    ),
    "change": st.none(),
    "release": st.none(),
    "finish": st.none(),
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
    origin = task.status
    happen = steps.fire_task(entity=task, signal=Blocked())
    task = happen
    task = task.model_copy(update={"blocked_reason": reason})
    task = task.model_copy(update={"blocked_at": now()})
    steps.change(
        session=session, task=task, what="emergency_stop", origin=origin, remark=reason
    )
    steps.release(task=task)
    all_session = steps.all_session()
    for each in all_session:
        if (
            each.agent_id == task.assignee
            and each.ended_at is None
            and (each.role_mode != RoleMode.PROJECT_OWNER)
        ):
            steps.finish(
                session=session,
                ending=each,
                reason="emergency stop of " + task_id,
                succeeded=False,
            )
    return task_id + " is stopped"


@settings(max_examples=50)
@given(
    data=st.data(),
    task_id=st.sampled_from([" is stopped", "emergency stop of ", "emergency_stop"])
    | st.text(max_size=9),
    reason=st.sampled_from([" is stopped", "emergency stop of ", "emergency_stop"])
    | st.text(max_size=9),
    session=instances(Session, (" is stopped", "emergency stop of ", "emergency_stop")),
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
            task_stop(script.steps, task_id=task_id, reason=reason, session=session)
        )
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(again.plain, task_id=task_id, reason=reason, session=session)
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "TaskStop",
        "all Session",
        "change",
        "find",
        "finish",
        "happen",
        "release",
    }
    assert tracer.spans[:1] == [(None, "TaskStop")]
