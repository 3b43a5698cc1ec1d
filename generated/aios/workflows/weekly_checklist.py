# Generated from AIOS_Reports::WeeklyChecklist (ssot/aios/reports.sysml) and 5 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The checklist of the weekly governance review, filled in as far as the data tells."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import weekly_lines
from ..support.present import now
from ..types.aios_persistence import (
    AgentRecord,
    Deviation,
    FreezeRecord,
    Proposal,
    Task,
)
from ..types.aios_reports import ChecklistLine
from .running import run_step


class WeeklyChecklistSteps(Protocol):
    """What WeeklyChecklist asks of those who do its steps."""

    @abstractmethod
    async def all_task(self) -> tuple[Task, ...]:
        """All instances of Task."""

    @abstractmethod
    async def all_agent_record(self) -> tuple[AgentRecord, ...]:
        """All instances of AgentRecord."""

    @abstractmethod
    async def all_proposal(self) -> tuple[Proposal, ...]:
        """All instances of Proposal."""

    @abstractmethod
    async def all_deviation(self) -> tuple[Deviation, ...]:
        """All instances of Deviation."""

    @abstractmethod
    async def all_freeze_record(self) -> tuple[FreezeRecord, ...]:
        """All instances of FreezeRecord."""


async def weekly_checklist(steps: WeeklyChecklistSteps) -> tuple[ChecklistLine, ...]:
    """The checklist of the weekly governance review, filled in as far as the data
    tells.
    """
    with telemetry.tracer().start_as_current_span("WeeklyChecklist"):
        moment = now()
        all_agent_record = await run_step("all AgentRecord", steps.all_agent_record)
        all_deviation = await run_step("all Deviation", steps.all_deviation)
        all_freeze_record = await run_step("all FreezeRecord", steps.all_freeze_record)
        all_proposal = await run_step("all Proposal", steps.all_proposal)
        all_task = await run_step("all Task", steps.all_task)
        return weekly_lines(
            tasks=all_task,
            proposals=all_proposal,
            deviations=all_deviation,
            freezes=all_freeze_record,
            agents=all_agent_record,
            moment=moment,
        )
