"""Enumeration definitions become classes of literals; those with values are numbers or texts at the same time.

Knows enumerations. Must not know other types.
"""

from __future__ import annotations

import ast

from generator.compile.code import attribute, call, constant, name
from generator.compile.program.building import Building
from generator.compile.scope import Scope
from generator.ir import (
    AttributeUsage,
    ElementId,
    EnumerationDefinition,
    EnumerationUsage,
    Expression,
    Feature,
    Library,
    Model,
    ReferenceUsage,
    effective_value,
)
from generator.ir import constant as folded

__all__ = ["enumeration_code"]

_BASES = (
    ("Boolean", "Literal"),
    ("Integer", "IntegerLiteral"),
    ("NumericalValue", "RealLiteral"),
    ("String", "TextLiteral"),
)


def enumeration_code(building: Building, type_: EnumerationDefinition) -> ast.ClassDef:
    """The class of an enumeration definition."""
    base = _base(building.model, type_)
    literals = building.types.literals(type_)
    body: list[ast.stmt] = [ast.Expr(value=constant(type_.doc))] if type_.doc else []
    for at, member in literals.items():
        literal = building.model.element(at)
        label = constant(f"{type_.name}::{literal.name or member.lower()}")
        node: ast.expr = label
        if base != "Literal" and isinstance(literal, Feature):
            node = ast.Tuple(elts=[label, _value(building, literal)], ctx=ast.Load())
        target = ast.Name(id=member, ctx=ast.Store())
        body.append(ast.Assign(targets=[target], value=node))
    body += _features(building, type_, literals)
    own = building.classes[type_.id]
    return ast.ClassDef(
        name=own, bases=[name(base)], keywords=[], body=body or [ast.Pass()], decorator_list=[]
    )


def _features(
    building: Building, type_: EnumerationDefinition, literals: dict[ElementId, str]
) -> list[ast.stmt]:
    """The features that each literal has a value for, as properties."""
    model = building.model
    return [
        _property(building, feature, tuple(literals))
        for feature in model.features(type_)
        if isinstance(feature, AttributeUsage | ReferenceUsage)
        and not isinstance(feature, EnumerationUsage)
        and feature.library is not Library.STANDARD
    ]


def _property(building: Building, feature: Feature, literals: tuple[ElementId, ...]) -> ast.stmt:
    """`if self is Own.LITERAL: return value` for each literal."""
    model = building.model
    body: list[ast.stmt] = []
    for at in literals:
        literal = model.element(at)
        if not isinstance(literal, Feature):
            continue
        held = next((each for each in model.features(literal) if _is(model, each, feature)), None)
        value = None if held is None else effective_value(model, held)
        if held is None or value is None:
            continue
        known = len(building.diagnostics)
        node = building.fitted(value.expression, Scope(world=building).within(literal), held)
        if node is None:
            node = building.missing(known, held.span, f"`{held.name}`")
        label = attribute(name("self"), "_value_")
        owner = model.owner(literal)
        shown = constant(f"{owner.name if owner else ''}::{literal.name}")
        test = ast.Compare(left=label, ops=[ast.Eq()], comparators=[shown])
        body.append(ast.If(test=test, body=[ast.Return(value=node)], orelse=[]))
    text = f"`{feature.name}` of this literal has no value"
    body.append(ast.Return(value=call("missing_value", constant(text))))
    return ast.FunctionDef(
        name=building.types.attribute(feature),
        args=ast.arguments(
            posonlyargs=[], args=[ast.arg(arg="self")], kwonlyargs=[], kw_defaults=[], defaults=[]
        ),
        body=body,
        decorator_list=[name("property")],
        returns=name("Any"),
    )


def _is(model: Model, one: Feature, other: Feature) -> bool:
    return one is other or other in model.redefined(one)


def _base(model: Model, type_: EnumerationDefinition) -> str:
    for scalar, base in _BASES:
        if model.specializes(type_, f"ScalarValues::{scalar}"):
            return base
    values = [folded(model, _written(model, each)) for each in model.owned(type_, Feature)]
    if not values or any(isinstance(each, bool) or each is None for each in values):
        return "Literal"
    if all(isinstance(each, int) for each in values):
        return "IntegerLiteral"
    if all(isinstance(each, int | float) for each in values):
        return "RealLiteral"
    return "TextLiteral" if all(isinstance(each, str) for each in values) else "Literal"


def _written(model: Model, literal: Feature) -> Expression | None:
    value = effective_value(model, literal)
    return None if value is None else value.expression


def _value(building: Building, literal: Feature) -> ast.expr:
    expression = _written(building.model, literal)
    known = len(building.diagnostics)
    found = None if expression is None else building.value(expression, building.scope(literal))
    if found is None:
        return building.missing(known, literal.span, f"the value of `{literal.name}`")
    return found.node
