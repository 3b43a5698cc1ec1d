# Generated from AIOS_Reports::DailyChecklist (ssot/aios/reports.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow DailyChecklist: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import inspect
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.calculations import daily_lines, entries_since
from aios.support.present import now
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_persistence import AuditEntry, Task
from aios.workflows.daily_checklist import daily_checklist

RESULTS: dict[str, Any] = {
    "all_task": st.lists(instances(Task, (1.0, 16)), max_size=4).map(tuple),
    "all_audit_entry": st.lists(instances(AuditEntry, (1.0, 16)), max_size=4).map(
        tuple
    ),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    hours: int,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    moment = now()
    all_audit_entry = steps.all_audit_entry()
    all_task = steps.all_task()
    return daily_lines(
        tasks=all_task,
        entries=entries_since(
            entries=all_audit_entry, moment=moment, hours=hours * 1.0
        ),
    )


@settings(max_examples=50)
@given(
    data=st.data(),
    hours=st.sampled_from([1, 2, 15, 16, 17]) | st.integers(1, 12),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    hours: int,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(lambda: asyncio.run(daily_checklist(script.steps, hours=hours)))
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain, hours=hours))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "DailyChecklist",
        "all AuditEntry",
        "all Task",
    }
    assert tracer.spans[:1] == [(None, "DailyChecklist")]


def test_inputs_have_the_defaults_of_the_model() -> None:
    parameters = inspect.signature(daily_checklist).parameters
    assert parameters["hours"].default == 16
