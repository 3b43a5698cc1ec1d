"""Rules about how many values a feature has (KerML 1.0, clause 8.3.4.11)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.ir import Feature, Model
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
