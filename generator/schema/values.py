"""What a column holds, read off the type and the value of a feature.

Recognises scalar types by specialisation of the libraries' data types. Must not know tables or SQL.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from generator.compile.constants import Scalar, feature_constants
from generator.compile.data_fields import depends_on_object
from generator.ir import EnumerationDefinition, EnumerationUsage, Feature, Model, Role
from generator.schema.tables import ColumnKind

__all__ = ["ColumnType", "choices_of", "column_type", "default_of"]

_VALUES = "AgentSystems::Values::"
_SCALARS = "ScalarValues::"

# The first entry a type specialises decides, so narrower types stand before wider ones.
_KINDS: tuple[tuple[str, ColumnKind], ...] = (
    (_VALUES + "Text", ColumnKind.TEXT),
    (_VALUES + "Identifier", ColumnKind.IDENTIFIER),
    (_VALUES + "Timestamp", ColumnKind.TIMESTAMP),
    (_VALUES + "Date", ColumnKind.DATE),
    (_VALUES + "Duration", ColumnKind.DURATION),
    (_VALUES + "Json", ColumnKind.JSON),
    (_VALUES + "Vector", ColumnKind.VECTOR),
    ("Quantities::ScalarQuantityValue", ColumnKind.JSON),
    (_SCALARS + "Boolean", ColumnKind.BOOLEAN),
    (_SCALARS + "String", ColumnKind.STRING),
    (_SCALARS + "Integer", ColumnKind.INTEGER),
    (_SCALARS + "Number", ColumnKind.REAL),
)
_LOWER_BOUNDS: tuple[tuple[str, str], ...] = (
    (_SCALARS + "Positive", ">"),
    (_SCALARS + "Natural", ">="),
)


@dataclass(frozen=True, slots=True)
class ColumnType:
    """The kind of a column; `bound` is the operator its value meets against 0, or ""; `enumeration` a qualified name or ""."""

    kind: ColumnKind
    bound: str = ""
    enumeration: str = ""


def column_type(model: Model, feature: Feature) -> ColumnType:
    """How one value of a feature is stored. A structured or unknown type is stored as JSON.

    A feature without a type takes the type of its literal value.
    """
    types = model.types(feature)
    for type_ in types:
        if isinstance(type_, EnumerationDefinition):
            return ColumnType(ColumnKind.STRING, enumeration=type_.qualified_name)
    for type_ in types:
        for name, kind in _KINDS:
            if model.specializes(type_, name):
                bound = next((op for n, op in _LOWER_BOUNDS if model.specializes(type_, n)), "")
                return ColumnType(kind, bound)
    if any(type_.library is None for type_ in types):
        return ColumnType(ColumnKind.JSON)
    return ColumnType(_kind_of_literal(model, feature))


def _kind_of_literal(model: Model, feature: Feature) -> ColumnKind:
    values = feature_constants(model, feature) or ()
    for python_type, kind in (
        (bool, ColumnKind.BOOLEAN),
        (int, ColumnKind.INTEGER),
        (float, ColumnKind.REAL),
        (str, ColumnKind.STRING),
    ):
        if values and all(isinstance(value, python_type) for value in values):
            return kind
    return ColumnKind.JSON


def choices_of(model: Model, enumeration: str) -> tuple[str, ...]:
    """The names of the literals of an enumeration definition in source order, inherited ones first."""
    definition = model.find(enumeration)
    if not isinstance(definition, EnumerationDefinition):
        return ()
    found: list[str] = []
    for feature in model.features(definition):
        if isinstance(feature, EnumerationUsage) and feature.role is Role.VARIANT and feature.name:
            found.append(feature.name)
    return tuple(dict.fromkeys(found))


def default_of(
    model: Model, feature: Feature, type_: ColumnType, many: bool
) -> tuple[bool, Scalar | None]:
    """Whether the value of a feature is as good a default of the column, and that default; none if there is no value.

    Many values and JSON are JSON text. A number given for a duration is in seconds. A value that is computed
    is no default: the object has it before there is a row.
    """
    values = None if depends_on_object(model, feature) else feature_constants(model, feature)
    if values is None:
        return True, None
    if many:
        return True, _json(list(values))
    if not values:
        return True, None
    if len(values) > 1:
        return False, None
    value = values[0]
    if type_.kind in (ColumnKind.JSON, ColumnKind.VECTOR):
        return True, _json(value)
    return _fits(value, type_.kind)


def _json(value: Scalar | list[Scalar]) -> str:
    """JSON text without a colon before a word, which SQL tools would take for a parameter."""
    return re.sub(r":(?=\w)", r"\\u003a", json.dumps(value, ensure_ascii=True))


def _fits(value: Scalar, kind: ColumnKind) -> tuple[bool, Scalar | None]:
    is_bool = isinstance(value, bool)
    match kind:
        case ColumnKind.BOOLEAN:
            return (True, value) if is_bool else (False, None)
        case ColumnKind.INTEGER:
            return (True, value) if isinstance(value, int) and not is_bool else (False, None)
        case ColumnKind.REAL | ColumnKind.DURATION:
            is_number = isinstance(value, int | float) and not is_bool
            return (True, float(value)) if is_number else (False, None)
        case ColumnKind.STRING | ColumnKind.TEXT | ColumnKind.IDENTIFIER:
            return (True, value) if isinstance(value, str) else (False, None)
        case _:
            return False, None
