# Generated from AIOS_Reviews::CheckDimension (ssot/aios/reviews.sysml) and 4 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What was found in one dimension: Q, R, C or O."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..support.present import now
from ..support.texts import to_string
from ..types.aios_domain import Dimension, TaskStatus
from ..types.aios_persistence import Review, ReviewCheck, Session, Task
from .find_task import FindTaskSteps, find_task
from .note import NoteSteps, note
from .open_review import OpenReviewSteps, open_review
from .running import Refused, composed, run_step


class CheckDimensionSteps(Protocol):
    """What CheckDimension asks of those who do its steps."""

    @abstractmethod
    async def find(self, *, task_id: str) -> Task:
        """The task with an id; without one the run is refused."""

    @abstractmethod
    async def open_(self, *, session: Session, task: Task) -> Review:
        """The review of a task's last revision, which is the caller's."""

    @abstractmethod
    async def store_review_check(self, *, entity: ReviewCheck) -> None:
        """Store ReviewCheck as the storage of the system does."""

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


class DefaultCheckDimensionSteps(CheckDimensionSteps):
    """The steps of CheckDimension as far as the model says what they do."""

    def __init__(
        self,
        *,
        find_task_steps: FindTaskSteps,
        open_review_steps: OpenReviewSteps,
        note_steps: NoteSteps,
    ) -> None:
        self.find_task_steps = find_task_steps
        self.open_review_steps = open_review_steps
        self.note_steps = note_steps

    @composed
    async def find(self, *, task_id: str) -> Task:
        return await find_task(self.find_task_steps, task_id=task_id)

    @composed
    async def open_(self, *, session: Session, task: Task) -> Review:
        return await open_review(self.open_review_steps, session=session, task=task)

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


async def check_dimension(
    steps: CheckDimensionSteps,
    *,
    task_id: str,
    dimension: Dimension,
    session: Session,
    critical: int = 0,
    major: int = 0,
    minor: int = 0,
    notes: str | None = None,
) -> str:
    """What was found in one dimension: Q, R, C or O.

    `task_id` is taskId in the model.
    """
    with telemetry.tracer().start_as_current_span("CheckDimension"):
        find = await run_step("find", steps.find, task_id=task_id)
        open_ = await run_step("open", steps.open_, session=session, task=find)
        review = open_
        if review.closed_at is not None:
            raise Refused("The review is closed.")
        await run_step(
            "keep",
            steps.store_review_check,
            entity=ReviewCheck(
                review=review,
                dimension=dimension,
                critical=critical,
                major=major,
                minor=minor,
                notes=notes,
                checked_at=now(),
            ),
        )
        await run_step(
            "audit",
            steps.audit,
            session=session,
            what="review_check",
            task_id=task_id,
            origin=None,
            target=None,
            remark=review.review_id + " " + to_string(dimension),
        )
        return "noted in " + review.review_id
