# Generated from AIOS_Metrics::WeeklyChecklist (ssot/aios/metrics.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow WeeklyChecklist: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.calculations import age_in_days, orphans, pending_of
from aios.support.present import now
from aios.support.texts import to_string
from aios.tests.values import instances
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_metrics import ChecklistLine
from aios.types.aios_persistence import AgentRecord, Deviation, Proposal, Task
from aios.workflows.weekly_checklist import weekly_checklist

RESULTS: dict[str, Any] = {
    "all_task": st.lists(instances(Task), max_size=4).map(tuple),
    "all_agent_record": st.lists(instances(AgentRecord), max_size=4).map(tuple),
    "all_proposal": st.lists(instances(Proposal), max_size=4).map(tuple),
    "all_deviation": st.lists(instances(Deviation), max_size=4).map(tuple),
}
"""What each step may give."""


def plainly(
    steps: Any,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    moment = now()
    all_proposal = steps.all_proposal()
    decided = len(
        tuple(
            each
            for each in all_proposal
            if each.decided_at is not None
            and age_in_days(earlier=each.decided_at, later=moment) <= 7.0
        )
    )
    all_task = steps.all_task()
    lost = orphans(tasks=all_task, moment=moment)
    all_deviation = steps.all_deviation()
    unresolved = len(tuple(each for each in all_deviation if each.resolved_at is None))
    all_agent_record = steps.all_agent_record()
    return (
        ChecklistLine(
            section="governance",
            line="Review all new decision-log entries",
            found=to_string(decided) + " this week",
        ),
        ChecklistLine(
            section="governance",
            line="Process pending proposals",
            found=to_string(len(pending_of(proposals=all_proposal))) + " pending",
        ),
        ChecklistLine(
            section="governance",
            line="Audit deviation declarations",
            found=to_string(unresolved) + " unresolved",
        ),
        ChecklistLine(
            section="system_health",
            line="Check for orphaned tasks (running > 7 days)",
            found="none" if not lost else ", ".join(lost),
        ),
        ChecklistLine(
            section="system_health",
            line="Review agent registration",
            found=to_string(len(all_agent_record)) + " agents",
        ),
        ChecklistLine(
            section="system_health",
            line="Validate spec_registry.yaml consistency",
            found="by people",
        ),
        ChecklistLine(
            section="documentation",
            line="Update ARCHITECTURE_PACK_INDEX.md if needed",
            found="by people",
        ),
        ChecklistLine(
            section="documentation",
            line="Refresh capability map if new features added",
            found="by people",
        ),
    )


@settings(max_examples=50)
@given(
    data=st.data(),
)
def test_it_does_what_the_model_says(
    data: st.DataObject,
) -> None:
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(lambda: asyncio.run(weekly_checklist(script.steps)))
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain))
    assert script.given == again.given
