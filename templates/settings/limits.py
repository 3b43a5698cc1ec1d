"""Values at and next to the numbers that settings are compared with, and whether a configuration accepts them.

Knows bounds and compiled constraints; must not know how settings are read. What a constraint says is worked out here,
when the test is made: the test holds the answers only.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from .variables import Setting, SettingsClass

__all__ = ["limits"]

_STEPS: Mapping[str, float] = {"int": 1, "float": 0.5}
_COMPARISONS: Mapping[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}


class _UnknownError(Exception):
    """A condition is more than numbers, comparisons and what connects them."""


def limits(settings: SettingsClass) -> dict[str, tuple[tuple[str, bool], ...]]:
    """For each setting the texts worth trying while the others have their defaults, and whether they are accepted.

    None, where that cannot be worked out: another setting has no default, or a constraint says more than numbers.
    """
    conditions = [ast.parse(each.broken, mode="eval").body for each in settings.constraints]
    try:
        defaults = {each.name: ast.literal_eval(each.default) for each in settings.settings}
        return {
            each.name: tuple(_tried(each, conditions, defaults))
            for each in settings.settings
            if each.annotation in _STEPS
        }
    except (_UnknownError, ValueError, SyntaxError, TypeError):
        return {}


def _tried(
    setting: Setting, conditions: list[ast.expr], defaults: Mapping[str, Any]
) -> Iterator[tuple[str, bool]]:
    step = _STEPS[setting.annotation]
    numbers = {number for each in conditions for number in _compared(each, setting.name)}
    values = {number + by for number in numbers for by in (-step, 0, step)}
    kind, least, bound = setting.bound.partition("=")
    values |= {int(bound), int(bound) + 1} if least else set()
    for value in sorted(values):
        given = int(value) if setting.annotation == "int" else float(value)
        known = {**defaults, setting.name: given}
        inside = not least or (given > int(bound) if kind == "gt" else given >= int(bound))
        yield str(given), inside and not any(_value(each, known) for each in conditions)


def _compared(condition: ast.expr, name: str) -> Iterator[float]:
    """The numbers a setting is compared with."""
    for node in ast.walk(condition):
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            if any(isinstance(each, ast.Attribute) and each.attr == name for each in sides):
                yield from (
                    each.value
                    for each in sides
                    if isinstance(each, ast.Constant) and isinstance(each.value, int | float)
                )


def _value(node: ast.expr, known: Mapping[str, Any]) -> Any:
    match node:
        case ast.Constant(value=value):
            return value
        case ast.Attribute(value=ast.Name(id="self"), attr=name) if name in known:
            return known[name]
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return not _value(operand, known)
        case ast.BoolOp(op=op, values=values):
            found = [bool(_value(each, known)) for each in values]
            return all(found) if isinstance(op, ast.And) else any(found)
        case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in _COMPARISONS:
            return _COMPARISONS[type(op)](_value(left, known), _value(right, known))
    raise _UnknownError
