# Generated from AIOS_Reports::WeeklyChecklist (ssot/aios/reports.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow WeeklyChecklist: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.calculations import weekly_lines
from aios.support.present import now
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_persistence import (
    AgentRecord,
    Deviation,
    FreezeRecord,
    Proposal,
    Task,
)
from aios.workflows.weekly_checklist import weekly_checklist

RESULTS: dict[str, Any] = {
    "all_task": st.lists(instances(Task), max_size=4).map(tuple),
    "all_agent_record": st.lists(instances(AgentRecord), max_size=4).map(tuple),
    "all_proposal": st.lists(instances(Proposal), max_size=4).map(tuple),
    "all_deviation": st.lists(instances(Deviation), max_size=4).map(tuple),
    "all_freeze_record": st.lists(instances(FreezeRecord), max_size=4).map(tuple),
}
"""What each step may give."""


def plainly(
    steps: Any,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    moment = now()
    all_agent_record = steps.all_agent_record()
    all_deviation = steps.all_deviation()
    all_freeze_record = steps.all_freeze_record()
    all_proposal = steps.all_proposal()
    all_task = steps.all_task()
    return weekly_lines(
        tasks=all_task,
        proposals=all_proposal,
        deviations=all_deviation,
        freezes=all_freeze_record,
        agents=all_agent_record,
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
    found = outcome(lambda: asyncio.run(weekly_checklist(script.steps)))
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "WeeklyChecklist",
        "all AgentRecord",
        "all Deviation",
        "all FreezeRecord",
        "all Proposal",
        "all Task",
    }
    assert tracer.spans[:1] == [(None, "WeeklyChecklist")]
