# Generated from AIOS_Governance::PolicyCheck (ssot/aios/governance.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Fails when governance is violated; for scripts."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import violations_of
from ..support.texts import to_string
from ..types.aios_persistence import AuditEntry, Deviation, Task
from .running import Refused, run_step


class PolicyCheckSteps(Protocol):
    """What PolicyCheck asks of those who do its steps."""

    @abstractmethod
    async def all_task(self) -> tuple[Task, ...]:
        """All instances of Task."""

    @abstractmethod
    async def all_audit_entry(self) -> tuple[AuditEntry, ...]:
        """All instances of AuditEntry."""

    @abstractmethod
    async def all_deviation(self) -> tuple[Deviation, ...]:
        """All instances of Deviation."""


async def policy_check(steps: PolicyCheckSteps) -> str:
    """Fails when governance is violated; for scripts."""
    with telemetry.tracer().start_as_current_span("PolicyCheck"):
        all_audit_entry = await run_step("all AuditEntry", steps.all_audit_entry)
        all_deviation = await run_step("all Deviation", steps.all_deviation)
        all_task = await run_step("all Task", steps.all_task)
        count = len(
            violations_of(
                tasks=all_task, entries=all_audit_entry, deviations=all_deviation
            )
        )
        if count > 0:
            raise Refused("violations: " + to_string(count) + " (governance check)")
        return "no violations"
