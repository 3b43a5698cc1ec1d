"""Rules about how many values a feature has (KerML 1.0, clause 8.3.4.11)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.ir import Expression, Feature, Model, constant
from generator.rules.registry import Finding, rule


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


@rule("validateMultiplicityRangeBoundResultTypes", Feature)
def bound_result_types(feature: Feature, model: Model) -> Iterator[Finding]:
    """A bound of a multiplicity is not a natural number.

    Values are counted (KerML 1.0, 8.3.4.11.2): a bound is 0, 1, 2 and so on, or `*`.

    Bad:
    ```sysml
    part def Crew { part members ["five"]; }    // error
    attribute least = -1;
    part helpers [least..*];                    // error
    ```
    Good:
    ```sysml
    attribute least = 3;
    part helpers [least..*];
    ```
    """
    bounds = feature.multiplicity
    if bounds is None:
        return
    for each in dict.fromkeys((bounds.lower_expression, bounds.upper_expression)):
        if each is not None and not _is_natural(each, model):
            yield Finding(
                each.span,
                "a bound is a natural number or `*`, and this is none",
                hint="write a number such as 0 or 1, or an expression with such a value",
            )


def _is_natural(bound: Expression, model: Model) -> bool:
    value = constant(model, bound)
    if value is None:
        inferred = model.inference.of(bound)
        return model.inference.scalars.conforms(inferred, "Integer") is not False
    if isinstance(value, bool):
        return False
    return value == float("inf") or (isinstance(value, int) and value >= 0)
