# Generated from AIOS_Reviews::ReviewList (ssot/aios/reviews.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow ReviewList: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.calculations import checks_of, total
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_persistence import Review, ReviewCheck
from aios.types.aios_reviews import ReviewLine
from aios.workflows.review_list import review_list

RESULTS: dict[str, Any] = {
    "all_review": st.lists(instances(Review), max_size=4).map(tuple),
    "all_review_check": st.lists(instances(ReviewCheck), max_size=4).map(tuple),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    task_id: str,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_review = steps.all_review()
    all_review_check = steps.all_review_check()
    return tuple(
        ReviewLine(
            review=each_2.review_id,
            reviewer=each_2.reviewer,
            persona=each_2.persona,
            verdict=each_2.verdict,
            dimensions=len(
                checks_of(checks=all_review_check, review_id=each_2.review_id)
            ),
            critical=total(
                counts=tuple(
                    check.critical
                    for check in checks_of(
                        checks=all_review_check, review_id=each_2.review_id
                    )
                )
            ),
            major=total(
                counts=tuple(
                    check_2.major
                    for check_2 in checks_of(
                        checks=all_review_check, review_id=each_2.review_id
                    )
                )
            ),
            minor=total(
                counts=tuple(
                    check_3.minor
                    for check_3 in checks_of(
                        checks=all_review_check, review_id=each_2.review_id
                    )
                )
            ),
        )
        for each_2 in tuple(each for each in all_review if each.task_id == task_id)
    )


@settings(max_examples=50)
@given(
    data=st.data(),
    task_id=st.text(max_size=9),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    task_id: str,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(lambda: asyncio.run(review_list(script.steps, task_id=task_id)))
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain, task_id=task_id))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "ReviewList",
        "all Review",
        "all ReviewCheck",
    }
    assert tracer.spans[:1] == [(None, "ReviewList")]
