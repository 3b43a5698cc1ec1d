# Generated from AIOS_Metrics::HealthCheck (ssot/aios/metrics.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow HealthCheck: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import dataclasses
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from aios.calculations import health_of, red_reasons, yellow_reasons
from aios.support.present import now
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_persistence import AuditEntry, Deviation, Proposal, Task, TaskQueue
from aios.workflows import health_check as module
from aios.workflows.health_check import HealthCheckResult, health_check

RESULTS: dict[str, Any] = {
    "all_task_queue": st.lists(instances(TaskQueue), max_size=4).map(tuple),
    "all_task": st.lists(instances(Task), max_size=4).map(tuple),
    "all_audit_entry": st.lists(instances(AuditEntry), max_size=4).map(tuple),
    "all_proposal": st.lists(instances(Proposal), max_size=4).map(tuple),
    "all_deviation": st.lists(instances(Deviation), max_size=4).map(tuple),
}
"""What each step may give."""


def plainly(
    steps: Any,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    reasons: tuple[str, ...] = ()
    moment = now()
    all_audit_entry = steps.all_audit_entry()
    all_task = steps.all_task()
    all_task_queue = steps.all_task_queue()
    red = red_reasons(
        queues=all_task_queue, tasks=all_task, entries=all_audit_entry, moment=moment
    )
    all_deviation = steps.all_deviation()
    all_proposal = steps.all_proposal()
    yellow = yellow_reasons(
        queues=all_task_queue,
        tasks=all_task,
        proposals=all_proposal,
        deviations=all_deviation,
        moment=moment,
    )
    health = health_of(red=red, yellow=yellow)
    reasons = (*red, *yellow)
    return HealthCheckResult(health=health, reasons=reasons)


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
    found = outcome(lambda: asyncio.run(health_check(script.steps)))
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "HealthCheck",
        "all AuditEntry",
        "all Deviation",
        "all Proposal",
        "all Task",
        "all TaskQueue",
    }
    assert tracer.spans[:1] == [(None, "HealthCheck")]


@pytest.mark.parametrize(
    "name",
    [
        "HealthCheckResult",
    ],
)
def test_results_cannot_change(name: str) -> None:
    kind: Any = getattr(module, name)
    fields = dataclasses.fields(kind)
    made = kind(*fields)
    assert not hasattr(made, "__dict__")
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(made, fields[0].name, None)
