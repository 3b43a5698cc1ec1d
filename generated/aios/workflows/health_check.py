# Generated from AIOS_Metrics::HealthCheck (ssot/aios/metrics.sysml) and 5 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The health of the system and why it is not green."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import Protocol

from .. import telemetry
from ..calculations import health_of, red_reasons, yellow_reasons
from ..support.present import now
from ..types.aios_domain import Health
from ..types.aios_persistence import AuditEntry, Deviation, Proposal, Task, TaskQueue
from .running import run_step


@dataclass(frozen=True, slots=True)
class HealthCheckResult:
    """What HealthCheck gives."""

    health: Health
    reasons: tuple[str, ...]


class HealthCheckSteps(Protocol):
    """What HealthCheck asks of those who do its steps."""

    @abstractmethod
    async def all_task_queue(self) -> tuple[TaskQueue, ...]:
        """All instances of TaskQueue."""

    @abstractmethod
    async def all_task(self) -> tuple[Task, ...]:
        """All instances of Task."""

    @abstractmethod
    async def all_audit_entry(self) -> tuple[AuditEntry, ...]:
        """All instances of AuditEntry."""

    @abstractmethod
    async def all_proposal(self) -> tuple[Proposal, ...]:
        """All instances of Proposal."""

    @abstractmethod
    async def all_deviation(self) -> tuple[Deviation, ...]:
        """All instances of Deviation."""


async def health_check(steps: HealthCheckSteps) -> HealthCheckResult:
    """The health of the system and why it is not green."""
    with telemetry.tracer().start_as_current_span("HealthCheck"):
        reasons: tuple[str, ...] = ()
        moment = now()
        all_audit_entry = await run_step("all AuditEntry", steps.all_audit_entry)
        all_task = await run_step("all Task", steps.all_task)
        all_task_queue = await run_step("all TaskQueue", steps.all_task_queue)
        red = red_reasons(
            queues=all_task_queue,
            tasks=all_task,
            entries=all_audit_entry,
            moment=moment,
        )
        all_deviation = await run_step("all Deviation", steps.all_deviation)
        all_proposal = await run_step("all Proposal", steps.all_proposal)
        yellow = yellow_reasons(
            queues=all_task_queue,
            tasks=all_task,
            proposals=all_proposal,
            deviations=all_deviation,
            moment=moment,
        )
        health = health_of(red=red, yellow=yellow)
        reasons = (*red, *yellow)
        return HealthCheckResult(health=health, reasons=reasons)
