"""Functions of the standard library on Python expressions: sequences, control, numbers, strings.

Recognised by their name in the OMG's function packages. A body (`->select {in x; …}`) arrives as a function
from a Python variable to an expression. Knows shapes and Python nodes; must not know expressions of the model.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.compile.code import (
    Shape,
    Value,
    binary,
    call,
    comparison,
    conditional,
    constant,
    generator,
    name,
    negate,
    none,
    sequence,
)
from generator.compile.context import Context
from generator.compile.operators import BINARY, absent, both, present, truth

__all__ = ["BODY_FUNCTIONS", "FUNCTIONS", "Body", "collected"]


@dataclass(frozen=True, slots=True)
class Body:
    """A compiled `{in x; …}`: the variables it takes and its result."""

    variables: tuple[str, ...]
    result: Value


Function = Callable[[Context, Sequence[Value]], Value | None]
BodyFunction = Callable[[Context, Value, Body], Value | None]


def _slice(node: ast.expr, lower: ast.expr | None, upper: ast.expr | None) -> ast.expr:
    return ast.Subscript(value=node, slice=ast.Slice(lower=lower, upper=upper), ctx=ast.Load())


def _shift(node: ast.expr, by: int) -> ast.expr:
    if isinstance(node, ast.Constant) and isinstance(node.value, int):
        return constant(node.value + by)
    operator: ast.operator = ast.Add() if by > 0 else ast.Sub()
    return binary(node, operator, constant(abs(by)))


# -- sequences ------------------------------------------------------------------------------------


def _size(context: Context, values: Sequence[Value]) -> Value:
    (value,) = values
    if value.shape is Shape.OPTIONAL:
        return Value(conditional(absent(value.node), constant(0), constant(1)))
    if value.shape is Shape.MANY:
        return Value(call("len", value.node))
    return Value(constant(1 if value.shape is Shape.ONE else 0))


def _is_empty(context: Context, values: Sequence[Value]) -> Value:
    return BINARY["=="](context, values[0], Value(none(), Shape.NULL))


def _not_empty(context: Context, values: Sequence[Value]) -> Value:
    return Value(negate(_is_empty(context, values).node))


def _includes(context: Context, values: Sequence[Value]) -> Value:
    source, wanted = values
    if wanted.shape is Shape.ONE:
        return Value(comparison(wanted.node, ast.In(), sequence(source)))
    test = comparison(name("each"), ast.In(), sequence(source))
    return Value(call("all", generator(test, "each", sequence(wanted))))


def _excludes(context: Context, values: Sequence[Value]) -> Value:
    source, wanted = values
    if wanted.shape is Shape.ONE:
        return Value(comparison(wanted.node, ast.NotIn(), sequence(source)))
    test = comparison(name("each"), ast.NotIn(), sequence(source))
    return Value(call("all", generator(test, "each", sequence(wanted))))


def _includes_only(context: Context, values: Sequence[Value]) -> Value:
    first, second = _includes(context, values), _includes(context, (values[1], values[0]))
    return Value(both([first.node, second.node]))


def _equals(context: Context, values: Sequence[Value]) -> Value:
    return Value(comparison(sequence(values[0]), ast.Eq(), sequence(values[1])))


def _subsequence(context: Context, values: Sequence[Value]) -> Value:
    end = values[2].node if len(values) == 3 else None
    return Value(_slice(sequence(values[0]), _shift(values[1].node, -1), end), Shape.MANY)


def _first(context: Context, values: Sequence[Value]) -> Value:
    node = call("next", call("iter", sequence(values[0])), none())
    return Value(node, Shape.OPTIONAL)


def _last(context: Context, values: Sequence[Value]) -> Value:
    node = call("next", call("reversed", sequence(values[0])), none())
    return Value(node, Shape.OPTIONAL)


def _tail(context: Context, values: Sequence[Value]) -> Value:
    return Value(_slice(sequence(values[0]), constant(1), None), Shape.MANY)


def _index(context: Context, values: Sequence[Value]) -> Value:
    source, at = values
    one = _slice(sequence(source), _shift(at.node, -1), at.node)
    return Value(call("next", call("iter", one), none()), Shape.OPTIONAL)


def _union(context: Context, values: Sequence[Value]) -> Value:
    first, second = values
    return Value(binary(sequence(first), ast.Add(), sequence(second)), Shape.MANY)


def _intersection(context: Context, values: Sequence[Value]) -> Value:
    kept = comparison(name("each"), ast.In(), sequence(values[1]))
    node = generator(name("each"), "each", sequence(values[0]), [kept])
    return Value(call("tuple", node), Shape.MANY)


def _excluding(context: Context, values: Sequence[Value]) -> Value:
    kept = comparison(name("each"), ast.NotIn(), sequence(values[1]))
    node = generator(name("each"), "each", sequence(values[0]), [kept])
    return Value(call("tuple", node), Shape.MANY)


def _sum(context: Context, values: Sequence[Value]) -> Value:
    return Value(call("sum", sequence(values[0])))


def _product(context: Context, values: Sequence[Value]) -> Value:
    return Value(call(context.use("math", "prod"), sequence(values[0])))


def _all(context: Context, values: Sequence[Value]) -> Value:
    return Value(call("all", sequence(values[0])))


def _any(context: Context, values: Sequence[Value]) -> Value:
    return Value(call("any", sequence(values[0])))


def _extreme(python: str) -> Function:
    def apply(context: Context, values: Sequence[Value]) -> Value | None:
        if len(values) == 2:
            if any(each.shape is not Shape.ONE for each in values):
                return None
            return Value(call(python, values[0].node, values[1].node))
        node = call(python, sequence(values[0]), default=none())
        return Value(node, Shape.OPTIONAL)

    return apply


# -- numbers and strings --------------------------------------------------------------------------


def _plain(build: Callable[[Context, list[ast.expr]], ast.expr]) -> Function:
    """A function of single values; absent when an argument is."""

    def apply(context: Context, values: Sequence[Value]) -> Value | None:
        tests: list[ast.expr] = []
        nodes: list[ast.expr] = []
        for value in values:
            if value.shape in (Shape.MANY, Shape.NULL):
                return None
            test, node = (None, value.node)
            if value.shape is Shape.OPTIONAL:
                test, node = present(context, value)
                tests.append(test)
            nodes.append(node)
        result = build(context, nodes)
        if tests:
            return Value(conditional(both(tests), result, none()), Shape.OPTIONAL)
        return Value(result)

    return apply


def _builtin(python: str) -> Function:
    return _plain(lambda context, nodes: call(python, *nodes))


def _math(python: str) -> Function:
    return _plain(lambda context, nodes: call(context.use("math", python), *nodes))


def _round(context: Context, nodes: list[ast.expr]) -> ast.expr:
    return call(context.use("math", "floor"), binary(nodes[0], ast.Add(), constant(0.5)))


def _substring(context: Context, nodes: list[ast.expr]) -> ast.expr:
    return _slice(nodes[0], _shift(nodes[1], -1), nodes[2])


def _text(context: Context, nodes: list[ast.expr]) -> ast.expr:
    return call("str", *nodes)


FUNCTIONS: Mapping[str, tuple[tuple[int, ...], Function]] = {
    "size": ((1,), _size),
    "isEmpty": ((1,), _is_empty),
    "notEmpty": ((1,), _not_empty),
    "includes": ((2,), _includes),
    "contains": ((2,), _includes),
    "containsAll": ((2,), _includes),
    "includesOnly": ((2,), _includes_only),
    "equals": ((2,), _equals),
    "same": ((2,), _equals),
    "subsequence": ((2, 3), _subsequence),
    "excludes": ((2,), _excludes),
    "head": ((1,), _first),
    "last": ((1,), _last),
    "tail": ((1,), _tail),
    "#": ((2,), _index),
    "union": ((2,), _union),
    "including": ((2,), _union),
    "intersection": ((2,), _intersection),
    "excluding": ((2,), _excluding),
    "sum": ((1,), _sum),
    "product": ((1,), _product),
    "allTrue": ((1,), _all),
    "anyTrue": ((1,), _any),
    "abs": ((1,), _builtin("abs")),
    "floor": ((1,), _math("floor")),
    "sqrt": ((1,), _math("sqrt")),
    "round": ((1,), _plain(_round)),
    "ToString": ((1,), _plain(_text)),
    "ToInteger": ((1,), _builtin("int")),
    "ToNatural": ((1,), _builtin("int")),
    "ToReal": ((1,), _builtin("float")),
    "ToRational": ((1,), _builtin("float")),
    "Length": ((1,), _builtin("len")),
    "Substring": ((3,), _plain(_substring)),
    "sin": ((1,), _math("sin")),
    "cos": ((1,), _math("cos")),
    "tan": ((1,), _math("tan")),
    "min": ((1, 2), _extreme("min")),
    "max": ((1, 2), _extreme("max")),
}


# -- functions that take a body -------------------------------------------------------------------


def _filtered(source: Value, body: Body, keep: ast.expr) -> ast.GeneratorExp:
    variable = body.variables[0]
    return generator(name(variable), variable, sequence(source), [keep])


def _select(context: Context, source: Value, body: Body) -> Value:
    return Value(call("tuple", _filtered(source, body, truth(body.result))), Shape.MANY)


def _reject(context: Context, source: Value, body: Body) -> Value:
    return Value(call("tuple", _filtered(source, body, negate(truth(body.result)))), Shape.MANY)


def _select_one(context: Context, source: Value, body: Body) -> Value:
    node = call("next", _filtered(source, body, truth(body.result)), none())
    return Value(node, Shape.OPTIONAL)


def collected(context: Context, source: Value, body: Body) -> Value:
    """The results for each value, in one flat sequence."""
    variable = body.variables[0]
    result = body.result
    if result.shape is Shape.ONE:
        values = generator(result.node, variable, sequence(source))
    else:
        item = context.names.unique("item")
        inner = ast.comprehension(
            target=ast.Name(id=item, ctx=ast.Store()), iter=sequence(result), ifs=[], is_async=0
        )
        outer = generator(name(item), variable, sequence(source))
        values = ast.GeneratorExp(elt=name(item), generators=[*outer.generators, inner])
    return Value(call("tuple", values), Shape.MANY)


def _for_all(context: Context, source: Value, body: Body) -> Value:
    return Value(call("all", generator(truth(body.result), body.variables[0], sequence(source))))


def _exists(context: Context, source: Value, body: Body) -> Value:
    return Value(call("any", generator(truth(body.result), body.variables[0], sequence(source))))


def _lambda(body: Body) -> ast.Lambda:
    arguments = ast.arguments(
        posonlyargs=[],
        args=[ast.arg(arg=variable) for variable in body.variables],
        kwonlyargs=[],
        kw_defaults=[],
        defaults=[],
    )
    return ast.Lambda(args=arguments, body=body.result.node)


def _reduce(context: Context, source: Value, body: Body) -> Value | None:
    if len(body.variables) != 2:
        return None
    values = sequence(source)
    node = call(context.use("functools", "reduce"), _lambda(body), values)
    return Value(conditional(values, node, none()), Shape.OPTIONAL)


def _optimum(python: str) -> BodyFunction:
    def apply(context: Context, source: Value, body: Body) -> Value:
        values = generator(body.result.node, body.variables[0], sequence(source))
        return Value(call(python, values, default=none()), Shape.OPTIONAL)

    return apply


BODY_FUNCTIONS: Mapping[str, BodyFunction] = {
    "select": _select,
    "selectOne": _select_one,
    "reject": _reject,
    "collect": collected,
    "forAll": _for_all,
    "exists": _exists,
    "reduce": _reduce,
    "minimize": _optimum("min"),
    "maximize": _optimum("max"),
}
