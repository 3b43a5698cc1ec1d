# Generated from AIOS_Reviews::ReviewReport (ssot/aios/reviews.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow ReviewReport: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import dataclasses
import inspect
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from aios.calculations import checks_of, is_covered, verdict_of
from aios.support.present import now
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_domain import IssueType, Verdict
from aios.types.aios_life import Blocked, RevisionAsked
from aios.types.aios_persistence import Issue, Review, ReviewCheck, Session, Task
from aios.workflows import review_report as module
from aios.workflows.review_report import ReviewReportResult, review_report
from aios.workflows.running import Refused

RESULTS: dict[str, Any] = {
    "all_review_check": st.lists(
        instances(ReviewCheck, (1, "", " was reviewed", "review_report")), max_size=4
    ).map(tuple),
    "all_issue": st.lists(
        instances(Issue, (1, "", " was reviewed", "review_report")), max_size=4
    ).map(tuple),
    "find": instances(Task, (1, "", " was reviewed", "review_report")),
    "open_": instances(Review, (1, "", " was reviewed", "review_report")),
    "store_review": st.none(),
    "fire_task": instances(Task, (1, "", " was reviewed", "review_report")),
    "release": st.none(),
    "store_issue": st.none(),
    "change": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    task_id: str,
    session: Session,
    summary: str,
    fundamental: bool,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    find = steps.find(task_id=task_id)
    task = find
    origin = task.status
    open_ = steps.open_(session=session, task=find)
    review = open_
    all_review_check = steps.all_review_check()
    checks = checks_of(checks=all_review_check, review_id=review.review_id)
    if review.closed_at is not None:
        raise Refused("The review is closed.")
    if not is_covered(checks=checks):
        raise Refused("Every review covers Q, R, C and O (review check).")
    found = verdict_of(checks=checks, fundamental=fundamental)
    review = review.model_copy(update={"verdict": found})
    review = review.model_copy(update={"summary": summary})
    review = review.model_copy(update={"closed_at": now()})
    steps.store_review(entity=review)
    if found == Verdict.NEEDS_REVISION:
        ask = steps.fire_task(entity=task, signal=RevisionAsked())
        task = ask
    if found == Verdict.BLOCKED:
        stop = steps.fire_task(entity=task, signal=Blocked())
        task = stop
        task = task.model_copy(update={"blocked_reason": summary})
        task = task.model_copy(update={"blocked_at": now()})
        steps.release(task=task)
        all_issue = steps.all_issue()
        steps.store_issue(
            entity=Issue(
                number=len(all_issue) + 1,
                type_=IssueType.TASK_BLOCKED,
                task_id=task_id,
                description=summary,
                raised_by=session.agent_id,
                raised_at=now(),
            )
        )
    steps.change(
        session=session, task=task, what="review_report", origin=origin, remark=summary
    )
    verdict = found
    report = task_id + " was reviewed"
    return ReviewReportResult(report=report, verdict=verdict)


@settings(max_examples=50)
@given(
    data=st.data(),
    task_id=st.sampled_from(["", " was reviewed", "review_report"])
    | st.text(max_size=9),
    session=instances(Session, (1, "", " was reviewed", "review_report")),
    summary=st.sampled_from(["", " was reviewed", "review_report"])
    | st.text(max_size=9),
    fundamental=st.booleans(),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    task_id: str,
    session: Session,
    summary: str,
    fundamental: bool,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(
            review_report(
                script.steps,
                task_id=task_id,
                session=session,
                summary=summary,
                fundamental=fundamental,
            )
        )
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(
            again.plain,
            task_id=task_id,
            session=session,
            summary=summary,
            fundamental=fundamental,
        )
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "ReviewReport",
        "all Issue",
        "all ReviewCheck",
        "ask",
        "change",
        "find",
        "keep",
        "open",
        "raise",
        "release",
        "stop",
    }
    assert tracer.spans[:1] == [(None, "ReviewReport")]


def test_inputs_have_the_defaults_of_the_model() -> None:
    parameters = inspect.signature(review_report).parameters
    assert parameters["summary"].default == ""
    assert parameters["fundamental"].default is False


@pytest.mark.parametrize(
    "name",
    [
        "ReviewReportResult",
    ],
)
def test_results_cannot_change(name: str) -> None:
    kind: Any = getattr(module, name)
    fields = dataclasses.fields(kind)
    made = kind(*fields)
    assert not hasattr(made, "__dict__")
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(made, fields[0].name, None)
