"""Rules about variations and their variants (SysML 2.0, clause 8.3.6)."""

from __future__ import annotations

from collections.abc import Iterator

from generator import ir
from generator.diagnostics import Related
from generator.ir import Model, Role
from generator.rules.metaclasses import described, named
from generator.rules.registry import Finding, rule

__all__ = [
    "definition_variation_features",
    "definition_variation_specialization",
    "usage_variation_features",
    "usage_variation_specialization",
    "variant_owner",
]

_ALLOWED = frozenset(
    {
        Role.VARIANT,
        Role.MEMBER,
        Role.PARAMETER,
        Role.RETURN,
        Role.SUBJECT,
        Role.ACTOR,
        Role.STAKEHOLDER,
        Role.OBJECTIVE,
    }
)


@rule("validateDefinitionVariationOwnedFeatureMembership", ir.Definition)
def definition_variation_features(definition: ir.Definition, model: Model) -> Iterator[Finding]:
    """The usages that a variation definition owns are variants.

    A variation is a choice and nothing else: what all choices share belongs in the definition it specialises
    (SysML 2.0, 8.3.6.2).

    Bad:
    ```sysml
    variation part def Hat {
        variant part topHat;
        part feather;                           // error
    }
    ```
    Good:
    ```sysml
    part def Headgear { part feather; }
    variation part def Hat :> Headgear {
        variant part topHat;
        variant part cap;
    }
    ```
    """
    yield from _no_variants(definition, model)


@rule("validateUsageVariationOwnedFeatureMembership", ir.Usage)
def usage_variation_features(usage: ir.Usage, model: Model) -> Iterator[Finding]:
    """The usages that a variation usage owns are variants.

    A variation is a choice and nothing else (SysML 2.0, 8.3.6.4). Parameters, which the notation needs in
    some variations, are allowed.

    Bad:
    ```sysml
    part def Clown {
        variation part nose {
            variant part red;
            part bell;                          // error
        }
    }
    ```
    Good:
    ```sysml
    part def Clown {
        variation part nose {
            variant part red;
            variant part blue;
        }
        part bell;
    }
    ```
    """
    yield from _no_variants(usage, model)


def _no_variants(owner: ir.Definition | ir.Usage, model: Model) -> Iterator[Finding]:
    if not owner.is_variation:
        return
    for usage in model.owned(owner, ir.Usage):
        if usage.role not in _ALLOWED:
            yield Finding(
                usage.name_span or usage.span,
                f"{named(owner)} is a variation, and its usages are variants",
                hint="write `variant` before it, or move it to what the variation specialises",
            )


@rule("validateDefinitionVariationSpecialization", ir.Definition)
def definition_variation_specialization(
    definition: ir.Definition, model: Model
) -> Iterator[Finding]:
    """A variation definition does not specialise another variation.

    Its variants would be choices of both (SysML 2.0, 8.3.6.2). An enumeration definition is a variation.

    Bad:
    ```sysml
    enum def Mood { happy; sad; }
    enum def StrongMood :> Mood { furious; }            // error
    ```
    Good:
    ```sysml
    attribute def Feeling;
    enum def Mood :> Feeling { happy; sad; }
    enum def StrongMood :> Feeling { furious; }
    ```
    """
    yield from _specializes_variation(definition, model)


@rule("validateUsageVariationSpecialization", ir.Usage)
def usage_variation_specialization(usage: ir.Usage, model: Model) -> Iterator[Finding]:
    """A variation usage does not specialise another variation.

    Its variants would be choices of both (SysML 2.0, 8.3.6.4).

    Bad:
    ```sysml
    part def Cart {
        variation part wheel { variant part wooden; }
        variation part spare :> wheel;                  // error
    }
    ```
    Good:
    ```sysml
    part def Cart {
        variation part wheel { variant part wooden; }
        part spare :> wheel;
    }
    ```
    """
    yield from _specializes_variation(usage, model)


def _specializes_variation(element: ir.Definition | ir.Usage, model: Model) -> Iterator[Finding]:
    if not _is_variation(element):
        return
    for each in model.specializations(element):
        general = model.target(each.reference)
        if general is not None and _is_variation(general):
            yield Finding(
                each.reference.span,
                f"{named(element)} is a variation, and so is `{each.reference.text}`",
                hint="specialise what they have in common",
                related=(Related("it is declared here", general.name_span or general.span),),
            )


@rule("validateVariantMembershipOwningNamespace", ir.Usage)
def variant_owner(usage: ir.Usage, model: Model) -> Iterator[Finding]:
    """A variant stands in a variation.

    SysML 2.0, 8.3.6.5.

    Bad:
    ```sysml
    part def Soup {
        variant part spicy;                     // error
    }
    ```
    Good:
    ```sysml
    variation part def Soup {
        variant part spicy;
    }
    ```
    """
    if usage.role is not Role.VARIANT:
        return
    owner = model.owner(usage)
    if owner is None or not _is_variation(owner):
        where = "" if owner is None else f", and this is {described(owner)} without `variation`"
        yield Finding(
            usage.name_span or usage.span,
            f"a variant stands in a variation{where}",
            hint="write `variation` before its owner, or take `variant` away",
        )


def _is_variation(element: ir.Element) -> bool:
    return isinstance(element, ir.EnumerationDefinition) or (
        isinstance(element, ir.Definition | ir.Usage) and element.is_variation
    )
