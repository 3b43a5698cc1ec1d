"""Which features are composite: their values are made with what they belong to.

Knows kinds of features. Must not know how they become code.
"""

from __future__ import annotations

from generator.compile.program.building import Building
from generator.ir import (
    ActionUsage,
    AttributeUsage,
    CalculationUsage,
    ConstraintUsage,
    ExhibitStateUsage,
    Feature,
    Library,
    PerformActionUsage,
    ReferenceUsage,
    Role,
    Usage,
)

__all__ = ["DONE_IN_STATES", "is_composite"]

DONE_IN_STATES = (Role.ENTRY, Role.DO, Role.EXIT, Role.EFFECT)
"""What the actions are that a state does itself."""


def is_composite(building: Building, feature: Feature) -> bool:
    """Whether an occurrence has values of its own for a feature, which exist because it does."""
    if isinstance(feature, ReferenceUsage) and feature.direction is None:
        redefined = building.model.redefined(
            feature
        )  # `:>> wheels {…}` says not again what they are
        own = [each for each in redefined if each.library is not Library.STANDARD]
        return bool(own) and is_composite(building, own[-1])
    if feature.direction is not None:
        return False
    if isinstance(feature, AttributeUsage):
        return not feature.is_abstract and not feature.is_variation
    if isinstance(feature, CalculationUsage | ConstraintUsage | PerformActionUsage):
        return True  # what is performed elsewhere has a value
    if isinstance(feature, ExhibitStateUsage):
        return True
    if feature.role in DONE_IN_STATES and isinstance(feature, ActionUsage):
        return True
    if getattr(feature, "is_reference", False):
        return False
    if feature.is_abstract:
        return False
    return isinstance(feature, Usage) and not feature.is_end and not feature.is_variation
