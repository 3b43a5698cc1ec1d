"""The body of an action becomes the method `perform_body` of its class.

Steps that follow each other are written one after the other; where control nodes, guards or waiting need it they
are nodes of a graph that the engine performs. Knows classes under construction; must not know single steps.
"""

from __future__ import annotations

import ast

from generator.compile.actions import owned_steps
from generator.compile.code import Shape, call, constant, name
from generator.compile.program.bodies_frames import has_occurrence, inner_features, performed_by
from generator.compile.program.bodies_python import python_statements
from generator.compile.program.bodies_steps import RESERVED, Lowering
from generator.compile.program.building import Building
from generator.compile.program.composition import DONE_IN_STATES
from generator.compile.program.features import feature_code, is_structural, method
from generator.compile.references import fitted
from generator.compile.scope import Scope, shape_of
from generator.ir import (
    ActionUsage,
    AssertConstraintUsage,
    BindingConnectorAsUsage,
    CalculationUsage,
    Feature,
    FeatureReferenceExpression,
    FlowUsage,
    Reference,
    Role,
    StateUsage,
    SuccessionAsUsage,
    TextualRepresentation,
    TransitionUsage,
    Type,
)

__all__ = ["PERFORMANCES", "action_base", "action_code", "has_body", "held_step", "step_code"]

PERFORMANCES = ("Kind", "Node", "Performance", "Way", *RESERVED)
"""What classes of actions are written with, from the support module of that name."""
_BODY = (StateUsage, FlowUsage, BindingConnectorAsUsage, SuccessionAsUsage, AssertConstraintUsage)


def action_base(building: Building, action: Type) -> str:
    """The support class that the class of an action without other base stands on."""
    return "Performance"


def action_code(building: Building, action: Type, scope: Scope) -> list[ast.stmt]:
    """The statements that the class of an action definition or usage has beyond its parameters and attributes.

    The executor awaits `perform()`, and then reads the features with direction `out` and `inout`.
    """
    found = step_code(building, action)
    for feature in inner_features(building.model, action):
        found += _inner(building, action, feature)
    if not has_body(building, action):
        return found
    lowering = Lowering(building, action, scope)
    written = _written(building, action)
    if written is None:
        inside = lowering.statements(action)
    elif written.language.strip().lower() in ("python", "python3"):
        inside = python_statements(lowering, action, written)
        inside += lowering.checks(action)
    else:
        inside = [lowering.unsupported(written.span, f"a body in {written.language}")]
    return [*found, _async_method("perform_body", inside)]


def _inner(building: Building, action: Type, feature: Feature) -> list[ast.stmt]:
    """A feature of a branch or loop body of the action."""
    if isinstance(feature, ActionUsage) and _is_held(feature):
        return held_step(building, action, feature)
    if feature.role is Role.LOOP_VARIABLE and not building.model.types(feature):
        target = ast.Name(id=building.types.attribute(feature), ctx=ast.Store())
        return [ast.AnnAssign(target=target, annotation=name("Any"), value=None, simple=1)]
    return feature_code(building, action, feature) if is_structural(feature) else []


def step_code(building: Building, type_: Type) -> list[ast.stmt]:
    """The features of a class for the actions its type owns."""
    found: list[ast.stmt] = []
    for each in building.model.owned(type_, ActionUsage):
        if each.role is Role.MEMBER or not _is_held(each):
            continue
        found += held_step(building, type_, each)
    return found


def held_step(building: Building, type_: Type, step: ActionUsage) -> list[ast.stmt]:
    """The feature for one step; what is performed elsewhere is looked up there."""
    performed = performed_by(building.model, step)
    if performed is None:
        return feature_code(building, type_, step)
    return [_performed(building, type_, step, performed)]


def _performed(
    building: Building, type_: Type, usage: ActionUsage, performed: Reference
) -> ast.stmt:
    """`perform a.b`: the performance is that of what is referred to."""
    known = len(building.diagnostics)
    expression = FeatureReferenceExpression(span=performed.span, reference=performed)
    value = building.value(expression, building.scope(type_))
    shape = shape_of(building.model, usage)
    if value is None:
        node = building.missing(known, performed.span, "what is performed")
    else:
        node = fitted(value, shape)
    shown = constant(usage.name or performed.text)
    role = "action" if usage.role in DONE_IN_STATES else "perform"
    settings: dict[str, ast.expr] = {"role": constant(role)}
    if shape is Shape.MANY:
        settings["is_many"] = constant(True)
    decorator = call("value", shown, _thunk(name("Performance")), **settings)
    return method(building.types.attribute(usage), node, name("Any"), decorator, usage.doc)


def _thunk(node: ast.expr) -> ast.Lambda:
    nothing = ast.arguments(posonlyargs=[], args=[], kwonlyargs=[], kw_defaults=[], defaults=[])
    return ast.Lambda(args=nothing, body=node)


def _is_held(action: ActionUsage) -> bool:
    is_other = isinstance(action, StateUsage | TransitionUsage | CalculationUsage)
    return not is_other and action.direction is None and has_occurrence(action)


def has_body(building: Building, action: Type) -> bool:
    """Whether an action says itself what it does; else it does what the actions it specialises do."""
    model = building.model
    if owned_steps(model, action) or _written(building, action) is not None:
        return True
    return any(
        isinstance(each, _BODY) or (isinstance(each, ActionUsage) and each.role is Role.BODY)
        for each in model.owned(action, Feature)
    )


def _written(building: Building, action: Type) -> TextualRepresentation | None:
    """The body an action has in another language than the model's; one in Python goes first."""
    found = building.model.owned(action, TextualRepresentation)
    if not found or owned_steps(building.model, action):
        return None
    return next((each for each in found if each.language.lower().startswith("python")), found[0])


def _async_method(method: str, body: list[ast.stmt]) -> ast.stmt:
    return ast.AsyncFunctionDef(
        name=method,
        args=ast.arguments(
            posonlyargs=[], args=[ast.arg(arg="self")], kwonlyargs=[], kw_defaults=[], defaults=[]
        ),
        body=body or [ast.Pass()],
        decorator_list=[],
        returns=ast.Constant(value=None),
    )
