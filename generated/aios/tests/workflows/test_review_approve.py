# Generated from AIOS_Reviews::ReviewApprove (ssot/aios/reviews.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow ReviewApprove: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_domain import Verdict
from aios.types.aios_life import CodeApproved
from aios.types.aios_persistence import Review, Session, Task
from aios.workflows.review_approve import review_approve
from aios.workflows.running import Refused

RESULTS: dict[str, Any] = {
    "find": instances(Task, (" is reviewing", "review_approve")),
    "open_": instances(Review, (" is reviewing", "review_approve")),
    "fire_task": instances(Task, (" is reviewing", "review_approve")),
    "change": st.none(),
    "release": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    task_id: str,
    session: Session,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    find = steps.find(task_id=task_id)
    task = find
    origin = task.status
    open_ = steps.open_(session=session, task=find)
    review = open_
    if (
        review.verdict if review.verdict is not None else Verdict.BLOCKED
    ) != Verdict.APPROVED:
        raise Refused(
            "Only a review with the verdict APPROVED lets a task go on (review report)."
        )
    happen = steps.fire_task(entity=task, signal=CodeApproved())
    task = happen
    steps.change(
        session=session,
        task=task,
        what="review_approve",
        origin=origin,
        remark=review.review_id,
    )
    steps.release(task=task)
    return task_id + " is reviewing"


@settings(max_examples=50)
@given(
    data=st.data(),
    task_id=st.sampled_from([" is reviewing", "review_approve"]) | st.text(max_size=9),
    session=instances(Session, (" is reviewing", "review_approve")),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    task_id: str,
    session: Session,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(
            review_approve(script.steps, task_id=task_id, session=session)
        )
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(again.plain, task_id=task_id, session=session)
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "ReviewApprove",
        "change",
        "find",
        "happen",
        "open",
        "release",
    }
    assert tracer.spans[:1] == [(None, "ReviewApprove")]
