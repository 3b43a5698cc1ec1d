# Generated from HFO_Agents::ValidatorAgent (ssot/hfo/agents.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""ValidatorAgent: takes a ValidationRequest, gives a ValidationResult."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import Field
from pydantic_ai import Agent, ModelRetry, RunContext
from pydantic_ai.models import Model
from pydantic_settings import BaseSettings, SettingsConfigDict

from ..types.hfo_agents import ValidationRequest, ValidationResult
from ..types.hfo_signals import Verdict
from ._running import ask, from_state, mission_of, wait_for

INSTRUCTIONS = (
    "Judges a result against its mission.",
    "MustJustifyVerdict: Approve only what the evidence supports; name an issue for every rejection.",
    "JustifiesItsVerdict: A rejection names its reasons.",
    "justifiedVerdict (HFO-REQ-023): Verdicts are justified.",
)


class ValidatorSettings(BaseSettings):
    """Settings of ValidatorAgent, read from the environment when a run starts."""

    model_config = SettingsConfigDict(env_ignore_empty=True)

    model: str = Field(
        default="deepseek/deepseek-chat", validation_alias="MODEL_VALIDATOR"
    )


def unsatisfied(output: ValidationResult) -> Iterator[str]:
    """The requirements an output does not satisfy, each with the condition it breaks."""
    if not (
        output.validation.verdict == Verdict.APPROVE or bool(output.validation.issues)
    ):
        yield "JustifiesItsVerdict is not satisfied: validator.output.validation.verdict == Verdict::approve or notEmpty(validator.output.validation.issues)"


def _satisfying(
    context: RunContext[ValidationRequest], output: ValidationResult
) -> ValidationResult:
    broken = list(unsatisfied(output))
    if broken:
        raise ModelRetry("\n".join(broken))
    return output


class ValidatorAgent:
    """Judges a result against its mission.

    It has to satisfy:

    - MustJustifyVerdict: Approve only what the evidence supports; name an issue for
    every rejection.
    - JustifiesItsVerdict: A rejection names its reasons.
    - justifiedVerdict (HFO-REQ-023): Verdicts are justified.
    """

    def __init__(self, model: Model | str | None = None) -> None:
        """Take the language model that the environment names, or the given one."""
        self.model = model
        self.agent = Agent(
            name="ValidatorAgent",
            instructions=INSTRUCTIONS,
            deps_type=ValidationRequest,
            output_type=ValidationResult,
            retries=2,
        )
        self.agent.output_validator(_satisfying)

    async def run(
        self, request: ValidationRequest, *, mission_id: str | None = None
    ) -> ValidationResult:
        """Ask the language model, at most three times, until its answer is a satisfying
        ValidationResult.
        """
        settings = ValidatorSettings()
        return await ask(
            self.agent,
            request,
            self.model or settings.model,
            mission_id=mission_id or request.report.mission_id,
        )

    def execute(self, state: Mapping[str, Any]) -> dict[str, Any]:
        """Run on what a state has for a ValidationRequest; also within a running event
        loop.
        """
        request = from_state(ValidationRequest, state)
        output = wait_for(self.run(request, mission_id=mission_of(state)))
        return output.model_dump()
