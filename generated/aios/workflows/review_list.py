# Generated from AIOS_Reviews::ReviewList (ssot/aios/reviews.sysml) and 2 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The reviews of a task, with what was found."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import checks_of, total
from ..types.aios_persistence import Review, ReviewCheck
from ..types.aios_reviews import ReviewLine
from .running import run_step


class ReviewListSteps(Protocol):
    """What ReviewList asks of those who do its steps."""

    @abstractmethod
    async def all_review(self) -> tuple[Review, ...]:
        """All instances of Review."""

    @abstractmethod
    async def all_review_check(self) -> tuple[ReviewCheck, ...]:
        """All instances of ReviewCheck."""


async def review_list(
    steps: ReviewListSteps, *, task_id: str
) -> tuple[ReviewLine, ...]:
    """The reviews of a task, with what was found.

    `task_id` is taskId in the model.
    """
    with telemetry.tracer().start_as_current_span("ReviewList"):
        all_review = await run_step("all Review", steps.all_review)
        all_review_check = await run_step("all ReviewCheck", steps.all_review_check)
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
