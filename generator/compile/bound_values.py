"""Values that the model gives to features of data types as expressions over other features of the same object.

Knows features and expressions. Must not know how classes are written. Constant values are defaults, see `data_fields`.
"""

from __future__ import annotations

import ast
from collections.abc import Container, Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.compile.calculations import is_pure
from generator.compile.code import Compiled
from generator.compile.context import Unsupported, unsupported
from generator.compile.data_fields import data_features, depends_on_object
from generator.compile.expressions import compile_expression
from generator.compile.scope import Scope, shape_of
from generator.compile.types import python_types
from generator.compile.units import constant_quantity
from generator.diagnostics import Diagnostic
from generator.ir import (
    ElementId,
    Expression,
    Feature,
    FeatureValue,
    Model,
    Type,
    constant,
    effective_value,
)

__all__ = ["Binding", "BoundValue", "bound_values", "computed_features", "has_own_value"]


class Binding(StrEnum):
    """How a value holds: always, unless another one is given, or as the first one (KerML 8.3.4.10)."""

    FIXED = "fixed"
    DEFAULT = "default"
    INITIAL = "initial"


@dataclass(frozen=True, slots=True)
class BoundValue:
    """A field and the expression that gives its value, over a variable that holds the object."""

    feature: Feature
    field: str
    compiled: Compiled
    binding: Binding


def bound_values(
    model: Model, owner: Type, variable: str = "self", *, reported: Container[ElementId] = ()
) -> tuple[tuple[BoundValue, ...], tuple[Diagnostic, ...]]:
    """The bound fields of a data type, each after those it is computed from.

    What cannot be compiled, or depends on itself, is reported unless it was where it is inherited from; such
    a field has to be given.
    """
    members = python_types(model).members(owner)
    scope = Scope().within(owner, variable)
    found: dict[str, BoundValue] = {}
    faults: list[Diagnostic] = []
    for feature, value in _written(model, owner):
        compiled, diagnostics = compile_expression(
            model, value.expression, scope, shape_of(model, feature)
        )
        faults += diagnostics if feature.id not in reported else ()
        if compiled is not None:
            field = members[feature.id]
            found[field] = BoundValue(feature, field, compiled, _binding(value, compiled))
    ordered, circular = _ordered(found, variable)
    faults += [
        unsupported(Unsupported(each.feature.span, f"a value of `{each.field}` that needs itself"))
        for each in circular
        if each.feature.id not in reported
    ]
    return ordered, tuple(faults)


def has_own_value(model: Model, owner: Type, feature: Feature) -> bool:
    """Whether an object has the value of a feature by itself, as a constant or computed."""
    value = effective_value(model, feature)
    if value is None:
        return False
    return _is_constant(model, value.expression) or feature.id in computed_features(model, owner)


def computed_features(model: Model, owner: Type) -> frozenset[ElementId]:
    """The features of a data type that nobody has to give: the object computes them."""
    return frozenset(each.feature.id for each in bound_values(model, owner)[0])


def _written(model: Model, owner: Type) -> Iterator[tuple[Feature, FeatureValue]]:
    types = python_types(model)
    for feature in data_features(model, owner):
        value = effective_value(model, feature)
        if value is None or "SecretStr" in types.of_feature(feature).text:
            continue
        if depends_on_object(model, feature) or not _is_constant(model, value.expression):
            yield feature, value


def _is_constant(model: Model, expression: Expression) -> bool:
    return constant(model, expression) is not None or bool(constant_quantity(model, expression))


def _binding(value: FeatureValue, compiled: Compiled) -> Binding:
    """What gives another value each time is computed once."""
    if value.is_initial or not is_pure(compiled.imports):
        return Binding.INITIAL
    return Binding.DEFAULT if value.is_default else Binding.FIXED


def _ordered(
    found: dict[str, BoundValue], variable: str
) -> tuple[tuple[BoundValue, ...], tuple[BoundValue, ...]]:
    """The values in an order in which they can be computed, and those that depend on themselves."""
    waiting = {
        field: (_fields(each.compiled.node, variable) & found.keys())
        for field, each in found.items()
    }
    done: list[BoundValue] = []
    while ready := [field for field, needed in waiting.items() if not needed & waiting.keys()]:
        done.append(found[ready[0]])
        del waiting[ready[0]]
    return tuple(done), tuple(found[field] for field in waiting)


def _fields(node: ast.expr, variable: str) -> set[str]:
    """The fields of a variable that an expression reads."""
    return {
        each.attr
        for each in ast.walk(node)
        if isinstance(each, ast.Attribute)
        and isinstance(each.value, ast.Name)
        and each.value.id == variable
    }
