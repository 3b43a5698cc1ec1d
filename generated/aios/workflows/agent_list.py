# Generated from AIOS_Agents::AgentList (ssot/aios/agents.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""The registered agents."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..types.aios_persistence import AgentRecord
from .running import run_step


class AgentListSteps(Protocol):
    """What AgentList asks of those who do its steps."""

    @abstractmethod
    async def all_agent_record(self) -> tuple[AgentRecord, ...]:
        """All instances of AgentRecord."""


async def agent_list(steps: AgentListSteps) -> tuple[AgentRecord, ...]:
    """The registered agents."""
    with telemetry.tracer().start_as_current_span("AgentList"):
        return await run_step("all AgentRecord", steps.all_agent_record)
