"""Operators of the expression language on Python expressions (KerML 1.0, clause 8.4.4.9 and the function library).

The meaning of an absent value: an arithmetic operation on it is absent, an ordering comparison with it is
false, a Boolean that is absent is false, and it equals only null and the empty sequence. A sequence where one
value is wanted is an error unless it holds at most one. Knows shapes and Python nodes; must not know
expressions of the model.
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
    loops,
    name,
    negate,
    none,
    sequence,
    tuple_of,
)
from generator.compile.context import Context

__all__ = [
    "BINARY",
    "UNARY",
    "absent",
    "alternative",
    "both",
    "chain",
    "coalesce",
    "demanded",
    "lifted",
    "single",
    "truth",
]

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


def single(context: Context, value: Value) -> Value:
    """A value as one that is there or not; a sequence may hold at most one."""
    if value.shape is not Shape.MANY:
        return value
    if isinstance(value.node, ast.Tuple) and len(value.node.elts) == 1:
        (only,) = value.node.elts
        if not isinstance(only, ast.Starred):
            return Value(only)
    return Value(call(context.support("sequences", "at_most_one"), value.node), Shape.OPTIONAL)


def truth(value: Value, context: Context | None = None) -> ast.expr:
    """A Boolean operand as a plain Python bool; without a context, a sequence holds when all of it does."""
    if context is not None:
        value = single(context, value)
    elif value.shape is Shape.MANY:
        return call("all", value.node)
    if value.shape is Shape.ONE:
        return value.node
    if value.shape is Shape.NULL:
        return constant(False)
    return comparison(value.node, ast.Is(), constant(True))


def both(tests: Sequence[ast.expr]) -> ast.expr:
    """All tests hold."""
    return tests[0] if len(tests) == 1 else ast.BoolOp(op=ast.And(), values=list(tests))


class _Operands:
    """Operands as plain Python values, with what has to hold for them to be there.

    An absent operand that is long gets a variable of its own, bound by a loop over just it; an assignment
    expression would be visible outside and is not allowed in every place.
    """

    def __init__(self, context: Context, values: Sequence[Value]) -> None:
        self.nodes: list[ast.expr] = []
        self.tests: list[ast.expr] = []
        self.bound: list[tuple[str, ast.expr]] = []
        for value in (single(context, each) for each in values):
            if value.shape is Shape.ONE:
                self.nodes.append(value.node)
                continue
            node = value.node
            if not is_repeatable(node):
                variable = context.names.unique("found")
                self.bound.append((variable, tuple_of((node,))))
                node = name(variable)
            self.tests.append(negate(absent(node)))
            self.nodes.append(node)


def lifted(
    context: Context, values: Sequence[Value], build: Callable[[list[ast.expr]], Value]
) -> Value:
    """An operation on single values; absent (or empty, if it gives a sequence) when an operand is absent."""
    operands = _Operands(context, values)
    result = build(operands.nodes)
    if not operands.tests:
        return result
    is_many = result.shape is Shape.MANY
    if any(value.shape is Shape.NULL for value in values):
        return Value(tuple_of(()), Shape.MANY) if is_many else Value(none(), Shape.NULL)
    empty = tuple_of(()) if is_many else none()
    shape = Shape.MANY if is_many else Shape.OPTIONAL

    def needed() -> ast.expr:
        return build([demanded(context, each) for each in values]).node

    strict = needed if result.shape is Shape.ONE else None
    if not operands.bound:
        return Value(conditional(both(operands.tests), result.node, empty), shape, strict)
    node = call("next", loops(result.node, operands.bound, operands.tests), empty)
    return Value(node, shape, strict)


def demanded(context: Context, value: Value) -> ast.expr:
    """A value where there has to be one: MultiplicityError when there is none, or more than one."""
    if value.needed is not None:
        return value.needed()
    found = single(context, value)
    if found.shape is Shape.ONE:
        return found.node
    if value.shape is Shape.MANY:
        return call(context.support("sequences", "exactly_one"), value.node)
    return call(context.support("sequences", "required"), value.node)


def alternative(context: Context, test: ast.expr, then: Value, otherwise: Value) -> Value:
    """`then if test else otherwise`, in a shape that fits both."""
    shapes = {then.shape, otherwise.shape}
    if Shape.MANY in shapes:
        return Value(conditional(test, sequence(then), sequence(otherwise)), Shape.MANY)
    if shapes == {Shape.NULL}:
        return then
    node = conditional(test, then.node, otherwise.node)
    if shapes == {Shape.ONE}:
        return Value(node)

    def needed() -> ast.expr:
        return conditional(test, demanded(context, then), demanded(context, otherwise))

    return Value(node, Shape.OPTIONAL, needed)


def coalesce(context: Context, first: Value, second: Value) -> Value:
    """`first ?? second`."""
    if first.shape is Shape.ONE or second.shape is Shape.NULL:
        return first
    if first.shape is Shape.NULL:
        return second
    if first.shape is Shape.MANY:
        either = ast.BoolOp(op=ast.Or(), values=[first.node, sequence(second)])
        return Value(either, Shape.MANY)
    if is_repeatable(first.node):
        return alternative(context, negate(absent(first.node)), Value(first.node), second)
    variable = context.names.unique("found")
    given = negate(absent(name(variable)))
    if second.shape is Shape.MANY:
        node = alternative(context, given, Value(name(variable)), second).node
        return Value(call("next", loops(node, [(variable, tuple_of((first.node,)))])), Shape.MANY)
    present = loops(name(variable), [(variable, tuple_of((first.node,)))], [given])
    return Value(call("next", present, second.node), second.shape)


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


def _arithmetic(operator: str) -> Callable[[Context, Value, Value], Value]:
    def apply(context: Context, left: Value, right: Value) -> Value:
        def build(nodes: list[ast.expr]) -> Value:
            return Value(binary(nodes[0], _ARITHMETIC[operator](), nodes[1]))

        return lifted(context, (left, right), build)

    return apply


def _ordering(operator: str) -> Callable[[Context, Value, Value], Value]:
    def apply(context: Context, left: Value, right: Value) -> Value:
        if Shape.NULL in (left.shape, right.shape):
            return Value(constant(False))
        operands = _Operands(context, (left, right))
        first, second = operands.nodes
        node = comparison(first, _ORDERING[operator](), second)
        if operands.bound:
            return Value(call("any", loops(node, operands.bound, operands.tests)))
        return Value(both([*operands.tests, node]))

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
        for node in (truth(left, context), truth(right, context)):
            if isinstance(node, ast.BoolOp) and type(node.op) is type(operator):
                values += node.values
            else:
                values.append(node)
        return Value(ast.BoolOp(op=operator, values=values))

    return apply


def _whole(operator: ast.operator) -> Callable[[Context, Value, Value], Value]:
    """`&` and `|` always look at both operands, as Python's do."""

    def apply(context: Context, left: Value, right: Value) -> Value:
        return Value(binary(truth(left, context), operator, truth(right, context)))

    return apply


def _implies(context: Context, left: Value, right: Value) -> Value:
    first, second = negate(truth(left, context)), truth(right, context)
    return Value(ast.BoolOp(op=ast.Or(), values=[first, second]))


def _differ(context: Context, left: Value, right: Value) -> Value:
    return Value(comparison(truth(left, context), ast.NotEq(), truth(right, context)))


def _range(context: Context, left: Value, right: Value) -> Value:
    def build(nodes: list[ast.expr]) -> Value:
        first, last = nodes
        if isinstance(last, ast.Constant) and isinstance(last.value, int):
            end: ast.expr = constant(last.value + 1)
        else:
            end = binary(last, ast.Add(), constant(1))
        return Value(call("tuple", call("range", first, end)), Shape.MANY)

    return lifted(context, (left, right), build)


BINARY: dict[str, Callable[[Context, Value, Value], Value]] = {
    **{operator: _arithmetic(operator) for operator in _ARITHMETIC},
    **{operator: _ordering(operator) for operator in _ORDERING},
    "==": _equal,
    "===": _equal,
    "!=": _different,
    "!==": _different,
    "and": _logical(ast.And()),
    "&": _whole(ast.BitAnd()),
    "or": _logical(ast.Or()),
    "|": _whole(ast.BitOr()),
    "xor": _differ,
    "implies": _implies,
    "??": coalesce,
    "..": _range,
}


def _sign(operator: type[ast.unaryop]) -> Callable[[Context, Value], Value]:
    def apply(context: Context, value: Value) -> Value:
        def build(nodes: list[ast.expr]) -> Value:
            return Value(ast.UnaryOp(op=operator(), operand=nodes[0]))

        return lifted(context, (value,), build)

    return apply


def _not(context: Context, value: Value) -> Value:
    return Value(negate(truth(value, context)))


UNARY: dict[str, Callable[[Context, Value], Value]] = {
    "+": _sign(ast.UAdd),
    "-": _sign(ast.USub),
    "not": _not,
}
