"""Rules about subsetting, every redefinition, reference and crossing being one (KerML 1.0, clause 8.3.3.3)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Related, Severity
from generator.ir import Feature, Model, Role, Specialization, SpecializationKind, Type
from generator.rules.featuring import featuring, is_variable
from generator.rules.fixes import dot_instead_of_colons
from generator.rules.metaclasses import CONNECTORS, named
from generator.rules.registry import Finding, rule

_KINDS = (
    SpecializationKind.SUBSETTING,
    SpecializationKind.REFERENCE,
    SpecializationKind.REDEFINITION,
    SpecializationKind.CROSSING,
)


def _written(model: Model, feature: Feature) -> Iterator[tuple[Specialization, Feature]]:
    """The subsettings of a feature that somebody wrote, with the feature each leads to."""
    for each in model.specializations(feature, *_KINDS):
        target = model.target(each.reference)
        if not each.is_implied and isinstance(target, Feature):
            yield each, target


@rule("validateSubsettingUniquenessConformance", Feature, written=_KINDS)
def uniqueness_conformance(feature: Feature, model: Model) -> Iterator[Finding]:
    """A nonunique feature subsets or redefines one whose values are unique.

    Every value of a feature is a value of what it subsets, so it cannot occur more often (KerML 1.0, 8.3.3.3.9).

    Bad:
    ```sysml
    part def Wheel;
    part def Cart {
        part wheels : Wheel [4];
        part rear : Wheel [2] nonunique :> wheels; // error
    }
    ```
    Good:
    ```sysml
    part def Wheel;
    part def Cart {
        part wheels : Wheel [4];
        part rear : Wheel [2] :> wheels;
    }
    ```
    """
    if feature.is_unique:
        return
    for each, general in _written(model, feature):
        if general.is_unique:
            yield Finding(
                each.reference.span,
                f"the values of {named(general)} are unique, so those of {named(feature)} are too",
                hint="leave `nonunique` out, or write it at the other feature as well",
                related=(Related("it is declared here", general.name_span or general.span),),
            )


@rule("validateSubsettingConstantConformance", Feature, written=_KINDS)
def constant_conformance(feature: Feature, model: Model) -> Iterator[Finding]:
    """A feature that changes in time subsets or redefines a constant one.

    The values of a constant feature are the same at all times, so those of what subsets it are as well (KerML 1.0,
    8.3.3.3.9).

    Bad:
    ```kerml
    class Bird {
        const feature wings;
        var feature moving subsets wings;       // error
    }
    ```
    Good:
    ```kerml
    class Bird {
        const feature wings;
        const feature left subsets wings;
    }
    ```
    """
    if feature.is_constant or feature.is_end:  # an end that could change is constant anyway
        return
    constants = [(each, at) for each, at in _written(model, feature) if at.is_constant]
    if constants and is_variable(model, feature):
        for each, general in constants:
            word = "const" if type(feature) is Feature else "constant"
            yield Finding(
                each.reference.span,
                f"{named(general)} is constant, so `{feature.name or 'this feature'}` is too",
                hint=f"write `{word}` before it",
                related=(Related("it is declared here", general.name_span or general.span),),
            )


@rule("validateSubsettingFeaturingTypes", Feature, written=_KINDS)
def featuring_types(feature: Feature, model: Model) -> Iterator[Finding]:
    """A feature subsets, redefines or refers to one that is not a feature of anything around it.

    What is inside another feature is reached by a chain from that feature, with dots (KerML 1.0, 8.3.3.3.9);
    `::` names an element wherever it is, without saying whose.

    Bad:
    ```sysml
    part def Engine { port shaft; }
    part def Cart {
        part engine : Engine;
        port drive :> engine::shaft;            // error
    }
    ```
    ```kerml
    class Engine { feature power; }
    class Wheel { feature speed redefines Engine::power; } // error
    ```
    Good:
    ```sysml
    part def Engine { port shaft; }
    part def Cart {
        part engine : Engine;
        port drive :> engine.shaft;
    }
    ```
    """
    if not _has_context(feature, model):
        return
    facts = featuring(model)
    for each in model.specializations(feature, *_KINDS):
        if each.is_implied or not each.reference.path:
            continue
        head = model.element(each.reference.path[0])
        if isinstance(head, Feature) and not facts.can_access(feature, head):
            owner = model.owner(head)
            where = f" of {named(owner)}" if owner is not None and owner.name else ""
            yield Finding(
                each.reference.span,
                f"`{each.reference.text}` is a feature{where}, which is not around here",
                hint="write the feature that has it and a dot, or specialise its owner",
                fix=(
                    None
                    if each.kind is SpecializationKind.REDEFINITION
                    else dot_instead_of_colons(each.reference, model)
                ),
                related=(Related("it is declared here", head.name_span or head.span),),
            )


def _has_context(feature: Feature, model: Model) -> bool:
    """Whether the featuring types say where a feature stands.

    The specification works out those of cross features, and of connectors that stand by themselves, from what
    they cross and connect.
    """
    owner = model.owner(feature)
    if not isinstance(owner, Type):
        return not isinstance(feature, CONNECTORS)
    if feature.role is Role.MEMBER:
        return not (isinstance(owner, Feature) and owner.is_end)
    if isinstance(owner, CONNECTORS):
        return bool(featuring(model).types(owner))
    return True


@rule(
    "validateSubsettingMultiplicityConformance", Feature, severity=Severity.WARNING, written=_KINDS
)
def upper_bound(feature: Feature, model: Model) -> Iterator[Finding]:
    """A feature may have more values than one that it subsets or redefines.

    Its values are values of the other feature, so there cannot be more of them. The specification does not
    demand this; the reference implementation warns as well.

    Bad:
    ```sysml
    part def Cart {
        part wheels [4];
        part rear [6] :> wheels;                // warning
    }
    ```
    Good:
    ```sysml
    part def Cart {
        part wheels [4];
        part rear [2] :> wheels;
    }
    ```
    """
    bounds = feature.multiplicity
    if bounds is None or bounds.upper_expression is not None:
        return
    for each, general in _written(model, feature):
        other = general.multiplicity
        if len(each.reference.path) != 1 or feature.is_end != general.is_end:
            continue
        if other is None or other.upper is None or other.upper_expression is not None:
            continue
        if bounds.upper is None or bounds.upper > other.upper:
            yield Finding(
                each.reference.span,
                f"{named(general)} has at most {other.upper} values, {named(feature)} may have more",
                related=(Related("it is declared here", general.name_span or general.span),),
            )
