# Generated from AIOS_Reports::AuditList (ssot/aios/reports.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""The audit trail: all of it, or that of a task, of an agent, of the last hours."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import entries_since
from ..support.present import now
from ..types.aios_persistence import AuditEntry
from .running import run_step


class AuditListSteps(Protocol):
    """What AuditList asks of those who do its steps."""

    @abstractmethod
    async def all_audit_entry(self) -> tuple[AuditEntry, ...]:
        """All instances of AuditEntry."""


async def audit_list(
    steps: AuditListSteps,
    *,
    task: str | None = None,
    agent: str | None = None,
    hours: int | None = None,
) -> tuple[AuditEntry, ...]:
    """The audit trail: all of it, or that of a task, of an agent, of the last hours."""
    with telemetry.tracer().start_as_current_span("AuditList"):
        moment = now()
        all_audit_entry = await run_step("all AuditEntry", steps.all_audit_entry)
        recent = (
            all_audit_entry
            if hours is None
            else entries_since(
                entries=all_audit_entry,
                moment=moment,
                hours=(hours if hours is not None else 1) * 1.0,
            )
        )
        return tuple(
            each
            for each in recent
            if (
                task is None
                or (each.task_id if each.task_id is not None else "")
                == (task if task is not None else "")
            )
            and (agent is None or each.who == (agent if agent is not None else ""))
        )
