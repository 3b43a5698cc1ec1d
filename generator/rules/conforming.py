"""Whether a value can be of the types that are wanted; what is not known for certain is taken to fit.

Source: KerML 1.0, clauses 8.4.4.9 (results of expressions) and 8.4.4.11 (feature values): a value is bound to its
feature, so that they have the same values. Must not know particular rules.
"""

from __future__ import annotations

from generator import ir
from generator.ir import Expression, Feature, Library, Model, Type, ValueType
from generator.rules.metaclasses import BEHAVIORS, METACLASSES

__all__ = ["fits", "kinds", "known", "wanted"]

_SCALARS = "ScalarValues"
_UNKNOWN = ValueType()


def known(model: Model, expression: Expression) -> ValueType:
    """What is known about a value for certain; nothing of what is performed, evaluated or part of the model."""
    if isinstance(expression, ir.BodyExpression):
        return _UNKNOWN
    found = model.inference.of(expression)
    return _UNKNOWN if _is_open(model, found.types) else found


def wanted(model: Model, feature: Feature) -> ValueType:
    """The types that the values of a feature have to be of; nothing where any value will do."""
    if isinstance(feature, ir.ActionUsage | ir.ConstraintUsage | ir.ExpressionFeature | ir.Step):
        return _UNKNOWN
    found = model.inference.of_declared(feature)
    return _UNKNOWN if _is_open(model, found.types) else found


def _is_open(model: Model, types: tuple[Type, ...]) -> bool:
    return any(
        isinstance(each, (Feature, *BEHAVIORS, *METACLASSES))
        or (each.library is Library.STANDARD and not _is_data(model, each))
        for each in types
    )


def _is_data(model: Model, type_: Type) -> bool:
    """Whether a type of the standard library is one of values; the others are what everything is below."""
    return model.specializes(type_, "Base::DataValue")


def fits(model: Model, value: ValueType, types: ValueType) -> bool:
    """Whether a value may be of all the types wanted.

    One of a more general type may be of the wanted one after all, and one of two types may have a subtype of both.
    Quantities are compared by their dimensions elsewhere.
    """
    if value.dimension is not None and types.dimension is not None:
        return True
    return not value.types or all(
        any(_is_near(model, each, other) for each in value.types) for other in types.types
    )


def _is_near(model: Model, one: Type, other: Type) -> bool:
    if model.specializes(one, other) or model.specializes(other, one):
        return True
    if one.library is Library.STANDARD or other.library is Library.STANDARD:
        return False
    return any(model.specializes(each, other) for each in model.specializing(one))


def kinds(value: ValueType) -> str:
    """The types of a value for a message."""
    return " and ".join(f"`{each.name}`" for each in value.types)
