# Generated from AIOS_Views::SystemAuditMirror (ssot/aios/views.sysml) and 2 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The audit trail of what is about no task."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import trail_of
from ..types.aios_persistence import AccessRefusal, AuditEntry
from .running import run_step


class SystemAuditMirrorSteps(Protocol):
    """What SystemAuditMirror asks of those who do its steps."""

    @abstractmethod
    async def all_audit_entry(self) -> tuple[AuditEntry, ...]:
        """All instances of AuditEntry."""

    @abstractmethod
    async def all_access_refusal(self) -> tuple[AccessRefusal, ...]:
        """All instances of AccessRefusal."""


async def system_audit_mirror(steps: SystemAuditMirrorSteps) -> str:
    """The audit trail of what is about no task."""
    with telemetry.tracer().start_as_current_span("SystemAuditMirror"):
        all_access_refusal = await run_step(
            "all AccessRefusal", steps.all_access_refusal
        )
        all_audit_entry = await run_step("all AuditEntry", steps.all_audit_entry)
        return (
            "# System\n\n"
            + trail_of(entries=all_audit_entry, refusals=all_access_refusal, task_id="")
            + "\n"
        )
