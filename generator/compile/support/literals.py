"""Literals of enumerations: each knows what it is called in the model; some are numbers or texts too.

Must not know models.
"""

from __future__ import annotations

from enum import Enum, StrEnum
from typing import Self

__all__ = ["IntegerLiteral", "Literal", "RealLiteral", "TextLiteral"]


class _Named:
    """What every literal can say: its text is its own name, whatever else it is."""

    _value_: str

    def __str__(self) -> str:
        return self._value_.partition("::")[2]


class Literal(_Named, Enum):
    """A literal; its value is its name in the model, as in `Color::red`."""


class RealLiteral(_Named, float, Enum):
    """A literal that is a number."""

    def __new__(cls, label: str, number: float) -> Self:
        """The number under its name."""
        found = float.__new__(cls, number)
        found._value_ = label
        return found


class IntegerLiteral(_Named, int, Enum):
    """A literal that is an integer."""

    def __new__(cls, label: str, number: int) -> Self:
        """The integer under its name."""
        found = int.__new__(cls, number)
        found._value_ = label
        return found


class TextLiteral(_Named, StrEnum):
    """A literal that is a text."""

    def __new__(cls, label: str, text: str) -> Self:
        """The text under its name."""
        found = str.__new__(cls, text)
        found._value_ = label
        return found
