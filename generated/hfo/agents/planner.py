# Generated from HFO_Agents::PlannerAgent (ssot/hfo/agents.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""PlannerAgent: takes a PlanRequest, gives a PlanResult."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import Field
from pydantic_ai import Agent, ModelRetry, RunContext, Tool
from pydantic_ai.models import Model
from pydantic_settings import BaseSettings, SettingsConfigDict

from ..types.hfo_agents import PlanRequest, PlanResult
from ._running import ask, from_state, mission_of, wait_for
from .tools import estimate_effort

INSTRUCTIONS = (
    "Turns a brief into tasks.",
    "MustPlanIndependentTasks: Cut the work into tasks that can be done side by side; never plan more tasks than agents.",
    "PlansWithinCapacity: A plan has no more tasks than there are agents.",
    "capacityRespected (HFO-REQ-022): Plans fit the swarm.",
)


class PlannerSettings(BaseSettings):
    """Settings of PlannerAgent, read from the environment when a run starts."""

    model_config = SettingsConfigDict(env_ignore_empty=True)

    model: str = Field(
        default="deepseek/deepseek-chat", validation_alias="MODEL_PLANNER"
    )


def unsatisfied(output: PlanResult) -> Iterator[str]:
    """The requirements an output does not satisfy, each with the condition it breaks."""
    if not len(output.plan.tasks) <= 100:
        yield "PlansWithinCapacity is not satisfied: size(planner.output.plan.tasks) <= 100"


def _satisfying(context: RunContext[PlanRequest], output: PlanResult) -> PlanResult:
    broken = list(unsatisfied(output))
    if broken:
        raise ModelRetry("\n".join(broken))
    return output


class PlannerAgent:
    """Turns a brief into tasks.

    It has to satisfy:

    - MustPlanIndependentTasks: Cut the work into tasks that can be done side by
    side; never plan more tasks than agents.
    - PlansWithinCapacity: A plan has no more tasks than there are agents.
    - capacityRespected (HFO-REQ-022): Plans fit the swarm.
    """

    def __init__(self, model: Model | str | None = None) -> None:
        """Take the language model that the environment names, or the given one."""
        self.model = model
        self.agent = Agent(
            name="PlannerAgent",
            instructions=INSTRUCTIONS,
            deps_type=PlanRequest,
            output_type=PlanResult,
            tools=[
                Tool(estimate_effort),
            ],
            retries=2,
        )
        self.agent.output_validator(_satisfying)

    async def run(
        self, request: PlanRequest, *, mission_id: str | None = None
    ) -> PlanResult:
        """Ask the language model, at most three times, until its answer is a satisfying
        PlanResult.
        """
        settings = PlannerSettings()
        return await ask(
            self.agent,
            request,
            self.model or settings.model,
            mission_id=mission_id or request.brief.mission_id,
        )

    def execute(self, state: Mapping[str, Any]) -> dict[str, Any]:
        """Run on what a state has for a PlanRequest; also within a running event loop."""
        request = from_state(PlanRequest, state)
        output = wait_for(self.run(request, mission_id=mission_of(state)))
        return output.model_dump()
