# Generated from AIOS_Audit::Change (ssot/aios/audit.sysml) and 2 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Keeps a task as it is now, and notes what was done to it."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..types.aios_domain import TaskStatus
from ..types.aios_persistence import Session, Task
from .note import NoteSteps, note
from .running import composed, run_step


class ChangeSteps(Protocol):
    """What Change asks of those who do its steps."""

    @abstractmethod
    async def store_task(self, *, entity: Task) -> None:
        """Store Task as the storage of the system does."""

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


class DefaultChangeSteps(ChangeSteps):
    """The steps of Change as far as the model says what they do."""

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


async def change(
    steps: ChangeSteps,
    *,
    session: Session,
    task: Task,
    what: str,
    origin: TaskStatus,
    remark: str | None = None,
) -> None:
    """Keeps a task as it is now, and notes what was done to it."""
    with telemetry.tracer().start_as_current_span("Change"):
        await run_step("keep", steps.store_task, entity=task)
        await run_step(
            "audit",
            steps.audit,
            session=session,
            what=what,
            task_id=task.task_id,
            origin=origin,
            target=task.status,
            remark=remark,
        )
