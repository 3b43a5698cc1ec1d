# Generated from AIOS_Views::AgentsMirror (ssot/aios/views.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""The registered agents as a file."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..types.aios_persistence import AgentRecord
from .running import run_step


class AgentsMirrorSteps(Protocol):
    """What AgentsMirror asks of those who do its steps."""

    @abstractmethod
    async def all_agent_record(self) -> tuple[AgentRecord, ...]:
        """All instances of AgentRecord."""


async def agents_mirror(steps: AgentsMirrorSteps) -> tuple[AgentRecord, ...]:
    """The registered agents as a file."""
    with telemetry.tracer().start_as_current_span("AgentsMirror"):
        return await run_step("all AgentRecord", steps.all_agent_record)
