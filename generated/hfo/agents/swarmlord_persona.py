# Generated from HFO_Agents::SwarmlordPersona (ssot/hfo/agents.sysml) and 2 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""SwarmlordPersona: takes a PriorClarification, gives a NextClarification."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import Field
from pydantic_ai import Agent
from pydantic_ai.models import Model
from pydantic_settings import BaseSettings, SettingsConfigDict

from ..types.hfo_agents import NextClarification, PriorClarification
from ._running import ask, from_state, mission_of, wait_for

INSTRUCTIONS = (
    "The voice of the Swarmlord: makes the words of a user clear, one pass at a time.",
    "MustClarifyOnce: Ask the one question that removes most doubt, answer it from what is known, and raise the sequence by one.",
    "singleQuestion (HFO-REQ-025): A clarification asks one question.",
)


class SwarmlordPersonaSettings(BaseSettings):
    """Settings of SwarmlordPersona, read from the environment when a run starts."""

    model_config = SettingsConfigDict(env_ignore_empty=True)

    model: str = Field(
        default="deepseek/deepseek-chat", validation_alias="MODEL_SWARMLORD_PERSONA"
    )


class SwarmlordPersona:
    """The voice of the Swarmlord: makes the words of a user clear, one pass at a time.

    It has to satisfy:

    - MustClarifyOnce: Ask the one question that removes most doubt, answer it from
    what is known, and raise the sequence by one.
    - singleQuestion (HFO-REQ-025): A clarification asks one question.
    """

    def __init__(self, model: Model | str | None = None) -> None:
        """Take the language model that the environment names, or the given one."""
        self.model = model
        self.agent = Agent(
            name="SwarmlordPersona",
            instructions=INSTRUCTIONS,
            deps_type=PriorClarification,
            output_type=NextClarification,
            retries=2,
        )

    async def run(
        self, request: PriorClarification, *, mission_id: str | None = None
    ) -> NextClarification:
        """Ask the language model, at most three times, until its answer is a satisfying
        NextClarification.
        """
        settings = SwarmlordPersonaSettings()
        return await ask(
            self.agent,
            request,
            self.model or settings.model,
            mission_id=mission_id or request.prior.mission_id,
        )

    def execute(self, state: Mapping[str, Any]) -> dict[str, Any]:
        """Run on what a state has for a PriorClarification; also within a running event
        loop.
        """
        request = from_state(PriorClarification, state)
        output = wait_for(self.run(request, mission_id=mission_of(state)))
        return output.model_dump()
