"""Tests of what kind a value is, and casts: `istype`, `hastype`, `@`, `as`.

A cast keeps the values of a kind; nothing is of any kind when there is no value. Knows Python's classes of
types; must not know expressions of the model.
"""

from __future__ import annotations

import ast

from generator.compile.code import (
    Shape,
    Value,
    call,
    comparison,
    constant,
    generator,
    is_repeatable,
    loops,
    name,
    none,
    sequence,
    tuple_of,
)
from generator.compile.context import Context
from generator.compile.operators import both
from generator.compile.references import python_class
from generator.ir import Element

__all__ = ["cast", "classified"]

_SCALARS = frozenset({"bool", "int", "str", "date"})
_LEAST = (("ScalarValues::Positive", 1), ("ScalarValues::Natural", 0))


def _test(context: Context, node: ast.expr, type_: Element, *, exact: bool) -> ast.expr | None:
    """Whether a Python value is of a type; of several classes for a type, any will do."""
    class_ = python_class(context, type_)
    if class_ is None:
        return None
    is_scalar = isinstance(class_, ast.Name) and class_.id in _SCALARS
    if isinstance(class_, ast.Tuple):
        return comparison(call("type", node), ast.In(), class_)
    if not exact and not is_scalar:
        return call("isinstance", node, class_)
    test: ast.expr = comparison(call("type", node), ast.Is(), class_)
    for general, least in _LEAST:
        if context.model.specializes(type_, general):
            return both([test, comparison(node, ast.GtE(), constant(least))])
    return test


def classified(context: Context, value: Value, type_: Element, *, exact: bool) -> Value | None:
    """Whether there is a value and all there are are of a type (`exact`: of no narrower one)."""
    each = name(context.names.unique("each"))
    test = _test(context, each, type_, exact=exact)
    if test is None or value.shape is Shape.NULL:
        return None if test is None else Value(constant(False))
    if value.shape is Shape.MANY:
        every = call("all", generator(test, each.id, value.node))
        return Value(both([call("bool", value.node), every]))
    if isinstance(test, ast.BoolOp) and not is_repeatable(value.node):
        return Value(call("any", loops(test, [(each.id, tuple_of((value.node,)))])))
    plain = _test(context, value.node, type_, exact=exact)
    return None if plain is None else Value(plain)


def cast(context: Context, value: Value, type_: Element) -> Value | None:
    """The values that are of a type."""
    test = _test(context, name("each"), type_, exact=False)
    if test is None or value.shape is Shape.NULL:
        return None if test is None else value
    kept = generator(name("each"), "each", sequence(value), [test])
    if value.shape is Shape.MANY:
        return Value(call("tuple", kept), Shape.MANY)
    return Value(call("next", kept, none()), Shape.OPTIONAL)
