"""Quantities: numbers with units, converted and checked by dimension when they meet.

`Quantity(1.5, "m/s")` is written with units as models write them; a quotient of equal dimensions has the unit
`1` and works like a number. As JSON it is `{"value": 1.5, "unit": "m/s"}`. Knows nothing of models.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeVar

from .units import (
    OFFSET,
    UnitError,
    atoms_of,
    define_unit,
    dimension_of,
    factor,
    pint_unit,
    text_of,
)

__all__ = [
    "DimensionError",
    "Quantity",
    "Unit",
    "UnitError",
    "measures",
    "quantity",
    "seconds",
    "total",
]

_When = TypeVar("_When", bound=date)


class DimensionError(TypeError):
    """Quantities that measure different things cannot be added, compared or converted."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit a model defines: so many of the reference, or one of its own kind."""

    name: str
    size: float = 1.0
    reference: str = ""


def quantity(value: float, unit: str, *units: Unit) -> Quantity:
    """A quantity measured in units some of which are described here."""
    for each in units:
        define_unit(each.name, each.size, each.reference)
    return Quantity(value, unit)


@dataclass(frozen=True, slots=True, eq=False)
class Quantity:
    """A number with a unit."""

    value: float
    unit: str

    def to(self, unit: str) -> Quantity:
        """The same quantity in another unit; DimensionError when that measures something else."""
        return Quantity(_converted(self, unit), unit)

    @property
    def number(self) -> float:
        """The number of a quantity without dimension; DimensionError for any other."""
        return self.value if self.unit == "1" else _converted(self, "1")

    # -- arithmetic -------------------------------------------------------------------------------

    def __add__(self, other: Quantity | float) -> Quantity:
        other = _as_quantity(other)
        if self.unit in OFFSET or other.unit in OFFSET:
            scale = self if self.unit in OFFSET else other
            step = other if scale is self else self
            if step.unit in OFFSET:
                raise DimensionError("two readings of a scale cannot be added")
            return Quantity(scale.value + _converted(step, OFFSET[scale.unit]), scale.unit)
        return Quantity(self.value + _converted(other, self.unit), self.unit)

    def __radd__(self, other: Any) -> Any:
        if isinstance(other, date):
            return other + timedelta(seconds=seconds(self))
        return _as_quantity(other) + self

    def __sub__(self, other: Quantity | float) -> Quantity:
        other = _as_quantity(other)
        if self.unit in OFFSET:
            step = OFFSET[self.unit]
            if other.unit in OFFSET:
                return Quantity(self.value - _converted(other, self.unit), step)
            return Quantity(self.value - _converted(other, step), self.unit)
        return Quantity(self.value - _converted(other, self.unit), self.unit)

    def __rsub__(self, other: Any) -> Any:
        if isinstance(other, date):
            return other - timedelta(seconds=seconds(self))
        return _as_quantity(other) - self

    def __mul__(self, other: Quantity | float) -> Quantity:
        return _product(self, _as_quantity(other), 1.0)

    def __rmul__(self, other: float) -> Quantity:
        return _product(self, _as_quantity(other), 1.0)

    def __truediv__(self, other: Quantity | float) -> Quantity:
        return _product(self, _as_quantity(other), -1.0)

    def __rtruediv__(self, other: float) -> Quantity:
        return _product(_as_quantity(other), self, -1.0)

    def __mod__(self, other: Quantity | float) -> Quantity:
        return Quantity(self.value % _converted(_as_quantity(other), self.unit), self.unit)

    def __pow__(self, exponent: Quantity | float) -> Quantity:
        power = _as_quantity(exponent).number
        atoms = {name: each * power for name, each in atoms_of(self.unit).items()}
        return Quantity(self.value**power, text_of({n: e for n, e in atoms.items() if e}))

    def __neg__(self) -> Quantity:
        return Quantity(-self.value, self.unit)

    def __pos__(self) -> Quantity:
        return self

    def __abs__(self) -> Quantity:
        return Quantity(abs(self.value), self.unit)

    def __floor__(self) -> Quantity:
        return Quantity(math.floor(self.value), self.unit)

    def rounded(self) -> Quantity:
        """The nearest whole number of the unit; halves are rounded up."""
        return Quantity(math.floor(self.value + 0.5), self.unit)

    def __float__(self) -> float:
        return self.number

    # -- comparison -------------------------------------------------------------------------------

    def __eq__(self, other: object) -> bool:
        if isinstance(other, int | float) and not isinstance(other, bool):
            other = Quantity(other, "1")
        if not isinstance(other, Quantity):
            return NotImplemented
        if self.unit == other.unit:
            return self.value == other.value
        if factor(other.unit, self.unit) is None:
            return False
        return math.isclose(self.value, _converted(other, self.unit), rel_tol=1e-12, abs_tol=1e-300)

    def __hash__(self) -> int:
        return hash(dimension_of(self.unit))

    def __lt__(self, other: Quantity | float) -> bool:
        return self != other and self.value < _converted(_as_quantity(other), self.unit)

    def __le__(self, other: Quantity | float) -> bool:
        return self == other or self.value < _converted(_as_quantity(other), self.unit)

    def __gt__(self, other: Quantity | float) -> bool:
        return self != other and self.value > _converted(_as_quantity(other), self.unit)

    def __ge__(self, other: Quantity | float) -> bool:
        return self == other or self.value > _converted(_as_quantity(other), self.unit)

    # -- texts and JSON ---------------------------------------------------------------------------

    def __str__(self) -> str:
        return f"{self.value:g}" if self.unit == "1" else f"{self.value:g} [{self.unit}]"

    def to_json(self) -> Any:
        """`{"value": 1.5, "unit": "m/s"}`; a plain number where there is no unit."""
        return self.value if self.unit == "1" else {"value": self.value, "unit": self.unit}

    @classmethod
    def from_json(cls, data: Any) -> Quantity:
        """The quantity that JSON data stands for; ValueError when it is none."""
        if isinstance(data, int | float) and not isinstance(data, bool):
            return cls(data, "1")
        if not isinstance(data, dict) or set(data) != {"value", "unit"}:
            raise ValueError('a quantity is {"value": number, "unit": text}')
        value, unit = data["value"], data["unit"]
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ValueError("the value of a quantity is a number")
        if not isinstance(unit, str):
            raise ValueError("the unit of a quantity is a text")
        atoms_of(unit)
        return cls(value, unit)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema as schema  # only where pydantic asks for it

        form = schema.typed_dict_schema(
            {
                "value": schema.typed_dict_field(schema.float_schema(allow_inf_nan=False)),
                "unit": schema.typed_dict_field(schema.str_schema(min_length=1)),
            },
            extra_behavior="forbid",
        )
        read = schema.no_info_after_validator_function(cls.from_json, form)
        return schema.json_or_python_schema(
            json_schema=read,
            python_schema=schema.union_schema([schema.is_instance_schema(cls), read]),
            serialization=schema.plain_serializer_function_ser_schema(
                lambda each: {"value": each.value, "unit": each.unit}
            ),
        )


def _as_quantity(value: Quantity | float) -> Quantity:
    if isinstance(value, Quantity):
        return value
    if isinstance(value, int | float):
        return Quantity(value, "1")
    raise TypeError(f"{value!r} is neither a quantity nor a number")


def _converted(found: Quantity, unit: str) -> float:
    """The number of a quantity in a unit."""
    if found.unit == unit:
        return found.value
    size = factor(found.unit, unit)
    if size is None:
        raise DimensionError(
            f"`{found.unit}` measures {dimension_of(found.unit)} and `{unit}` measures {dimension_of(unit)}"
        )
    if found.unit in OFFSET or unit in OFFSET:
        scale = pint_unit(found.unit)
        return float((found.value * scale).to(pint_unit(unit)).magnitude)
    return found.value * size


def _product(left: Quantity, right: Quantity, sign: float) -> Quantity:
    """A product (or quotient, with sign -1); units of one dimension are brought together."""
    value = left.value * right.value if sign > 0 else left.value / right.value
    atoms = dict(atoms_of(OFFSET.get(left.unit, left.unit)))
    for name, exponent in atoms_of(OFFSET.get(right.unit, right.unit)).items():
        same = next((each for each in atoms if factor(name, each) is not None), name)
        if same != name:
            value *= (factor(name, same) or 1.0) ** (sign * exponent)
        atoms[same] = atoms.get(same, 0.0) + sign * exponent
    unit = text_of({name: exponent for name, exponent in atoms.items() if exponent})
    whole = factor(unit, "1") if unit != "1" and len(atoms) > 1 else None
    return Quantity(value, unit) if whole is None else Quantity(value * whole, "1")


def measures(unit: str) -> Any:
    """A validator for fields that hold one kind of quantity: it can be converted to a unit."""
    from pydantic import AfterValidator  # only where a field asks for it

    def check(found: Quantity) -> Quantity:
        if factor(found.unit, unit) is None:
            raise ValueError(f"`{found.unit}` does not measure {dimension_of(unit)}")
        return found

    return AfterValidator(check)


def total(values: Iterable[Quantity], unit: str) -> Quantity:
    """The sum of quantities, in the unit of the first; of none, zero in a unit."""
    found: Quantity | None = None
    for each in values:
        found = each if found is None else found + each
    return Quantity(0.0, unit) if found is None else found


def seconds(duration: Quantity | timedelta | float) -> float:
    """A duration in seconds; a plain number is one of seconds."""
    if isinstance(duration, timedelta):
        return duration.total_seconds()
    return duration.to("s").value if isinstance(duration, Quantity) else float(duration)
