"""The references inside an expression, in the order they are written."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from generator.ir import Expression, Reference

__all__ = ["references_in"]


def references_in(expression: Expression) -> Iterator[Reference]:
    """Every reference in an expression, nested ones too."""
    for each in dataclasses.fields(expression):
        yield from _in_value(getattr(expression, each.name))


def _in_value(value: object) -> Iterator[Reference]:
    if isinstance(value, Reference):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _in_value(each)
    elif type(value).__module__ == Reference.__module__ and dataclasses.is_dataclass(value):
        for each in dataclasses.fields(value):
            yield from _in_value(getattr(value, each.name))
