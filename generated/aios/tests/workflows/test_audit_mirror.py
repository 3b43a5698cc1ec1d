# Generated from AIOS_Views::AuditMirror (ssot/aios/views.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow AuditMirror: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.calculations import audit_paper
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_persistence import AccessRefusal, AuditEntry, Task
from aios.workflows.audit_mirror import audit_mirror

RESULTS: dict[str, Any] = {
    "all_task": st.lists(instances(Task), max_size=4).map(tuple),
    "all_audit_entry": st.lists(instances(AuditEntry), max_size=4).map(tuple),
    "all_access_refusal": st.lists(instances(AccessRefusal), max_size=4).map(tuple),
}
"""What each step may give."""


def plainly(
    steps: Any,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_access_refusal = steps.all_access_refusal()
    all_audit_entry = steps.all_audit_entry()
    all_task = steps.all_task()
    return tuple(
        audit_paper(task=each, entries=all_audit_entry, refusals=all_access_refusal)
        for each in all_task
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
    found = outcome(lambda: asyncio.run(audit_mirror(script.steps)))
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "AuditMirror",
        "all AccessRefusal",
        "all AuditEntry",
        "all Task",
    }
    assert tracer.spans[:1] == [(None, "AuditMirror")]
