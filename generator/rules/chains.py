"""Rules about feature chains (KerML 1.0, clauses 8.3.3.3.5 and 8.3.4.8)."""

from __future__ import annotations

from collections.abc import Iterator

from generator import ir
from generator.diagnostics import Related
from generator.ir import Element, Feature, Model, Reference, SpecializationKind
from generator.rules.featuring import featuring
from generator.rules.metaclasses import described, named
from generator.rules.registry import Finding, expression_rule, rule


@rule("validateFeatureChainingFeatureNotOne", Feature, written=(SpecializationKind.CHAINING,))
def chain_not_one(feature: Feature, model: Model) -> Iterator[Finding]:
    """A feature chains a single feature.

    A chain goes from feature to feature (KerML 1.0, 8.3.3.3.5); one alone leads nowhere.

    Bad:
    ```kerml
    feature engine;
    feature motor chains engine;                // error
    ```
    Good:
    ```kerml
    class Engine { feature shaft; }
    feature engine : Engine;
    feature drive chains engine.shaft;
    feature motor subsets engine;
    ```
    """
    chained = model.specializations(feature, SpecializationKind.CHAINING)
    if len(chained) == 1 and len(chained[0].reference.path) == 1:
        place = chained[0].reference
        yield Finding(
            place.span,
            f"`chains {place.text}` names one feature only",
            hint=f"to take its values, write `subsets {place.text}`",
        )


@rule("validateFeatureChainingFeaturesNotSelf", Feature, written=(SpecializationKind.CHAINING,))
def chain_not_self(feature: Feature, model: Model) -> Iterator[Finding]:
    """A feature is part of the chain that says what it is.

    The values of a chained feature are found along the chain (KerML 1.0, 8.3.3.3.5), which cannot need them.

    Bad:
    ```kerml
    feature cart {
        feature drive chains cart.drive;        // error
    }
    ```
    Good:
    ```kerml
    feature cart { feature shaft; }
    feature drive chains cart.shaft;
    ```
    """
    for each in model.specializations(feature, SpecializationKind.CHAINING):
        if feature.id in each.reference.path:
            yield Finding(
                each.reference.span,
                f"{named(feature)} is part of the chain that says what it is",
            )


@rule("validateFeatureChainingFeatureConformance", Feature)
def chain_conformance(feature: Feature, model: Model) -> Iterator[Finding]:
    """A link of a feature chain is not a feature of the one before it.

    Each link is looked up among the features of the link before (KerML 1.0, 8.3.3.3.5): own and inherited ones,
    as they are known there.

    Bad:
    ```kerml
    class Engine { feature shaft; }
    class Wheel { feature axle; }
    feature engine : Engine;
    feature drive chains engine.Wheel::axle;    // error
    ```
    Good:
    ```kerml
    class Engine { feature shaft; }
    feature engine : Engine;
    feature drive chains engine.shaft;
    ```
    """
    for each in model.specializations(feature):
        if not each.is_implied and len(each.reference.path) > 1:
            yield from _broken_links(each.reference, model)
    if isinstance(feature, ir.Connector | ir.ConnectorAsUsage):
        for end in feature.ends:
            yield from _broken_links(end, model)


@expression_rule("validateFeatureChainExpressionConformance", ir.FeatureReferenceExpression)
def chain_expression(
    expression: ir.FeatureReferenceExpression, place: Element, model: Model
) -> Iterator[Finding]:
    """What stands after a dot in an expression is not a feature of what stands before it.

    A feature chain goes from a value to the values of one of its features (KerML 1.0, 8.3.4.8.4).

    Bad:
    ```sysml
    part def Engine { attribute power; part def Cylinder; }
    part engine : Engine;
    ref strength = engine.Cylinder;             // error
    ```
    Good:
    ```sysml
    part def Engine { attribute power; }
    part engine : Engine;
    ref strength = engine.power;
    ```
    """
    return _broken_links(expression.reference, model)


def _broken_links(reference: Reference, model: Model) -> Iterator[Finding]:
    path = reference.path
    if len(path) < 2:
        return
    facts = featuring(model)
    before = model.element(path[0])
    if not isinstance(before, ir.Type):
        return
    for at in path[1:]:
        link = model.element(at)
        if not isinstance(link, Feature):
            message = f"{named(link)} is {described(link)}, so it has no value to go on to"
        elif not facts.is_within(link, before):
            message = f"{named(link)} is no feature of {named(before)}"
        else:
            before = link
            continue
        yield Finding(
            reference.span,
            message,
            related=(Related("it is declared here", link.name_span or link.span),),
        )
        return
