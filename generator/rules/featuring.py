"""Where features belong, and from where they can be reached.

The featuring types of a feature are the types whose instances have a value of it; a feature may subset, bind or
connect only what is featured within its own featuring types, or within those around them. Sources: KerML 1.0,
clauses 8.3.3.3.4 (Feature: isFeaturedWithin, canAccess, isCompatibleWith) and 8.3.3.3.10 (TypeFeaturing).
Must not know particular rules.
"""

from __future__ import annotations

from weakref import WeakKeyDictionary

from generator import ir
from generator.ir import Element, ElementId, Feature, Model, Role, SpecializationKind, Type
from generator.rules.metaclasses import CONNECTORS

__all__ = ["Featuring", "direction_in", "effective_direction", "featuring", "is_variable"]

_ANYTHING = "Base::Anything"
_THINGS = "Base::things"
_OCCURRENCE = "Occurrences::Occurrence"
_TIMELESS = ("Links::SelfLink", "Occurrences::HappensLink")
_ACTION = "Actions::Action"
_INPUTS = frozenset({Role.SUBJECT, Role.ACTOR, Role.STAKEHOLDER})


class Featuring:
    """Answers about one model; ask `featuring` for it."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._types: dict[ElementId, tuple[Type, ...]] = {}
        found = [model.find(_ANYTHING), model.find(_THINGS)]
        self._anything, self._things = (None if each is None else each.id for each in found)

    def types(self, feature: Element) -> tuple[Type, ...]:
        """The featuring types of a feature, none for a feature of a package.

        A variable feature counts as featured by its owner, and not by the owner's snapshots.
        """
        found = self._types.get(feature.id)
        if found is None:
            self._types[feature.id] = ()  # a chain that begins with itself
            found = self._types[feature.id] = self._find(feature)
        return found

    def _find(self, feature: Element) -> tuple[Type, ...]:
        model = self._model
        if not isinstance(feature, Feature):
            return ()
        found: list[Element | None] = [
            model.target(each.reference)
            for each in feature.relationships
            if each.kind is ir.RelationshipKind.FEATURING
        ]
        owner = model.owner(feature)
        if feature.role is Role.VARIANT:
            found += () if owner is None else self.types(owner)
        elif feature.role not in (Role.MEMBER, Role.FILTER) or _is_body(feature):
            # What a transition accepts is its own payload as well (SysML 2.0, 8.4.12.3).
            if feature.role is Role.PAYLOAD and owner is not None and owner.role is Role.TRIGGER:
                owner = model.owner(owner)
            found.append(owner)
        for each in model.specializations(feature, SpecializationKind.CHAINING):
            if each.reference.path:
                found += self.types(model.element(each.reference.path[0]))
        return tuple(each for each in found if isinstance(each, Type))

    def is_within(self, feature: Element, type_: Type | None) -> bool:
        """Whether a feature is featured within a type; None stands for no type at all, that is for anything."""
        types = self.types(feature)
        if type_ is None:
            return all(each.id == self._anything for each in types)
        return all(self.is_compatible(type_, each) for each in types)

    def is_compatible(self, type_: Type, other: Type) -> bool:
        """Whether what is featured by `other` is featured by `type_` too."""
        if other.id == self._anything or self._model.specializes(type_, other):
            return True
        if not isinstance(type_, Feature) or not isinstance(other, Feature):
            return False
        if other.id == self._things:
            return True
        if self._has_features(type_) or self._has_features(other):
            return False
        shared = {type_.id, *(each.id for each in self._model.redefined(type_))}
        if shared.isdisjoint({other.id, *(each.id for each in self._model.redefined(other))}):
            return False
        return any(self.is_within(other, each) for each in self.types(type_))

    def _has_features(self, type_: Type) -> bool:
        return any(
            isinstance(each, Feature) and each.role is not Role.MEMBER
            for each in self._model.owned(type_)
        )

    def can_access(self, start: Element, feature: Element) -> bool:
        """Whether a feature can be reached from where another one stands.

        Features nested in those of the standard library are not asked about: which of them a feature subsets
        depends on its place, and the specification implies it.
        """
        if not self.types(feature) or self._is_nested_in_library(feature):
            return True
        seen = {start.id}
        waiting = [start]
        for at in waiting:
            types = self.types(at)
            if not types and self.is_within(feature, None):
                return True
            for each in types:
                if self.is_within(feature, each):
                    return True
                if isinstance(each, Feature) and each.id not in seen:
                    seen.add(each.id)
                    waiting.append(each)
        return False

    def _is_nested_in_library(self, feature: Element) -> bool:
        is_standard = feature.library is ir.Library.STANDARD
        return is_standard and isinstance(self._model.owner(feature), Feature)

    def is_reachable(self, place: Element, feature: Element) -> bool:
        """Whether an expression in some place can name a feature.

        `place` is what owns the expression. A connector of a package, whose context is that of what it
        connects, may name what is featured by anything.
        """
        if isinstance(place, Type) and self.is_within(feature, place):
            return True
        owner = self._model.owner(place)
        if place.role is Role.MEMBER and isinstance(owner, Feature) and owner.is_end:
            return self.is_reachable(owner, feature)  # the multiplicity between `end` and its kind
        if isinstance(place, CONNECTORS) and not self.types(place):
            return True
        return self.can_access(place, feature)


def _is_body(feature: Feature) -> bool:
    """Whether a feature is the body `{in x; …}` of an expression: it stands where the expression stands."""
    return type(feature) is ir.ExpressionFeature and feature.declared_name is None


_KNOWN: WeakKeyDictionary[Model, Featuring] = WeakKeyDictionary()


def featuring(model: Model) -> Featuring:
    """The featuring types of a model, worked out on demand and remembered as long as the model lives."""
    found = _KNOWN.get(model)
    if found is None:
        found = _KNOWN[model] = Featuring(model)
    return found


def is_variable(model: Model, feature: Feature) -> bool:
    """Whether a feature can have different values at different times (KerML isVariable, SysML mayTimeVary).

    A kernel feature says so itself; a usage can if its owner exists in time (SysML 2.0, 8.3.6.4).
    """
    if not isinstance(feature, ir.Usage):
        return feature.is_variable or feature.is_constant
    owner = model.owner(feature)
    if not isinstance(owner, Type) or feature.role in (Role.MEMBER, Role.VARIANT):
        return False
    if feature.is_portion or feature.portion_kind or not model.specializes(owner, _OCCURRENCE):
        return False
    if any(model.specializes(feature, each) for each in _TIMELESS):
        return False
    return not (feature.is_composite and model.specializes(feature, _ACTION))


def effective_direction(feature: Feature) -> ir.Direction | None:
    """The direction of a feature: the one written, or that of the kind of parameter it is."""
    if feature.direction is not None:
        return feature.direction
    if feature.role is Role.RETURN:
        return ir.Direction.OUT
    return ir.Direction.IN if feature.role in _INPUTS else None


_OPPOSITE = {ir.Direction.IN: ir.Direction.OUT, ir.Direction.OUT: ir.Direction.IN}


def direction_in(model: Model, type_: Element, feature: Feature) -> ir.Direction | None:
    """The direction a feature has as a member of a type that owns or inherits it (KerML 8.3.3.1.10, directionOf).

    Conjugation turns it round. None where the feature is no member, or has no direction.
    """
    declared = effective_direction(feature)
    if declared is None:
        return None
    seen: set[ElementId] = set()
    stack = [(type_.id, False)]
    while stack:
        at, is_turned = stack.pop()
        if at == feature.owner:
            return _OPPOSITE.get(declared, declared) if is_turned else declared
        if at in seen:
            continue
        seen.add(at)
        for each in model.specializations(model.element(at)):
            if each.general is not None:
                turns = each.is_conjugated or each.kind is SpecializationKind.CONJUGATION
                stack.append((each.general, is_turned != turns))
    return None
