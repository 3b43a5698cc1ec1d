# Generated from HFO_Agents::ExecutorAgent (ssot/hfo/agents.sysml) and 2 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""ExecutorAgent: takes an ExecutionRequest, gives an ExecutionResult."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import Field
from pydantic_ai import Agent
from pydantic_ai.models import Model
from pydantic_settings import BaseSettings, SettingsConfigDict

from ..types.hfo_agents import ExecutionRequest, ExecutionResult
from ._running import ask, from_state, mission_of, wait_for

INSTRUCTIONS = (
    "Does the tasks of a plan.",
    "MustReportFailures: Report what was done and what failed; never leave a failure out.",
    "honestReport (HFO-REQ-024): Failures are reported.",
)


class ExecutorSettings(BaseSettings):
    """Settings of ExecutorAgent, read from the environment when a run starts."""

    model_config = SettingsConfigDict(env_ignore_empty=True)

    model: str = Field(
        default="deepseek/deepseek-coder", validation_alias="MODEL_EXECUTOR"
    )


class ExecutorAgent:
    """Does the tasks of a plan.

    It has to satisfy:

    - MustReportFailures: Report what was done and what failed; never leave a failure
    out.
    - honestReport (HFO-REQ-024): Failures are reported.
    """

    def __init__(self, model: Model | str | None = None) -> None:
        """Take the language model that the environment names, or the given one."""
        self.model = model
        self.agent = Agent(
            name="ExecutorAgent",
            instructions=INSTRUCTIONS,
            deps_type=ExecutionRequest,
            output_type=ExecutionResult,
            retries=2,
        )

    async def run(
        self, request: ExecutionRequest, *, mission_id: str | None = None
    ) -> ExecutionResult:
        """Ask the language model, at most three times, until its answer is a satisfying
        ExecutionResult.
        """
        settings = ExecutorSettings()
        return await ask(
            self.agent,
            request,
            self.model or settings.model,
            mission_id=mission_id or request.plan.mission_id,
        )

    def execute(self, state: Mapping[str, Any]) -> dict[str, Any]:
        """Run on what a state has for an ExecutionRequest; also within a running event
        loop.
        """
        request = from_state(ExecutionRequest, state)
        output = wait_for(self.run(request, mission_id=mission_of(state)))
        return output.model_dump()
