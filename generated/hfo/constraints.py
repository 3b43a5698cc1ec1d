# Generated from HFO_Requirements::Complete (ssot/hfo/requirements.sysml) and 2 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Constraints of Hive Fleet Obsidian: one predicate for each constraint definition of
the model.
"""

from __future__ import annotations

from .types.hfo_tooling import Version


def complete(*, covered: int, total: int) -> bool:
    """All of what there is has been covered."""
    return covered == total


def within_unit(*, value: float) -> bool:
    """A share or a score lies between nothing and all."""
    return value >= 0.0 and value <= 1.0


def at_least(*, actual: Version, wanted: Version) -> bool:
    """A version is not older than another one."""
    return actual.major > wanted.major or (
        actual.major == wanted.major and actual.minor >= wanted.minor
    )
