# Generated from CMOS_Structure (ssot/cmos/structure.sysml) and 5 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The parts of the operations, and what each of them does."""

from __future__ import annotations

from pydantic import Field

from ._base import FrozenModel, Natural, Positive
from .cmos_domain import MissionStatus, OrchestrationPattern


class BacklogStore(FrozenModel):
    """The database that holds everything."""

    authoritative: bool = True
    prepared_statements: bool = True
    file: str = "cmos/db/cmos.sqlite"


class MissionRuntime(FrozenModel):
    """Chooses, begins and ends missions."""

    precedence: tuple[MissionStatus, ...] = Field(
        default=(
            MissionStatus.IN_PROGRESS,
            MissionStatus.CURRENT,
            MissionStatus.QUEUED,
        ),
        min_length=3,
        max_length=3,
    )
    missions_at_a_time: Positive = 1
    promotes: bool = True
    refuses_circles: bool = True


class ContextKeeper(FrozenModel):
    """Keeps contexts, sessions and files in step."""

    mirrors: tuple[str, ...] = Field(
        default=(
            "cmos/missions/backlog.yaml",
            "cmos/PROJECT_CONTEXT.json",
            "cmos/MASTER_CONTEXT.json",
            "cmos/SESSIONS.jsonl",
        ),
        min_length=1,
    )
    one_transaction: bool = True


class Orchestrator(FrozenModel):
    """Carries missions out, with limits and a fallback."""

    patterns: tuple[OrchestrationPattern, ...] = Field(
        default=(
            OrchestrationPattern.NONE,
            OrchestrationPattern.RSIP,
            OrchestrationPattern.DELEGATION,
            OrchestrationPattern.BOOMERANG,
        ),
        min_length=4,
        max_length=4,
    )
    retries: Natural = 1
    failed_workers: Positive = 2
    failed_attempts: Positive = 2
    iterations: Positive = 3
    review_after_fallback: bool = True


class HealthMonitor(FrozenModel):
    """Checks the database and the documents, and notes what it found."""

    journal: str = "cmos/telemetry/events/database-health.jsonl"
    notes_refused_runs: bool = True
