"""Constants of the model as plain values: of features and of annotations.

Enumeration literals are their names here. Knows metadata and folded values; must not know what the constants
are used for.
"""

from __future__ import annotations

from typing import TypeAlias

from generator.ir import (
    Constant,
    Element,
    EnumerationUsage,
    Expression,
    Feature,
    Model,
    constant,
    effective_value,
)

__all__ = ["Scalar", "annotated", "annotation_value", "feature_constants", "plain_constants"]

Scalar: TypeAlias = str | int | float | bool


def plain_constants(model: Model, expression: Expression | None) -> tuple[Scalar, ...] | None:
    """The plain values of an expression, none or several; None when it is no constant or holds anything else."""
    return None if expression is None else _plain(constant(model, expression))


def _plain(value: Constant | None) -> tuple[Scalar, ...] | None:
    if isinstance(value, tuple):
        parts = [_plain(each) for each in value]
        if any(part is None for part in parts):
            return None
        return tuple(each for part in parts if part is not None for each in part)
    if isinstance(value, EnumerationUsage):
        return (value.name or "",)
    if isinstance(value, float) and value in (float("inf"), float("-inf")):
        return None
    return (value,) if isinstance(value, str | int | float) else None


def feature_constants(model: Model, feature: Feature) -> tuple[Scalar, ...] | None:
    """The plain values of a feature, () when it has no value, None when that is no constant."""
    value = effective_value(model, feature)
    return () if value is None else plain_constants(model, value.expression)


def annotated(model: Model, element: Element, definition: str) -> bool:
    """Whether metadata of a definition annotates an element, or a feature it redefines."""
    return any(model.metadata(each, definition) for each in _with_redefined(model, element))


def annotation_value(model: Model, element: Element, definition: str, name: str) -> Scalar | None:
    """The plain value an annotation gives to one of its attributes, or None."""
    for each in _with_redefined(model, element):
        for usage in model.metadata(each, definition):
            member = model.member(usage, name)
            values = feature_constants(model, member) if isinstance(member, Feature) else None
            if values:
                return values[0]
    return None


def _with_redefined(model: Model, element: Element) -> tuple[Element, ...]:
    redefined = model.redefined(element) if isinstance(element, Feature) else ()
    return (element, *reversed(redefined))
