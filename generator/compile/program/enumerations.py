"""Enumeration definitions become classes of literals; those with values are numbers or texts at the same time.

Knows enumerations. Must not know other types.
"""

from __future__ import annotations

import ast

from generator.compile.code import constant, name
from generator.compile.program.building import Building
from generator.ir import EnumerationDefinition, Expression, Feature, Model, effective_value
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
    own = building.classes[type_.id]
    return ast.ClassDef(
        name=own, bases=[name(base)], keywords=[], body=body or [ast.Pass()], decorator_list=[]
    )


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
