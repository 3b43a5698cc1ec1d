# Generated from AIOS_Metrics::Metrics (ssot/aios/metrics.sysml) and 4 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The key metrics beside their targets."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import metric_lines
from ..support.present import now
from ..types.aios_metrics import MetricLine
from ..types.aios_persistence import AuditEntry, Deviation, Session, Task
from .running import run_step


class MetricsSteps(Protocol):
    """What Metrics asks of those who do its steps."""

    @abstractmethod
    async def all_task(self) -> tuple[Task, ...]:
        """All instances of Task."""

    @abstractmethod
    async def all_audit_entry(self) -> tuple[AuditEntry, ...]:
        """All instances of AuditEntry."""

    @abstractmethod
    async def all_session(self) -> tuple[Session, ...]:
        """All instances of Session."""

    @abstractmethod
    async def all_deviation(self) -> tuple[Deviation, ...]:
        """All instances of Deviation."""


async def metrics(steps: MetricsSteps) -> tuple[MetricLine, ...]:
    """The key metrics beside their targets."""
    with telemetry.tracer().start_as_current_span("Metrics"):
        all_audit_entry = await run_step("all AuditEntry", steps.all_audit_entry)
        all_deviation = await run_step("all Deviation", steps.all_deviation)
        all_session = await run_step("all Session", steps.all_session)
        all_task = await run_step("all Task", steps.all_task)
        return metric_lines(
            tasks=all_task,
            sessions=all_session,
            entries=all_audit_entry,
            deviations=all_deviation,
            moment=now(),
        )
