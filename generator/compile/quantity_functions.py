"""Library functions on quantities, where what a number can do is not enough.

Source: SysML 2.0, clause 9.8.4 (QuantityCalculations). Knows which expressions are quantities; must not know how
units are read.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence

from generator.compile.code import (
    Value,
    attribute,
    binary,
    call,
    comparison,
    constant,
    iterable,
)
from generator.compile.context import Context
from generator.compile.operators import BINARY
from generator.compile.scalar_functions import NUMBERS, TEXTS, method, plain, supported
from generator.compile.sequence_functions import Entry, Function
from generator.compile.units import coherent_unit
from generator.ir import Expression

__all__ = ["is_quantity", "loses_its_unit", "quantity_function"]

_PACKAGE = "QuantityCalculations"
_PLAIN = ("NumericalFunctions", "RealFunctions", "RationalFunctions", "IntegerFunctions")


def is_quantity(context: Context, expression: Expression) -> bool:
    """Whether a value is known to be a number with a unit."""
    inference = context.model.inference
    found = inference.of(expression)
    is_typed = any(inference.dimensions.is_quantity(each) for each in found.types)
    return is_typed or found.dimension not in (None, ())


def loses_its_unit(
    context: Context, expression: Expression, operands: Sequence[Expression]
) -> bool:
    """Whether the units of a product or quotient are known to cancel, so that it is a plain number."""
    inference = context.model.inference
    if inference.of(expression).dimension != ():
        return False
    return any(inference.of(each).dimension not in (None, ()) for each in operands)


def quantity_function(
    context: Context, function: str, arguments: Sequence[Expression]
) -> Entry | None:
    """How a library function is compiled for the quantities it is given; None for one no unit matters to."""
    package, _, name = function.replace("'", "").partition("::")
    is_own = package == _PACKAGE
    is_given = package in _PLAIN and arguments and is_quantity(context, arguments[0])
    if not is_own and not is_given:
        return None
    if name == "sum":
        return (1,), _total(context, arguments)
    found = _FUNCTIONS.get(name)
    if found is None and is_own:
        return NUMBERS.get(name) or TEXTS.get(name) or _operator(name)
    return found


def _operator(name: str) -> Entry | None:
    if name not in BINARY:
        return None
    return (2,), lambda context, values: BINARY[name](context, *values)


def _total(context: Context, arguments: Sequence[Expression]) -> Function:
    """`sum`: in the unit of the first quantity; of none, zero in the unit that measures the dimension."""
    found = context.model.inference.of(arguments[0]).dimension if arguments else None
    unit = "1" if found is None else coherent_unit(found) or "1"

    def apply(context: Context, values: Sequence[Value]) -> Value:
        function = context.support("quantities", "total")
        return Value(call(function, iterable(values[0]), constant(unit)))

    return apply


def _sqrt(context: Context, nodes: list[ast.expr]) -> ast.expr:
    return binary(nodes[0], ast.Pow(), constant(0.5))


def _value(context: Context, nodes: list[ast.expr]) -> ast.expr:
    return attribute(nodes[0], "value")


def _is(number: int) -> Function:
    return plain(
        lambda context, nodes: comparison(_value(context, nodes), ast.Eq(), constant(number))
    )


def _whole(context: Context, nodes: list[ast.expr]) -> ast.expr:
    return call("int", _value(context, nodes))


_FUNCTIONS: Mapping[str, Entry] = {
    "sqrt": ((1,), plain(_sqrt)),
    "round": ((1,), method("rounded")),
    "isZero": ((1,), _is(0)),
    "isUnit": ((1,), _is(1)),
    "ToReal": ((1,), plain(_value)),
    "ToRational": ((1,), plain(_value)),
    "ToInteger": ((1,), plain(_whole)),
    "ToString": ((1,), supported("texts", "to_string")),
}
