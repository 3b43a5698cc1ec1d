# Generated from AIOS_Governance::GovernanceCheck (ssot/aios/governance.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What is not as governance wants it."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import violations_of
from ..types.aios_governance import Violation
from ..types.aios_persistence import AuditEntry, Deviation, Task
from .running import run_step


class GovernanceCheckSteps(Protocol):
    """What GovernanceCheck asks of those who do its steps."""

    @abstractmethod
    async def all_task(self) -> tuple[Task, ...]:
        """All instances of Task."""

    @abstractmethod
    async def all_audit_entry(self) -> tuple[AuditEntry, ...]:
        """All instances of AuditEntry."""

    @abstractmethod
    async def all_deviation(self) -> tuple[Deviation, ...]:
        """All instances of Deviation."""


async def governance_check(steps: GovernanceCheckSteps) -> tuple[Violation, ...]:
    """What is not as governance wants it."""
    with telemetry.tracer().start_as_current_span("GovernanceCheck"):
        all_audit_entry = await run_step("all AuditEntry", steps.all_audit_entry)
        all_deviation = await run_step("all Deviation", steps.all_deviation)
        all_task = await run_step("all Task", steps.all_task)
        return violations_of(
            tasks=all_task, entries=all_audit_entry, deviations=all_deviation
        )
