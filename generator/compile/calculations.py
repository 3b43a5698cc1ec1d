"""Calculation and constraint definitions become Python functions.

Knows definitions with a result. Must not know which module a function is put into beyond its name.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass

from generator.compile.actions import effective_value
from generator.compile.behavior_names import behavior_names
from generator.compile.code import Shape, Value, unparse
from generator.compile.expressions import compile_expression
from generator.compile.operators import truth
from generator.compile.references import fitted, result_parameter
from generator.compile.scope import Scope, shape_of
from generator.compile.types import ImportName, python_types
from generator.diagnostics import Diagnostic
from generator.ir import (
    CalculationDefinition,
    ConstraintDefinition,
    Direction,
    Expression,
    Feature,
    Model,
    Type,
)

__all__ = ["FunctionCode", "FunctionParameter", "compile_calculation"]


@dataclass(frozen=True, slots=True)
class FunctionParameter:
    """A parameter of a function: the feature it is made from, its name, type and default as text."""

    feature: Feature
    name: str
    annotation: str
    default: str | None


@dataclass(frozen=True, slots=True)
class FunctionCode:
    """A function: all parameters are given by keyword. `body` is None where the model gives no result."""

    definition: Type
    name: str
    module: str
    parameters: tuple[FunctionParameter, ...]
    result: str
    body: str | None
    source: str
    expression: Expression | None
    imports: tuple[ImportName, ...]


def compile_calculation(
    model: Model, definition: CalculationDefinition | ConstraintDefinition
) -> tuple[FunctionCode, tuple[Diagnostic, ...]]:
    """The function of a calculation or constraint definition."""
    own = behavior_names(model).function(definition)
    assert own is not None  # noqa: S101 - the caller asks for named functions only
    found: list[Diagnostic] = []
    imports: set[ImportName] = set()
    parameters = _parameters(model, definition, imports, found)
    scope = Scope().inside(definition.id)
    for each in parameters:
        scope = scope.bind(model, each.feature, each.name)
    result = result_parameter(model, definition)
    expression = _result(model, definition, result)
    given = None if result is None else python_types(model).of_feature(result)
    if given is not None:
        imports.update(given.imports)
    body = None
    if expression is not None:
        compiled, more_found = compile_expression(model, expression, scope)
        found += more_found
        if compiled is not None:
            imports.update(compiled.imports)
            body = _body(model, definition, result, compiled.node, compiled.shape)
    is_constraint = isinstance(definition, ConstraintDefinition)
    function = FunctionCode(
        definition,
        own.name,
        own.module,
        tuple(sorted(parameters, key=lambda each: each.default is not None)),
        "bool" if is_constraint else given.text if given else "object",
        body,
        "" if expression is None else expression.span.flat_text,
        expression,
        tuple(sorted(each for each in imports if each != own)),
    )
    return function, tuple(found)


def _parameters(
    model: Model, definition: Type, imports: set[ImportName], found: list[Diagnostic]
) -> list[FunctionParameter]:
    names = behavior_names(model).inputs(definition)
    parameters = []
    for feature in model.features(definition):
        if feature.id in names:
            annotation = python_types(model).of_feature(feature)
            imports.update(annotation.imports)
            default, more = _default(model, feature, imports)
            found += more
            parameters.append(
                FunctionParameter(feature, names[feature.id], annotation.text, default)
            )
    return parameters


def _result(model: Model, definition: Type, result: Feature | None) -> Expression | None:
    """The result expression: of the definition, of its return parameter, or inherited."""
    stack: list[Type] = [definition]
    seen = set()
    while stack:
        each = stack.pop(0)
        if each.id in seen or each.library is not None:
            continue
        seen.add(each.id)
        written = getattr(each, "result", None)
        if written is not None:
            expression: Expression = written
            return expression
        stack += [general for general in model.generals(each) if isinstance(general, Type)]
    return None if result is None else effective_value(model, result)


def _body(
    model: Model, definition: Type, result: Feature | None, node: ast.expr, shape: Shape
) -> str:
    value = Value(node, shape)
    if isinstance(definition, ConstraintDefinition):
        return unparse(truth(value))
    return unparse(fitted(value, Shape.ONE if result is None else shape_of(model, result)))


def _default(
    model: Model, feature: Feature, imports: set[ImportName]
) -> tuple[str | None, tuple[Diagnostic, ...]]:
    expression = effective_value(model, feature)
    if expression is not None and feature.direction is not Direction.OUT:
        compiled, found = compile_expression(model, expression, Scope())
        if compiled is None:
            return None, found
        imports.update(compiled.imports)
        value = Value(compiled.node, compiled.shape)
        return unparse(fitted(value, shape_of(model, feature))), ()
    multiplicity = model.multiplicity(feature)
    if multiplicity.lower == 0:
        return ("()" if multiplicity.is_many else "None"), ()
    return None, ()
