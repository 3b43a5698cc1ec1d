"""The results of calculations and constraints: written out, of a return parameter, of what is referred to, or negated.

Knows what is evaluated. Must not know how other features become code.
"""

from __future__ import annotations

import ast

from generator.compile.code import Shape, attribute, call, constant, name, negate, tuple_of
from generator.compile.operators import truth
from generator.compile.program.building import Building, is_evaluated
from generator.compile.program.features import (
    annotation,
    kind_of,
    method,
    slot,
    value_decorator,
    value_of,
)
from generator.compile.program.features_settings import settings_of
from generator.compile.program.requirements import is_requirement, requirement_code
from generator.compile.scope import has_multiplicity
from generator.ir import (
    ConstraintDefinition,
    ConstraintUsage,
    Expression,
    Feature,
    FeatureReferenceExpression,
    Role,
    TextualRepresentation,
    Type,
)

__all__ = ["result_code"]


def result_code(building: Building, owner: Type, base: str) -> list[ast.stmt]:
    """The result of a calculation or constraint, where it says itself what that is; `base` is its first base class."""
    if is_requirement(building, owner):
        return requirement_code(building, owner)
    if isinstance(owner, ConstraintDefinition | ConstraintUsage):
        return _truth(building, owner, base)
    own = [each for each in building.model.owned(owner, Feature) if each.role is Role.RETURN]
    expression: Expression | None = getattr(owner, "result", None)
    mode = "="
    if expression is None and own:
        value = value_of(building, own[0])
        if value is not None:
            expression, mode = value
    if expression is None and not own:
        return []
    parameter = own[0] if own else _inherited(building, owner)
    return [_result(building, owner, parameter, expression, mode)]


def _inherited(building: Building, owner: Type) -> Feature | None:
    found = (each for each in reversed(building.model.features(owner)) if each.role is Role.RETURN)
    return next(found, None)


def _result(
    building: Building,
    owner: Type,
    parameter: Feature | None,
    expression: Expression | None,
    mode: str,
) -> ast.stmt:
    shown = parameter.name if parameter is not None and parameter.name else "result"
    given: ast.expr = name("Any")
    kind: ast.expr = _kind(name("object"))
    settings: dict[str, ast.expr] = {"role": constant("return")}
    if parameter is not None:
        given, kind = annotation(building, parameter), kind_of(building, parameter)
        settings = settings_of(building, owner, parameter)
    if expression is None:
        target = ast.Name(id="result", ctx=ast.Store())
        made: ast.expr = call("Feature", constant(shown), kind, **settings)
        if parameter is not None:
            made = slot(building, parameter, constant(shown), settings)
        return ast.Assign(targets=[target], value=made)
    known = len(building.diagnostics)
    shape = building.result_shape(owner)
    found = building.value(expression, building.scope(owner), shape)
    node = None if found is None else found.node
    if parameter is None or not has_multiplicity(building.model, parameter):
        given, settings = _open(shape, given, settings)
    if node is None:
        node = building.missing(known, owner.span, "this result")
    decorator: ast.expr = call("value", constant(shown), kind, **settings)
    if parameter is not None:
        decorator = value_decorator(building, parameter, shown, mode, settings)
    return method("result", node, given, decorator)


def _open(
    shape: Shape, given: ast.expr, settings: dict[str, ast.expr]
) -> tuple[ast.expr, dict[str, ast.expr]]:
    """The type and the settings of a result that may have as many values as its expression."""
    if shape is Shape.MANY:
        many = tuple_of([given, ast.Constant(value=...)])
        given = ast.Subscript(value=name("tuple"), slice=many, ctx=ast.Load())
        bounds = tuple_of([constant(0), constant(None)])
        any_ = {"bounds": bounds, "is_many": constant(True), "is_unique": constant(False)}
        return given, {**settings, **any_}
    if shape is Shape.ONE:
        return given, settings
    return given, {**settings, "bounds": tuple_of([constant(0), constant(1)])}


def _kind(node: ast.expr) -> ast.Lambda:
    nothing = ast.arguments(posonlyargs=[], args=[], kwonlyargs=[], kw_defaults=[], defaults=[])
    return ast.Lambda(args=nothing, body=node)


# -- constraints ----------------------------------------------------------------------------------


def _truth(building: Building, owner: Type, base: str) -> list[ast.stmt]:
    is_negated = getattr(owner, "is_negated", False)
    expression: Expression | None = getattr(owner, "result", None)
    if expression is None:
        expression = _referred(building, owner)
    written = building.model.owned(owner, TextualRepresentation)
    if expression is None and written:
        text = building.report(written[0].span, f"a condition in {written[0].language}")
        node: ast.expr = call("unsupported", constant(text))
    elif expression is None:
        if not is_negated:
            return []
        inherited = attribute(attribute(name(base), "result"), "inherited")
        node = negate(call(inherited, name("self")))
    else:
        known = len(building.diagnostics)
        found = building.value(expression, building.scope(owner))
        if found is None:
            node = building.missing(known, owner.span, "this condition")
        else:
            node = negate(truth(found)) if is_negated else truth(found)
    decorator = call("value", constant("result"), _kind(name("bool")), role=constant("return"))
    return [method("result", node, name("bool"), decorator)]


def _referred(building: Building, owner: Type) -> Expression | None:
    """`require c`, `assert c`: the result of what is referred to, unless something is said about it here."""
    reference = getattr(owner, "reference", None)
    target = building.model.target(reference)
    if reference is None or not isinstance(target, Feature) or not is_evaluated(target):
        return None
    if any(each.role is not Role.MEMBER for each in building.model.owned(owner, Feature)):
        return None
    return FeatureReferenceExpression(span=reference.span, reference=reference)
