# Generated from CMOS_Views (ssot/cmos/views.sysml) and 7 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What files and people see of the database. Every mirror is written by the transaction
that changes what it shows.
"""

from __future__ import annotations

from datetime import datetime

from pydantic import AliasChoices, Field, JsonValue

from ._base import FrozenModel, Natural
from .cmos_domain import MissionStatus, OrchestrationPattern
from .cmos_persistence import Decision


class MissionEntry(FrozenModel):
    """A mission as it stands in the backlog file."""

    id: str
    name: str
    status: MissionStatus = MissionStatus.QUEUED
    position: Natural = 0
    pattern: OrchestrationPattern = OrchestrationPattern.NONE
    rationale: str | None = None
    research: bool = False
    notes: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    details: JsonValue | None = Field(
        default=None,
        validation_alias=AliasChoices("metadata", "details"),
        serialization_alias="metadata",
    )
    completed_at: datetime | None = None


class SprintEntry(FrozenModel):
    """A sprint as it stands in the backlog file; the name of missions without one is
    empty.
    """

    sprint: str
    missions: tuple[MissionEntry, ...] = ()


class DependencyEntry(FrozenModel):
    """A dependency as it stands in the backlog file."""

    from_: str = Field(
        validation_alias=AliasChoices("from", "from_"), serialization_alias="from"
    )
    to: str
    type_: str = Field(
        default="requires",
        validation_alias=AliasChoices("type", "type_"),
        serialization_alias="type",
    )


class Backlog(FrozenModel):
    """The backlog file."""

    sprints: tuple[SprintEntry, ...] = ()
    dependencies: tuple[DependencyEntry, ...] = Field(
        default=(),
        validation_alias=AliasChoices("mission_dependencies", "dependencies"),
        serialization_alias="mission_dependencies",
    )


class BacklogLine(FrozenModel):
    """A mission as people see it."""

    id: str
    status: MissionStatus
    name: str
    sprint: str | None = None
    waits_for: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


class ProjectContext(FrozenModel):
    """What is loaded before a session begins."""

    active_mission: str | None = None
    session_count: Natural
    last_session: str | None = None
    updated_at: datetime | None = None
    current: MissionEntry | None = None


class MasterContext(FrozenModel):
    """What outlives the sessions."""

    active_mission: str | None = None
    session_count: Natural
    last_session: str | None = None
    updated_at: datetime | None = None
    decisions: tuple[Decision, ...] = Field(
        default=(),
        validation_alias=AliasChoices("decisions_made", "decisions"),
        serialization_alias="decisions_made",
    )
    constraints: tuple[Decision, ...] = ()
    insights: tuple[Decision, ...] = ()
