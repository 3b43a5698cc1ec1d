"""Rules about single features: what they are declared to be (KerML 1.0, clause 8.3.3.3.4)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.ir import Feature, Model, Role, SpecializationKind, Type, Usage
from generator.rules.featuring import is_variable
from generator.rules.fixes import remove_word
from generator.rules.metaclasses import named
from generator.rules.registry import Finding, rule


@rule("validateFeatureIsVariable", Feature)
def variable_owner(feature: Feature, model: Model) -> Iterator[Finding]:
    """A variable feature belongs to something that does not exist in time.

    Only occurrences have different values at different times (KerML 1.0, 8.3.3.3.4): a feature of a data type,
    of a link or of a package has not.

    Bad:
    ```kerml
    datatype Colour { var feature shade; }      // error
    ```
    Good:
    ```kerml
    class Wall { var feature colour; }
    ```
    """
    if isinstance(feature, Usage) or not feature.is_variable:
        return
    owner = model.owner(feature)
    is_owned = isinstance(owner, Type) and feature.role is not Role.MEMBER
    if owner is None or not is_owned or not model.specializes(owner, "Occurrences::Occurrence"):
        yield Finding(
            feature.span,
            f"{named(feature)} cannot change in time, because what it belongs to is no occurrence",
            hint="leave `var` out, or make its owner a class, a structure or a behaviour",
            fix=remove_word(feature.span, "var"),
        )


@rule("validateFeatureConstantIsVariable", Feature)
def constant_is_variable(feature: Feature, model: Model) -> Iterator[Finding]:
    """A feature is constant that could not change anyway.

    `constant` keeps a value from changing during the life of its owner (KerML 1.0, 8.3.3.3.4). A feature of a
    package, of an attribute or of a portion in time has no such life.

    Bad:
    ```sysml
    attribute def Colour { constant attribute shade; } // error
    ```
    Good:
    ```sysml
    part def Wall { constant attribute shade; }
    ```
    """
    if feature.is_constant and isinstance(feature, Usage) and not is_variable(model, feature):
        yield Finding(
            feature.name_span or feature.span,
            f"{named(feature)} does not change in time, so there is nothing to keep constant",
            hint="leave `constant` out",
            fix=remove_word(feature.span, "constant"),
        )


@rule("validateFeaturePortionNotVariable", Feature)
def portion_not_variable(feature: Feature, model: Model) -> Iterator[Finding]:
    """A portion is variable.

    A portion is its owner during a part of its time (KerML 1.0, 8.3.3.3.4), so which one it is does not change.

    Bad:
    ```kerml
    class Bird { portion var feature youth : Bird; } // error
    ```
    Good:
    ```kerml
    class Bird { portion feature youth : Bird; }
    ```
    """
    if feature.is_portion and feature.is_variable:
        yield Finding(
            feature.span,
            f"{named(feature)} is a portion, so it cannot be variable",
            hint="leave `var` out",
            fix=remove_word(feature.span, "var"),
        )


@rule("validateFeatureOwnedReferenceSubsetting", Feature, written=(SpecializationKind.REFERENCE,))
def one_reference(feature: Feature, model: Model) -> Iterator[Finding]:
    """A feature references two features.

    A feature stands for at most one other (KerML 1.0, 8.3.3.3.4).

    Bad:
    ```sysml
    part hen;
    part cock;
    ref part parent references hen references cock; // error
    ```
    Good:
    ```sysml
    part hen;
    ref part parent references hen;
    ```
    """
    return _only_one(feature, model, SpecializationKind.REFERENCE, "references")


@rule("validateFeatureOwnedCrossSubsetting", Feature, written=(SpecializationKind.CROSSING,))
def one_crossing(feature: Feature, model: Model) -> Iterator[Finding]:
    """An end crosses two features.

    An end is crossed by what leads from the other end to it, which is one feature (KerML 1.0, 8.3.3.3.4).

    Bad:
    ```kerml
    class Hen { feature mates : Cock; }
    class Cock { feature partners : Hen; feature favourites : Hen subsets partners; }
    assoc Mating {
        end hen : Hen crosses cock.partners crosses cock.favourites; // error
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
    return _only_one(feature, model, SpecializationKind.CROSSING, "crosses")


def _only_one(
    feature: Feature, model: Model, kind: SpecializationKind, word: str
) -> Iterator[Finding]:
    written = [each for each in model.specializations(feature, kind) if not each.is_implied]
    for each in written[1:]:
        yield Finding(
            each.reference.span,
            f"`{feature.name or 'this feature'}` {word} `{written[0].reference.text}` already",
            hint="leave one of them out; to take the values of both, subset the other",
        )
