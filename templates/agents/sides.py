"""The input and the output of an agent: their types, and where a mission is named.

Knows ports and data types. Must not know how an agent class is written.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.compile.types import Annotation, python_types
from generator.ir import Model, Multiplicity, PortUsage, Type

_ONE = Multiplicity(lower=1, upper=1)


def side(model: Model, annotate: Callable[[Annotation], str], port: PortUsage | None) -> str:
    """The Python type of a port's values; text when the model has no such port."""
    type_ = model.type_of(port) if port is not None else None
    return "str" if type_ is None else annotate(python_types(model).of_type(type_))


def mission(model: Model, port: PortUsage | None) -> str:
    """Where in the input the id of a mission is, as Python; "" when it is not there."""
    type_ = model.type_of(port) if port is not None else None
    if type_ is None:
        return ""
    types = python_types(model)
    for feature in model.features(type_):
        if model.multiplicity(feature) != _ONE:
            continue
        name = types.members(type_).get(feature.id)
        if name == "mission_id":
            return "request.mission_id"
        inner = model.type_of(feature)
        if isinstance(inner, Type) and types.class_name(inner) is not None:
            for nested in model.features(inner):
                if types.members(inner).get(nested.id) == "mission_id":
                    return f"request.{name}.mission_id"
    return ""
