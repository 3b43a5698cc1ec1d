# Generated from HFO_Security::SecurityReviewerAgent (ssot/hfo/security.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""SecurityReviewerAgent: takes a CodeArtifact, gives a SecurityReport."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import Field
from pydantic_ai import Agent, ModelRetry, RunContext
from pydantic_ai.models import Model
from pydantic_settings import BaseSettings, SettingsConfigDict

from ..types.hfo_security import CodeArtifact, SecurityReport
from ._running import ask, from_state, mission_of, wait_for

INSTRUCTIONS = (
    "MustCheckVulnerabilities: Scan code for SQL injection, XSS, auth bypasses",
    'ChecksEveryVulnerabilityClass: List in `checked` every class of weakness that was looked for, at least "SQL injection", "XSS" and "auth bypass"; describe in `findings` each weakness that was found, naming its class.',
    "vulnerabilityReview (HFO-REQ-020): Code is reviewed for SQL injection, XSS and auth bypasses.",
)


class SecurityReviewerSettings(BaseSettings):
    """Settings of SecurityReviewerAgent, read from the environment when a run starts."""

    model_config = SettingsConfigDict(env_ignore_empty=True)

    model: str = Field(
        default="deepseek/deepseek-chat", validation_alias="MODEL_SECURITY_REVIEWER"
    )


def unsatisfied(output: SecurityReport) -> Iterator[str]:
    """The requirements an output does not satisfy, each with the condition it breaks."""
    if "SQL injection" not in output.checked:
        yield 'ChecksEveryVulnerabilityClass is not satisfied: sqlInjectionChecked: includes(reviewer.output.checked, "SQL injection")'
    if "XSS" not in output.checked:
        yield 'ChecksEveryVulnerabilityClass is not satisfied: crossSiteScriptingChecked: includes(reviewer.output.checked, "XSS")'
    if "auth bypass" not in output.checked:
        yield 'ChecksEveryVulnerabilityClass is not satisfied: authenticationBypassChecked: includes(reviewer.output.checked, "auth bypass")'


def _satisfying(
    context: RunContext[CodeArtifact], output: SecurityReport
) -> SecurityReport:
    broken = list(unsatisfied(output))
    if broken:
        raise ModelRetry("\n".join(broken))
    return output


class SecurityReviewerAgent:
    """The agent SecurityReviewerAgent.

    It has to satisfy:

    - MustCheckVulnerabilities: Scan code for SQL injection, XSS, auth bypasses
    - ChecksEveryVulnerabilityClass: List in `checked` every class of weakness that
    was looked for, at least "SQL injection", "XSS" and "auth bypass"; describe in
    `findings` each weakness that was found, naming its class.
    - vulnerabilityReview (HFO-REQ-020): Code is reviewed for SQL injection, XSS and
    auth bypasses.
    """

    def __init__(self, model: Model | str | None = None) -> None:
        """Take the language model that the environment names, or the given one."""
        self.model = model
        self.agent = Agent(
            name="SecurityReviewerAgent",
            instructions=INSTRUCTIONS,
            deps_type=CodeArtifact,
            output_type=SecurityReport,
            retries=2,
        )
        self.agent.output_validator(_satisfying)

    async def run(
        self, request: CodeArtifact, *, mission_id: str | None = None
    ) -> SecurityReport:
        """Ask the language model, at most three times, until its answer is a satisfying
        SecurityReport.
        """
        settings = SecurityReviewerSettings()
        return await ask(
            self.agent,
            request,
            self.model or settings.model,
            mission_id=mission_id,
        )

    def execute(self, state: Mapping[str, Any]) -> dict[str, Any]:
        """Run on what a state has for a CodeArtifact; also within a running event loop."""
        request = from_state(CodeArtifact, state)
        output = wait_for(self.run(request, mission_id=mission_of(state)))
        return output.model_dump()
