"""The expressions of a model, each with the element it stands in.

Must not know particular rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from generator import ir
from generator.ir import Element, Expression, Model

__all__ = ["expressions", "operands", "parts"]

_HOLDERS = ("Expression", "FeatureValue", "Multiplicity")


def expressions(element: Element, model: Model) -> Iterator[tuple[Expression, Element]]:
    """All expressions of an element, operands after what they are operands of, with where they stand.

    That is the element itself, or the element of a body `{in x; …}` inside one of its expressions.
    """
    for name in _fields(type(element)):
        value = getattr(element, name)
        if value is not None:
            for each in _held(value):
                yield from parts(each, element, model)


def parts(
    expression: Expression, place: Element, model: Model
) -> Iterator[tuple[Expression, Element]]:
    """An expression and all below it, with where they stand."""
    stack: list[tuple[Expression, Element]] = [(expression, place)]
    while stack:
        at, where = stack.pop()
        yield at, where
        inside = model.element(at.element) if isinstance(at, ir.BodyExpression) else where
        stack += [(each, inside) for each in reversed(operands(at))]


def operands(expression: Expression) -> tuple[Expression, ...]:
    """The expressions directly inside another one."""
    match expression:
        case ir.OperatorExpression():
            return expression.operands
        case ir.InvocationExpression() | ir.ConstructorExpression():
            return tuple(each.value for each in expression.arguments)
        case ir.CollectExpression() | ir.SelectExpression():
            return (expression.source, expression.body)
        case ir.FeatureChainExpression():
            return (expression.source,)
        case ir.BodyExpression() if expression.result is not None:
            return (expression.result,)
    return ()


_known: dict[type[Element], tuple[str, ...]] = {}


def _fields(metaclass: type[Element]) -> tuple[str, ...]:
    """The fields that can hold expressions: annotations are texts here, as everywhere in the model."""
    found = _known.get(metaclass)
    if found is None:
        found = _known[metaclass] = tuple(
            each.name
            for each in fields(metaclass)
            if isinstance(each.type, str) and each.type.startswith(_HOLDERS)
        )
    return found


def _held(value: object) -> Iterator[Expression]:
    match value:
        case ir.FeatureValue():
            yield value.expression
        case ir.Multiplicity():
            for each in (value.lower_expression, value.upper_expression):
                if each is not None:
                    yield each
        case _:
            yield value  # type: ignore[misc]  # the field says that it is an expression
