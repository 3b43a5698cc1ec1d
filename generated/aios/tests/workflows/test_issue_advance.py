# Generated from AIOS_Emergencies::IssueAdvance (ssot/aios/emergencies.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow IssueAdvance: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import dataclasses
import inspect
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from aios.calculations import next_stage, rank, responsible
from aios.support.present import now
from aios.support.sequences import at
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_domain import Stage
from aios.types.aios_persistence import Issue, Session
from aios.workflows import issue_advance as module
from aios.workflows.issue_advance import IssueAdvanceResult, issue_advance
from aios.workflows.running import Refused

RESULTS: dict[str, Any] = {
    "all_issue": st.lists(
        instances(
            Issue,
            (
                1,
                "issue_advance",
                "the issue is escalated",
                "the issue is resolved",
                "there is no such issue",
            ),
        ),
        max_size=4,
    ).map(tuple),
    "store_issue": st.none(),
    "audit": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    number: int,
    session: Session,
    resolved: bool,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_issue = steps.all_issue()
    found = at(tuple(each for each in all_issue if each.number == number), 1)
    if found is None:
        raise Refused("there is no such issue")
    issue = found
    if issue.stage == Stage.RESOLVED:
        raise Refused("The issue is resolved.")
    if not rank(role=session.role_mode) >= rank(
        role=responsible(type_=issue.type_, stage=issue.stage)
    ):
        raise Refused("It is the turn of a higher role.")
    issue = issue.model_copy(
        update={"stage": Stage.RESOLVED if resolved else next_stage(stage=issue.stage)}
    )
    if resolved:
        issue = issue.model_copy(update={"resolved_at": now()})
    steps.store_issue(entity=issue)
    steps.audit(
        session=session,
        what="issue_advance",
        task_id=issue.task_id,
        origin=None,
        target=None,
        remark=issue.description,
    )
    turn = responsible(type_=issue.type_, stage=issue.stage)
    report = "the issue is resolved" if resolved else "the issue is escalated"
    return IssueAdvanceResult(report=report, turn=turn)


@settings(max_examples=50)
@given(
    data=st.data(),
    number=st.sampled_from([1, 2]) | st.integers(1, 12),
    session=instances(
        Session,
        (
            1,
            "issue_advance",
            "the issue is escalated",
            "the issue is resolved",
            "there is no such issue",
        ),
    ),
    resolved=st.booleans(),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    number: int,
    session: Session,
    resolved: bool,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(
            issue_advance(
                script.steps, number=number, session=session, resolved=resolved
            )
        )
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(again.plain, number=number, session=session, resolved=resolved)
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "IssueAdvance",
        "all Issue",
        "audit",
        "keep",
    }
    assert tracer.spans[:1] == [(None, "IssueAdvance")]


def test_inputs_have_the_defaults_of_the_model() -> None:
    parameters = inspect.signature(issue_advance).parameters
    assert parameters["resolved"].default is False


@pytest.mark.parametrize(
    "name",
    [
        "IssueAdvanceResult",
    ],
)
def test_results_cannot_change(name: str) -> None:
    kind: Any = getattr(module, name)
    fields = dataclasses.fields(kind)
    made = kind(*fields)
    assert not hasattr(made, "__dict__")
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(made, fields[0].name, None)
