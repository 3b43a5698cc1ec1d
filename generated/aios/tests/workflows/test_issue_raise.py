# Generated from AIOS_Emergencies::IssueRaise (ssot/aios/emergencies.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow IssueRaise: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import dataclasses
import inspect
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from aios.calculations import responsible
from aios.support.present import now
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_domain import IssueType, Stage
from aios.types.aios_persistence import Issue, Session
from aios.workflows import issue_raise as module
from aios.workflows.issue_raise import IssueRaiseResult, issue_raise

RESULTS: dict[str, Any] = {
    "all_issue": st.lists(
        instances(Issue, (1, "issue_raise", "the issue is raised")), max_size=4
    ).map(tuple),
    "store_issue": st.none(),
    "audit": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    type_: IssueType,
    description: str,
    session: Session,
    task: str | None,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_issue = steps.all_issue()
    steps.store_issue(
        entity=Issue(
            number=len(all_issue) + 1,
            type_=type_,
            task_id=task,
            description=description,
            raised_by=session.agent_id,
            raised_at=now(),
        )
    )
    steps.audit(
        session=session,
        what="issue_raise",
        task_id=task,
        origin=None,
        target=None,
        remark=description,
    )
    turn = responsible(type_=type_, stage=Stage.FIRST_RESPONSE)
    report = "the issue is raised"
    return IssueRaiseResult(report=report, turn=turn)


@settings(max_examples=50)
@given(
    data=st.data(),
    type_=st.sampled_from(IssueType),
    description=st.sampled_from(["issue_raise", "the issue is raised"])
    | st.text(max_size=9),
    session=instances(Session, (1, "issue_raise", "the issue is raised")),
    task=st.none()
    | st.sampled_from(["issue_raise", "the issue is raised"])
    | st.text(max_size=9),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    type_: IssueType,
    description: str,
    session: Session,
    task: str | None,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(
            issue_raise(
                script.steps,
                type_=type_,
                description=description,
                session=session,
                task=task,
            )
        )
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(
            again.plain,
            type_=type_,
            description=description,
            session=session,
            task=task,
        )
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "IssueRaise",
        "all Issue",
        "audit",
        "keep",
    }
    assert tracer.spans[:1] == [(None, "IssueRaise")]


def test_inputs_have_the_defaults_of_the_model() -> None:
    parameters = inspect.signature(issue_raise).parameters
    assert parameters["task"].default is None


@pytest.mark.parametrize(
    "name",
    [
        "IssueRaiseResult",
    ],
)
def test_results_cannot_change(name: str) -> None:
    kind: Any = getattr(module, name)
    fields = dataclasses.fields(kind)
    made = kind(*fields)
    assert not hasattr(made, "__dict__")
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(made, fields[0].name, None)
