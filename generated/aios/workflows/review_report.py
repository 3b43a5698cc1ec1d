# Generated from AIOS_Reviews::ReviewReport (ssot/aios/reviews.sysml) and 9 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Closes a review with the verdict its findings come to. A task that needs revision
runs again, a blocked one is escalated.
"""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import Protocol

from .. import telemetry
from ..calculations import checks_of, is_covered, verdict_of
from ..states import task_life
from ..support.present import now
from ..types.aios_domain import IssueType, TaskStatus, Verdict
from ..types.aios_life import Blocked, RevisionAsked
from ..types.aios_persistence import Issue, Review, ReviewCheck, Session, Task
from .change import ChangeSteps, change
from .find_task import FindTaskSteps, find_task
from .open_review import OpenReviewSteps, open_review
from .release_lock import ReleaseLockSteps, release_lock
from .running import Refused, composed, run_step


@dataclass(frozen=True, slots=True)
class ReviewReportResult:
    """What ReviewReport gives."""

    report: str
    verdict: Verdict


class ReviewReportSteps(Protocol):
    """What ReviewReport asks of those who do its steps."""

    @abstractmethod
    async def all_review_check(self) -> tuple[ReviewCheck, ...]:
        """All instances of ReviewCheck."""

    @abstractmethod
    async def all_issue(self) -> tuple[Issue, ...]:
        """All instances of Issue."""

    @abstractmethod
    async def find(self, *, task_id: str) -> Task:
        """The task with an id; without one the run is refused."""

    @abstractmethod
    async def open_(self, *, session: Session, task: Task) -> Review:
        """The review of a task's last revision, which is the caller's."""

    @abstractmethod
    async def store_review(self, *, entity: Review) -> None:
        """Store Review as the storage of the system does."""

    @abstractmethod
    async def fire_task(self, *, entity: Task, signal: task_life.Event) -> Task:
        """Let an event happen to a Task."""

    @abstractmethod
    async def release(self, *, task: Task) -> None:
        """Gives the place of a task in its queue free."""

    @abstractmethod
    async def store_issue(self, *, entity: Issue) -> None:
        """Store Issue as the storage of the system does."""

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


class DefaultReviewReportSteps(ReviewReportSteps):
    """The steps of ReviewReport as far as the model says what they do."""

    def __init__(
        self,
        *,
        find_task_steps: FindTaskSteps,
        open_review_steps: OpenReviewSteps,
        release_lock_steps: ReleaseLockSteps,
        change_steps: ChangeSteps,
    ) -> None:
        self.find_task_steps = find_task_steps
        self.open_review_steps = open_review_steps
        self.release_lock_steps = release_lock_steps
        self.change_steps = change_steps

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
    async def release(self, *, task: Task) -> None:
        await release_lock(self.release_lock_steps, task=task)

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


async def review_report(
    steps: ReviewReportSteps,
    *,
    task_id: str,
    session: Session,
    summary: str = "",
    fundamental: bool = False,
) -> ReviewReportResult:
    """Closes a review with the verdict its findings come to. A task that needs revision
    runs again, a blocked one is escalated.

    `task_id` is taskId in the model.
    """
    with telemetry.tracer().start_as_current_span("ReviewReport"):
        find = await run_step("find", steps.find, task_id=task_id)
        task = find
        origin = task.status
        open_ = await run_step("open", steps.open_, session=session, task=find)
        review = open_
        all_review_check = await run_step("all ReviewCheck", steps.all_review_check)
        checks = checks_of(checks=all_review_check, review_id=review.review_id)
        if review.closed_at is not None:
            raise Refused("The review is closed.")
        if not is_covered(checks=checks):
            raise Refused("Every review covers Q, R, C and O (review check).")
        found = verdict_of(checks=checks, fundamental=fundamental)
        review = review.model_copy(update={"verdict": found})
        review = review.model_copy(update={"summary": summary})
        review = review.model_copy(update={"closed_at": now()})
        await run_step("keep", steps.store_review, entity=review)
        if found == Verdict.NEEDS_REVISION:
            ask = await run_step(
                "ask", steps.fire_task, entity=task, signal=RevisionAsked()
            )
            task = ask
        if found == Verdict.BLOCKED:
            stop = await run_step(
                "stop", steps.fire_task, entity=task, signal=Blocked()
            )
            task = stop
            task = task.model_copy(update={"blocked_reason": summary})
            task = task.model_copy(update={"blocked_at": now()})
            await run_step("release", steps.release, task=task)
            all_issue = await run_step("all Issue", steps.all_issue)
            await run_step(
                "raise",
                steps.store_issue,
                entity=Issue(
                    number=len(all_issue) + 1,
                    type_=IssueType.TASK_BLOCKED,
                    task_id=task_id,
                    description=summary,
                    raised_by=session.agent_id,
                    raised_at=now(),
                ),
            )
        await run_step(
            "change",
            steps.change,
            session=session,
            task=task,
            what="review_report",
            origin=origin,
            remark=summary,
        )
        verdict = found
        report = task_id + " was reviewed"
        return ReviewReportResult(report=report, verdict=verdict)
