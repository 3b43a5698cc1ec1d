# Generated from HFO_Agents::ResearcherAgent (ssot/hfo/agents.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""ResearcherAgent: takes a ResearchRequest, gives a ResearchResult."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import Field
from pydantic_ai import Agent, ModelRetry, RunContext
from pydantic_ai.models import Model
from pydantic_settings import BaseSettings, SettingsConfigDict

from ..types.hfo_agents import ResearchRequest, ResearchResult
from ._running import ask, from_state, mission_of, wait_for

INSTRUCTIONS = (
    "Finds out what is known about a goal.",
    "MustCiteSources: Give at least one finding; name a source for every claim that is not common knowledge.",
    "SupportsItsFindings: A brief that claims high confidence names its sources.",
    "supportedFindings (HFO-REQ-021): Research names its sources.",
)


class ResearcherSettings(BaseSettings):
    """Settings of ResearcherAgent, read from the environment when a run starts."""

    model_config = SettingsConfigDict(env_ignore_empty=True)

    model: str = Field(
        default="deepseek/deepseek-chat", validation_alias="MODEL_RESEARCHER"
    )


def unsatisfied(output: ResearchResult) -> Iterator[str]:
    """The requirements an output does not satisfy, each with the condition it breaks."""
    if not (output.brief.confidence <= 0.5 or bool(output.brief.sources)):
        yield "SupportsItsFindings is not satisfied: researcher.output.brief.confidence <= 0.5 or notEmpty(researcher.output.brief.sources)"


def _satisfying(
    context: RunContext[ResearchRequest], output: ResearchResult
) -> ResearchResult:
    broken = list(unsatisfied(output))
    if broken:
        raise ModelRetry("\n".join(broken))
    return output


class ResearcherAgent:
    """Finds out what is known about a goal.

    It has to satisfy:

    - MustCiteSources: Give at least one finding; name a source for every claim that
    is not common knowledge.
    - SupportsItsFindings: A brief that claims high confidence names its sources.
    - supportedFindings (HFO-REQ-021): Research names its sources.
    """

    def __init__(self, model: Model | str | None = None) -> None:
        """Take the language model that the environment names, or the given one."""
        self.model = model
        self.agent = Agent(
            name="ResearcherAgent",
            instructions=INSTRUCTIONS,
            deps_type=ResearchRequest,
            output_type=ResearchResult,
            retries=2,
        )
        self.agent.output_validator(_satisfying)

    async def run(
        self, request: ResearchRequest, *, mission_id: str | None = None
    ) -> ResearchResult:
        """Ask the language model, at most three times, until its answer is a satisfying
        ResearchResult.
        """
        settings = ResearcherSettings()
        return await ask(
            self.agent,
            request,
            self.model or settings.model,
            mission_id=mission_id or request.intent.mission_id,
        )

    def execute(self, state: Mapping[str, Any]) -> dict[str, Any]:
        """Run on what a state has for a ResearchRequest; also within a running event
        loop.
        """
        request = from_state(ResearchRequest, state)
        output = wait_for(self.run(request, mission_id=mission_of(state)))
        return output.model_dump()
