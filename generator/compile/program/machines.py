"""What a state definition or usage becomes: its class has a machine for the executor.

The lowering of states is added here; until then a state is reported where it is reached.
"""

from __future__ import annotations

import ast

from generator.compile.program.building import Building
from generator.compile.scope import Scope
from generator.ir import Type

__all__ = ["state_base", "state_code"]


def state_base(building: Building, state: Type) -> str:
    """The support class that the class of a state without other base stands on."""
    return "Occurrence"


def state_code(building: Building, state: Type, scope: Scope) -> list[ast.stmt]:
    """The statements that the class of a state definition or usage has beyond its parameters and attributes.

    `state` is any StateDefinition or StateUsage; the same building and scope as in `bodies.action_code`. The executor
    calls what is given here by the dispatch in `generator.workspace.execute`.
    """
    building.report(state.span, f"the state `{state.name}`", "unsupported-state")
    return []
