# Generated from AIOS_Views::AuditMirror (ssot/aios/views.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""An audit file for each task."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import audit_paper
from ..types.aios_persistence import AccessRefusal, AuditEntry, Task
from ..types.aios_views import Paper
from .running import run_step


class AuditMirrorSteps(Protocol):
    """What AuditMirror asks of those who do its steps."""

    @abstractmethod
    async def all_task(self) -> tuple[Task, ...]:
        """All instances of Task."""

    @abstractmethod
    async def all_audit_entry(self) -> tuple[AuditEntry, ...]:
        """All instances of AuditEntry."""

    @abstractmethod
    async def all_access_refusal(self) -> tuple[AccessRefusal, ...]:
        """All instances of AccessRefusal."""


async def audit_mirror(steps: AuditMirrorSteps) -> tuple[Paper, ...]:
    """An audit file for each task."""
    with telemetry.tracer().start_as_current_span("AuditMirror"):
        all_access_refusal = await run_step(
            "all AccessRefusal", steps.all_access_refusal
        )
        all_audit_entry = await run_step("all AuditEntry", steps.all_audit_entry)
        all_task = await run_step("all Task", steps.all_task)
        return tuple(
            audit_paper(task=each, entries=all_audit_entry, refusals=all_access_refusal)
            for each in all_task
        )
