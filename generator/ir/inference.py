"""Static types of expressions: what is known about a value before anything runs.

Sources: KerML 1.0, clauses 8.4.4.9 (results of expressions) and 9.4 (function library); SysML 2.0, clause 9.8
(quantities). Bottom-up and without recursion; what cannot be told is `UNKNOWN`, never a guess. Must not know how
behaviour is compiled or which rules ask.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.ir import expressions as ex
from generator.ir.dimensions import Dimensions
from generator.ir.elements import Element, Feature, Library, Role, Type
from generator.ir.operator_types import OperatorTypes
from generator.ir.value_types import UNKNOWN, Scalars, ValueType

if TYPE_CHECKING:
    from generator.ir.model import Model

__all__ = ["Inference"]


# Library functions on sequences that give back what they are given, or what a body makes of it.
_SAME = frozenset(
    [
        "select",
        "selectOne",
        "reject",
        "head",
        "tail",
        "last",
        "union",
        "including",
        "excluding",
        "sum",
        "product",
        "max",
        "min",
    ]
)
_MAPPED = frozenset({"collect", "reduce", "minimize", "maximize"})
_GENERIC = frozenset(
    {"Anything", "DataValue", "ScalarValue", "NumericalValue", "things", "Object", "Occurrence"}
)


class Inference:
    """Finds the types of a model's expressions; each is looked at once."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self.scalars = Scalars(model)
        self.dimensions = Dimensions(model)
        self._operators = OperatorTypes(model, self.scalars, self.dimensions)
        self._known: dict[int, tuple[ex.Expression, ValueType]] = {}

    def of(self, expression: ex.Expression) -> ValueType:
        """The type of an expression."""
        stack = [expression]
        opened: set[int] = set()
        while stack:
            top = stack[-1]
            key = id(top)
            if key in self._known:
                stack.pop()
                continue
            if key not in opened:
                opened.add(key)
                below = [
                    each
                    for each in self._needed(top)
                    if id(each) not in self._known and id(each) not in opened
                ]
                if below:
                    stack.extend(below)
                    continue
            self._known[key] = (top, self._infer(top))
            stack.pop()
        return self._known[id(expression)][1]

    def of_feature(self, feature: Feature) -> ValueType:
        """What is known about the values of a feature: by its types, else by the value it is bound to."""
        if self._value_of(feature) is not None:
            self.of(feature.value.expression)  # type: ignore[union-attr]
        return self._feature(feature)

    # -- what has to be known first ---------------------------------------------------------------

    def _needed(self, expression: ex.Expression) -> Iterator[ex.Expression]:
        match expression:
            case ex.OperatorExpression():
                yield from expression.operands
            case ex.InvocationExpression() | ex.ConstructorExpression():
                yield from (each.value for each in expression.arguments)
            case ex.CollectExpression() | ex.SelectExpression():
                yield expression.source
                yield expression.body
            case ex.FeatureChainExpression():
                yield expression.source
                yield from self._bound(expression.reference)
            case ex.FeatureReferenceExpression():
                yield from self._bound(expression.reference)
            case ex.BodyExpression():
                if expression.result is not None:
                    yield expression.result

    def _bound(self, reference: ex.Reference) -> Iterator[ex.Expression]:
        target = self._model.target(reference)
        value = self._value_of(target) if isinstance(target, Feature) else None
        if value is not None:
            yield value

    def _value_of(self, feature: Feature) -> ex.Expression | None:
        """The value that says what a feature is, for want of a type, or which dimension its unit has."""
        if feature.value is None or feature.library is not None:
            return None if feature.value is None else self._unit_value(feature)
        types = self._specific(feature)
        if not types or any(self.dimensions.of_type(each) is None for each in types):
            return feature.value.expression
        return None

    def _unit_value(self, feature: Feature) -> ex.Expression | None:
        types = self._specific(feature)
        is_unit = any(self.dimensions.is_unit(each) for each in types)
        is_open = all(self.dimensions.of_type(each) is None for each in types)
        return feature.value.expression if feature.value and is_unit and is_open else None

    # -- one expression ---------------------------------------------------------------------------

    def _infer(self, expression: ex.Expression) -> ValueType:
        match expression:
            case ex.LiteralBoolean():
                return self.scalars.scalar("Boolean")
            case ex.LiteralInteger():
                return self.scalars.scalar("Natural")
            case ex.LiteralRational():
                return self.scalars.scalar("Rational")
            case ex.LiteralString():
                return self.scalars.scalar("String")
            case ex.LiteralInfinity():
                return self.scalars.scalar("Natural")
            case ex.FeatureReferenceExpression() | ex.FeatureChainExpression():
                return self._referenced(expression)
            case ex.OperatorExpression():
                return self._operator(expression)
            case ex.InvocationExpression():
                return self._invocation(expression)
            case ex.ConstructorExpression():
                target = self._model.target(expression.type)
                return self._typed((target,)) if isinstance(target, Type) else UNKNOWN
            case ex.SelectExpression():
                return replace(self._at(expression.source), is_many=True)
            case ex.CollectExpression():
                return replace(self._at(expression.body), is_many=True)
            case ex.BodyExpression(result=result) if result is not None:
                return self._at(result)
        return UNKNOWN

    def _at(self, expression: ex.Expression) -> ValueType:
        found = self._known.get(id(expression))
        return UNKNOWN if found is None else found[1]

    def _referenced(
        self, expression: ex.FeatureReferenceExpression | ex.FeatureChainExpression
    ) -> ValueType:
        target = self._model.target(expression.reference)
        if not isinstance(target, Feature):
            return UNKNOWN
        found = self._feature(target)
        path = self._model.path(expression.reference)
        is_many = any(self._is_many(each) for each in path)
        if isinstance(expression, ex.FeatureChainExpression):
            is_many = is_many or self._at(expression.source).is_many
        return replace(found, is_many=is_many) if is_many != found.is_many else found

    def _is_many(self, element: Element) -> bool:
        return isinstance(element, Feature) and self._model.multiplicity(element).is_many

    def _feature(self, feature: Feature) -> ValueType:
        types = self._specific(feature)
        value = self._value_of(feature)
        bound = UNKNOWN if value is None else self._at(value)
        if not types:
            return bound
        found = self._typed(types)
        if found.dimension is None and bound.dimension is not None:
            return replace(found, dimension=bound.dimension)
        return found

    def _specific(self, feature: Feature) -> tuple[Type, ...]:
        """The types of a feature, those left out that everything has."""
        found = self._model.types(feature)
        return tuple(
            each
            for each in found
            if each.library is not Library.STANDARD or each.name not in _GENERIC
        )

    def _typed(self, types: tuple[Type, ...]) -> ValueType:
        dimension = None
        for each in types:
            dimension = dimension if dimension is not None else self.dimensions.of_type(each)
        return ValueType(types, dimension)

    # -- operators --------------------------------------------------------------------------------

    def _operator(self, expression: ex.OperatorExpression) -> ValueType:
        operator, operands = expression.operator, expression.operands
        last = operands[-1] if operands else None
        if operator in ("as", "meta", "all") and isinstance(last, ex.TypeReference):
            target = self._model.target(last.reference)
            found = self._typed((target,)) if isinstance(target, Type) else UNKNOWN
            return replace(found, is_many=operator == "all")
        return self._operators.of(operator, [self._at(each) for each in operands], operands)

    # -- invocations ------------------------------------------------------------------------------

    def _invocation(self, expression: ex.InvocationExpression) -> ValueType:
        function = self._model.target(expression.function)
        if not isinstance(function, Type):
            return UNKNOWN
        values = [self._at(each.value) for each in expression.arguments]
        if function.library is Library.STANDARD and values:
            if function.name in _SAME:
                return values[0] if function.name not in _ONE_OF else _single(values[0])
            if function.name in _MAPPED:
                return replace(values[-1], is_many=function.name == "collect")
        result = self._result(function)
        return UNKNOWN if result is None else self.of_declared(result)

    def of_declared(self, feature: Feature) -> ValueType:
        """What the declared types of a feature say, whatever it is bound to."""
        types = self._specific(feature)
        return self._typed(types) if types else UNKNOWN

    def _result(self, function: Type) -> Feature | None:
        """The result parameter a function or calculation owns or inherits."""
        seen = {function.id}
        queue: list[Element] = [function]
        for at in queue:
            for member in self._model.owned(at, Feature):
                if member.role is Role.RETURN and (
                    self._specific(member) or not self._model.generals(at)
                ):
                    return member
            for general in self._model.generals(at):
                if general.id not in seen:
                    seen.add(general.id)
                    queue.append(general)
        return None


_ONE_OF = frozenset({"head", "last", "selectOne", "sum", "product", "max", "min"})


def _single(value: ValueType) -> ValueType:
    return replace(value, is_many=False)
