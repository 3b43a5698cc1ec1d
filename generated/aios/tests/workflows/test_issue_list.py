# Generated from AIOS_Emergencies::IssueList (ssot/aios/emergencies.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow IssueList: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.calculations import final_measure, responsible
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_domain import Stage
from aios.types.aios_emergencies import IssueLine
from aios.types.aios_persistence import Issue
from aios.workflows.issue_list import issue_list

RESULTS: dict[str, Any] = {
    "all_issue": st.lists(instances(Issue), max_size=4).map(tuple),
}
"""What each step may give."""


def plainly(
    steps: Any,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_issue = steps.all_issue()
    return tuple(
        IssueLine(
            number=each_2.number,
            type_=each_2.type_,
            stage=each_2.stage,
            task=each_2.task_id,
            turn=responsible(type_=each_2.type_, stage=each_2.stage),
            measure=(
                final_measure(type_=each_2.type_)
                if each_2.stage == Stage.FINAL_AUTHORITY
                else None
            ),
            description=each_2.description,
        )
        for each_2 in tuple(each for each in all_issue if each.stage != Stage.RESOLVED)
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
    found = outcome(lambda: asyncio.run(issue_list(script.steps)))
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {"IssueList", "all Issue"}
    assert tracer.spans[:1] == [(None, "IssueList")]
