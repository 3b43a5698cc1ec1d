"""Units a model writes after a number (`[km/h]`), as texts of the run time, with what it has to be told about them.

Units of the International System are known there; the size of any other comes from the model
(`ConversionByConvention`, `ConversionByPrefix`, a value). Knows units and scales of models; must not know how
quantities compute.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass

from generator.compile.code import Value, call, constant
from generator.compile.context import Context, Unsupported
from generator.compile.operators import lifted
from generator.compile.support.units import KNOWN, UnitError, atoms_of, text_of
from generator.ir import (
    Constant,
    Element,
    Expression,
    Feature,
    FeatureReferenceExpression,
    LiteralInteger,
    Model,
    OperatorExpression,
    Type,
    effective_value,
)
from generator.ir import constant as folded
from generator.ir.dimensions import Dimension

__all__ = ["coherent_unit", "constant_quantity", "measured", "unit_of_type", "unit_text"]

_SCALE = "MeasurementReferences::MeasurementScale"
_UNIT = "MeasurementReferences::ScalarMeasurementReference"
_ONE = "MeasurementReferences::one"
_SYSTEM = "SI"
_COHERENT = {"L": "m", "M": "kg", "T": "s", "I": "A", "Θ": "K", "N": "mol", "J": "cd"}


@dataclass(frozen=True, slots=True)
class _Described:
    """A unit the run time has to be told about."""

    name: str
    size: float
    reference: str


class _Units:
    """Reads one unit expression; `described` collects units in the order in which they build on each other."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self.described: dict[str, _Described] = {}
        self._open: set[int] = set()

    def text(self, expression: Expression) -> str:
        """The text of a unit; a unit that is named alone keeps its name."""
        if isinstance(expression, FeatureReferenceExpression):
            return self._named(expression)
        return text_of(self._atoms(expression))

    def _atoms(self, expression: Expression) -> dict[str, float]:
        match expression:
            case LiteralInteger(value=1):
                return {}
            case FeatureReferenceExpression():
                text = self._named(expression)
                known = text in self.described or text in KNOWN
                return {text: 1.0} if known else dict(_parsed(text, expression))
            case OperatorExpression(operator="*" | "/", operands=(first, second)):
                sign = 1.0 if expression.operator == "*" else -1.0
                found = self._atoms(first)
                for name, exponent in self._atoms(second).items():
                    found[name] = found.get(name, 0.0) + sign * exponent
                return {name: exponent for name, exponent in found.items() if exponent}
            case OperatorExpression(operator="**" | "^", operands=(first, second)):
                power = folded(self._model, second)
                if isinstance(power, int | float):
                    return {name: each * power for name, each in self._atoms(first).items()}
        raise Unsupported(expression.span, f"the unit `{expression.span.flat_text}`")

    def _named(self, expression: FeatureReferenceExpression) -> str:
        unit = self._model.target(expression.reference)
        if not isinstance(unit, Feature) or not self._model.specializes(unit, _UNIT):
            raise Unsupported(expression.span, f"the unit `{expression.reference.text}`")
        if unit.qualified_name == _ONE:
            return "1"
        name = unit.short_name or unit.name or ""
        owner = self._model.owner(unit)
        is_standard = owner is not None and owner.library is not None and owner.name == _SYSTEM
        if is_standard and (KNOWN.get(name) or _is_product(name)):
            return name
        if name in KNOWN:
            name = unit.name or name  # the short name belongs to another unit
        name = name.replace(" ", "_")
        if name not in self.described:
            self._describe(unit, name, expression)
        return name

    def _describe(self, unit: Feature, name: str, expression: Expression) -> None:
        if unit.id in self._open or self._model.specializes(unit, _SCALE):
            raise Unsupported(expression.span, f"the scale or unit `{unit.name}`")
        self._open.add(unit.id)
        size, reference = self._definition(unit, expression)
        self.described[name] = _Described(name, size, reference)
        self._open.discard(unit.id)

    def _definition(self, unit: Feature, expression: Expression) -> tuple[float, str]:
        """So many of a reference unit; `` is the reference of a unit of its own kind."""
        value = effective_value(self._model, unit)
        if value is not None:
            return 1.0, self.text(value.expression)
        conversion = self._model.member(unit, "unitConversion")
        if conversion is None:
            dimensions = {
                self._model.inference.dimensions.of_type(each)
                for each in self._model.types(unit)
                if self._model.inference.dimensions.is_unit(each)
            }
            return 1.0, "1" if () in dimensions else ""
        reference = self._value(conversion, "referenceUnit")
        size = self._number(self._value(conversion, "conversionFactor"))
        prefix = self._value(conversion, "prefix")
        if size is None and isinstance(prefix, FeatureReferenceExpression):
            target = self._model.target(prefix.reference)
            factor = None if target is None else self._value(target, "conversionFactor")
            size = self._number(factor)
        if reference is None or size is None:
            raise Unsupported(expression.span, f"the unit `{unit.name}`, whose size is not said,")
        return size, self.text(reference)

    def _value(self, owner: Element, name: str) -> Expression | None:
        member = self._model.member(owner, name)
        value = effective_value(self._model, member) if isinstance(member, Feature) else None
        return None if value is None else value.expression

    def _number(self, expression: Expression | None) -> float | None:
        found: Constant | None = folded(self._model, expression)
        return float(found) if isinstance(found, int | float) else None


def _parsed(text: str, expression: Expression) -> Mapping[str, float]:
    try:
        return atoms_of(text)
    except UnitError as fault:
        raise Unsupported(expression.span, f"the unit `{text}`") from fault


def _is_product(name: str) -> bool:
    """Whether a name is a product of known units: `m/s`, `N⋅m`."""
    try:
        return bool(atoms_of(name))
    except UnitError:
        return False


def unit_text(context: Context, expression: Expression) -> str:
    """The text of a unit that needs no description; Unsupported for any other."""
    units = _Units(context.model)
    text = units.text(expression)
    if units.described:
        raise Unsupported(expression.span, f"the conversion to `{text}`")
    return text


def measured(context: Context, number: Value, unit: Expression) -> Value:
    """`number [unit]`."""
    units = _Units(context.model)
    text = units.text(unit)
    if text == "1":
        return number
    described = [
        call(
            context.support("quantities", "Unit"),
            constant(each.name),
            constant(each.size),
            constant(each.reference),
        )
        for each in units.described.values()
    ]
    maker = context.support("quantities", "quantity" if described else "Quantity")

    def build(nodes: list[ast.expr]) -> Value:
        return Value(call(maker, nodes[0], constant(text), *described))

    return lifted(context, (number,), build)


def unit_of_type(model: Model, type_: Element | None) -> str | None:
    """The unit that kinds of a quantity can be compared with; None where the dimension is open."""
    dimension = model.inference.dimensions.of_type(type_) if isinstance(type_, Type) else None
    return None if dimension is None else coherent_unit(dimension)


def constant_quantity(model: Model, expression: Expression | None) -> tuple[float, str] | None:
    """A number with a unit that needs no description, known without running anything."""
    if not isinstance(expression, OperatorExpression) or expression.operator != "[":
        return None
    number = folded(model, expression.operands[0])
    units = _Units(model)
    try:
        text = units.text(expression.operands[1])
    except Unsupported:
        return None
    if units.described or isinstance(number, bool) or not isinstance(number, int | float):
        return None
    return float(number), text


def coherent_unit(dimension: Dimension) -> str | None:
    """The product of base units that measures a dimension; None where a base quantity has none."""
    if any(name not in _COHERENT for name, _ in dimension):
        return None
    return text_of({_COHERENT[name]: float(exponent) for name, exponent in dimension})
