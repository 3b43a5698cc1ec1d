# Generated from AIOS_Audit::RefuseWhenFrozen (ssot/aios/audit.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Refuses while the system is frozen, and says who froze it, when, why, and what ends
that.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..calculations import freeze_text, is_frozen
from ..types.aios_persistence import AgentRecord, FreezeRecord, Project
from .running import Refused, run_step


class RefuseWhenFrozenSteps(Protocol):
    """What RefuseWhenFrozen asks of those who do its steps."""

    @abstractmethod
    async def all_project(self) -> tuple[Project, ...]:
        """All instances of Project."""

    @abstractmethod
    async def all_agent_record(self) -> tuple[AgentRecord, ...]:
        """All instances of AgentRecord."""

    @abstractmethod
    async def all_freeze_record(self) -> tuple[FreezeRecord, ...]:
        """All instances of FreezeRecord."""


async def refuse_when_frozen(steps: RefuseWhenFrozenSteps) -> None:
    """Refuses while the system is frozen, and says who froze it, when, why, and what
    ends that.
    """
    with telemetry.tracer().start_as_current_span("RefuseWhenFrozen"):
        all_project = await run_step("all Project", steps.all_project)
        if is_frozen(projects=all_project):
            all_agent_record = await run_step("all AgentRecord", steps.all_agent_record)
            all_freeze_record = await run_step(
                "all FreezeRecord", steps.all_freeze_record
            )
            raise Refused(
                freeze_text(freezes=all_freeze_record, agents=all_agent_record)
            )
