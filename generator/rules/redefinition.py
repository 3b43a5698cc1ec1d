"""Rules about redefinition (KerML 1.0, clause 8.3.3.3.8)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Edit, Fix, Related, Severity
from generator.ir import Direction, Feature, Model, Specialization, SpecializationKind
from generator.rules.featuring import direction_in, effective_direction, featuring
from generator.rules.fixes import insert_word
from generator.rules.metaclasses import named
from generator.rules.parameters import displaced
from generator.rules.registry import Finding, rule
from generator.source import Span

_Pairs = Iterator[tuple[Specialization, Feature]]


def _redefinitions(model: Model, feature: Feature, *, implied: bool = False) -> _Pairs:
    for each in model.specializations(feature, SpecializationKind.REDEFINITION):
        target = model.target(each.reference)
        is_plain = len(each.reference.path) == 1 and (implied or not each.is_implied)
        if is_plain and isinstance(target, Feature) and target is not feature:
            yield each, target


@rule("validateRedefinitionFeaturingTypes", Feature, written=(SpecializationKind.REDEFINITION,))
def featuring_types(feature: Feature, model: Model) -> Iterator[Finding]:
    """A feature redefines one that belongs to the same type, or both belong to none.

    A redefinition takes the place of what its owner inherits (KerML 1.0, 8.3.3.3.8). Next to the other feature
    there is nothing to replace: to follow the value of a neighbour, subset it or bind it.

    Bad:
    ```sysml
    part def Engine {
        attribute power;
        attribute peak :>> Engine::power;       // error
    }
    ```
    ```sysml
    part engine;
    part diesel :>> engine;                     // error
    ```
    Good:
    ```sysml
    part def Engine { attribute power; }
    part def Diesel :> Engine { attribute :>> power; }
    part diesel : Diesel;
    ```
    """
    facts = featuring(model)
    for each, redefined in _redefinitions(model, feature):
        own = {at.id for at in facts.types(feature)}
        if own != {at.id for at in facts.types(redefined)}:
            continue
        if own:
            message = f"`{each.reference.text}` belongs to the same type, so it is not inherited"
        else:
            message = f"`{each.reference.text}` belongs to no type, so it cannot be redefined"
        yield Finding(
            each.reference.span,
            message,
            hint="subset it with `:>`, or specialise its owner",
            related=(Related("it is declared here", redefined.name_span or redefined.span),),
        )


@rule("validateRedefinitionDirectionConformance", Feature)
def direction_conformance(feature: Feature, model: Model) -> Iterator[Finding]:
    """A feature has another direction than the one it redefines.

    What goes in still goes in, what comes out still comes out; `inout` may be narrowed to one of them (KerML 1.0,
    8.3.3.3.8). Parameters redefine those in the same place of the behaviour that is specialised.

    Bad:
    ```sysml
    action def Move { in distance; }
    action def Fly :> Move { out distance; }    // error
    ```
    ```sysml
    action def Move { in distance; out time; }
    action fly : Move { in distance; in height = 3; } // error
    ```
    Good:
    ```sysml
    action def Move { in distance; }
    action def Fly :> Move { in distance; }
    ```
    """
    own = effective_direction(feature)
    for each, redefined in _redefinitions(model, feature, implied=True):
        for owner in featuring(model).types(feature):
            wanted = direction_in(model, owner, redefined)
            if wanted is None or own is wanted:
                continue
            if wanted is Direction.INOUT and own is not None:
                continue
            if displaced(feature, model) is redefined:
                yield _displacing(feature, redefined, wanted, model)
                break
            yield Finding(
                feature.name_span or feature.span if each.is_implied else each.reference.span,
                f"{named(redefined)} has the direction `{wanted}`, "
                + (f"not `{own}`" if own else "and what redefines it has none"),
                hint=f"write `{wanted}` before it",
                fix=None if own else insert_word(feature.span, str(wanted)),
                related=(Related("it is declared here", redefined.name_span or redefined.span),),
            )
            break


def _displacing(feature: Feature, redefined: Feature, wanted: Direction, model: Model) -> Finding:
    """A parameter of a name that is not inherited, in the place of one of another direction."""
    behavior = model.owner(redefined)
    whose = (
        f"{named(behavior)}" if behavior is not None and behavior.name else "what it specialises"
    )
    written = f"{wanted} :>> {redefined.name};"
    start = Span(feature.span.source, feature.span.start, feature.span.start)
    return Finding(
        feature.name_span or feature.span,
        f"{whose} has no parameter {named(feature)}; in its place stands {named(redefined)}, "
        f"which has the direction `{wanted}`",
        hint=f"parameters redefine by position: write `{written}` before it if it is a further one",
        fix=Fix(f"write `{written}` before it", (Edit(start, f"{written} "),)),
        related=(Related("it is declared here", redefined.name_span or redefined.span),),
    )


@rule("validateRedefinitionEndConformance", Feature, written=(SpecializationKind.REDEFINITION,))
def end_conformance(feature: Feature, model: Model) -> Iterator[Finding]:
    """A feature that is no end redefines an end.

    The ends of an association are what it connects (KerML 1.0, 8.3.3.3.8), and so are those that take their place.

    Bad:
    ```kerml
    class Bird;
    assoc Mating { end feature hen : Bird; end feature cock : Bird; }
    assoc Pairing specializes Mating {
        feature redefines hen;                  // error
        end feature redefines cock;
    }
    ```
    Good:
    ```kerml
    class Bird;
    assoc Mating { end feature hen : Bird; end feature cock : Bird; }
    assoc Pairing specializes Mating {
        end feature redefines hen;
        end feature redefines cock;
    }
    ```
    """
    if feature.is_end:
        return
    for each, redefined in _redefinitions(model, feature):
        if redefined.is_end:
            yield Finding(
                each.reference.span,
                f"{named(redefined)} is an end, so what redefines it is one too",
                hint="write `end` before it",
                fix=insert_word(feature.span, "end"),
                related=(Related("it is declared here", redefined.name_span or redefined.span),),
            )


@rule(
    "validateRedefinitionMultiplicityConformance",
    Feature,
    severity=Severity.WARNING,
    written=(SpecializationKind.REDEFINITION,),
)
def lower_bound(feature: Feature, model: Model) -> Iterator[Finding]:
    """A feature may have fewer values than the one it redefines.

    Whoever relies on the redefined feature counts on its values. The specification does not demand this; the
    reference implementation warns as well.

    Bad:
    ```sysml
    part def Cart { part wheels [2..4]; }
    part def Sledge :> Cart { part :>> wheels [0..4]; } // warning
    ```
    Good:
    ```sysml
    part def Cart { part wheels [2..4]; }
    part def Truck :> Cart { part :>> wheels [4]; }
    ```
    """
    bounds = feature.multiplicity
    if bounds is None or feature.is_end or bounds.lower is None:
        return
    for each, redefined in _redefinitions(model, feature):
        other = redefined.multiplicity
        if other is not None and other.lower is not None and bounds.lower < other.lower:
            yield Finding(
                each.reference.span,
                f"{named(redefined)} has at least {other.lower} values, what redefines it may have fewer",
                related=(Related("it is declared here", redefined.name_span or redefined.span),),
            )
