"""Which fields of data classes may be left out, and which parts are therefore made without being told anything.

Knows defaults and computed values. Must not know how a class is written.
"""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache

from generator.compile.bound_values import computed_features
from generator.compile.data_fields import data_features, default_text, is_identifier
from generator.compile.types import DataDefinition, data_definitions
from generator.ir import ElementId, Feature, Model, PartDefinition, PartUsage, Type

__all__ = ["complete_parts", "required_features"]


@lru_cache(maxsize=8)
def complete_parts(model: Model) -> frozenset[ElementId]:
    """The part definitions of which one is made without being told anything: no field has to be given."""
    found: set[ElementId] = set()
    waiting: list[DataDefinition] = [
        each for each in data_definitions(model) if isinstance(each, PartDefinition)
    ]
    is_growing = True
    while is_growing:
        ready = {each.id for each in waiting if not _required(model, each, found)}
        found |= ready
        waiting = [each for each in waiting if each.id not in found]
        is_growing = bool(ready)
    return frozenset(found)


def required_features(model: Model, owner: Type) -> tuple[Feature, ...]:
    """The data features of a type that have to be given when one is made."""
    return _required(model, owner, complete_parts(model))


def _required(model: Model, owner: Type, complete: Container[ElementId]) -> tuple[Feature, ...]:
    found = [
        each for each in data_features(model, owner) if not _may_be_left_out(model, each, complete)
    ]
    computed = computed_features(model, owner) if found else frozenset()
    return tuple(each for each in found if each.id not in computed)


def _may_be_left_out(model: Model, feature: Feature, complete: Container[ElementId]) -> bool:
    multiplicity = model.multiplicity(feature)
    if multiplicity.is_optional or default_text(model, feature, lambda literal: "") is not None:
        return True
    type_ = model.type_of(feature)
    if multiplicity.is_many or type_ is None:
        return False
    return is_identifier(model, type_) or (isinstance(feature, PartUsage) and type_.id in complete)
