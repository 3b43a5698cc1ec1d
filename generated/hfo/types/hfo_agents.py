# Generated from HFO_Agents (ssot/hfo/agents.sysml) and 10 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The agents. Each says which language model it uses, what it takes and gives, and what
is asked of it.
"""

from __future__ import annotations

from ._base import FrozenModel
from .hfo_signals import (
    ClarificationArtifact,
    ExecutionReport,
    MissionIntent,
    ResearchBrief,
    TaskPlan,
    ValidationReport,
)


class PriorClarification(FrozenModel):
    """What is understood so far."""

    prior: ClarificationArtifact


class NextClarification(FrozenModel):
    """What is understood after one more pass."""

    clarification: ClarificationArtifact


class ResearchRequest(FrozenModel):
    """What has to be found out."""

    intent: MissionIntent


class ResearchResult(FrozenModel):
    """What was found out."""

    brief: ResearchBrief


class PlanRequest(FrozenModel):
    """What a plan is made from."""

    brief: ResearchBrief


class PlanResult(FrozenModel):
    """The plan."""

    plan: TaskPlan


class ExecutionRequest(FrozenModel):
    """What has to be done."""

    plan: TaskPlan


class ExecutionResult(FrozenModel):
    """What was done, and the code that came of it."""

    report: ExecutionReport
    code: str


class ValidationRequest(FrozenModel):
    """What is to be judged."""

    report: ExecutionReport


class ValidationResult(FrozenModel):
    """The judgement."""

    validation: ValidationReport
