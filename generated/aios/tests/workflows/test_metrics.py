# Generated from AIOS_Metrics::Metrics (ssot/aios/metrics.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow Metrics: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.calculations import metric_lines
from aios.support.present import now
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_persistence import AuditEntry, Deviation, Session, Task
from aios.workflows.metrics import metrics

RESULTS: dict[str, Any] = {
    "all_task": st.lists(instances(Task), max_size=4).map(tuple),
    "all_audit_entry": st.lists(instances(AuditEntry), max_size=4).map(tuple),
    "all_session": st.lists(instances(Session), max_size=4).map(tuple),
    "all_deviation": st.lists(instances(Deviation), max_size=4).map(tuple),
}
"""What each step may give."""


def plainly(
    steps: Any,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_audit_entry = steps.all_audit_entry()
    all_deviation = steps.all_deviation()
    all_session = steps.all_session()
    all_task = steps.all_task()
    return metric_lines(
        tasks=all_task,
        sessions=all_session,
        entries=all_audit_entry,
        deviations=all_deviation,
        moment=now(),
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
    found = outcome(lambda: asyncio.run(metrics(script.steps)))
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "Metrics",
        "all AuditEntry",
        "all Deviation",
        "all Session",
        "all Task",
    }
    assert tracer.spans[:1] == [(None, "Metrics")]
