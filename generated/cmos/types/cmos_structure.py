# Generated from CMOS_Structure (ssot/cmos/structure.sysml) and 5 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The parts of the operations, and what each of them does."""

from __future__ import annotations

from ._base import FrozenModel


class BacklogStore(FrozenModel):
    """The database that holds everything."""


class MissionRuntime(FrozenModel):
    """Chooses, begins and ends missions."""


class ContextKeeper(FrozenModel):
    """Keeps contexts, sessions and files in step."""


class Orchestrator(FrozenModel):
    """Carries missions out, with limits and a fallback."""


class HealthMonitor(FrozenModel):
    """Checks the database and the documents, and notes what it found."""
