"""Types and dimensions of what operators give, from those of their operands.

Source: KerML 1.0, clause 9.4 (function library); SysML 2.0, clause 9.8 (calculations with quantities). Must not
know names.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from generator.ir.constants import constant
from generator.ir.dimensions import Dimension, Dimensions, power, product
from generator.ir.elements import Feature, Type
from generator.ir.expressions import Expression
from generator.ir.value_types import TOWER, UNKNOWN, Scalars, ValueType

if TYPE_CHECKING:
    from generator.ir.model import Model

__all__ = ["OperatorTypes"]

_BOOLEAN = frozenset(
    [
        "not",
        "and",
        "or",
        "xor",
        "implies",
        "istype",
        "hastype",
        "@",
        "@@",
        "==",
        "!=",
        "===",
        "!==",
        "<",
        ">",
        "<=",
        ">=",
    ]
)
_POINTS = ("AgentSystems::Values::Timestamp", "AgentSystems::Values::Date")
_SPANS = ("AgentSystems::Values::Duration",)
_ARITHMETIC = frozenset(["+", "-", "*", "/", "%", "**", "^"])


class OperatorTypes:
    """The operators of one model."""

    def __init__(self, model: Model, scalars: Scalars, dimensions: Dimensions) -> None:
        self._model = model
        self._scalars = scalars
        self._dimensions = dimensions
        self._values_of_units: dict[int, tuple[Type, ...]] = {}

    def of(
        self, operator: str, values: list[ValueType], operands: tuple[Expression, ...]
    ) -> ValueType:
        """The type of an operator applied to operands whose types are known; types as operands do not count."""
        if operator in _BOOLEAN:
            return self._scalars.scalar("Boolean")
        if operator in _ARITHMETIC:
            return self._arithmetic(operator, values, operands)
        special = self._SPECIAL.get(operator)
        return UNKNOWN if special is None or not values else special(self, values)

    def _range(self, values: list[ValueType]) -> ValueType:
        return replace(self._scalars.scalar("Integer"), is_many=True)

    def _sequence(self, values: list[ValueType]) -> ValueType:
        return replace(self._either(values), is_many=True)

    def _either(self, values: list[ValueType]) -> ValueType:
        """What holds for each of several values."""
        if any(not each.types for each in values):
            return UNKNOWN
        common = tuple(
            type_
            for type_ in dict.fromkeys(type_ for each in values for type_ in each.types)
            if all(any(self._model.specializes(t, type_) for t in each.types) for each in values)
        )
        dimensions = {each.dimension for each in values}
        dimension = dimensions.pop() if len(dimensions) == 1 else None
        return ValueType(common, dimension, any(each.is_many for each in values))

    def _conditional(self, values: list[ValueType]) -> ValueType:
        return self._either(values[1:])

    def _indexed(self, values: list[ValueType]) -> ValueType:
        # What a collection holds is not what it is.
        if any(
            self._model.specializes(each, "Collections::Collection") for each in values[0].types
        ):
            return UNKNOWN
        return replace(values[0], is_many=False)

    def _quantity(self, values: list[ValueType]) -> ValueType:
        """`5 [kg]`: a quantity of the kind that goes with the unit."""
        unit = values[-1]
        types = tuple(value for each in unit.types for value in self._values_of(each))
        return ValueType(types, unit.dimension, values[0].is_many)

    def _values_of(self, unit: Type) -> tuple[Type, ...]:
        """The kinds of quantity beside a kind of unit that are measured in it."""
        if unit.id not in self._values_of_units:
            owner = self._model.owner(unit)
            beside = () if owner is None else self._model.owned(owner, Type)
            self._values_of_units[unit.id] = tuple(
                each
                for each in beside
                if any(
                    feature.name == "mRef" and unit in self._model.types(feature)
                    for feature in self._model.owned(each, Feature)
                )
            )
        return self._values_of_units[unit.id]

    def _logical(self, values: list[ValueType]) -> ValueType:
        is_boolean = all(self._scalars.conforms(each, "Boolean") for each in values)
        return self._scalars.scalar("Boolean") if is_boolean else UNKNOWN

    _SPECIAL: ClassVar[dict[str, Callable[[OperatorTypes, list[ValueType]], ValueType]]] = {
        "..": _range,
        ",": _sequence,
        "if": _conditional,
        "??": _either,
        "#": _indexed,
        "[": _quantity,
        "&": _logical,
        "|": _logical,
    }

    def _arithmetic(
        self, operator: str, values: list[ValueType], operands: tuple[Expression, ...]
    ) -> ValueType:
        dimension = self._dimension(operator, values, operands)
        ranks = [self._scalars.rank(each) for each in values]
        if None not in ranks:
            rank = max(each for each in ranks if each is not None)
            if operator == "-" and rank == 0:
                rank = 1
            if operator == "/":
                rank = max(rank, 2)
            return replace(self._scalars.scalar(TOWER[rank]), dimension=dimension)
        if operator in "+-" and len(values) == 2:
            found = self._time(operator, values)
            if found is not None:
                return found
        if operator in "+-" and all(each.types == values[0].types for each in values):
            return ValueType(values[0].types, dimension)
        if operator in "*/" and len(values) == 2:
            # A multiple of a quantity is a quantity of its kind.
            for one, other in ((0, 1), (1, 0)):
                is_multiple = ranks[other] is not None and (operator == "*" or other == 1)
                if is_multiple and values[one].types and not self._is_unit(values[one]):
                    return ValueType(values[one].types, dimension)
        return ValueType((), dimension)

    def _time(self, operator: str, values: list[ValueType]) -> ValueType | None:
        """Points in time are a duration apart, and moved by one; None for what is no time."""
        points = [any(self._is_any(each, _POINTS) for each in value.types) for value in values]
        spans = [any(self._is_any(each, _SPANS) for each in value.types) for value in values]
        span = self._model.find(_SPANS[0])
        if operator == "-" and all(points) and isinstance(span, Type):
            return ValueType((span,))
        if points[0] and spans[1]:
            return values[0]
        return values[1] if operator == "+" and spans[0] and points[1] else None

    def _is_any(self, type_: Type, names: tuple[str, ...]) -> bool:
        return any(self._model.specializes(type_, each) for each in names)

    def _is_unit(self, value: ValueType) -> bool:
        return any(self._dimensions.is_unit(each) for each in value.types)

    def _dimension(
        self, operator: str, values: list[ValueType], operands: tuple[Expression, ...]
    ) -> Dimension | None:
        first = values[0].dimension
        if first is None:
            return None
        if len(values) == 1:
            return first
        second = values[1].dimension
        if operator in ("**", "^"):
            exponent = constant(self._model, operands[1])
            if isinstance(exponent, int | float) and not isinstance(exponent, bool):
                return power(first, Fraction(exponent).limit_denominator(1000))
            return () if first == () else None
        if second is None:
            return None
        if operator in "*/":
            return product(first, second, 1 if operator == "*" else -1)
        return first if first == second else None
