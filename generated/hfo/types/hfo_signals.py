# Generated from HFO_Signals (ssot/hfo/signals.sysml) and 17 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What travels through the swarm: the words of the user, the intent made of them, the
work, its evidence and its outcome.
Every other package of the model speaks in these types.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from ._base import FrozenModel, Natural, Positive, Url, new_identifier


class WorkflowKind(StrEnum):
    """The four ways of working a mission can be given."""

    HIVE = "hive"
    """Hunt, integrate, verify, evolve: the goal is still open."""

    GROWTH = "growth"
    """Deepen what is known before anything is built."""

    SWARM = "swarm"
    """Many independent tasks side by side."""

    PREY = "prey"
    """Perceive, react, engage, yield: one clear goal, short cycles."""


class MissionStatus(StrEnum):
    """Where a mission stands."""

    QUEUED = "queued"
    CLARIFYING = "clarifying"
    RUNNING = "running"
    REVIEWING = "reviewing"
    DELIVERED = "delivered"
    REJECTED = "rejected"


class RiskLevel(StrEnum):
    """How much can go wrong."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"
    CRITICAL = "critical"


class Verdict(StrEnum):
    """What a reviewer says of a result."""

    APPROVE = "approve"
    REJECT = "reject"
    ABSTAIN = "abstain"


class MissionSignal(FrozenModel):
    """What a user asks for, in the user's own words."""

    mission_id: str = Field(default_factory=new_identifier)
    user_id: str
    intent: str
    ambiguity: float = Field(
        default=0.5, description="How open the goal is: 0 is clear, 1 is unknown."
    )
    task_count: Positive = Field(
        default=1, description="How many independent tasks the user expects."
    )
    risk: RiskLevel = RiskLevel.LOW

    @model_validator(mode="after")
    def _check_ambiguity_bounds(self) -> Self:
        """Assert ambiguityBounds: A share or a score lies between nothing and all."""
        from ..constraints import within_unit

        if not within_unit(value=self.ambiguity):
            raise ValueError(
                "ambiguityBounds does not hold: A share or a score lies between nothing and all."
            )
        return self


class ClarificationArtifact(FrozenModel):
    """One pass of clarification: what was asked, what was understood."""

    mission_id: str = Field(default_factory=new_identifier)
    sequence: Natural = Field(
        description="0 for the words of the user, 1 to 3 for the passes."
    )
    question: str
    understanding: str
    ambiguity: float
    task_count: Positive
    risk: RiskLevel

    @model_validator(mode="after")
    def _check_ambiguity_bounds(self) -> Self:
        """Assert ambiguityBounds: A share or a score lies between nothing and all."""
        from ..constraints import within_unit

        if not within_unit(value=self.ambiguity):
            raise ValueError(
                "ambiguityBounds does not hold: A share or a score lies between nothing and all."
            )
        return self

    @model_validator(mode="after")
    def _check_three_passes_at_most(self) -> Self:
        """Assert threePassesAtMost: sequence <= 3"""
        if not self.sequence <= 3:
            raise ValueError("threePassesAtMost does not hold: sequence <= 3")
        return self


class MissionIntent(FrozenModel):
    """The mission as the swarm is given it."""

    mission_id: str = Field(default_factory=new_identifier)
    goal: str
    workflow: WorkflowKind
    risk: RiskLevel
    acceptance: tuple[str, ...] = Field(
        min_length=1, description="How the user will know that it is done."
    )


class Doctrine(FrozenModel):
    """How a chosen workflow proceeds."""

    workflow: WorkflowKind
    phases: tuple[str, ...] = Field(min_length=1)
    width: Positive = Field(description="How many agents work at the same time.")

    @model_validator(mode="after")
    def _check_within_capacity(self) -> Self:
        """Assert withinCapacity: width <= 100"""
        if not self.width <= 100:
            raise ValueError("withinCapacity does not hold: width <= 100")
        return self


class ResearchBrief(FrozenModel):
    """What is known about a goal, and from where."""

    mission_id: str = Field(default_factory=new_identifier)
    goal: str
    findings: tuple[str, ...] = Field(min_length=1)
    sources: tuple[Url, ...] = ()
    confidence: float

    @model_validator(mode="after")
    def _check_confidence_bounds(self) -> Self:
        """Assert confidenceBounds: A share or a score lies between nothing and all."""
        from ..constraints import within_unit

        if not within_unit(value=self.confidence):
            raise ValueError(
                "confidenceBounds does not hold: A share or a score lies between nothing and all."
            )
        return self

    @model_validator(mode="after")
    def _check_confidence_needs_sources(self) -> Self:
        """Assert confidenceNeedsSources: confidence <= 0.5 or notEmpty(sources)"""
        if not (self.confidence <= 0.5 or bool(self.sources)):
            raise ValueError(
                "confidenceNeedsSources does not hold: confidence <= 0.5 or notEmpty(sources)"
            )
        return self


class TaskSignal(FrozenModel):
    """One task for one agent."""

    title: str
    instruction: str
    effort: Positive = Field(description="Size in points.")


class TaskPlan(FrozenModel):
    """The tasks of a mission."""

    mission_id: str = Field(default_factory=new_identifier)
    tasks: tuple[TaskSignal, ...] = Field(min_length=1)
    confidence: float

    @model_validator(mode="after")
    def _check_confidence_bounds(self) -> Self:
        """Assert confidenceBounds: A share or a score lies between nothing and all."""
        from ..constraints import within_unit

        if not within_unit(value=self.confidence):
            raise ValueError(
                "confidenceBounds does not hold: A share or a score lies between nothing and all."
            )
        return self

    @model_validator(mode="after")
    def _check_within_capacity(self) -> Self:
        """Assert withinCapacity: size(tasks) <= 100"""
        if not len(self.tasks) <= 100:
            raise ValueError("withinCapacity does not hold: size(tasks) <= 100")
        return self


class ExecutionReport(FrozenModel):
    """What was done for a plan."""

    mission_id: str = Field(default_factory=new_identifier)
    summary: str
    artifacts: tuple[str, ...] = ()
    failures: tuple[str, ...] = ()
    tokens_used: Natural


class ValidationReport(FrozenModel):
    """What the reviewers say of a result."""

    mission_id: str = Field(default_factory=new_identifier)
    approvals: Natural
    rejections: Natural
    issues: tuple[str, ...] = ()
    verdict: Verdict
    confidence: float

    @model_validator(mode="after")
    def _check_confidence_bounds(self) -> Self:
        """Assert confidenceBounds: A share or a score lies between nothing and all."""
        from ..constraints import within_unit

        if not within_unit(value=self.confidence):
            raise ValueError(
                "confidenceBounds does not hold: A share or a score lies between nothing and all."
            )
        return self

    @model_validator(mode="after")
    def _check_rejection_needs_issue(self) -> Self:
        """Assert rejectionNeedsIssue: verdict == Verdict::approve or notEmpty(issues)"""
        if not (self.verdict == Verdict.APPROVE or bool(self.issues)):
            raise ValueError(
                "rejectionNeedsIssue does not hold: verdict == Verdict::approve or notEmpty(issues)"
            )
        return self


class TelemetryRecord(FrozenModel):
    """One measured span of a mission."""

    mission_id: str = Field(default_factory=new_identifier)
    span: str
    seconds: float
    tokens_used: Natural

    @model_validator(mode="after")
    def _check_telemetry_record_1(self) -> Self:
        """Assert constraint 1: seconds >= 0.0"""
        if not self.seconds >= 0.0:
            raise ValueError("constraint 1 does not hold: seconds >= 0.0")
        return self


class ProvenanceReference(FrozenModel):
    """Where something in a mission came from."""

    mission_id: str = Field(default_factory=new_identifier)
    source: Url
    digest: str


class KnowledgeInsight(FrozenModel):
    """Something worth keeping beyond the mission."""

    mission_id: str = Field(default_factory=new_identifier)
    topic: str
    content: tuple[str, ...] = Field(min_length=1)
    confidence: float

    @model_validator(mode="after")
    def _check_confidence_bounds(self) -> Self:
        """Assert confidenceBounds: A share or a score lies between nothing and all."""
        from ..constraints import within_unit

        if not within_unit(value=self.confidence):
            raise ValueError(
                "confidenceBounds does not hold: A share or a score lies between nothing and all."
            )
        return self


class MissionDigest(FrozenModel):
    """The outcome as the user sees it."""

    mission_id: str = Field(default_factory=new_identifier)
    summary: str
    approved: bool
    artifacts: tuple[str, ...] = ()
    confidence: float

    @model_validator(mode="after")
    def _check_confidence_bounds(self) -> Self:
        """Assert confidenceBounds: A share or a score lies between nothing and all."""
        from ..constraints import within_unit

        if not within_unit(value=self.confidence):
            raise ValueError(
                "confidenceBounds does not hold: A share or a score lies between nothing and all."
            )
        return self
