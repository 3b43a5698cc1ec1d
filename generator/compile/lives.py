"""Lives of entities: which attribute of an entity holds the state of which state it exhibits.

Reads `@StatusOf`. Knows the model; must not know how transitions are compiled, nor what a database is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.diagnostics import Diagnostic, Severity
from generator.ir import (
    Element,
    ElementId,
    EnumerationDefinition,
    ExhibitStateUsage,
    Feature,
    FeatureReferenceExpression,
    ItemDefinition,
    MetadataAccessExpression,
    MetadataUsage,
    Model,
    OperatorExpression,
    TypeReference,
    effective_value,
)

__all__ = ["STATUS_OF", "Life", "fault", "lives", "misplaced", "states_of_lives"]

STATUS_OF = "AgentSystems::Persistence::StatusOf"


@dataclass(frozen=True, slots=True)
class Life:
    """An attribute of an entity, its enumeration, and the exhibited state whose state it holds."""

    entity: ItemDefinition
    status: Feature
    enumeration: EnumerationDefinition
    exhibited: ExhibitStateUsage


@lru_cache(maxsize=8)
def lives(model: Model) -> tuple[Life, ...]:
    """The lives of all entities of the user's, in source order."""
    return tuple(each for each, _ in _found(model) if isinstance(each, Life))


def misplaced(model: Model) -> Iterator[tuple[Element, Diagnostic]]:
    """The annotations that do not tie an attribute to a state, each with the attribute and what is wrong."""
    for found, status in _found(model):
        if not isinstance(found, Life):
            yield status, fault(status, found)


def fault(element: Element, message: str) -> Diagnostic:
    """What is wrong with a status, at an element."""
    return Diagnostic(
        code="status-of",
        severity=Severity.ERROR,
        message=message,
        span=element.span,
        hint="give the enumeration a literal for each state, and the entity one exhibited state",
    )


def _found(model: Model) -> Iterator[tuple[Life | str, Feature]]:
    for status in model.user_elements:
        usages = model.metadata(status, STATUS_OF)
        if usages and isinstance(status, Feature):
            yield _life(model, status, usages[0]), status


def _life(model: Model, status: Feature, usage: MetadataUsage) -> Life | str:
    """A life, or what is wrong."""
    entity, type_ = model.owner(status), model.type_of(status)
    if not isinstance(entity, ItemDefinition):
        return f"`{status.name}` is no attribute of an item definition"
    if not isinstance(type_, EnumerationDefinition):
        return f"`{status.name}` is not typed by an enumeration definition"
    exhibited = [each for each in model.features(entity) if isinstance(each, ExhibitStateUsage)]
    named = _named(model, usage)
    if named is not None:
        exhibited = [each for each in exhibited if each.id == named.id]
    if len(exhibited) != 1:
        return f"`{entity.name}` exhibits {len(exhibited)} states that `{status.name}` may hold"
    return Life(entity, status, type_, exhibited[0])


def _named(model: Model, usage: MetadataUsage) -> Element | None:
    """What `exhibited = life meta SysML::StateUsage` names."""
    feature = model.member(usage, "exhibited")
    value = effective_value(model, feature) if isinstance(feature, Feature) else None
    expression = value.expression if value is not None else None
    while isinstance(expression, OperatorExpression) and expression.operands:
        expression = expression.operands[0]
    if isinstance(
        expression, FeatureReferenceExpression | MetadataAccessExpression | TypeReference
    ):
        return model.target(expression.reference)
    return None


def states_of_lives(model: Model) -> frozenset[ElementId]:
    """The states that are no machines of their own, because they are about an entity: those written where it
    exhibits them, and definitions with parameters that it exhibits."""
    found: set[ElementId] = set()
    for life in lives(model):
        found.add(life.exhibited.id)
        for at in model.all_generals(life.exhibited):
            general = model.element(at)
            if any(each.direction is not None for each in model.owned(general, Feature)):
                found.add(general.id)
    return frozenset(found)
