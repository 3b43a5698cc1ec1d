"""Values that are known without running anything.

Folds literals, arithmetic, comparison, logic, sequences, enumeration literals and features bound to such
values. Source: KerML 1.0, clause 9.4 (function library). Must not know how behaviour is compiled.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any, TypeAlias

from generator.ir.elements import Element, Feature, FeatureValue, Role, Type
from generator.ir.expressions import (
    Expression,
    FeatureReferenceExpression,
    LiteralBoolean,
    LiteralInfinity,
    LiteralInteger,
    LiteralRational,
    LiteralString,
    NullExpression,
    OperatorExpression,
)
from generator.ir.model import Model
from generator.ir.relationships import SpecializationKind
from generator.ir.usages import EnumerationUsage, MetadataUsage

__all__ = ["Constant", "constant", "effective_value", "metadata_values", "value_of"]

Constant: TypeAlias = "bool | int | float | str | Element | tuple[Constant, ...]"
"""A folded value: an enumeration literal is its `EnumerationUsage`, a sequence a flat tuple, `null` is ()."""

_LARGEST_RANGE = 10_000
_LARGEST_EXPONENT = 10_000


def constant(model: Model, expression: Expression | None) -> Constant | None:
    """The value of an expression, or None when it is not constant (or there is no expression).

    A feature counts with the value it is bound to, or with its default; `:=` is not a constant.
    """
    if expression is None:
        return None
    return _Folder(model).fold(expression)


def effective_value(model: Model, feature: Feature) -> FeatureValue | None:
    """The value written for a feature, or for the nearest one it redefines."""
    if feature.value is not None:
        return feature.value
    seen = {feature.id}
    queue: list[Element] = [feature]
    for at in queue:
        for general in model.generals(at, SpecializationKind.REDEFINITION):
            if general.id in seen or not isinstance(general, Feature):
                continue
            if general.value is not None:
                return general.value
            seen.add(general.id)
            queue.append(general)
    return None


def value_of(model: Model, owner: Type, feature_name: str) -> Constant | None:
    """The constant value of the feature a type owns or inherits under a name; None if it has none."""
    feature = _feature(model, owner, feature_name)
    value = effective_value(model, feature) if feature is not None else None
    return None if value is None else constant(model, value.expression)


def metadata_values(model: Model, metadata: MetadataUsage) -> dict[str, Constant]:
    """The values of a metadata usage by feature name, with the defaults of its definition.

    A feature without a constant value is left out, except that one bound to a plain reference
    (`entity = Account`) has the element it leads to as its value.
    """
    found: dict[str, Constant] = {}
    for feature in model.features(metadata):
        value = effective_value(model, feature)
        if value is None or feature.name is None:
            continue
        folded = constant(model, value.expression)
        if folded is None and isinstance(value.expression, FeatureReferenceExpression):
            folded = model.target(value.expression.reference)
        if folded is not None:
            found[feature.name] = folded
    return found


def _feature(model: Model, owner: Type, name: str) -> Feature | None:
    for feature in reversed(model.features(owner)):
        if name in (feature.name, feature.short_name):
            return feature
    return None


class _Folder:
    """Folds one expression; `_open` are the features being followed, so that cycles end."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._open: set[int] = set()

    def fold(self, expression: Expression) -> Constant | None:
        match expression:
            case LiteralBoolean() | LiteralInteger() | LiteralRational() | LiteralString():
                return expression.value
            case LiteralInfinity():
                return float("inf")
            case NullExpression():
                return ()
            case FeatureReferenceExpression():
                return self._reference(expression)
            case OperatorExpression():
                return self._operator(expression)
        return None

    def _reference(self, expression: FeatureReferenceExpression) -> Constant | None:
        target = self._model.target(expression.reference)
        if isinstance(target, EnumerationUsage) and target.role is Role.VARIANT:
            return target
        if not isinstance(target, Feature) or target.id in self._open:
            return None
        value = effective_value(self._model, target)
        if value is None or value.is_initial:
            return None
        self._open.add(target.id)
        folded = self.fold(value.expression)
        self._open.discard(target.id)
        return folded

    def _operator(self, expression: OperatorExpression) -> Constant | None:
        symbol, operands = expression.operator, expression.operands
        if symbol == "if" and len(operands) == 3:
            condition = self.fold(operands[0])
            if not isinstance(condition, bool):
                return None
            return self.fold(operands[1] if condition else operands[2])
        values = self._operands(expression)
        if values is None:
            return None
        if symbol == ",":
            return _flat(values)
        if len(values) == 1:
            return _unary(symbol, values[0])
        if len(values) == 2:
            return _binary(symbol, values[0], values[1])
        return None

    def _operands(self, expression: OperatorExpression) -> list[Constant] | None:
        found: list[Constant] = []
        for each in expression.operands:
            value = self.fold(each)
            if value is None:
                return None
            found.append(value)
        return found


def _flat(values: list[Constant]) -> tuple[Constant, ...]:
    found: list[Constant] = []
    for value in values:
        found.extend(value if isinstance(value, tuple) else (value,))
    return tuple(found)


def _unary(symbol: str, value: Constant) -> Constant | None:
    if symbol == "not" and isinstance(value, bool):
        return not value
    if isinstance(value, int | float) and not isinstance(value, bool):
        if symbol == "-":
            return -value
        if symbol == "+":
            return value
    return None


_LOGIC: dict[str, Callable[[bool, bool], bool]] = {
    "and": lambda a, b: a and b,
    "&": lambda a, b: a and b,
    "or": lambda a, b: a or b,
    "|": lambda a, b: a or b,
    "xor": lambda a, b: a != b,
    "implies": lambda a, b: not a or b,
}
_ORDER: dict[str, Callable[[Any, Any], Any]] = {
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
}
_ARITHMETIC: dict[str, Callable[[float, float], float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "%": operator.mod,
    "**": operator.pow,
    "^": operator.pow,
}


def _binary(symbol: str, left: Constant, right: Constant) -> Constant | None:
    if symbol in ("==", "==="):
        return _same(left, right)
    if symbol in ("!=", "!=="):
        return not _same(left, right)
    if symbol == "??":
        return right if left == () else left
    if isinstance(left, bool) and isinstance(right, bool):
        return _LOGIC[symbol](left, right) if symbol in _LOGIC else None
    if isinstance(left, str) and isinstance(right, str):
        if symbol == "+":
            return left + right
        return bool(_ORDER[symbol](left, right)) if symbol in _ORDER else None
    if isinstance(left, bool) or isinstance(right, bool):
        return None
    if isinstance(left, int | float) and isinstance(right, int | float):
        return _numeric(symbol, left, right)
    return None


def _same(left: Constant, right: Constant) -> bool:
    if isinstance(left, bool) is not isinstance(right, bool):
        return False
    first = left[0] if isinstance(left, tuple) and len(left) == 1 else left
    second = right[0] if isinstance(right, tuple) and len(right) == 1 else right
    return first == second


def _numeric(symbol: str, left: float, right: float) -> Constant | None:
    if symbol in _ORDER:
        return bool(_ORDER[symbol](left, right))
    if symbol == ".." and isinstance(left, int) and isinstance(right, int):
        return tuple(range(left, right + 1)) if right - left < _LARGEST_RANGE else None
    if symbol not in _ARITHMETIC or (symbol in ("**", "^") and abs(right) > _LARGEST_EXPONENT):
        return None
    try:
        result = _ARITHMETIC[symbol](left, right)
    except (ZeroDivisionError, OverflowError):
        return None
    return result if isinstance(result, int | float) else None
