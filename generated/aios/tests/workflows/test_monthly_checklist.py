# Generated from AIOS_Reports::MonthlyChecklist (ssot/aios/reports.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow MonthlyChecklist: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.calculations import monthly_lines, violations_of
from aios.support.present import now
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_persistence import (
    AgentRecord,
    AuditEntry,
    Deviation,
    Session,
    Task,
)
from aios.workflows.monthly_checklist import monthly_checklist

RESULTS: dict[str, Any] = {
    "all_task": st.lists(instances(Task), max_size=4).map(tuple),
    "all_audit_entry": st.lists(instances(AuditEntry), max_size=4).map(tuple),
    "all_agent_record": st.lists(instances(AgentRecord), max_size=4).map(tuple),
    "all_session": st.lists(instances(Session), max_size=4).map(tuple),
    "all_deviation": st.lists(instances(Deviation), max_size=4).map(tuple),
}
"""What each step may give."""


def plainly(
    steps: Any,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    moment = now()
    all_agent_record = steps.all_agent_record()
    all_audit_entry = steps.all_audit_entry()
    all_deviation = steps.all_deviation()
    all_session = steps.all_session()
    all_task = steps.all_task()
    return monthly_lines(
        tasks=all_task,
        agents=all_agent_record,
        sessions=all_session,
        violations=violations_of(
            tasks=all_task, entries=all_audit_entry, deviations=all_deviation
        ),
        moment=moment,
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
    found = outcome(lambda: asyncio.run(monthly_checklist(script.steps)))
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "MonthlyChecklist",
        "all AgentRecord",
        "all AuditEntry",
        "all Deviation",
        "all Session",
        "all Task",
    }
    assert tracer.spans[:1] == [(None, "MonthlyChecklist")]
