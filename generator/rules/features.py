"""Rules about features: redefinition and multiplicity (KerML 1.0, clause 8.3.3.3)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Related
from generator.ir import Element, Feature, Model, SpecializationKind, Type
from generator.rules.registry import Finding, rule

__all__ = ["multiplicity_bounds", "redefinition_not_inherited"]


@rule("multiplicity-bounds", Feature)
def multiplicity_bounds(feature: Feature, model: Model) -> Iterator[Finding]:
    """The lower bound of a multiplicity is greater than its upper bound, so no number of values fits.

    Bad:
    ```sysml
    part def Crew { part members[5..2]; }       // error
    ```
    Good:
    ```sysml
    part def Crew { part members[2..5]; part reserve[0..*]; }
    ```
    """
    bounds = feature.multiplicity
    if bounds is None or bounds.lower is None or bounds.upper is None:
        return
    if bounds.lower > bounds.upper:
        yield Finding(
            feature.name_span or feature.span,
            f"the lower bound {bounds.lower} is greater than the upper bound {bounds.upper}",
            hint=f"write `[{bounds.upper}..{bounds.lower}]`",
        )


@rule("validateRedefinitionFeaturingTypes", Feature)
def redefinition_not_inherited(feature: Feature, model: Model) -> Iterator[Finding]:
    """A redefinition names a feature that is not inherited where it stands.

    A feature can only redefine one that it replaces: a feature of a type its owner, or an owner further out,
    specialises (KerML 1.0, 8.3.3.3.8). To follow the value of another feature, subset it or bind it.

    Bad:
    ```sysml
    part def Engine { attribute power; }
    part def Wheel { attribute :>> Engine::power; }  // error
    ```
    Good:
    ```sysml
    part def Engine { attribute power; }
    part def Diesel :> Engine { attribute :>> power; }
    ```
    """
    for each in model.specializations(feature, SpecializationKind.REDEFINITION):
        target = model.target(each.reference)
        if each.is_implied or target is None or len(each.reference.path) > 1:
            continue
        if not _is_accessible(model, feature, target):
            yield Finding(
                each.reference.span,
                f"`{each.reference.text}` is not inherited here, so it cannot be redefined",
                hint="specialise its owner, or subset it with `:>`",
                related=(Related("it is declared here", target.name_span or target.span),),
            )


def _is_accessible(model: Model, feature: Feature, target: Element) -> bool:
    """Whether a feature of some type around `feature` is meant; features of packages belong to all types."""
    if target.owner == feature.owner:
        return False
    around = [owner for owner in model.owners(feature) if isinstance(owner, Type)]
    if not isinstance(model.owner(target), Type):
        return bool(around)
    return any(_leads_to(model, owner, target.owner) for owner in around)


def _leads_to(model: Model, start: Element, general: int | None) -> bool:
    """Whether a type is or specialises another; what is redefined is nearly always close by."""
    seen = {start.id}
    queue: list[Element] = [start]
    for at in queue:
        if at.id == general:
            return True
        for each in model.generals(at):
            if each.id not in seen:
                seen.add(each.id)
                queue.append(each)
    return False
