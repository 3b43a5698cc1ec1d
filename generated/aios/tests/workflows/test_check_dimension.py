# Generated from AIOS_Reviews::CheckDimension (ssot/aios/reviews.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow CheckDimension: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import inspect
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.support.present import now
from aios.support.texts import to_string
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_domain import Dimension
from aios.types.aios_persistence import Review, ReviewCheck, Session, Task
from aios.workflows.check_dimension import check_dimension
from aios.workflows.running import Refused

RESULTS: dict[str, Any] = {
    "find": instances(Task, (0, " ", "noted in ", "review_check")),
    "open_": instances(Review, (0, " ", "noted in ", "review_check")),
    "store_review_check": st.none(),
    "audit": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    task_id: str,
    dimension: Dimension,
    session: Session,
    critical: int,
    major: int,
    minor: int,
    notes: str | None,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    find = steps.find(task_id=task_id)
    open_ = steps.open_(session=session, task=find)
    review = open_
    if review.closed_at is not None:
        raise Refused("The review is closed.")
    steps.store_review_check(
        entity=ReviewCheck(
            review=review,
            dimension=dimension,
            critical=critical,
            major=major,
            minor=minor,
            notes=notes,
            checked_at=now(),
        )
    )
    steps.audit(
        session=session,
        what="review_check",
        task_id=task_id,
        origin=None,
        target=None,
        remark=review.review_id + " " + to_string(dimension),
    )
    return "noted in " + review.review_id


@settings(max_examples=50)
@given(
    data=st.data(),
    task_id=st.sampled_from([" ", "noted in ", "review_check"]) | st.text(max_size=9),
    dimension=st.sampled_from(Dimension),
    session=instances(Session, (0, " ", "noted in ", "review_check")),
    critical=st.sampled_from([0, 1]) | st.integers(0, 12),
    major=st.sampled_from([0, 1]) | st.integers(0, 12),
    minor=st.sampled_from([0, 1]) | st.integers(0, 12),
    notes=st.none()
    | st.sampled_from([" ", "noted in ", "review_check"])
    | st.text(max_size=9),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    task_id: str,
    dimension: Dimension,
    session: Session,
    critical: int,
    major: int,
    minor: int,
    notes: str | None,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(
            check_dimension(
                script.steps,
                task_id=task_id,
                dimension=dimension,
                session=session,
                critical=critical,
                major=major,
                minor=minor,
                notes=notes,
            )
        )
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(
            again.plain,
            task_id=task_id,
            dimension=dimension,
            session=session,
            critical=critical,
            major=major,
            minor=minor,
            notes=notes,
        )
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "CheckDimension",
        "audit",
        "find",
        "keep",
        "open",
    }
    assert tracer.spans[:1] == [(None, "CheckDimension")]


def test_inputs_have_the_defaults_of_the_model() -> None:
    parameters = inspect.signature(check_dimension).parameters
    assert parameters["critical"].default == 0
    assert parameters["major"].default == 0
    assert parameters["minor"].default == 0
    assert parameters["notes"].default is None
