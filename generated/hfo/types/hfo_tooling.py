# Generated from HFO_Tooling (ssot/hfo/tooling.sysml) and 10 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What has to stand before a swarm is let loose: the editor, the tool servers and their
trust, the workflow engines; and how
briefs become personas and artifacts that fund the next mission.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from ._base import FrozenModel, Natural, later


class ToolingPhase(StrEnum):
    """The phases of the PREY loop in which a tool server may be used."""

    PERCEIVE = "perceive"
    REACT = "react"
    ENGAGE = "engage"
    YIELD = "yield"


class Version(FrozenModel):
    """A version of a program."""

    major: Natural
    minor: Natural


class ToolServer(FrozenModel):
    """A server of the Model Context Protocol with its declared trust."""

    name: str
    phases: tuple[ToolingPhase, ...] = Field(min_length=1)
    high_impact: bool = False
    gated: bool = True
    approval_logged: bool = True

    @model_validator(mode="after")
    def _check_high_impact_is_gated(self) -> Self:
        """Assert highImpactIsGated: not highImpact or (gated and approvalLogged)"""
        if not (not self.high_impact or (self.gated and self.approval_logged)):
            raise ValueError(
                "highImpactIsGated does not hold: not highImpact or (gated and approvalLogged)"
            )
        return self


class SmokeTest(FrozenModel):
    """What a smoke test of the tooling found."""

    editor: Version
    agent_mode: bool
    hybrid_agents: bool
    trust_declared: bool


class WorkflowBinding(FrozenModel):
    """To which engines an hourglass brief is bound."""

    temporal_namespace: str
    graph_profile: str
    subjects: tuple[str, ...] = Field(min_length=1)
    task_pool: str
    vector_store: str
    instrumented: bool


class WarChest(FrozenModel):
    """What a mission earned for the next one."""

    personas: tuple[str, ...] = Field(min_length=1)
    artifacts: tuple[str, ...] = ()
    funding: float

    @model_validator(mode="after")
    def _check_funding_not_negative(self) -> Self:
        """Assert fundingNotNegative: funding >= 0.0"""
        if not self.funding >= 0.0:
            raise ValueError("fundingNotNegative does not hold: funding >= 0.0")
        return self


class IdeBaseline(FrozenModel):
    """The editor and its agent modes."""

    version: Version = Field(default_factory=later)
    agent_mode: bool = True
    hybrid_agents: bool = True

    def model_post_init(self, _context: object, /) -> None:
        """Compute what the model binds fields to."""
        self._bind("version", lambda: Version(major=1, minor=105))


class ToolServerDeck(FrozenModel):
    """The tool servers agents may use."""

    servers: tuple[ToolServer, ...] = ()


class EnvironmentScaffold(FrozenModel):
    """The engines that briefs are bound to."""

    engines: WorkflowBinding


class PersonaForge(FrozenModel):
    """Makes personas and war chests from briefs."""

    catalog: tuple[str, ...] = Field(
        default=("Observers", "Bridgers", "Shapers", "Immunizers"), min_length=1
    )
    war_chest: WarChest
