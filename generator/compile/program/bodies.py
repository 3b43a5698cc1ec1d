"""The body of an action becomes the method `perform_body` of its class.

Steps that follow each other are written one after the other; where control nodes, guards or waiting need it they
are nodes of a graph that the engine performs. Knows classes under construction; must not know single steps.
"""

from __future__ import annotations

import ast

from generator.compile.actions import owned_steps, python_body
from generator.compile.program.bodies_frames import has_occurrence, inner_features
from generator.compile.program.bodies_python import python_statements
from generator.compile.program.bodies_steps import RESERVED, Lowering
from generator.compile.program.building import Building
from generator.compile.program.features import feature_code
from generator.compile.scope import Scope
from generator.ir import (
    ActionUsage,
    AssertConstraintUsage,
    BindingConnectorAsUsage,
    CalculationUsage,
    Feature,
    FlowUsage,
    Role,
    StateUsage,
    SuccessionAsUsage,
    TransitionUsage,
    Type,
)

__all__ = ["PERFORMANCES", "action_base", "action_code", "step_code"]

PERFORMANCES = ("Kind", "Node", "Performance", "Way", *RESERVED)
"""What classes of actions are written with, from the support module of that name."""
_BODY = (FlowUsage, BindingConnectorAsUsage, SuccessionAsUsage, AssertConstraintUsage)


def action_base(building: Building, action: Type) -> str:
    """The support class that the class of an action without other base stands on."""
    return "Performance"


def action_code(building: Building, action: Type, scope: Scope) -> list[ast.stmt]:
    """The statements that the class of an action definition or usage has beyond its parameters and attributes.

    The executor awaits `perform()`, and then reads the features with direction `out` and `inout`.
    """
    found = step_code(building, action)
    for feature in inner_features(building.model, action):
        found += feature_code(building, action, feature)
    if not _says_something(building, action):
        return found
    lowering = Lowering(building, action, scope)
    body = python_body(building.model, action)
    before, after = lowering.assertions(action)
    if body is not None:
        inside = python_statements(lowering, action, body)
    else:
        inside = lowering.statements(action)
    return [*found, _method("perform_body", [*before, *inside, *after])]


def step_code(building: Building, type_: Type) -> list[ast.stmt]:
    """The features of a class for the actions its type owns."""
    found: list[ast.stmt] = []
    for each in building.model.owned(type_, ActionUsage):
        if each.role is not Role.MEMBER and _is_held(each):
            found += feature_code(building, type_, each)
    return found


def _is_held(action: ActionUsage) -> bool:
    is_other = isinstance(action, StateUsage | TransitionUsage | CalculationUsage)
    return not is_other and action.direction is None and has_occurrence(action)


def _says_something(building: Building, action: Type) -> bool:
    """Whether an action says itself what it does; else it does what the actions it specialises do."""
    model = building.model
    if owned_steps(model, action) or python_body(model, action) is not None:
        return True
    return any(
        isinstance(each, _BODY) or (isinstance(each, ActionUsage) and each.role is Role.BODY)
        for each in model.owned(action, Feature)
    )


def _method(method: str, body: list[ast.stmt]) -> ast.stmt:
    return ast.AsyncFunctionDef(
        name=method,
        args=ast.arguments(
            posonlyargs=[], args=[ast.arg(arg="self")], kwonlyargs=[], kw_defaults=[], defaults=[]
        ),
        body=body or [ast.Pass()],
        decorator_list=[],
        returns=ast.Constant(value=None),
    )
