# Generated from AIOS_Metrics::WeeklyChecklist (ssot/aios/metrics.sysml) and 4 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The checklist of the weekly governance review, filled in as far as the data tells.
What nobody but people can do says so.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import age_in_days, orphans, pending_of
from ..support.present import now
from ..support.texts import to_string
from ..types.aios_metrics import ChecklistLine
from ..types.aios_persistence import AgentRecord, Deviation, Proposal, Task
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


async def weekly_checklist(steps: WeeklyChecklistSteps) -> tuple[ChecklistLine, ...]:
    """The checklist of the weekly governance review, filled in as far as the data
    tells. What nobody but people can do says so.
    """
    with telemetry.tracer().start_as_current_span("WeeklyChecklist"):
        moment = now()
        all_proposal = await run_step("all Proposal", steps.all_proposal)
        decided = len(
            tuple(
                each
                for each in all_proposal
                if each.decided_at is not None
                and age_in_days(earlier=each.decided_at, later=moment) <= 7.0
            )
        )
        all_task = await run_step("all Task", steps.all_task)
        lost = orphans(tasks=all_task, moment=moment)
        all_deviation = await run_step("all Deviation", steps.all_deviation)
        unresolved = len(
            tuple(each for each in all_deviation if each.resolved_at is None)
        )
        all_agent_record = await run_step("all AgentRecord", steps.all_agent_record)
        return (
            ChecklistLine(
                section="governance",
                line="Review all new decision-log entries",
                found=to_string(decided) + " this week",
            ),
            ChecklistLine(
                section="governance",
                line="Process pending proposals",
                found=to_string(len(pending_of(proposals=all_proposal))) + " pending",
            ),
            ChecklistLine(
                section="governance",
                line="Audit deviation declarations",
                found=to_string(unresolved) + " unresolved",
            ),
            ChecklistLine(
                section="system_health",
                line="Check for orphaned tasks (running > 7 days)",
                found="none" if not lost else ", ".join(lost),
            ),
            ChecklistLine(
                section="system_health",
                line="Review agent registration",
                found=to_string(len(all_agent_record)) + " agents",
            ),
            ChecklistLine(
                section="system_health",
                line="Validate spec_registry.yaml consistency",
                found="by people",
            ),
            ChecklistLine(
                section="documentation",
                line="Update ARCHITECTURE_PACK_INDEX.md if needed",
                found="by people",
            ),
            ChecklistLine(
                section="documentation",
                line="Refresh capability map if new features added",
                found="by people",
            ),
        )
