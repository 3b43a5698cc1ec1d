"""How entities lead to each other: which features are references, collections or links.

Decided from the model alone, before any column exists. Must not know columns or SQL.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.compile.bound_values import has_own_value
from generator.ir import (
    AttributeUsage,
    ElementId,
    Feature,
    ItemDefinition,
    ItemUsage,
    MetadataUsage,
    Model,
    ReferenceUsage,
    ViewUsage,
)

__all__ = ["Bond", "BondKind", "bonds_of", "stored_features"]


class BondKind(StrEnum):
    """REFERENCE: a foreign key here. INVERSE: the rows whose `back` names this one. OWNED: the same, with a foreign
    key that no feature of the target stands for. LINK: a table between. MIRROR: a link seen from its far side.
    """

    REFERENCE = "reference"
    INVERSE = "inverse"
    OWNED = "owned"
    LINK = "link"
    MIRROR = "mirror"


@dataclass(frozen=True, slots=True)
class Bond:
    """One feature of an entity that leads to another entity; `back` is the feature that leads back, if one does."""

    entity: ItemDefinition
    feature: Feature
    target: ItemDefinition
    kind: BondKind
    back: Feature | None = None

    @property
    def name(self) -> str:
        """The feature's name."""
        return self.feature.name or ""


def stored_features(model: Model, entity: ItemDefinition) -> Iterator[Feature]:
    """The named features of an entity that hold data: attributes, items, parts and references.

    A derived one that the model gives a value is computed, not kept.
    """
    for feature in model.features(entity):
        is_data = isinstance(feature, AttributeUsage | ItemUsage | ReferenceUsage)
        is_other = isinstance(feature, MetadataUsage | ViewUsage)
        if not is_data or is_other or not feature.name:
            continue
        if not (feature.is_derived and has_own_value(model, entity, feature)):
            yield feature


def bonds_of(
    model: Model, entities: Sequence[ItemDefinition]
) -> dict[ItemDefinition, tuple[Bond, ...]]:
    """The bonds of each entity in the order of its features.

    A collection is the inverse of a reference when there is exactly one collection this way and one reference
    back; within one entity only if it is composite (`parent` and its children, but not `chief` and `friends`).
    A collection without one is owned rows if it is composite, a link table otherwise; two collections that face each
    other share one link table, which the entity that comes first keeps, where nothing else leads from one entity to
    the other.
    """
    known = frozenset(entity.id for entity in entities)
    raw = {entity: tuple(_leading(model, entity, known)) for entity in entities}
    rank = {entity: at for at, entity in enumerate(entities)}
    return {
        entity: tuple(_bond(model, entity, feature, target, raw, rank) for feature, target in found)
        for entity, found in raw.items()
    }


_Raw = dict[ItemDefinition, tuple[tuple[Feature, ItemDefinition], ...]]


def _leading(
    model: Model, entity: ItemDefinition, known: frozenset[ElementId]
) -> Iterator[tuple[Feature, ItemDefinition]]:
    for feature in stored_features(model, entity):
        for type_ in model.types(feature):
            if isinstance(type_, ItemDefinition) and type_.id in known:
                yield feature, type_
                break


def _bond(
    model: Model,
    entity: ItemDefinition,
    feature: Feature,
    target: ItemDefinition,
    raw: _Raw,
    rank: dict[ItemDefinition, int],
) -> Bond:
    def many(each: Feature) -> bool:
        return model.multiplicity(each).is_many

    if not many(feature):
        return Bond(entity, feature, target, BondKind.REFERENCE)
    back = [each for each, leads in raw[target] if leads is entity and each is not feature]
    ahead = [each for each, leads in raw[entity] if leads is target]
    single = [each for each in back if not many(each)]
    if (
        sum(map(many, ahead)) == 1
        and len(single) == 1
        and (target is not entity or feature.is_composite)
    ):
        return Bond(entity, feature, target, BondKind.INVERSE, single[0])
    if feature.is_composite:
        return Bond(entity, feature, target, BondKind.OWNED)
    faces_one = len(ahead) == len(back) == 1 and many(back[0]) and not back[0].is_composite
    if faces_one and target is not entity:
        kind = BondKind.LINK if rank[entity] < rank[target] else BondKind.MIRROR
        return Bond(entity, feature, target, kind, back[0])
    return Bond(entity, feature, target, BondKind.LINK)
