# Generated from AIOS_Audit::Note (ssot/aios/audit.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow Note: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import inspect
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.support.present import now
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_domain import TaskStatus
from aios.types.aios_persistence import AuditEntry, Session
from aios.workflows.note import note

RESULTS: dict[str, Any] = {
    "all_audit_entry": st.lists(instances(AuditEntry, (1,)), max_size=4).map(tuple),
    "store_audit_entry": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    session: Session,
    what: str,
    task_id: str | None,
    origin: TaskStatus | None,
    target: TaskStatus | None,
    remark: str | None,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_audit_entry = steps.all_audit_entry()
    steps.store_audit_entry(
        entity=AuditEntry(
            number=len(all_audit_entry) + 1,
            task_id=task_id,
            moment=now(),
            who=session.agent_id,
            role=session.role_mode,
            what=what,
            origin=origin,
            target=target,
            remark=remark,
        )
    )


@settings(max_examples=50)
@given(
    data=st.data(),
    session=instances(Session, (1,)),
    what=st.text(max_size=9),
    task_id=st.none() | st.text(max_size=9),
    origin=st.none() | st.sampled_from(TaskStatus),
    target=st.none() | st.sampled_from(TaskStatus),
    remark=st.none() | st.text(max_size=9),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    session: Session,
    what: str,
    task_id: str | None,
    origin: TaskStatus | None,
    target: TaskStatus | None,
    remark: str | None,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(
            note(
                script.steps,
                session=session,
                what=what,
                task_id=task_id,
                origin=origin,
                target=target,
                remark=remark,
            )
        )
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(
            again.plain,
            session=session,
            what=what,
            task_id=task_id,
            origin=origin,
            target=target,
            remark=remark,
        )
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {"Note", "all AuditEntry", "keep"}
    assert tracer.spans[:1] == [(None, "Note")]


def test_inputs_have_the_defaults_of_the_model() -> None:
    parameters = inspect.signature(note).parameters
    assert parameters["task_id"].default is None
    assert parameters["origin"].default is None
    assert parameters["target"].default is None
    assert parameters["remark"].default is None
