# Generated from AIOS_Emergencies::Freeze (ssot/aios/emergencies.sysml) and 9 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Locks every queue; nothing begins and nothing is merged until the freeze is lifted."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import Protocol

from .. import telemetry
from ..calculations import operators, system_lock
from ..support.present import now
from ..types.aios_domain import TaskStatus
from ..types.aios_persistence import (
    AgentRecord,
    FreezeRecord,
    Project,
    Session,
    TaskQueue,
)
from .note import NoteSteps, note
from .refuse_when_frozen import RefuseWhenFrozenSteps, refuse_when_frozen
from .running import Refused, composed, run_step


@dataclass(frozen=True, slots=True)
class FreezeResult:
    """What Freeze gives."""

    report: str
    notify: tuple[str, ...]


class FreezeSteps(Protocol):
    """What Freeze asks of those who do its steps."""

    @abstractmethod
    async def all_project(self) -> tuple[Project, ...]:
        """All instances of Project."""

    @abstractmethod
    async def all_task_queue(self) -> tuple[TaskQueue, ...]:
        """All instances of TaskQueue."""

    @abstractmethod
    async def all_agent_record(self) -> tuple[AgentRecord, ...]:
        """All instances of AgentRecord."""

    @abstractmethod
    async def all_freeze_record(self) -> tuple[FreezeRecord, ...]:
        """All instances of FreezeRecord."""

    @abstractmethod
    async def not_frozen(self) -> None:
        """Refuses while the system is frozen, and says who froze it, when, why, and
        what ends that.
        """

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


class DefaultFreezeSteps(FreezeSteps):
    """The steps of Freeze as far as the model says what they do."""

    def __init__(
        self,
        *,
        refuse_when_frozen_steps: RefuseWhenFrozenSteps,
        note_steps: NoteSteps,
    ) -> None:
        self.refuse_when_frozen_steps = refuse_when_frozen_steps
        self.note_steps = note_steps

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


async def freeze(steps: FreezeSteps, *, reason: str, session: Session) -> FreezeResult:
    """Locks every queue; nothing begins and nothing is merged until the freeze is
    lifted.
    """
    with telemetry.tracer().start_as_current_span("Freeze"):
        notify: tuple[str, ...] = ()
        all_project = await run_step("all Project", steps.all_project)
        if not bool(all_project):
            raise Refused("The system is not set up; run init.")
        await run_step("notFrozen", steps.not_frozen)
        all_project = await run_step("all Project", steps.all_project)
        for each in all_project:
            project = each
            project = project.model_copy(update={"frozen": True})
            await run_step("stop", steps.store_project, entity=project)
        all_task_queue = await run_step("all TaskQueue", steps.all_task_queue)
        for each_2 in all_task_queue:
            queue = each_2
            queue = queue.model_copy(update={"locks": (*each_2.locks, system_lock())})
            await run_step("lock", steps.store_task_queue, entity=queue)
        all_freeze_record = await run_step("all FreezeRecord", steps.all_freeze_record)
        await run_step(
            "record",
            steps.store_freeze_record,
            entity=FreezeRecord(
                number=len(all_freeze_record) + 1,
                reason=reason,
                frozen_by=session.agent_id,
                frozen_at=now(),
            ),
        )
        await run_step(
            "audit",
            steps.audit,
            session=session,
            what="freeze",
            task_id=None,
            origin=None,
            target=None,
            remark=reason,
        )
        all_agent_record = await run_step("all AgentRecord", steps.all_agent_record)
        notify = operators(agents=all_agent_record)
        report = "the system is frozen; the operators have to be told"
        return FreezeResult(report=report, notify=notify)
