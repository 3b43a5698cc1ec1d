# Generated from HFO_Persistence (ssot/hfo/persistence.sysml) and 4 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What the swarm remembers: its missions, each run of an agent, what was learnt, and
how each result was voted on.
"""

from __future__ import annotations

from datetime import datetime
from typing import Self

from pydantic import Field, JsonValue, model_validator

from ._base import FrozenModel, Natural, Positive, new_identifier
from .hfo_signals import MissionStatus, RiskLevel, Verdict, WorkflowKind


class Mission(FrozenModel):
    """One mission, from its queue to its outcome."""

    mission_id: str = Field(default_factory=new_identifier)
    user_id: str
    intent: str
    status: MissionStatus = MissionStatus.QUEUED
    workflow: WorkflowKind | None = None
    risk: RiskLevel = RiskLevel.LOW
    approved: bool = False
    tokens_used: Natural = 0
    started_at: datetime
    finished_at: datetime | None = None
    digest: JsonValue | None = None


class AgentRun(FrozenModel):
    """One run of one agent for a mission."""

    run_id: str = Field(default_factory=new_identifier)
    mission: Mission
    agent: str
    model: str
    started_at: datetime
    seconds: float = 0.0
    tokens_used: Natural = 0
    attempts: Positive = 1
    succeeded: bool = False
    error: str | None = None
    trace_id: str | None = None

    @model_validator(mode="after")
    def _check_duration_not_negative(self) -> Self:
        """Assert durationNotNegative: seconds >= 0.0"""
        if not self.seconds >= 0.0:
            raise ValueError("durationNotNegative does not hold: seconds >= 0.0")
        return self


class KnowledgeVector(FrozenModel):
    """Something learnt, with the vector it is found by."""

    vector_id: str = Field(default_factory=new_identifier)
    mission: Mission | None = Field(
        default=None,
        description="Empty for knowledge that was there before any mission.",
    )
    topic: str
    content: str
    content_digest: str
    embedding: tuple[float, ...]
    details: JsonValue | None = None
    confidence: float
    learnt_at: datetime

    @model_validator(mode="after")
    def _check_confidence_bounds(self) -> Self:
        """Assert confidenceBounds: A share or a score lies between nothing and all."""
        from ..constraints import within_unit

        if not within_unit(value=self.confidence):
            raise ValueError(
                "confidenceBounds does not hold: A share or a score lies between nothing and all."
            )
        return self


class QuorumVote(FrozenModel):
    """One vote of one reviewer on one mission."""

    mission: Mission
    reviewer: str
    verdict: Verdict
    reason: str | None = None
    voted_on: datetime
