"""Every expression and every reference that an element has, wherever its metaclass keeps them.

Works on any metaclass by the shape of its fields, without recursion. Must not know what the fields mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, get_args

from generator.ir.elements import Element, FeatureValue, Multiplicity, TypeRelationship
from generator.ir.expressions import Argument, Expression, Reference

__all__ = ["expressions_in", "expressions_of", "references_in", "references_of"]

_EXPRESSIONS = get_args(Expression)
_HOLDERS = (Argument, FeatureValue, Multiplicity, TypeRelationship, *_EXPRESSIONS)
# What the annotation of a field says when it can hold one of these, or several.
_WORTH = re.compile(r"Expression|FeatureValue|Multiplicity|Relationship|Reference|Argument")
_names: dict[type, tuple[str, ...]] = {}


def expressions_of(element: Element) -> Iterator[Expression]:
    """The expressions of an element, each before its operands, in the order of its fields."""
    for value in _values(element):
        yield from (each for each in _inside(value) if isinstance(each, _EXPRESSIONS))


def expressions_in(expression: Expression) -> Iterator[Expression]:
    """An expression and all below it, each before its operands."""
    yield from (each for each in _inside(expression) if isinstance(each, _EXPRESSIONS))


def references_of(element: Element) -> Iterator[Reference]:
    """The references an element has in its fields and expressions, in their order."""
    for value in _values(element):
        yield from (each for each in _inside(value) if isinstance(each, Reference))


def references_in(expression: Expression) -> Iterator[Reference]:
    """The references in an expression, in their order."""
    yield from (each for each in _inside(expression) if isinstance(each, Reference))


def _inside(value: object) -> Iterator[object]:
    stack = [value]
    while stack:
        at = stack.pop()
        if isinstance(at, tuple):
            stack.extend(reversed(at))
            continue
        yield at
        if isinstance(at, _HOLDERS):
            stack.extend(reversed(_values(at)))


def _values(holder: Any) -> list[object]:
    kind = type(holder)
    if kind not in _names:
        found = fields(kind) if is_dataclass(kind) else ()
        _names[kind] = tuple(each.name for each in found if _WORTH.search(str(each.type)))
    values = (getattr(holder, name) for name in _names[kind])
    return [each for each in values if each is not None]
