# Generated from AIOS_Audit::Note (ssot/aios/audit.sysml) and 2 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Adds an entry to the audit trail."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..support.present import now
from ..types.aios_domain import TaskStatus
from ..types.aios_persistence import AuditEntry, Session
from .running import run_step


class NoteSteps(Protocol):
    """What Note asks of those who do its steps."""

    @abstractmethod
    async def all_audit_entry(self) -> tuple[AuditEntry, ...]:
        """All instances of AuditEntry."""

    @abstractmethod
    async def store_audit_entry(self, *, entity: AuditEntry) -> None:
        """Store AuditEntry as the storage of the system does."""


async def note(
    steps: NoteSteps,
    *,
    session: Session,
    what: str,
    task_id: str | None = None,
    origin: TaskStatus | None = None,
    target: TaskStatus | None = None,
    remark: str | None = None,
) -> None:
    """Adds an entry to the audit trail.

    `task_id` is taskId in the model.
    """
    with telemetry.tracer().start_as_current_span("Note"):
        all_audit_entry = await run_step("all AuditEntry", steps.all_audit_entry)
        await run_step(
            "keep",
            steps.store_audit_entry,
            entity=AuditEntry(
                number=len(all_audit_entry) + 1,
                task_id=task_id,
                moment=now(),
                who=session.agent_id,
                role=session.role_mode,
                what=what,
                origin=origin,
                target=target,
                remark=remark,
            ),
        )
