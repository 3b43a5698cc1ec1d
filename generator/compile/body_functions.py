"""Library functions that are given a body to apply to each value: `xs->select {in x; …}`.

Source: KerML 1.0, clause 9.4.4 (ControlFunctions). A body arrives compiled, with the variables it takes. Must not
know expressions of the model.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from generator.compile.code import (
    Shape,
    Value,
    call,
    conditional,
    generator,
    is_repeatable,
    iterable,
    loops,
    name,
    negate,
    none,
    sequence,
    tuple_of,
)
from generator.compile.context import Context
from generator.compile.operators import single, truth

__all__ = ["BODY_FUNCTIONS", "Body", "BodyFunction", "collected", "selected"]


@dataclass(frozen=True, slots=True)
class Body:
    """A compiled `{in x; …}`: the variables it takes and its result."""

    variables: tuple[str, ...]
    result: Value


BodyFunction: TypeAlias = Callable[[Context, Value, Body], Value | None]


def _filtered(source: Value, body: Body, keep: ast.expr) -> ast.GeneratorExp:
    variable = body.variables[0]
    return generator(name(variable), variable, sequence(source), [keep])


def selected(context: Context, source: Value, body: Body) -> Value:
    """The values of which the body is true."""
    kept = truth(body.result, context)
    return Value(call("tuple", _filtered(source, body, kept)), Shape.MANY)


def _reject(context: Context, source: Value, body: Body) -> Value:
    kept = negate(truth(body.result, context))
    return Value(call("tuple", _filtered(source, body, kept)), Shape.MANY)


def _select_one(context: Context, source: Value, body: Body) -> Value:
    node = call("next", _filtered(source, body, truth(body.result, context)), none())
    return Value(node, Shape.OPTIONAL)


def collected(context: Context, source: Value, body: Body) -> Value:
    """The results for each value, in one flat sequence."""
    variable = body.variables[0]
    result = body.result
    if result.shape is Shape.ONE:
        values = generator(result.node, variable, sequence(source))
    else:
        item = context.names.unique("item")
        values = loops(name(item), [(variable, sequence(source)), (item, sequence(result))])
    return Value(call("tuple", values), Shape.MANY)


def _for_all(context: Context, source: Value, body: Body) -> Value:
    test = truth(body.result, context)
    return Value(call("all", generator(test, body.variables[0], sequence(source))))


def _exists(context: Context, source: Value, body: Body) -> Value:
    test = truth(body.result, context)
    return Value(call("any", generator(test, body.variables[0], sequence(source))))


def lambda_of(variables: tuple[str, ...], node: ast.expr) -> ast.Lambda:
    """`lambda variables: node`."""
    arguments = ast.arguments(
        posonlyargs=[],
        args=[ast.arg(arg=variable) for variable in variables],
        kwonlyargs=[],
        kw_defaults=[],
        defaults=[],
    )
    return ast.Lambda(args=arguments, body=node)


def _reduce(context: Context, source: Value, body: Body) -> Value | None:
    result = single(context, body.result)
    if len(body.variables) != 2:
        return None
    reducer = context.use("functools", "reduce")
    function = lambda_of(body.variables, result.node)
    values = sequence(source)
    if is_repeatable(values):
        return Value(conditional(values, call(reducer, function, values), none()), Shape.OPTIONAL)
    variable = context.names.unique("values")
    each = loops(
        call(reducer, function, name(variable)),
        [(variable, tuple_of((values,)))],
        [name(variable)],
    )
    return Value(call("next", each, none()), Shape.OPTIONAL)


def _optimum(python: str) -> BodyFunction:
    def apply(context: Context, source: Value, body: Body) -> Value:
        values = iterable(collected(context, source, body))
        return Value(call(python, values, default=none()), Shape.OPTIONAL)

    return apply


BODY_FUNCTIONS: Mapping[str, BodyFunction] = {
    "select": selected,
    "selectOne": _select_one,
    "reject": _reject,
    "collect": collected,
    "forAll": _for_all,
    "exists": _exists,
    "reduce": _reduce,
    "minimize": _optimum("min"),
    "maximize": _optimum("max"),
}
