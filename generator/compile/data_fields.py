"""The fields of data classes: which features they are made from, and which values they have when none is given.

The one place that decides it, so that whoever makes an instance agrees with the pass that writes the class.
Knows features and constant values. Must not know how a class is written.
"""

from __future__ import annotations

from collections.abc import Callable
from math import isfinite

from generator.compile.types import python_types
from generator.compile.units import constant_quantity
from generator.emit.text import pystr
from generator.ir import (
    AttributeUsage,
    Constant,
    Element,
    EnumerationDefinition,
    EnumerationUsage,
    Feature,
    ItemUsage,
    MetadataUsage,
    Model,
    PartDefinition,
    PartUsage,
    PortUsage,
    ReferenceUsage,
    Role,
    Type,
    constant,
    effective_value,
    references_in,
)

__all__ = [
    "data_features",
    "default_text",
    "depends_on_object",
    "is_identifier",
    "scalar_general",
]

_KINDS = (AttributeUsage, ItemUsage, ReferenceUsage, PortUsage)
_ROLES = frozenset({Role.MEMBER, Role.FEATURE, Role.PARAMETER})
_IDENTIFIER = "AgentSystems::Values::Identifier"
_PARSED = frozenset({"datetime", "date", "timedelta"})


def data_features(model: Model, owner: Type) -> tuple[Feature, ...]:
    """The features of a type that are data: attributes, items, parts, references and ports of ports.

    The ports of a part are places, not data; a part without a class of its own is left out.
    """
    is_part = isinstance(owner, PartDefinition)
    return tuple(
        each
        for each in model.features(owner)
        if isinstance(each, _KINDS)
        and not isinstance(each, MetadataUsage)
        and each.name is not None
        and each.role in _ROLES
        and not (is_part and isinstance(each, PortUsage))
        and not (isinstance(each, PartUsage) and not _has_class(model, each))
    )


def _has_class(model: Model, feature: Feature) -> bool:
    type_ = model.type_of(feature)
    return type_ is not None and python_types(model).class_name(type_) is not None


def depends_on_object(model: Model, feature: Feature) -> bool:
    """Whether the value written for a feature speaks of other features of the same object."""
    value, owner = effective_value(model, feature), model.owner(feature)
    if value is None or not isinstance(owner, Type):
        return False
    named = {at for each in references_in(value.expression) for at in each.path[:1]}
    return bool(named) and any(each.id in named for each in model.features(owner))


def is_identifier(model: Model, type_: Type | None) -> bool:
    """Whether values of a type are made when none is given."""
    return type_ is not None and model.specializes(type_, _IDENTIFIER)


def default_text(
    model: Model, feature: Feature, member: Callable[[EnumerationUsage], str | None]
) -> str | None:
    """The constant value of a feature as Python text, if it is one of the type's values; else None.

    `member` says how an enumeration literal is written. A value bound to an expression over other features
    gives no default, and a secret never has one in a file.
    """
    value = None if depends_on_object(model, feature) else effective_value(model, feature)
    measured = None if value is None else constant_quantity(model, value.expression)
    if measured is not None and not model.multiplicity(feature).is_many:
        return f"Quantity({measured[0]!r}, {pystr(measured[1])})"
    folded = None if value is None else constant(model, value.expression)
    type_ = model.type_of(feature)
    base = _scalar(model, type_)
    if folded is None or base == "SecretStr":
        return None
    parts = folded if isinstance(folded, tuple) else (folded,)
    is_enumeration = isinstance(type_, EnumerationDefinition)
    texts = [
        (
            (member(each) if isinstance(each, EnumerationUsage) else None)
            if is_enumeration or isinstance(each, Element)
            else _scalar_text(each, base)
        )
        for each in parts
    ]
    known = [text for text in texts if text is not None]
    if len(known) != len(texts):
        return None
    multiplicity = model.multiplicity(feature)
    if multiplicity.is_many:
        return f"({', '.join(known)}{',' if len(known) == 1 else ''})"
    if not known:
        return "None" if multiplicity.is_optional else None
    return known[0] if len(known) == 1 else None


def _scalar(model: Model, type_: Type | None) -> str:
    """The Python type behind a scalar type or behind an alias of one; `object` for anything else."""
    types = python_types(model)
    seen: set[int] = set()
    while type_ is not None and types.class_name(type_) is not None and type_.id not in seen:
        seen.add(type_.id)
        type_ = scalar_general(model, type_)
    return types.of_type(type_).text


def scalar_general(model: Model, type_: Type) -> Type | None:
    """The first type a definition specialises that has a Python type."""
    types = python_types(model)
    return next(
        (
            each
            for each in model.generals(type_)
            if isinstance(each, Type) and types.of_type(each).text != "object"
        ),
        None,
    )


def _scalar_text(value: Constant, base: str) -> str | None:
    is_any = base in ("object", "JsonValue")
    if isinstance(value, bool):
        return repr(value) if is_any or base == "bool" else None
    if isinstance(value, str):
        return pystr(value) if is_any or base == "str" or base in _PARSED else None
    if not isinstance(value, int | float) or not isfinite(value):
        return None
    if base == "float":
        return repr(float(value))
    if base == "int":
        return repr(int(value)) if value == int(value) else None
    return repr(value) if is_any else None
