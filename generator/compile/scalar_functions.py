"""Library functions on numbers and strings, as Python.

Source: KerML 1.0, clauses 9.4.11 to 9.4.19. A function of an absent value is absent. Must not know expressions
of the model.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence

from generator.compile.code import (
    Shape,
    Value,
    attribute,
    binary,
    call,
    comparison,
    conditional,
    constant,
    is_repeatable,
    iterable,
    negate,
    none,
)
from generator.compile.context import Context
from generator.compile.operators import BINARY, lifted
from generator.compile.sequence_functions import Entry, Function, shifted, sliced

__all__ = [
    "NUMBERS",
    "TEXTS",
    "TRIGONOMETRY",
    "builtin",
    "imported",
    "method",
    "plain",
    "supported",
]


def plain(
    build: Callable[[Context, list[ast.expr]], ast.expr], shape: Shape = Shape.ONE
) -> Function:
    """A function of single values; absent when an argument is."""

    def apply(context: Context, values: Sequence[Value]) -> Value:
        return lifted(context, values, lambda nodes: Value(build(context, nodes), shape))

    return apply


def builtin(python: str) -> Function:
    """A built-in function."""
    return plain(lambda context, nodes: call(python, *nodes))


def imported(module: str, function: str) -> Function:
    """A function of the standard library of Python."""
    return plain(lambda context, nodes: call(context.use(module, function), *nodes))


def supported(module: str, function: str) -> Function:
    """A function of a module that generated packages carry."""
    return plain(lambda context, nodes: call(context.support(module, function), *nodes))


def method(python: str) -> Function:
    """A method of the first argument."""
    return plain(lambda context, nodes: call(attribute(nodes[0], python), *nodes[1:]))


def _extreme(python: str) -> Function:
    def apply(context: Context, values: Sequence[Value]) -> Value:
        if len(values) == 2:
            return lifted(context, values, lambda nodes: Value(call(python, *nodes)))
        node = call(python, iterable(values[0]), default=none())
        return Value(node, Shape.OPTIONAL)

    return apply


def _sum(context: Context, values: Sequence[Value]) -> Value:
    return Value(call("sum", iterable(values[0])))


def _product(context: Context, values: Sequence[Value]) -> Value:
    return Value(call(context.use("math", "prod"), iterable(values[0])))


def _or_else(function: Function) -> Function:
    """The sum or product, or a given value of an empty sequence."""

    def apply(context: Context, values: Sequence[Value]) -> Value | None:
        source, neutral = values
        result = function(context, (source,))
        if result is None or source.shape is Shape.ONE or neutral.shape is not Shape.ONE:
            return result
        if is_repeatable(source.node):
            test = negate(BINARY["=="](context, source, Value(none(), Shape.NULL)).node)
            return Value(conditional(test, result.node, neutral.node))
        return None

    return apply


def _round(context: Context, nodes: list[ast.expr]) -> ast.expr:
    return call(context.use("math", "floor"), binary(nodes[0], ast.Add(), constant(0.5)))


def _substring(context: Context, nodes: list[ast.expr]) -> ast.expr:
    return sliced(nodes[0], shifted(nodes[1], -1), nodes[2])


def _is(value: int) -> Function:
    return plain(lambda context, nodes: comparison(nodes[0], ast.Eq(), constant(value)))


def _cotangent(context: Context, nodes: list[ast.expr]) -> ast.expr:
    return binary(constant(1), ast.Div(), call(context.use("math", "tan"), *nodes))


def _fraction(part: str) -> Function:
    def build(context: Context, nodes: list[ast.expr]) -> ast.expr:
        exact = call(context.use("fractions", "Fraction"), *nodes)
        return attribute(call(attribute(exact, "limit_denominator")), part)

    return plain(build)


def _gcd(context: Context, nodes: list[ast.expr]) -> ast.expr:
    return call(context.use("math", "gcd"), *(call("int", each) for each in nodes))


NUMBERS: Mapping[str, Entry] = {
    "sum": ((1,), _sum),
    "product": ((1,), _product),
    "sum0": ((2,), _or_else(_sum)),
    "product1": ((2,), _or_else(_product)),
    "min": ((1, 2), _extreme("min")),
    "max": ((1, 2), _extreme("max")),
    "isZero": ((1,), _is(0)),
    "isUnit": ((1,), _is(1)),
    "abs": ((1,), builtin("abs")),
    "floor": ((1,), imported("math", "floor")),
    "round": ((1,), plain(_round)),
    "sqrt": ((1,), imported("math", "sqrt")),
    "rat": ((2,), plain(lambda context, nodes: binary(nodes[0], ast.Div(), nodes[1]))),
    "numer": ((1,), _fraction("numerator")),
    "denom": ((1,), _fraction("denominator")),
    "gcd": ((2,), plain(_gcd)),
    "ToString": ((1,), builtin("str")),
    "ToInteger": ((1,), builtin("int")),
    "ToNatural": ((1,), builtin("int")),
    "ToReal": ((1,), builtin("float")),
    "ToRational": ((1,), builtin("float")),
}
TEXTS: Mapping[str, Entry] = {
    "Length": ((1,), builtin("len")),
    "Substring": ((3,), plain(_substring)),
    "ToString": ((1,), supported("texts", "to_string")),
    "ToBoolean": ((1,), supported("texts", "to_boolean")),
}
TRIGONOMETRY: Mapping[str, Entry] = {
    "sin": ((1,), imported("math", "sin")),
    "cos": ((1,), imported("math", "cos")),
    "tan": ((1,), imported("math", "tan")),
    "cot": ((1,), plain(_cotangent)),
    "arcsin": ((1,), imported("math", "asin")),
    "arccos": ((1,), imported("math", "acos")),
    "arctan": ((1,), imported("math", "atan")),
    "deg": ((1,), imported("math", "degrees")),
    "rad": ((1,), imported("math", "radians")),
}
