"""Rules about how ends are crossed (KerML 1.0, clauses 8.3.3.3.4 and 8.3.3.3.6)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Related
from generator.ir import (
    Element,
    Feature,
    Model,
    MultiplicityRange,
    Role,
    Specialization,
    SpecializationKind,
    Type,
)
from generator.rules.ends import ends_of
from generator.rules.metaclasses import METADATA, named
from generator.rules.registry import Finding, rule
from generator.rules.typing import all_types


def _owned_cross_feature(end: Element, model: Model) -> Feature | None:
    """The feature in an end that is no feature of it, but says how it is crossed."""
    for each in model.owned(end, Feature):
        if each.role is Role.MEMBER and not isinstance(each, (*METADATA, MultiplicityRange)):
            return each
    return None


def _crossing(end: Feature, model: Model) -> Specialization | None:
    found = model.specializations(end, SpecializationKind.CROSSING)
    return found[0] if found else None


def _cross_feature(end: Feature, model: Model) -> Element | None:
    """The feature that leads from the other end to an end, written with `crosses` or owned."""
    crossing = _crossing(end, model)
    if crossing is None:
        return _owned_cross_feature(end, model) if end.is_end else None
    path = crossing.reference.path
    return model.element(path[1]) if len(path) > 1 else None


@rule("validateFeatureCrossFeatureType", Feature, written=(SpecializationKind.CROSSING,))
def cross_feature_type(feature: Feature, model: Model) -> Iterator[Finding]:
    """What an end crosses has another type than the end.

    The cross feature leads from the other end to the things at this one (KerML 1.0, 8.3.3.3.4), so both have the
    same types.

    Bad:
    ```kerml
    class Hen { feature mates : Cock; }
    class Cock { feature coop : Coop; }
    class Coop;
    assoc Mating {
        end hen : Hen crosses cock.coop;        // error
        end cock : Cock crosses hen.mates;
    }
    ```
    Good:
    ```kerml
    class Hen { feature mates : Cock; }
    class Cock { feature partners : Hen; }
    assoc Mating {
        end hen : Hen crosses cock.partners;
        end cock : Cock crosses hen.mates;
    }
    ```
    """
    crossing = _crossing(feature, model)
    cross = _cross_feature(feature, model)
    if crossing is None or not isinstance(cross, Feature) or cross.owner == feature.id:
        return  # a cross feature of its own has the types of the end
    if set(all_types(model, cross)) != set(all_types(model, feature)):
        yield Finding(
            crossing.reference.span,
            f"{named(cross)} and the end {named(feature)} have different types",
            related=(Related("it is declared here", cross.name_span or cross.span),),
        )


@rule("validateFeatureCrossFeatureSpecialization", Feature, written=(SpecializationKind.CROSSING,))
def cross_feature_specialization(feature: Feature, model: Model) -> Iterator[Finding]:
    """What an end crosses does not specialise what the end it redefines crosses.

    An end takes the place of an inherited one in everything, its cross feature included (KerML 1.0, 8.3.3.3.4).

    Bad:
    ```kerml
    class Hen { feature mates : Cock; }
    class Cock { feature partners : Hen; feature neighbours : Hen; }
    assoc Mating {
        end hen : Hen crosses cock.partners;
        end cock : Cock crosses hen.mates;
    }
    assoc Pairing specializes Mating {
        end hen : Hen crosses cock.neighbours;  // error
        end cock : Cock crosses hen.mates;
    }
    ```
    Good:
    ```kerml
    class Hen { feature mates : Cock; }
    class Cock { feature partners : Hen; feature favourites : Hen subsets partners; }
    assoc Mating {
        end hen : Hen crosses cock.partners;
        end cock : Cock crosses hen.mates;
    }
    assoc Pairing specializes Mating {
        end hen : Hen crosses cock.favourites;
        end cock : Cock crosses hen.mates;
    }
    ```
    """
    crossing = _crossing(feature, model)
    cross = _cross_feature(feature, model)
    if crossing is None or cross is None:
        return
    for redefined in model.generals(feature, SpecializationKind.REDEFINITION):
        wanted = _cross_feature(redefined, model) if isinstance(redefined, Feature) else None
        if wanted is not None and not model.specializes(cross, wanted):
            yield Finding(
                crossing.reference.span,
                f"{named(cross)} does not specialise {named(wanted)}, which the redefined end crosses",
                hint=f"let {named(cross)} subset {named(wanted)}",
                related=(Related("it is declared here", wanted.name_span or wanted.span),),
            )


@rule("checkFeatureCrossingSpecialization", Feature, written=(SpecializationKind.CROSSING,))
def crossing_specialization(feature: Feature, model: Model) -> Iterator[Finding]:
    """An end owns a cross feature and crosses another one.

    A feature declared between `end` and the kind of the end says how the end is crossed (KerML 1.0, 8.3.3.3.4):
    there is nothing left to say with `crosses`.

    Bad:
    ```kerml
    class Hen { feature mates : Cock; }
    class Cock { feature partners : Hen; }
    assoc Mating {
        end one [0..1] feature hen : Hen crosses cock.partners; // error
        end cock : Cock crosses hen.mates;
    }
    ```
    Good:
    ```kerml
    class Hen { feature mates : Cock; }
    class Cock;
    assoc Mating {
        end one [0..1] feature hen : Hen;
        end cock : Cock crosses hen.mates;
    }
    ```
    """
    crossing = _crossing(feature, model)
    if crossing is None or not feature.is_end:
        return
    owned = _owned_cross_feature(feature, model)
    if owned is not None and _cross_feature(feature, model) is not owned:
        yield Finding(
            owned.span,
            f"{named(feature)} crosses `{crossing.reference.text}` as well",
            hint="leave one of them out",
        )


@rule("validateCrossSubsettingCrossingFeature", Feature, written=(SpecializationKind.CROSSING,))
def crossing_feature(feature: Feature, model: Model) -> Iterator[Finding]:
    """Something crosses that is not one of several ends.

    Crossing leads from one end of a link to another (KerML 1.0, 8.3.3.3.6), so it takes an end, and another one
    to come from.

    Bad:
    ```kerml
    class Hen { feature mates : Hen; }
    class Coop {
        feature hen : Hen;
        feature mate : Hen crosses hen.mates;   // error
    }
    ```
    Good:
    ```kerml
    class Hen { feature mates : Cock; }
    class Cock;
    assoc Mating {
        end hen : Hen;
        end cock : Cock crosses hen.mates;
    }
    ```
    """
    for each in model.specializations(feature, SpecializationKind.CROSSING):
        owner = model.owner(feature)
        is_end = feature.is_end and isinstance(owner, Type)
        if not each.is_implied and not (
            is_end and isinstance(owner, Type) and len(ends_of(owner, model)) > 1
        ):
            yield Finding(
                each.reference.span,
                f"{named(feature)} is not one of several ends, so it crosses nothing",
                hint=f"write `subsets {each.reference.text}`",
            )


@rule("validateCrossSubsettingCrossedFeature", Feature, written=(SpecializationKind.CROSSING,))
def crossed_feature(feature: Feature, model: Model) -> Iterator[Finding]:
    """An end crosses something that does not begin at another end.

    What is crossed is a chain of two: the other end, and a feature of it that leads here (KerML 1.0, 8.3.3.3.6).

    Bad:
    ```kerml
    class Hen { feature partners : Hen; }
    assoc Mating {
        end hen : Hen crosses hen.partners;     // error
        end mate : Hen crosses hen.partners;
    }
    ```
    Good:
    ```kerml
    class Hen { feature partners : Hen; }
    assoc Mating {
        end hen : Hen crosses mate.partners;
        end mate : Hen crosses hen.partners;
    }
    ```
    """
    owner = model.owner(feature)
    if not feature.is_end or not isinstance(owner, Type):
        return
    for each in model.specializations(feature, SpecializationKind.CROSSING):
        path = each.reference.path
        if each.is_implied or not path:
            continue
        others = [at.id for at in ends_of(owner, model) if at.id != feature.id]
        if len(path) != 2 or (len(others) == 1 and path[0] != others[0]):
            yield Finding(
                each.reference.span,
                f"`{each.reference.text}` does not lead from the other end to {named(feature)}",
                hint="write the name of the other end, a dot and a feature of it",
            )
