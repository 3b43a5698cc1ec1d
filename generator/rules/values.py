"""Rules about the values of features (KerML 1.0, clause 8.3.4.10)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Related
from generator.ir import Feature, Model
from generator.rules.featuring import is_variable
from generator.rules.fixes import replace_before
from generator.rules.metaclasses import named
from generator.rules.registry import Finding, rule


@rule("validateFeatureValueOverriding", Feature)
def value_overriding(feature: Feature, model: Model) -> Iterator[Finding]:
    """A feature gets a value although the feature it redefines is bound to one.

    A value after `=` holds for everything that specialises its owner (KerML 1.0, 8.3.4.10.2). One that others
    may replace is a default.

    Bad:
    ```sysml
    part def Cart { attribute wheels = 4; }
    part def Tricycle :> Cart { attribute :>> wheels = 3; } // error
    ```
    Good:
    ```sysml
    part def Cart { attribute wheels default 4; }
    part def Tricycle :> Cart { attribute :>> wheels = 3; }
    ```
    """
    if feature.value is None:
        return
    for redefined in model.redefined(feature):
        value = redefined.value
        if value is not None and not value.is_default and redefined.id != feature.id:
            yield Finding(
                feature.value.expression.span,
                f"{named(redefined)} has a value that cannot be replaced",
                hint="write `default` before that value, or leave this one out",
                related=(Related("it is bound here", value.expression.span),),
            )
            return


@rule("validateFeatureValueIsInitial", Feature)
def value_is_initial(feature: Feature, model: Model) -> Iterator[Finding]:
    """A feature has an initial value although it does not change in time.

    `:=` gives the value at the beginning of the owner's life (KerML 1.0, 8.3.4.10.2). What cannot change is bound
    with `=`.

    Bad:
    ```sysml
    attribute def Colour { attribute shade := 3; } // error
    ```
    Good:
    ```sysml
    part def Wall { attribute shade := 3; }
    attribute def Colour { attribute shade = 3; }
    ```
    """
    value = feature.value
    if value is not None and value.is_initial and not is_variable(model, feature):
        yield Finding(
            value.expression.span,
            f"{named(feature)} does not change in time, so it has no initial value",
            hint="write `=` instead of `:=`",
            fix=replace_before(value.expression.span, ":=", "="),
        )
