"""Constants of the model: literal values of features and of annotations.

Knows expressions and metadata; must not know what the constants are used for.
"""

from __future__ import annotations

from typing import TypeAlias

from generator.compile.actions import effective_value
from generator.ir import (
    Element,
    EnumerationUsage,
    Expression,
    Feature,
    FeatureReferenceExpression,
    LiteralBoolean,
    LiteralInteger,
    LiteralRational,
    LiteralString,
    Model,
    NullExpression,
    OperatorExpression,
    Role,
)

__all__ = [
    "Constant",
    "Scalar",
    "annotated",
    "annotation_value",
    "constant",
    "constants_of",
    "effective_value",
]

Scalar: TypeAlias = str | int | float | bool
Constant: TypeAlias = "Scalar | list[Constant] | None"


def constant(model: Model, expression: Expression | None) -> tuple[bool, Constant]:
    """Whether an expression is a constant and which.

    Constants are literals, negated numbers, enumeration literals (their names) and sequences of those.
    """
    match expression:
        case LiteralBoolean() | LiteralInteger() | LiteralRational() | LiteralString():
            return True, expression.value
        case NullExpression():
            return True, None
        case OperatorExpression(operator="-" | "+", operands=(operand,)):
            known, value = constant(model, operand)
            if known and isinstance(value, int | float) and not isinstance(value, bool):
                return True, -value if expression.operator == "-" else value
        case OperatorExpression(operator=",", operands=operands):
            parts = [constant(model, operand) for operand in operands]
            if all(known for known, _ in parts):
                return True, [value for _, value in parts]
        case FeatureReferenceExpression(reference=reference):
            target = model.target(reference)
            if isinstance(target, EnumerationUsage) and target.role is Role.VARIANT and target.name:
                return True, target.name
        case _:
            pass
    return False, None


def constants_of(model: Model, feature: Feature) -> tuple[Scalar, ...] | None:
    """The constant values of a feature, none or several; None when its value is no constant."""
    expression = effective_value(model, feature)
    if expression is None:
        return ()
    known, value = constant(model, expression)
    if not known:
        return None
    values = value if isinstance(value, list) else [] if value is None else [value]
    return tuple(each for each in values if isinstance(each, str | int | float))


def annotated(model: Model, element: Element, definition: str) -> bool:
    """Whether metadata of a definition annotates an element, or a feature it redefines."""
    return any(model.metadata(each, definition) for each in _with_redefined(model, element))


def annotation_value(model: Model, element: Element, definition: str, name: str) -> Scalar | None:
    """The constant an annotation gives to one of its attributes, or None."""
    for each in _with_redefined(model, element):
        for usage in model.metadata(each, definition):
            member = model.member(usage, name)
            if isinstance(member, Feature):
                known, value = constant(model, effective_value(model, member))
                if known and isinstance(value, str | int | float):
                    return value
    return None


def _with_redefined(model: Model, element: Element) -> tuple[Element, ...]:
    redefined = model.redefined(element) if isinstance(element, Feature) else ()
    return (element, *reversed(redefined))
