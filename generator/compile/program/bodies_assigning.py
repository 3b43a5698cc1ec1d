"""Assignments: to features of the performance, of parts and of whatever a chain leads to.

Knows one step at a time. Must not know bodies.
"""

from __future__ import annotations

import ast
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.compile.code import Shape, Value, name
from generator.compile.references import fitted
from generator.compile.scope import shape_of
from generator.ir import AssignmentActionUsage, Feature

if TYPE_CHECKING:
    from generator.compile.program.bodies_steps import Lowering

__all__ = ["assignment"]


def assignment(lowering: Lowering, step: AssignmentActionUsage) -> list[ast.stmt]:
    """`target := value`; a chain through several values assigns to each of them."""
    building = lowering.building
    target, value = step.target, step.value_expression
    feature = building.model.target(target)
    if target is None or value is None or not isinstance(feature, Feature):
        return [lowering.unsupported(step.span, "this assignment")]
    node = fitted(
        lowering.value(value, "this value"),
        shape_of(building.model, feature),
    )
    path = target.path
    while len(path) > 1 and path[0] in lowering.scope.enclosing:
        path = path[1:]
    if step.target_source is not None:
        owner = lowering.value(step.target_source, "this target")
    elif len(path) > 1:
        owner = lowering.referred(replace(target, path=path[:-1]))
    else:
        held = lowering.referred(replace(target, path=path)).node
        if not isinstance(held, ast.Attribute):
            return [lowering.unsupported(step.span, f"an assignment to `{target.text}`")]
        return [_store(held.value, held.attr, node)]
    attribute = building.types.attribute(feature)
    if owner.shape is not Shape.MANY:
        return [_store(_present(owner), attribute, node)]
    each = lowering.names.unique("each")
    inside = _store(name(each), attribute, node)
    variable = ast.Name(id=each, ctx=ast.Store())
    return [ast.For(target=variable, iter=owner.node, body=[inside], orelse=[])]


def _present(owner: Value) -> ast.expr:
    """The occurrence itself where the expression for it allows for there being none."""
    node = owner.node
    if isinstance(node, ast.IfExp) and isinstance(node.orelse, ast.Attribute):
        return node.orelse
    return node


def _store(owner: ast.expr, attribute: str, value: ast.expr) -> ast.stmt:
    target = ast.Attribute(value=owner, attr=attribute, ctx=ast.Store())
    return ast.Assign(targets=[target], value=value)
