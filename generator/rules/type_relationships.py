"""Rules about unions, intersections, differences, conjugations and multiplicities of types (KerML 1.0, 8.3.3.1)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Related
from generator.ir import (
    Feature,
    Model,
    MultiplicityRange,
    Reference,
    RelationshipKind,
    SpecializationKind,
    Type,
)
from generator.rules.metaclasses import named
from generator.rules.registry import Finding, rule


def _targets(type_: Type, kind: RelationshipKind) -> list[Reference]:
    return [each.reference for each in type_.relationships if each.kind is kind]


def _not_one(type_: Type, kind: RelationshipKind, word: str) -> Iterator[Finding]:
    found = _targets(type_, kind)
    if len(found) == 1:
        yield Finding(
            found[0].span,
            f"`{word} {found[0].text}` names one type only",
            hint=f"name two or more, as in `{word} {found[0].text}, Other`, or specialise it",
        )


def _not_self(type_: Type, kind: RelationshipKind, word: str) -> Iterator[Finding]:
    for each in _targets(type_, kind):
        if each.target == type_.id:
            yield Finding(
                each.span,
                f"{named(type_)} says what it is by naming itself after `{word}`",
                hint=f"leave `{each.text}` out",
            )


@rule("validateTypeOwnedUnioningNotOne", Type, written=(RelationshipKind.UNIONING,))
def unioning_not_one(type_: Type, model: Model) -> Iterator[Finding]:
    """A type unions a single type.

    The instances of a union are those of two or more types (KerML 1.0, 8.3.3.1.10).

    Bad:
    ```kerml
    classifier Hen;
    classifier Fowl unions Hen;                 // error
    ```
    Good:
    ```kerml
    classifier Hen;
    classifier Cock;
    classifier Fowl unions Hen, Cock;
    ```
    """
    return _not_one(type_, RelationshipKind.UNIONING, "unions")


@rule("validateTypeOwnedIntersectingNotOne", Type, written=(RelationshipKind.INTERSECTING,))
def intersecting_not_one(type_: Type, model: Model) -> Iterator[Finding]:
    """A type intersects a single type.

    The instances of an intersection are those that two or more types have in common (KerML 1.0, 8.3.3.1.10).

    Bad:
    ```kerml
    classifier Bird;
    classifier SwimmingBird intersects Bird;    // error
    ```
    Good:
    ```kerml
    classifier Bird;
    classifier Swimmer;
    classifier SwimmingBird intersects Bird, Swimmer;
    ```
    """
    return _not_one(type_, RelationshipKind.INTERSECTING, "intersects")


@rule("validateTypeOwnedDifferencingNotOne", Type, written=(RelationshipKind.DIFFERENCING,))
def differencing_not_one(type_: Type, model: Model) -> Iterator[Finding]:
    """A type differences a single type.

    A difference is the first type without the instances of the others (KerML 1.0, 8.3.3.1.10), so there are at
    least two.

    Bad:
    ```kerml
    classifier Bird;
    classifier Flightless differences Bird;     // error
    ```
    Good:
    ```kerml
    classifier Bird;
    classifier Flyer;
    classifier Flightless differences Bird, Flyer;
    ```
    """
    return _not_one(type_, RelationshipKind.DIFFERENCING, "differences")


@rule("validateTypeUnioningTypesNotSelf", Type, written=(RelationshipKind.UNIONING,))
def unioning_not_self(type_: Type, model: Model) -> Iterator[Finding]:
    """A type is one of the types it unions.

    A type cannot be put together from itself (KerML 1.0, 8.3.3.1.10).

    Bad:
    ```kerml
    classifier Hen;
    classifier Fowl unions Hen, Fowl;           // error
    ```
    Good:
    ```kerml
    classifier Hen;
    classifier Cock;
    classifier Fowl unions Hen, Cock;
    ```
    """
    return _not_self(type_, RelationshipKind.UNIONING, "unions")


@rule("validateTypeIntersectingTypesNotSelf", Type, written=(RelationshipKind.INTERSECTING,))
def intersecting_not_self(type_: Type, model: Model) -> Iterator[Finding]:
    """A type is one of the types it intersects.

    A type cannot be what it has in common with itself (KerML 1.0, 8.3.3.1.10).

    Bad:
    ```kerml
    classifier Bird;
    classifier Duck intersects Bird, Duck;      // error
    ```
    Good:
    ```kerml
    classifier Bird;
    classifier Swimmer;
    classifier Duck intersects Bird, Swimmer;
    ```
    """
    return _not_self(type_, RelationshipKind.INTERSECTING, "intersects")


@rule("validateTypeDifferencingTypesNotSelf", Type, written=(RelationshipKind.DIFFERENCING,))
def differencing_not_self(type_: Type, model: Model) -> Iterator[Finding]:
    """A type is one of the types it differences.

    A type cannot be left over from itself (KerML 1.0, 8.3.3.1.10).

    Bad:
    ```kerml
    classifier Bird;
    classifier Ostrich differences Bird, Ostrich; // error
    ```
    Good:
    ```kerml
    classifier Bird;
    classifier Flyer;
    classifier Ostrich differences Bird, Flyer;
    ```
    """
    return _not_self(type_, RelationshipKind.DIFFERENCING, "differences")


@rule("validateTypeAtMostOneConjugator", Type, written=(SpecializationKind.CONJUGATION,))
def at_most_one_conjugator(type_: Type, model: Model) -> Iterator[Finding]:
    """A type conjugates two types.

    A conjugated type is one type with all directions turned round (KerML 1.0, 8.3.3.1.2), so there is one to turn.

    Bad:
    ```kerml
    classifier Socket;
    classifier Port;
    classifier Plug conjugates Socket;
    conjugate Plug conjugates Port;             // error
    ```
    Good:
    ```kerml
    classifier Socket;
    classifier Plug conjugates Socket;
    ```
    """
    for each in model.specializations(type_, SpecializationKind.CONJUGATION)[1:]:
        yield Finding(each.reference.span, f"{named(type_)} conjugates another type already")


@rule("validateTypeOwnedMultiplicity", Type)
def owned_multiplicity(type_: Type, model: Model) -> Iterator[Finding]:
    """A type has two multiplicities of its own.

    A multiplicity says how many instances a type has, or how many values a feature (KerML 1.0, 8.3.3.1.11), which
    can be said once.

    Bad:
    ```kerml
    classifier Sun {
        multiplicity one [1];
        multiplicity few [0..3];                // error
    }
    feature moons [2] { multiplicity few [0..3]; } // error
    ```
    Good:
    ```kerml
    classifier Sun { multiplicity one [1]; }
    ```
    """
    found = model.owned(type_, MultiplicityRange)
    is_declared = isinstance(type_, Feature) and type_.multiplicity is not None
    for each in found if is_declared else found[1:]:
        first = type_ if is_declared else found[0]
        yield Finding(
            each.span,
            f"{named(type_)} has a multiplicity already",
            related=(Related("the first one is here", first.name_span or first.span),),
        )
