# Generated from AIOS_Reviews::ReviewCreateSession (ssot/aios/reviews.sysml) and 4 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""A reviewer takes the submitted revision of a task, perhaps with the eyes of an
expert.
"""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import Protocol

from .. import telemetry
from ..calculations import reviews_of
from ..support.present import now
from ..support.texts import to_string
from ..types.aios_domain import Persona, TaskStatus
from ..types.aios_persistence import Review, Session, Task
from .find_task import FindTaskSteps, find_task
from .note import NoteSteps, note
from .running import Refused, composed, run_step


@dataclass(frozen=True, slots=True)
class ReviewCreateSessionResult:
    """What ReviewCreateSession gives."""

    report: str
    review_id: str


class ReviewCreateSessionSteps(Protocol):
    """What ReviewCreateSession asks of those who do its steps."""

    @abstractmethod
    async def all_review(self) -> tuple[Review, ...]:
        """All instances of Review."""

    @abstractmethod
    async def find(self, *, task_id: str) -> Task:
        """The task with an id; without one the run is refused."""

    @abstractmethod
    async def store_review(self, *, entity: Review) -> None:
        """Store Review as the storage of the system does."""

    @abstractmethod
    async def audit(
        self,
        *,
        session: Session,
        what: str,
        task_id: str | None,
        origin: TaskStatus | None,
        target: TaskStatus | None,
        remark: str | None,
    ) -> None:
        """Adds an entry to the audit trail."""


class DefaultReviewCreateSessionSteps(ReviewCreateSessionSteps):
    """The steps of ReviewCreateSession as far as the model says what they do."""

    def __init__(
        self,
        *,
        find_task_steps: FindTaskSteps,
        note_steps: NoteSteps,
    ) -> None:
        self.find_task_steps = find_task_steps
        self.note_steps = note_steps

    @composed
    async def find(self, *, task_id: str) -> Task:
        return await find_task(self.find_task_steps, task_id=task_id)

    @composed
    async def audit(
        self,
        *,
        session: Session,
        what: str,
        task_id: str | None,
        origin: TaskStatus | None,
        target: TaskStatus | None,
        remark: str | None,
    ) -> None:
        await note(
            self.note_steps,
            session=session,
            what=what,
            task_id=task_id,
            origin=origin,
            target=target,
            remark=remark,
        )


async def review_create_session(
    steps: ReviewCreateSessionSteps,
    *,
    task_id: str,
    session: Session,
    persona: Persona | None = None,
) -> ReviewCreateSessionResult:
    """A reviewer takes the submitted revision of a task, perhaps with the eyes of an
    expert.

    `task_id` is taskId in the model.
    """
    with telemetry.tracer().start_as_current_span("ReviewCreateSession"):
        find = await run_step("find", steps.find, task_id=task_id)
        task = find
        if task.status != TaskStatus.CODE_REVIEW:
            raise Refused("Only a task in code_review is reviewed.")
        if (task.assignee if task.assignee is not None else "") == session.agent_id:
            raise Refused("Nobody reviews what they built.")
        all_review = await run_step("all Review", steps.all_review)
        if bool(reviews_of(reviews=all_review, task=task)):
            raise Refused("This revision is reviewed already.")
        await run_step(
            "keep",
            steps.store_review,
            entity=Review(
                review_id=task_id + "-R" + to_string(task.revision),
                task_id=task_id,
                revision=task.revision,
                reviewer=session.agent_id,
                persona=persona,
                created_at=now(),
            ),
        )
        await run_step(
            "audit",
            steps.audit,
            session=session,
            what="review_create_session",
            task_id=task_id,
            origin=None,
            target=None,
            remark=next(
                (
                    found + to_string(task.revision)
                    for found in (task_id + "-R" if task_id is not None else None,)
                    if found is not None
                ),
                None,
            ),
        )
        review_id = task_id + "-R" + to_string(task.revision)
        report = "review " + task_id + "-R" + to_string(task.revision) + " has begun"
        return ReviewCreateSessionResult(report=report, review_id=review_id)
