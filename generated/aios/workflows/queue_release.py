# Generated from AIOS_Queues::QueueRelease (ssot/aios/queues.sysml) and 4 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Emergency: takes the locks of a stuck queue away, or that of one task. A freeze is
lifted by unfreeze only.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import without
from ..types.aios_domain import QueueName, TaskStatus
from ..types.aios_persistence import Session, TaskQueue
from .find_queue import FindQueueSteps, find_queue
from .note import NoteSteps, note
from .refuse_when_frozen import RefuseWhenFrozenSteps, refuse_when_frozen
from .running import composed, run_step


class QueueReleaseSteps(Protocol):
    """What QueueRelease asks of those who do its steps."""

    @abstractmethod
    async def find(self, *, name: QueueName) -> TaskQueue:
        """The queue with a name; without one the run is refused."""

    @abstractmethod
    async def not_frozen(self) -> None:
        """Refuses while the system is frozen, and says who froze it, when, why, and
        what ends that.
        """

    @abstractmethod
    async def store_task_queue(self, *, entity: TaskQueue) -> None:
        """Store TaskQueue as the storage of the system does."""

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


class DefaultQueueReleaseSteps(QueueReleaseSteps):
    """The steps of QueueRelease as far as the model says what they do."""

    def __init__(
        self,
        *,
        find_queue_steps: FindQueueSteps,
        refuse_when_frozen_steps: RefuseWhenFrozenSteps,
        note_steps: NoteSteps,
    ) -> None:
        self.find_queue_steps = find_queue_steps
        self.refuse_when_frozen_steps = refuse_when_frozen_steps
        self.note_steps = note_steps

    @composed
    async def find(self, *, name: QueueName) -> TaskQueue:
        return await find_queue(self.find_queue_steps, name=name)

    @composed
    async def not_frozen(self) -> None:
        await refuse_when_frozen(self.refuse_when_frozen_steps)

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


async def queue_release(
    steps: QueueReleaseSteps,
    *,
    queue: QueueName,
    session: Session,
    task: str | None = None,
) -> str:
    """Emergency: takes the locks of a stuck queue away, or that of one task. A freeze
    is lifted by unfreeze only.
    """
    with telemetry.tracer().start_as_current_span("QueueRelease"):
        find = await run_step("find", steps.find, name=queue)
        stuck = find
        await run_step("notFrozen", steps.not_frozen)
        stuck = stuck.model_copy(
            update={
                "locks": (
                    ()
                    if task is None
                    else without(
                        words=stuck.locks, word=task if task is not None else ""
                    )
                )
            }
        )
        await run_step("keep", steps.store_task_queue, entity=stuck)
        await run_step(
            "audit",
            steps.audit,
            session=session,
            what="queue_release",
            task_id=task,
            origin=None,
            target=None,
            remark=stuck.purpose,
        )
        return "released"
