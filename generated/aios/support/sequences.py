# Generated from AIOS_Agents (ssot/aios/agents.sysml) and 27 more elements.
# Do not edit: change the model and run `generate_from_ssot`.
"""How many values there are, where the model says how many there have to be.

Knows nothing of models: plain functions of values, of None for no value, and of tuples.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

__all__ = [
    "AbsentValue",
    "MultiplicityError",
    "at",
    "at_most_one",
    "bounded",
    "distinct",
    "exactly_one",
    "last",
    "required",
    "subsequence",
]

T = TypeVar("T")


class MultiplicityError(ValueError):
    """There are more or fewer values than the model allows."""


class AbsentValue(MultiplicityError):
    """There is no value where one is needed."""


def required(value: T | None) -> T:
    """The value; MultiplicityError when there is none."""
    if value is None:
        raise AbsentValue("one value is needed, there is none")
    return value


def exactly_one(values: Sequence[T]) -> T:
    """The only value; MultiplicityError when there is none or more than one."""
    if not values:
        raise AbsentValue("one value is needed, there is none")
    if len(values) != 1:
        raise MultiplicityError(f"one value is needed, there are {len(values)}")
    return values[0]


def at_most_one(values: Sequence[T]) -> T | None:
    """The only value, or None when there is none; MultiplicityError when there are more."""
    if len(values) > 1:
        raise MultiplicityError(
            f"at most one value is allowed, there are {len(values)}"
        )
    return values[0] if values else None


def bounded(
    values: tuple[T, ...], lower: int, upper: int | None = None
) -> tuple[T, ...]:
    """The values; MultiplicityError when they are fewer than `lower` or more than `upper`."""
    if len(values) < lower or (upper is not None and len(values) > upper):
        most = "*" if upper is None else upper
        raise MultiplicityError(
            f"[{lower}..{most}] values are allowed, there are {len(values)}"
        )
    return values


def distinct(values: tuple[T, ...]) -> tuple[T, ...]:
    """The values without repetitions, each at its first place; they need not be hashable."""
    try:
        return tuple(dict.fromkeys(values))
    except TypeError:
        found: list[T] = []
        for each in values:
            if each not in found:
                found.append(each)
        return tuple(found)


def at(values: Sequence[T], index: int) -> T | None:
    """The value at a position, counted from 1; None where there is none."""
    return values[index - 1] if 1 <= index <= len(values) else None


def last(values: Sequence[T]) -> T | None:
    """The last value; None when there is none."""
    return values[-1] if values else None


def subsequence(
    values: tuple[T, ...], start: int, end: int | None = None
) -> tuple[T, ...]:
    """The values from one position to another, counted from 1; positions without a value are left out."""
    return values[max(start, 1) - 1 : len(values) if end is None else max(end, 0)]
