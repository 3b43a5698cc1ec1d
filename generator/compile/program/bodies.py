"""What is done in an action: the methods its class has beyond its features.

The lowering of bodies is added here; so far an action whose outputs have values is performed by reading them.
"""

from __future__ import annotations

import ast

from generator.compile.program.building import Building
from generator.compile.scope import Scope
from generator.ir import Type

__all__ = ["action_base", "action_code"]


def action_base(building: Building, action: Type) -> str:
    """The support class that the class of an action without other base stands on."""
    return "Occurrence"


def action_code(building: Building, action: Type, scope: Scope) -> list[ast.stmt]:
    """The statements that the class of an action definition or usage has beyond its parameters and attributes.

    `action` is any ActionDefinition or ActionUsage that is no calculation and no state. Names in `scope` lead to
    features of `self`, outer ones through `self.owner`. To compile an expression use `building.value`, for the
    class of another type `building.class_of` (it will be written too), for what has no meaning `building.report`;
    a module that is needed is added to `building.imports`. The executor awaits `perform()` where the class has
    that method, and then reads the features with direction `out` and `inout`.
    """
    return []
