"""Operators of the expression language on Python expressions (KerML 1.0, clause 8.4.4.9 and the function library).

The meaning of an absent value: an arithmetic operation on it is absent, an ordering comparison with it is
false, a Boolean that is absent is false, and it equals only null and the empty sequence. Knows shapes and
Python nodes; must not know expressions of the model.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence

from generator.compile.code import (
    Shape,
    Value,
    attribute,
    binary,
    call,
    comparison,
    conditional,
    constant,
    generator,
    is_repeatable,
    name,
    negate,
    none,
    sequence,
)
from generator.compile.context import Context

__all__ = ["BINARY", "UNARY", "absent", "alternative", "chain", "coalesce", "truth"]

_ARITHMETIC: dict[str, type[ast.operator]] = {
    "+": ast.Add,
    "-": ast.Sub,
    "*": ast.Mult,
    "/": ast.Div,
    "%": ast.Mod,
    "**": ast.Pow,
    "^": ast.Pow,
}
_ORDERING: dict[str, type[ast.cmpop]] = {
    "<": ast.Lt,
    ">": ast.Gt,
    "<=": ast.LtE,
    ">=": ast.GtE,
}


def absent(node: ast.expr) -> ast.expr:
    """`node is None`."""
    return comparison(node, ast.Is(), none())


def truth(value: Value) -> ast.expr:
    """A Boolean operand as a plain Python bool."""
    if value.shape is Shape.ONE:
        return value.node
    if value.shape is Shape.NULL:
        return constant(False)
    if value.shape is Shape.OPTIONAL:
        return comparison(value.node, ast.Is(), constant(True))
    return call("all", value.node)


def present(context: Context, value: Value) -> tuple[ast.expr, ast.expr]:
    """A test that a value is there, and the expression to use after the test."""
    if is_repeatable(value.node):
        return negate(absent(value.node)), value.node
    variable = context.names.unique("found")
    bound = ast.NamedExpr(target=ast.Name(id=variable, ctx=ast.Store()), value=value.node)
    return negate(absent(bound)), name(variable)


def alternative(context: Context, test: ast.expr, then: Value, otherwise: Value) -> Value:
    """`then if test else otherwise`, in a shape that fits both."""
    shapes = {then.shape, otherwise.shape}
    if Shape.MANY in shapes:
        return Value(conditional(test, sequence(then), sequence(otherwise)), Shape.MANY)
    shape = Shape.ONE if shapes == {Shape.ONE} else Shape.OPTIONAL
    return Value(conditional(test, then.node, otherwise.node), shape)


def coalesce(context: Context, first: Value, second: Value) -> Value:
    """`first ?? second`."""
    if first.shape is Shape.ONE:
        return first
    if first.shape is Shape.NULL:
        return second
    if first.shape is Shape.MANY:
        either = ast.BoolOp(op=ast.Or(), values=[first.node, sequence(second)])
        return Value(either, Shape.MANY)
    test, node = present(context, first)
    return alternative(context, test, Value(node), second)


def chain(value: Value, field: str, shape: Shape) -> Value:
    """`value.field`, over all values of a sequence and skipping what is absent."""
    if value.shape is Shape.NULL:
        return value
    if value.shape is Shape.ONE:
        return Value(attribute(value.node, field), shape)
    if value.shape is Shape.OPTIONAL and is_repeatable(value.node):
        step = Value(attribute(value.node, field), shape)
        empty = sequence(Value(none(), Shape.NULL)) if shape is Shape.MANY else none()
        result = Shape.MANY if shape is Shape.MANY else Shape.OPTIONAL
        return Value(conditional(absent(value.node), empty, step.node), result)
    each = attribute(name("each"), field)
    conditions = [negate(absent(each))] if shape is Shape.OPTIONAL else []
    values = generator(each, "each", sequence(value), conditions)
    if shape is Shape.MANY:
        inner = ast.comprehension(
            target=ast.Name(id="item", ctx=ast.Store()), iter=each, ifs=[], is_async=0
        )
        values = ast.GeneratorExp(elt=name("item"), generators=[*values.generators, inner])
    if value.shape is Shape.OPTIONAL and shape is not Shape.MANY:
        return Value(call("next", values, none()), Shape.OPTIONAL)
    return Value(call("tuple", values), Shape.MANY)


def _single(context: Context, values: Sequence[Value]) -> tuple[list[ast.expr], list[ast.expr]]:
    """Tests that all operands are there, and the operands as plain values."""
    tests: list[ast.expr] = []
    nodes: list[ast.expr] = []
    for value in values:
        if value.shape is Shape.ONE:
            nodes.append(value.node)
            continue
        if value.shape is Shape.MANY:
            value = Value(call("next", call("iter", value.node), none()), Shape.OPTIONAL)
        test, node = present(context, value)
        tests.append(test)
        nodes.append(node)
    return tests, nodes


def both(tests: Sequence[ast.expr]) -> ast.expr:
    """All tests hold."""
    return tests[0] if len(tests) == 1 else ast.BoolOp(op=ast.And(), values=list(tests))


def _arithmetic(operator: str) -> Callable[[Context, Value, Value], Value]:
    def apply(context: Context, left: Value, right: Value) -> Value:
        if Shape.NULL in (left.shape, right.shape):
            return Value(none(), Shape.NULL)
        tests, (first, second) = _single(context, (left, right))
        node = binary(first, _ARITHMETIC[operator](), second)
        if not tests:
            return Value(node)
        return Value(conditional(both(tests), node, none()), Shape.OPTIONAL)

    return apply


def _ordering(operator: str) -> Callable[[Context, Value, Value], Value]:
    def apply(context: Context, left: Value, right: Value) -> Value:
        if Shape.NULL in (left.shape, right.shape):
            return Value(constant(False))
        tests, (first, second) = _single(context, (left, right))
        node = comparison(first, _ORDERING[operator](), second)
        return Value(both([*tests, node]))

    return apply


def _equal(context: Context, left: Value, right: Value) -> Value:
    for one, other in ((left, right), (right, left)):
        if one.shape is Shape.NULL:
            return Value(_empty(other))
    if Shape.MANY in (left.shape, right.shape):
        return Value(comparison(sequence(left), ast.Eq(), sequence(right)))
    return Value(comparison(left.node, ast.Eq(), right.node))


def _empty(value: Value) -> ast.expr:
    if value.shape is Shape.OPTIONAL:
        return absent(value.node)
    if value.shape is Shape.MANY:
        return negate(value.node)
    return constant(value.shape is Shape.NULL)


def _different(context: Context, left: Value, right: Value) -> Value:
    return Value(negate(_equal(context, left, right).node))


def _logical(operator: ast.boolop) -> Callable[[Context, Value, Value], Value]:
    def apply(context: Context, left: Value, right: Value) -> Value:
        values: list[ast.expr] = []
        for node in (truth(left), truth(right)):
            if isinstance(node, ast.BoolOp) and type(node.op) is type(operator):
                values += node.values
            else:
                values.append(node)
        return Value(ast.BoolOp(op=operator, values=values))

    return apply


def _implies(context: Context, left: Value, right: Value) -> Value:
    return Value(ast.BoolOp(op=ast.Or(), values=[negate(truth(left)), truth(right)]))


def _differ(context: Context, left: Value, right: Value) -> Value:
    return Value(comparison(truth(left), ast.NotEq(), truth(right)))


def _range(context: Context, left: Value, right: Value) -> Value:
    tests, (first, last) = _single(context, (left, right))
    if isinstance(last, ast.Constant) and isinstance(last.value, int):
        end: ast.expr = constant(last.value + 1)
    else:
        end = binary(last, ast.Add(), constant(1))
    node = call("tuple", call("range", first, end))
    if tests:
        return Value(conditional(both(tests), node, ast.Tuple(elts=[], ctx=ast.Load())), Shape.MANY)
    return Value(node, Shape.MANY)


BINARY: dict[str, Callable[[Context, Value, Value], Value]] = {
    **{operator: _arithmetic(operator) for operator in _ARITHMETIC},
    **{operator: _ordering(operator) for operator in _ORDERING},
    "==": _equal,
    "===": _equal,
    "!=": _different,
    "!==": _different,
    "and": _logical(ast.And()),
    "&": _logical(ast.And()),
    "or": _logical(ast.Or()),
    "|": _logical(ast.Or()),
    "xor": _differ,
    "implies": _implies,
    "??": coalesce,
    "..": _range,
}


def _sign(operator: type[ast.unaryop]) -> Callable[[Context, Value], Value]:
    def apply(context: Context, value: Value) -> Value:
        tests, (node,) = _single(context, (value,))
        signed = ast.UnaryOp(op=operator(), operand=node)
        if not tests:
            return Value(signed)
        return Value(conditional(both(tests), signed, none()), Shape.OPTIONAL)

    return apply


def _not(context: Context, value: Value) -> Value:
    return Value(negate(truth(value)))


UNARY: dict[str, Callable[[Context, Value], Value]] = {
    "+": _sign(ast.UAdd),
    "-": _sign(ast.USub),
    "not": _not,
}
