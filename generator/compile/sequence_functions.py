"""Library functions on sequences, as Python on tuples.

Source: KerML 1.0, clauses 9.4.17 (SequenceFunctions) and 9.4.2 (CollectionFunctions). Must not know expressions
of the model.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from generator.compile.code import (
    Shape,
    Value,
    binary,
    call,
    comparison,
    conditional,
    constant,
    fresh,
    generator,
    iterable,
    name,
    negate,
    none,
    sequence,
)
from generator.compile.context import Context
from generator.compile.operators import BINARY, absent, both, lifted

__all__ = ["SEQUENCES", "Entry", "Function", "shifted", "sliced"]

Function: TypeAlias = Callable[[Context, Sequence[Value]], Value | None]
Entry: TypeAlias = tuple[tuple[int, ...], Function]


def sliced(node: ast.expr, lower: ast.expr | None, upper: ast.expr | None) -> ast.expr:
    """`node[lower:upper]`."""
    if isinstance(lower, ast.Constant) and lower.value == 0:
        lower = None
    return ast.Subscript(value=node, slice=ast.Slice(lower=lower, upper=upper), ctx=ast.Load())


def shifted(node: ast.expr, by: int) -> ast.expr:
    """`node + by`, folded where the node is a number."""
    if isinstance(node, ast.Constant) and isinstance(node.value, int):
        return constant(node.value + by)
    operator: ast.operator = ast.Add() if by > 0 else ast.Sub()
    return binary(node, operator, constant(abs(by)))


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


def _membership(operator: type[ast.cmpop]) -> Function:
    """Whether all (none) of the second are in the first."""

    def apply(context: Context, values: Sequence[Value]) -> Value:
        source, wanted = values
        if wanted.shape is Shape.ONE:
            return Value(comparison(wanted.node, operator(), sequence(source)))
        among = sequence(source)
        each = fresh("each", among)
        test = comparison(name(each), operator(), among)
        return Value(call("all", generator(test, each, sequence(wanted))))

    return apply


_includes = _membership(ast.In)


def _includes_only(context: Context, values: Sequence[Value]) -> Value | None:
    first, second = _includes(context, values), _includes(context, (values[1], values[0]))
    return None if first is None or second is None else Value(both([first.node, second.node]))


def _equals(context: Context, values: Sequence[Value]) -> Value:
    return Value(comparison(sequence(values[0]), ast.Eq(), sequence(values[1])))


def _subsequence(context: Context, values: Sequence[Value]) -> Value:
    source = sequence(values[0])
    starts = [each.node.value for each in values[1:] if isinstance(each.node, ast.Constant)]
    if len(starts) == len(values) - 1 and all(isinstance(each, int) for each in starts):
        lower, upper = constant(max(int(starts[0]), 1) - 1), None  # type: ignore[arg-type]
        if len(values) == 3:
            upper = constant(max(int(starts[1]), 0))  # type: ignore[arg-type]
        return Value(sliced(source, lower, upper), Shape.MANY)
    function = context.support("sequences", "subsequence")
    return lifted(
        context,
        values[1:],
        lambda nodes: Value(call(function, source, *nodes), Shape.MANY),
    )


def _joined(parts: Sequence[ast.expr]) -> Value:
    node = parts[0]
    for part in parts[1:]:
        node = binary(node, ast.Add(), part)
    return Value(node, Shape.MANY)


def _including_at(context: Context, values: Sequence[Value]) -> Value | None:
    source, added, at = values
    if at.shape is not Shape.ONE:
        return None
    before = _subsequence(context, (source, Value(constant(1)), Value(shifted(at.node, -1))))
    after = _subsequence(context, (source, Value(shifted(at.node, 1))))
    return _joined([before.node, sequence(added), after.node])


def _excluding_at(context: Context, values: Sequence[Value]) -> Value | None:
    source, start = values[:2]
    end = values[-1]
    if start.shape is not Shape.ONE or end.shape is not Shape.ONE:
        return None
    before = _subsequence(context, (source, Value(constant(1)), Value(shifted(start.node, -1))))
    after = _subsequence(context, (source, Value(shifted(end.node, 1))))
    return _joined([before.node, after.node])


def _at(context: Context, source: Value, index: Value) -> Value:
    function = context.support("sequences", "at")
    values = sequence(source)
    return lifted(
        context,
        [index],
        lambda nodes: Value(call(function, values, *nodes), Shape.OPTIONAL),
    )


def _index(context: Context, values: Sequence[Value]) -> Value:
    return _at(context, *values)


def _first(context: Context, values: Sequence[Value]) -> Value:
    return _at(context, values[0], Value(constant(1)))


def _last(context: Context, values: Sequence[Value]) -> Value:
    node = call(context.support("sequences", "last"), sequence(values[0]))
    return Value(node, Shape.OPTIONAL)


def _tail(context: Context, values: Sequence[Value]) -> Value:
    return Value(sliced(sequence(values[0]), constant(1), None), Shape.MANY)


def _union(context: Context, values: Sequence[Value]) -> Value:
    return _joined([sequence(each) for each in values])


def _kept(operator: type[ast.cmpop]) -> Function:
    """The values of the first that are (not) among the second."""

    def apply(context: Context, values: Sequence[Value]) -> Value:
        among = sequence(values[1])
        each = fresh("each", among)
        kept = comparison(name(each), operator(), among)
        node = generator(name(each), each, sequence(values[0]), [kept])
        return Value(call("tuple", node), Shape.MANY)

    return apply


def _builtin(python: str) -> Function:
    def apply(context: Context, values: Sequence[Value]) -> Value:
        return Value(call(python, iterable(values[0])))

    return apply


SEQUENCES: Mapping[str, Entry] = {
    "#": ((2,), _index),
    "size": ((1,), _size),
    "isEmpty": ((1,), _is_empty),
    "notEmpty": ((1,), _not_empty),
    "includes": ((2,), _includes),
    "contains": ((2,), _includes),
    "containsAll": ((2,), _includes),
    "includesOnly": ((2,), _includes_only),
    "excludes": ((2,), _membership(ast.NotIn)),
    "equals": ((2,), _equals),
    "==": ((2,), _equals),
    "same": ((2,), _equals),
    "subsequence": ((2, 3), _subsequence),
    "head": ((1,), _first),
    "last": ((1,), _last),
    "tail": ((1,), _tail),
    "union": ((2,), _union),
    "including": ((2,), _union),
    "includingAt": ((3,), _including_at),
    "intersection": ((2,), _kept(ast.In)),
    "excluding": ((2,), _kept(ast.NotIn)),
    "excludingAt": ((2, 3), _excluding_at),
    "allTrue": ((1,), _builtin("all")),
    "anyTrue": ((1,), _builtin("any")),
}
