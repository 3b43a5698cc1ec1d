"""The ends of types, and rules about single ones (KerML 1.0, clause 8.3.3.3.4)."""

from __future__ import annotations

from collections.abc import Iterator
from weakref import WeakKeyDictionary

from generator.diagnostics import Severity
from generator.ir import (
    Element,
    ElementId,
    Feature,
    Model,
    Type,
)
from generator.rules.metaclasses import CONNECTORS, named
from generator.rules.registry import Finding, rule

__all__ = ["ends_of", "is_binary"]

# The most general types of links with two ends; a compact library need not have all of them above one another.
_BINARY = ("Links::BinaryLink", "Connections::BinaryConnection")


def is_binary(type_: Element, model: Model) -> bool:
    """Whether the links of a type, or those that a connector stands for, have two ends."""
    return any(model.specializes(type_, each) for each in _BINARY)


def ends_of(type_: Type, model: Model) -> tuple[Feature, ...]:
    """The ends of a type by their position: its own ones, then those it inherits beyond them."""
    known = _known.get(model)
    if known is None:
        known = _known[model] = {}
    return _ends(type_, model, known)


_Ends = tuple[Feature, ...]
_known: WeakKeyDictionary[Model, dict[ElementId, _Ends]] = WeakKeyDictionary()


def _ends(type_: Type, model: Model, known: dict[ElementId, _Ends]) -> _Ends:
    found = known.get(type_.id)
    if found is not None:
        return found
    own = tuple(each for each in model.owned(type_, Feature) if each.is_end)
    known[type_.id] = own  # all there is to say on a cycle
    inherited: _Ends = ()
    for general in model.generals(type_):
        if isinstance(general, Type):
            above = _ends(general, model, known)
            if len(above) > len(inherited):
                inherited = above
    found = known[type_.id] = (*own, *inherited[len(own) :])
    return found


@rule("validateFeatureEndMultiplicity", Feature, severity=Severity.WARNING)
def end_multiplicity(feature: Feature, model: Model) -> Iterator[Finding]:
    """An end has another multiplicity than one.

    A link has one thing at each of its ends (KerML 1.0, 8.3.3.3.4). How many links there may be for the things at
    the other ends is said before the kind of the end: `end [0..*] part wheel`.

    Bad:
    ```sysml
    part def Wheel;
    connection def Axle { end part left : Wheel [2]; end part right : Wheel; } // warning
    ```
    Good:
    ```sysml
    part def Wheel;
    connection def Axle { end [0..1] part left : Wheel; end [0..1] part right : Wheel; }
    ```
    """
    bounds = feature.multiplicity
    if not feature.is_end or bounds is None or isinstance(model.owner(feature), CONNECTORS):
        return
    if bounds.lower_expression is None and (bounds.lower, bounds.upper) != (1, 1):
        yield Finding(
            feature.name_span or feature.span,
            f"the end {named(feature)} has one thing in each link",
            hint="write the multiplicity right after `end`",
        )
