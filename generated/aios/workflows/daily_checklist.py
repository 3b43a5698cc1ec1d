# Generated from AIOS_Reports::DailyChecklist (ssot/aios/reports.sysml) and 2 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The checklist of the day, filled in from the data."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import daily_lines, entries_since
from ..support.present import now
from ..types.aios_persistence import AuditEntry, Task
from ..types.aios_reports import ChecklistLine
from .running import run_step


class DailyChecklistSteps(Protocol):
    """What DailyChecklist asks of those who do its steps."""

    @abstractmethod
    async def all_task(self) -> tuple[Task, ...]:
        """All instances of Task."""

    @abstractmethod
    async def all_audit_entry(self) -> tuple[AuditEntry, ...]:
        """All instances of AuditEntry."""


async def daily_checklist(
    steps: DailyChecklistSteps, *, hours: int = 16
) -> tuple[ChecklistLine, ...]:
    """The checklist of the day, filled in from the data."""
    with telemetry.tracer().start_as_current_span("DailyChecklist"):
        moment = now()
        all_audit_entry = await run_step("all AuditEntry", steps.all_audit_entry)
        all_task = await run_step("all Task", steps.all_task)
        return daily_lines(
            tasks=all_task,
            entries=entries_since(
                entries=all_audit_entry, moment=moment, hours=hours * 1.0
            ),
        )
