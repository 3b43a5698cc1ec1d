# Generated from CMOS_Domain (ssot/cmos/domain.sysml) and 9 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The words of the guide: what a mission can be, how it is carried out, what is noted
about it.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from pydantic import AliasChoices, Field

from ._base import FrozenModel, Natural


class MissionStatus(StrEnum):
    """Where a mission stands."""

    IN_PROGRESS = "In Progress"
    CURRENT = "Current"
    QUEUED = "Queued"
    BLOCKED = "Blocked"
    COMPLETED = "Completed"


class OrchestrationPattern(StrEnum):
    """How a mission is carried out: alone, by refining again and again, by workers side
    by side, or step by step and back.
    """

    NONE = "none"
    RSIP = "rsip"
    DELEGATION = "delegation"
    BOOMERANG = "boomerang"


class ContextName(StrEnum):
    """The contexts that are loaded before work begins."""

    PROJECT = "PROJECT"
    MASTER = "MASTER"


class EventKind(StrEnum):
    """What is noted of a session."""

    START = "start"
    COMPLETE = "complete"
    BLOCK = "block"
    UPDATE = "update"
    REVIEW = "review"
    FALLBACK = "fallback"


class DecisionKind(StrEnum):
    """What a line of the master context is."""

    DECISION = "decision"
    CONSTRAINT = "constraint"
    INSIGHT = "insight"


class Outcome(StrEnum):
    """How the try of a worker, an iteration, a step or a checkpoint ended."""

    OK = "ok"
    FAILED = "failed"
    WORKER_TIMEOUT = "worker_timeout"
    EVALUATION_CALL_FAILURE = "evaluation_call_failure"
    NETWORK_ERRORS = "network_errors"


class RunStatus(StrEnum):
    """How a mission was carried out: as planned, or by the linear fallback."""

    OK = "ok"
    FALLBACK = "fallback"


class HealthEvent(FrozenModel):
    """What a check of the database found."""

    ts: datetime
    event: str = "database_health"
    status: str
    missions: Natural = 0
    problems: tuple[str, ...] = ()


class OrchestrationEvent(FrozenModel):
    """How a mission was carried out, for whoever looks into fallbacks."""

    ts: datetime
    event: str = "orchestration"
    mission: str
    pattern: OrchestrationPattern
    status: RunStatus
    fallback_triggered: bool = Field(
        validation_alias=AliasChoices("fallbackTriggered", "fallback_triggered"),
        serialization_alias="fallbackTriggered",
    )
    reason: str | None = None
