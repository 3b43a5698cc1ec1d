# Generated from AIOS_Emergencies::Unfreeze (ssot/aios/emergencies.sysml) and 7 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Lifts a freeze."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import is_frozen, system_lock, without
from ..support.present import now
from ..types.aios_domain import TaskStatus
from ..types.aios_persistence import FreezeRecord, Project, Session, TaskQueue
from .note import NoteSteps, note
from .running import Refused, composed, run_step


class UnfreezeSteps(Protocol):
    """What Unfreeze asks of those who do its steps."""

    @abstractmethod
    async def all_project(self) -> tuple[Project, ...]:
        """All instances of Project."""

    @abstractmethod
    async def all_task_queue(self) -> tuple[TaskQueue, ...]:
        """All instances of TaskQueue."""

    @abstractmethod
    async def all_freeze_record(self) -> tuple[FreezeRecord, ...]:
        """All instances of FreezeRecord."""

    @abstractmethod
    async def store_project(self, *, entity: Project) -> None:
        """Store Project as the storage of the system does."""

    @abstractmethod
    async def store_task_queue(self, *, entity: TaskQueue) -> None:
        """Store TaskQueue as the storage of the system does."""

    @abstractmethod
    async def store_freeze_record(self, *, entity: FreezeRecord) -> None:
        """Store FreezeRecord as the storage of the system does."""

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


class DefaultUnfreezeSteps(UnfreezeSteps):
    """The steps of Unfreeze as far as the model says what they do."""

    def __init__(
        self,
        *,
        note_steps: NoteSteps,
    ) -> None:
        self.note_steps = note_steps

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


async def unfreeze(steps: UnfreezeSteps, *, session: Session) -> str:
    """Lifts a freeze."""
    with telemetry.tracer().start_as_current_span("Unfreeze"):
        all_project = await run_step("all Project", steps.all_project)
        if not is_frozen(projects=all_project):
            raise Refused("The system is not frozen.")
        for each in all_project:
            project = each
            project = project.model_copy(update={"frozen": False})
            await run_step("thaw", steps.store_project, entity=project)
        all_task_queue = await run_step("all TaskQueue", steps.all_task_queue)
        for each_2 in all_task_queue:
            queue = each_2
            queue = queue.model_copy(
                update={"locks": without(words=each_2.locks, word=system_lock())}
            )
            await run_step("unlock", steps.store_task_queue, entity=queue)
        all_freeze_record = await run_step("all FreezeRecord", steps.all_freeze_record)
        for each_3 in all_freeze_record:
            if each_3.lifted_at is None:
                record = each_3
                record = record.model_copy(update={"lifted_by": session.agent_id})
                record = record.model_copy(update={"lifted_at": now()})
                await run_step("close", steps.store_freeze_record, entity=record)
        await run_step(
            "audit",
            steps.audit,
            session=session,
            what="unfreeze",
            task_id=None,
            origin=None,
            target=None,
            remark=None,
        )
        return "the system is no longer frozen"
