# Generated from AIOS_Reports::AuditList (ssot/aios/reports.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow AuditList: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import inspect
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.calculations import entries_since
from aios.support.present import now
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_persistence import AuditEntry
from aios.workflows.audit_list import audit_list

RESULTS: dict[str, Any] = {
    "all_audit_entry": st.lists(instances(AuditEntry, (1.0, "")), max_size=4).map(
        tuple
    ),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    task: str | None,
    agent: str | None,
    hours: int | None,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    moment = now()
    all_audit_entry = steps.all_audit_entry()
    recent = (
        all_audit_entry
        if hours is None
        else entries_since(
            entries=all_audit_entry,
            moment=moment,
            hours=(hours if hours is not None else 1) * 1.0,
        )
    )
    return tuple(
        each
        for each in recent
        if (
            task is None
            or (each.task_id if each.task_id is not None else "")
            == (task if task is not None else "")
        )
        and (agent is None or each.who == (agent if agent is not None else ""))
    )


@settings(max_examples=50)
@given(
    data=st.data(),
    task=st.none() | st.sampled_from([""]) | st.text(max_size=9),
    agent=st.none() | st.sampled_from([""]) | st.text(max_size=9),
    hours=st.none() | st.sampled_from([1, 2]) | st.integers(1, 12),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    task: str | None,
    agent: str | None,
    hours: int | None,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(
            audit_list(script.steps, task=task, agent=agent, hours=hours)
        )
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(again.plain, task=task, agent=agent, hours=hours)
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {"AuditList", "all AuditEntry"}
    assert tracer.spans[:1] == [(None, "AuditList")]


def test_inputs_have_the_defaults_of_the_model() -> None:
    parameters = inspect.signature(audit_list).parameters
    assert parameters["task"].default is None
    assert parameters["agent"].default is None
    assert parameters["hours"].default is None
