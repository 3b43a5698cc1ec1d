# Generated from AIOS_Reviews::ReviewSubmit (ssot/aios/reviews.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The builder submits the code of a running task: a new revision is reviewed."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import Protocol

from .. import telemetry
from ..calculations import is_person
from ..states import task_life
from ..support.texts import to_string
from ..types.aios_domain import TaskStatus
from ..types.aios_life import Submitted
from ..types.aios_persistence import Session, Task
from .change import ChangeSteps, change
from .find_task import FindTaskSteps, find_task
from .running import Refused, composed, run_step


@dataclass(frozen=True, slots=True)
class ReviewSubmitResult:
    """What ReviewSubmit gives."""

    report: str
    revision: int


class ReviewSubmitSteps(Protocol):
    """What ReviewSubmit asks of those who do its steps."""

    @abstractmethod
    async def find(self, *, task_id: str) -> Task:
        """The task with an id; without one the run is refused."""

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


class DefaultReviewSubmitSteps(ReviewSubmitSteps):
    """The steps of ReviewSubmit as far as the model says what they do."""

    def __init__(
        self,
        *,
        find_task_steps: FindTaskSteps,
        change_steps: ChangeSteps,
    ) -> None:
        self.find_task_steps = find_task_steps
        self.change_steps = change_steps

    @composed
    async def find(self, *, task_id: str) -> Task:
        return await find_task(self.find_task_steps, task_id=task_id)

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


async def review_submit(
    steps: ReviewSubmitSteps,
    *,
    task_id: str,
    session: Session,
    artifacts: tuple[str, ...] = (),
) -> ReviewSubmitResult:
    """The builder submits the code of a running task: a new revision is reviewed.

    `task_id` is taskId in the model.
    """
    with telemetry.tracer().start_as_current_span("ReviewSubmit"):
        find = await run_step("find", steps.find, task_id=task_id)
        task = find
        origin = task.status
        if not (
            is_person(role=session.role_mode)
            or (task.assignee if task.assignee is not None else "") == session.agent_id
        ):
            raise Refused("Only who runs a task, or a person, may do that.")
        happen = await run_step(
            "happen", steps.fire_task, entity=task, signal=Submitted()
        )
        task = happen
        task = task.model_copy(update={"revision": task.revision + 1})
        task = task.model_copy(update={"artifacts": (*task.artifacts, *artifacts)})
        await run_step(
            "change",
            steps.change,
            session=session,
            task=task,
            what="review_submit",
            origin=origin,
            remark="revision " + to_string(task.revision),
        )
        revision = task.revision
        report = task_id + " is in code_review, revision " + to_string(task.revision)
        return ReviewSubmitResult(report=report, revision=revision)
