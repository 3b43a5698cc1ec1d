# Generated from AIOS_Reports::MonthlyChecklist (ssot/aios/reports.sysml) and 5 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The checklist of the monthly maintenance, filled in as far as the data tells."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import monthly_lines, violations_of
from ..support.present import now
from ..types.aios_persistence import AgentRecord, AuditEntry, Deviation, Session, Task
from ..types.aios_reports import ChecklistLine
from .running import run_step


class MonthlyChecklistSteps(Protocol):
    """What MonthlyChecklist asks of those who do its steps."""

    @abstractmethod
    async def all_task(self) -> tuple[Task, ...]:
        """All instances of Task."""

    @abstractmethod
    async def all_audit_entry(self) -> tuple[AuditEntry, ...]:
        """All instances of AuditEntry."""

    @abstractmethod
    async def all_agent_record(self) -> tuple[AgentRecord, ...]:
        """All instances of AgentRecord."""

    @abstractmethod
    async def all_session(self) -> tuple[Session, ...]:
        """All instances of Session."""

    @abstractmethod
    async def all_deviation(self) -> tuple[Deviation, ...]:
        """All instances of Deviation."""


async def monthly_checklist(steps: MonthlyChecklistSteps) -> tuple[ChecklistLine, ...]:
    """The checklist of the monthly maintenance, filled in as far as the data tells."""
    with telemetry.tracer().start_as_current_span("MonthlyChecklist"):
        moment = now()
        all_agent_record = await run_step("all AgentRecord", steps.all_agent_record)
        all_audit_entry = await run_step("all AuditEntry", steps.all_audit_entry)
        all_deviation = await run_step("all Deviation", steps.all_deviation)
        all_session = await run_step("all Session", steps.all_session)
        all_task = await run_step("all Task", steps.all_task)
        return monthly_lines(
            tasks=all_task,
            agents=all_agent_record,
            sessions=all_session,
            violations=violations_of(
                tasks=all_task, entries=all_audit_entry, deviations=all_deviation
            ),
            moment=moment,
        )
