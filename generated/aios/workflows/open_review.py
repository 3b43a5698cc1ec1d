# Generated from AIOS_Reviews::OpenReview (ssot/aios/reviews.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""The review of a task's last revision, which is the caller's."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import reviews_of
from ..support.sequences import at
from ..types.aios_persistence import Review, Session, Task
from .running import Refused, run_step


class OpenReviewSteps(Protocol):
    """What OpenReview asks of those who do its steps."""

    @abstractmethod
    async def all_review(self) -> tuple[Review, ...]:
        """All instances of Review."""


async def open_review(
    steps: OpenReviewSteps, *, session: Session, task: Task
) -> Review:
    """The review of a task's last revision, which is the caller's."""
    with telemetry.tracer().start_as_current_span("OpenReview"):
        all_review = await run_step("all Review", steps.all_review)
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
