"""Physical dimensions of units and quantities, as the quantity libraries declare them.

Source: SysML 2.0, clause 9.8 (Quantities and Units): a kind of unit says which powers of the base quantities it
is a product of. Knows the shape of those declarations; must not know a particular unit or quantity.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from generator.ir.constants import constant
from generator.ir.elements import Element, Feature, Type
from generator.ir.expressions import ElementId, FeatureReferenceExpression

if TYPE_CHECKING:
    from generator.ir.model import Model

__all__ = ["Dimension", "Dimensions", "dimension_text", "power", "product"]

Dimension: TypeAlias = tuple[tuple[str, Fraction], ...]
"""Base quantities with their exponents, sorted by name, without zeros: () is a plain number."""

_UNIT = "MeasurementReferences::ScalarMeasurementReference"
_REFERENCE = "MeasurementReferences::TensorMeasurementReference"
_FACTOR = "Quantities::QuantityPowerFactor"
_ONE = "MeasurementReferences::DimensionOneUnit"
_QUANTITY = "Quantities::ScalarQuantityValue"
_NUMBERS = "ScalarValues::NumericalValue"


def product(left: Dimension, right: Dimension, sign: int = 1) -> Dimension:
    """The dimension of a product, or of a quotient with sign -1."""
    powers = dict(left)
    for name, exponent in right:
        powers[name] = powers.get(name, Fraction(0)) + sign * exponent
    return tuple(sorted((name, exponent) for name, exponent in powers.items() if exponent))


def power(base: Dimension, exponent: Fraction) -> Dimension:
    """The dimension of a power."""
    return tuple((name, each * exponent) for name, each in base if exponent)


def dimension_text(dimension: Dimension) -> str:
    """A dimension for people: `L·T^-2`, `1` for a plain number."""
    parts = [name if exponent == 1 else f"{name}^{exponent}" for name, exponent in dimension]
    return "·".join(parts) or "1"


class Dimensions:
    """Answers about one model; remembers what it found by definition."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._of_type: dict[ElementId, Dimension | None] = {}

    @cached_property
    def _roots(self) -> dict[str, Element | None]:
        names = (_UNIT, _REFERENCE, _FACTOR, _ONE, _QUANTITY, _NUMBERS)
        return {name: self._model.find(name) for name in names}

    def is_unit(self, type_: Type) -> bool:
        """Whether a type is a kind of unit or scale."""
        return self._is(type_, _UNIT)

    def may_be_unit(self, type_: Type) -> bool:
        """Whether a number can be measured in a value of the type; true where that is not known."""
        root = self._roots[_REFERENCE]
        return root is None or self._is(type_, _REFERENCE) or self._model.specializes(root, type_)

    def is_quantity(self, type_: Type) -> bool:
        """Whether a type is a kind of quantity: a number with a unit."""
        return self._is(type_, _QUANTITY)

    def _is(self, type_: Type, name: str) -> bool:
        root = self._roots[name]
        return root is not None and self._model.specializes(type_, root)

    def of_type(self, type_: Type) -> Dimension | None:
        """The dimension of a kind of unit, a kind of quantity or a kind of number; None when it is open."""
        if type_.id not in self._of_type:
            self._of_type[type_.id] = None  # a definition that leads back to itself stays open
            self._of_type[type_.id] = self._find(type_)
        return self._of_type[type_.id]

    def _find(self, type_: Type) -> Dimension | None:
        if self.is_unit(type_):
            return self._of_unit(type_)
        if self.is_quantity(type_):
            return self._of_quantity(type_)
        return () if self._is(type_, _NUMBERS) else None

    def _of_quantity(self, type_: Type) -> Dimension | None:
        """A quantity has the dimension of the unit it refers to (`mRef`)."""
        for at in self._with_generals(type_):
            for feature in self._model.owned(at, Feature):
                if feature.name == "mRef":
                    found = [
                        self.of_type(each)
                        for each in self._model.types(feature)
                        if self.is_unit(each)
                    ]
                    return found[0] if found else None
        return None

    def _of_unit(self, type_: Type) -> Dimension | None:
        factor = self._roots[_FACTOR]
        for at in self._with_generals(type_):
            factors = [
                each
                for each in self._model.owned(at, Feature)
                if factor is not None and factor in self._model.types(each)
            ]
            powers = [self._power(each) for each in factors]
            if powers and all(each is not None for each in powers):
                found: Dimension = ()
                for each in powers:
                    found = product(found, (each,)) if each is not None else found
                return found
            if powers:
                return None
        return () if self._is(type_, _ONE) else None

    def _with_generals(self, type_: Type) -> list[Type]:
        found = [type_]
        for at in found:
            found += [
                each
                for each in self._model.generals(at)
                if isinstance(each, Type) and each not in found
            ]
        return found

    def _power(self, factor: Feature) -> tuple[str, Fraction] | None:
        """`:>> quantity = isq.L; :>> exponent = 1;`."""
        name: str | None = None
        exponent: Fraction | None = None
        for feature in self._model.owned(factor, Feature):
            value = feature.value.expression if feature.value is not None else None
            if feature.name == "quantity" and isinstance(value, FeatureReferenceExpression):
                target = self._model.target(value.reference)
                name = None if target is None else target.name
            elif feature.name == "exponent":
                number = constant(self._model, value)
                if isinstance(number, int | float):
                    exponent = Fraction(number).limit_denominator(1000)
        return None if name is None or exponent is None else (name, exponent)
