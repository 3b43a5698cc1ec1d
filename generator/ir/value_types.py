"""What is known about a value before anything runs, and the scalar types of the standard library.

Source: KerML 1.0, clause 9.3.2 (ScalarValues). Must not know expressions.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.ir.dimensions import Dimension
from generator.ir.elements import Type

if TYPE_CHECKING:
    from generator.ir.model import Model

__all__ = ["TOWER", "UNKNOWN", "Scalars", "ValueType"]


@dataclass(frozen=True, slots=True)
class ValueType:
    """What is known about a value.

    `types` are the classifiers it conforms to, empty when nothing is known; `dimension` is that of a number or
    quantity (`()` for a plain number), None when open; `is_many` is true where more than one value is expected.
    """

    types: tuple[Type, ...] = ()
    dimension: Dimension | None = None
    is_many: bool = False


UNKNOWN = ValueType()

# The kinds of numbers, each below the next.
TOWER = ("Natural", "Integer", "Rational", "Real", "Complex", "Number", "NumericalValue")


class Scalars:
    """The scalar types of one model's library."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._scalars: dict[str, tuple[Type, ...]] = {}

    def scalar(self, name: str) -> ValueType:
        """One of the standard library's scalar types, such as `Boolean`."""
        if name not in self._scalars:
            found = self._model.find(f"ScalarValues::{name}")
            self._scalars[name] = (found,) if isinstance(found, Type) else ()
        is_number = name in TOWER
        return ValueType(self._scalars[name], () if is_number else None)

    def conforms(self, value: ValueType, name: str) -> bool | None:
        """Whether a value is of one of the scalar types; None when that is not known.

        A value of a more general type may be of the type after all, so it is not known not to be.
        """
        wanted = self.scalar(name).types
        if not value.types or not wanted:
            return None
        if any(self._model.specializes(each, wanted[0]) for each in value.types):
            return True
        if any(self._model.specializes(wanted[0], each) for each in value.types):
            return None
        return False

    def rank(self, value: ValueType) -> int | None:
        """How general a kind of number a value is, as an index in TOWER; None for what is no plain number."""
        if not value.types or value.dimension != ():
            return None
        for rank, name in enumerate(TOWER):
            if any(t in self.scalar(name).types for t in value.types):
                return rank
        for rank, name in enumerate(TOWER):
            if self.conforms(value, name):
                return rank
        return None
