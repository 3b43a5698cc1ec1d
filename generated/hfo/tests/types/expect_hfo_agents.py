# Generated from HFO_Agents::PriorClarification (ssot/hfo/agents.sysml) and 9 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What the model says of the types in HFO_Agents."""

from __future__ import annotations

from ...types.hfo_agents import (
    ExecutionRequest,
    ExecutionResult,
    NextClarification,
    PlanRequest,
    PlanResult,
    PriorClarification,
    ResearchRequest,
    ResearchResult,
    ValidationRequest,
    ValidationResult,
)
from ...types.hfo_signals import (
    ClarificationArtifact,
    ExecutionReport,
    MissionIntent,
    ResearchBrief,
    TaskPlan,
    ValidationReport,
)
from .. import values as v

EXPECTED = (
    v.record(
        PriorClarification,
        {
            "prior": v.instance(ClarificationArtifact),
        },
    ),
    v.record(
        NextClarification,
        {
            "clarification": v.instance(ClarificationArtifact),
        },
    ),
    v.record(
        ResearchRequest,
        {
            "intent": v.instance(MissionIntent),
        },
    ),
    v.record(
        ResearchResult,
        {
            "brief": v.instance(ResearchBrief),
        },
    ),
    v.record(
        PlanRequest,
        {
            "brief": v.instance(ResearchBrief),
        },
    ),
    v.record(
        PlanResult,
        {
            "plan": v.instance(TaskPlan),
        },
    ),
    v.record(
        ExecutionRequest,
        {
            "plan": v.instance(TaskPlan),
        },
    ),
    v.record(
        ExecutionResult,
        {
            "report": v.instance(ExecutionReport),
            "code": v.text(),
        },
    ),
    v.record(
        ValidationRequest,
        {
            "report": v.instance(ExecutionReport),
        },
    ),
    v.record(
        ValidationResult,
        {
            "validation": v.instance(ValidationReport),
        },
    ),
)
