# Generated from AIOS_Reviews::OpenReview (ssot/aios/reviews.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow OpenReview: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.calculations import reviews_of
from aios.support.sequences import at
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_persistence import Review, Session, Task
from aios.workflows.open_review import open_review
from aios.workflows.running import Refused

RESULTS: dict[str, Any] = {
    "all_review": st.lists(
        instances(
            Review,
            (1, " has no review (review create-session)", "the last revision of "),
        ),
        max_size=4,
    ).map(tuple),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    session: Session,
    task: Task,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_review = steps.all_review()
    found = at(reviews_of(reviews=all_review, task=task), 1)
    if found is None:
        raise Refused(
            "the last revision of "
            + task.task_id
            + " has no review (review create-session)"
        )
    known = found
    if known.reviewer != session.agent_id:
        raise Refused("The review is somebody else's.")
    return known


@settings(max_examples=50)
@given(
    data=st.data(),
    session=instances(
        Session, (1, " has no review (review create-session)", "the last revision of ")
    ),
    task=instances(
        Task, (1, " has no review (review create-session)", "the last revision of ")
    ),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    session: Session,
    task: Task,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(open_review(script.steps, session=session, task=task))
    )
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain, session=session, task=task))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {"OpenReview", "all Review"}
    assert tracer.spans[:1] == [(None, "OpenReview")]
