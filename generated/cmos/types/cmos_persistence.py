# Generated from CMOS_Persistence (ssot/cmos/persistence.sysml) and 7 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What is kept in the database."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from pydantic import AliasChoices, Field, JsonValue, model_validator

from ._base import FrozenModel, Natural, Positive
from .cmos_domain import (
    ContextName,
    DecisionKind,
    EventKind,
    MissionStatus,
    OrchestrationPattern,
)


class Sprint(FrozenModel):
    """Missions that are planned together."""

    name: str
    position: Natural


class Mission(FrozenModel):
    """One entry of the backlog."""

    id: str
    name: str
    sprint: Sprint | None = None
    status: MissionStatus = MissionStatus.QUEUED
    position: Natural = Field(
        description="The place in the queue: the lowest comes first."
    )
    pattern: OrchestrationPattern = Field(
        default=OrchestrationPattern.NONE,
        description="The one way in which the mission is carried out.",
    )
    rationale: str | None = Field(default=None, description="Why that way was chosen.")
    research: bool = False
    notes: tuple[str, ...] = Field(
        default=(),
        description="Decisions, results of tests and follow-ups, one entry each.",
    )
    needs: tuple[str, ...] = Field(default=(), description="What would unblock it.")
    details: JsonValue | None = Field(default=None, description="Metadata of any kind.")
    fallback: bool = Field(
        default=False,
        description="Whether the linear fallback had to be taken, so that a person has to look at it before it is closed.",
    )
    reviewed_by: str | None = None
    added_at: datetime
    started_at: datetime | None = None
    completed_at: datetime | None = None

    @model_validator(mode="after")
    def _check_fallback_reviewed(self) -> Self:
        """Assert fallbackReviewed: A mission that triggered the fallback is not closed
        before a person has reviewed it.
        """
        from .cmos_domain import MissionStatus

        if not (
            self.status != MissionStatus.COMPLETED
            or not self.fallback
            or self.reviewed_by is not None
        ):
            raise ValueError(
                "fallbackReviewed does not hold: A mission that triggered the fallback is not closed before a person has reviewed it."
            )
        return self


class MissionDependency(FrozenModel):
    """One mission waits for another one."""

    dependent: Mission
    required: Mission
    type_: str = Field(
        validation_alias=AliasChoices("type", "type_"), serialization_alias="type"
    )


class Session(FrozenModel):
    """The time one mission is worked on, from its start to its completion or block."""

    number: Positive
    mission: Mission
    agent: str
    summary: str
    started_at: datetime
    ended_at: datetime | None = None
    outcome: EventKind | None = None


class SessionEvent(FrozenModel):
    """What happened in a session, in order."""

    number: Positive
    ts: datetime
    agent: str
    mission: str
    action: EventKind
    status: MissionStatus
    session: Natural
    summary: str
    next_hint: str | None = None
    needs: tuple[str, ...] = ()


class Context(FrozenModel):
    """The markers of a context: what is worked on, how many sessions there were, which
    was the last.
    """

    name: ContextName
    active_mission: str | None = None
    session_count: Natural = 0
    last_session: str | None = None
    updated_at: datetime


class Decision(FrozenModel):
    """A decision, a constraint or an insight that outlives its mission."""

    number: Positive
    kind: DecisionKind = DecisionKind.DECISION
    text: str
    rationale: str | None = None
    mission: str | None = None
    decided_at: datetime
