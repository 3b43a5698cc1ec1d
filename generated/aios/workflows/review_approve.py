# Generated from AIOS_Reviews::ReviewApprove (ssot/aios/reviews.sysml) and 5 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The reviewer hands an approved revision to the person."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..states import task_life
from ..types.aios_domain import TaskStatus, Verdict
from ..types.aios_life import CodeApproved
from ..types.aios_persistence import Review, Session, Task
from .change import ChangeSteps, change
from .find_task import FindTaskSteps, find_task
from .open_review import OpenReviewSteps, open_review
from .release_lock import ReleaseLockSteps, release_lock
from .running import Refused, composed, run_step


class ReviewApproveSteps(Protocol):
    """What ReviewApprove asks of those who do its steps."""

    @abstractmethod
    async def find(self, *, task_id: str) -> Task:
        """The task with an id; without one the run is refused."""

    @abstractmethod
    async def open_(self, *, session: Session, task: Task) -> Review:
        """The review of a task's last revision, which is the caller's."""

    @abstractmethod
    async def fire_task(self, *, entity: Task, signal: task_life.Event) -> Task:
        """Let an event happen to a Task."""

    @abstractmethod
    async def change(
        self,
        *,
        session: Session,
        task: Task,
        what: str,
        origin: TaskStatus,
        remark: str | None,
    ) -> None:
        """Keeps a task as it is now, and notes what was done to it."""

    @abstractmethod
    async def release(self, *, task: Task) -> None:
        """Gives the place of a task in its queue free."""


class DefaultReviewApproveSteps(ReviewApproveSteps):
    """The steps of ReviewApprove as far as the model says what they do."""

    def __init__(
        self,
        *,
        find_task_steps: FindTaskSteps,
        open_review_steps: OpenReviewSteps,
        change_steps: ChangeSteps,
        release_lock_steps: ReleaseLockSteps,
    ) -> None:
        self.find_task_steps = find_task_steps
        self.open_review_steps = open_review_steps
        self.change_steps = change_steps
        self.release_lock_steps = release_lock_steps

    @composed
    async def find(self, *, task_id: str) -> Task:
        return await find_task(self.find_task_steps, task_id=task_id)

    @composed
    async def open_(self, *, session: Session, task: Task) -> Review:
        return await open_review(self.open_review_steps, session=session, task=task)

    async def fire_task(self, *, entity: Task, signal: task_life.Event) -> Task:
        try:
            return task_life.fire(entity, signal)
        except task_life.IllegalTransition as fault:
            raise Refused(str(fault)) from fault

    @composed
    async def change(
        self,
        *,
        session: Session,
        task: Task,
        what: str,
        origin: TaskStatus,
        remark: str | None,
    ) -> None:
        await change(
            self.change_steps,
            session=session,
            task=task,
            what=what,
            origin=origin,
            remark=remark,
        )

    @composed
    async def release(self, *, task: Task) -> None:
        await release_lock(self.release_lock_steps, task=task)


async def review_approve(
    steps: ReviewApproveSteps, *, task_id: str, session: Session
) -> str:
    """The reviewer hands an approved revision to the person.

    `task_id` is taskId in the model.
    """
    with telemetry.tracer().start_as_current_span("ReviewApprove"):
        find = await run_step("find", steps.find, task_id=task_id)
        task = find
        origin = task.status
        open_ = await run_step("open", steps.open_, session=session, task=find)
        review = open_
        if (
            review.verdict if review.verdict is not None else Verdict.BLOCKED
        ) != Verdict.APPROVED:
            raise Refused(
                "Only a review with the verdict APPROVED lets a task go on (review report)."
            )
        happen = await run_step(
            "happen", steps.fire_task, entity=task, signal=CodeApproved()
        )
        task = happen
        await run_step(
            "change",
            steps.change,
            session=session,
            task=task,
            what="review_approve",
            origin=origin,
            remark=review.review_id,
        )
        await run_step("release", steps.release, task=task)
        return task_id + " is reviewing"
