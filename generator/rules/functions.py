"""Rules about functions and expressions that are declared, and their parameters (KerML 1.0, clause 8.3.4.7)."""

from __future__ import annotations

from collections.abc import Iterator

from generator import ir
from generator.diagnostics import Related
from generator.ir import Direction, Feature, Model, Role, Type
from generator.rules.metaclasses import described, named
from generator.rules.registry import Finding, rule


def _second_returns(type_: Type, model: Model) -> Iterator[Finding]:
    returns = model.owned_with_role(type_, Role.RETURN)
    for each in returns[1:]:
        first = returns[0]
        yield Finding(
            each.name_span or each.span,
            f"{described(type_)} gives back one result, and {named(first)} is one already",
            related=(Related("the first one is here", first.name_span or first.span),),
        )


def _second_results(type_: Type, model: Model) -> Iterator[Finding]:
    """Findings when an expression says what the result is although another one does so already."""
    own = getattr(type_, "result", None)
    if type_.role is Role.FILTER:
        return
    inherited = [
        model.element(at)
        for at in sorted(model.all_generals(type_) - {type_.id})
        if getattr(model.element(at), "result", None) is not None
    ]
    if not inherited or (own is None and len(inherited) < 2):
        return
    first = inherited[0]
    yield Finding(
        own.span if own is not None else type_.name_span or type_.span,
        (
            f"{named(first)} says what the result is already"
            if own is not None
            else f"{named(first)} and {named(inherited[1])} both say what the result is"
        ),
        hint="specialise something without a result expression, or leave this one out",
        related=(Related("it is declared here", first.name_span or first.span),),
    )


@rule(
    "validateFunctionResultParameterMembership",
    ir.Function,
    ir.CalculationDefinition,
    ir.ConstraintDefinition,
)
def function_result(type_: Type, model: Model) -> Iterator[Finding]:
    """A function has two return parameters.

    A function gives back one result, which may be a sequence (KerML 1.0, 8.3.4.7.4). Calculation and constraint
    definitions are functions.

    Bad:
    ```sysml
    calc def Split {
        in amount;
        return half;
        return rest;                            // error
    }
    ```
    Good:
    ```sysml
    calc def Split {
        in amount;
        return halves [2];
    }
    ```
    """
    return _second_returns(type_, model)


@rule(
    "validateExpressionResultParameterMembership",
    ir.ExpressionFeature,
    ir.CalculationUsage,
    ir.ConstraintUsage,
)
def expression_result(feature: Feature, model: Model) -> Iterator[Finding]:
    """An expression has two return parameters.

    An expression has one result, which may be a sequence (KerML 1.0, 8.3.4.7.2). Calculations and constraints are
    expressions.

    Bad:
    ```sysml
    calc split {
        in amount;
        return half;
        return rest;                            // error
    }
    ```
    Good:
    ```sysml
    calc split {
        in amount;
        return halves [2];
    }
    ```
    """
    return _second_returns(feature, model)


@rule(
    "validateFunctionResultExpressionMembership",
    ir.Function,
    ir.CalculationDefinition,
    ir.ConstraintDefinition,
)
def function_result_expression(type_: Type, model: Model) -> Iterator[Finding]:
    """A function has a result expression besides the one it inherits.

    What the result is can be said once (KerML 1.0, 8.3.4.7.4), and what is inherited holds as it is.

    Bad:
    ```sysml
    calc def Half { in amount; amount / 2 }
    calc def Rest :> Half { in amount; amount - amount / 2 } // error
    ```
    Good:
    ```sysml
    calc def Half { in amount; amount / 2 }
    calc def Rest { in amount; amount - Half(amount) }
    ```
    """
    return _second_results(type_, model)


@rule(
    "validateExpressionResultExpressionMembership",
    ir.ExpressionFeature,
    ir.CalculationUsage,
    ir.ConstraintUsage,
)
def expression_result_expression(feature: Feature, model: Model) -> Iterator[Finding]:
    """An expression has a result expression besides the one it inherits.

    What the result is can be said once (KerML 1.0, 8.3.4.7.2): an expression that is typed by a function with a
    result expression has that one.

    Bad:
    ```sysml
    calc def Half { in amount; amount / 2 }
    calc half : Half { in amount = 4; 2 }       // error
    ```
    Good:
    ```sysml
    calc def Half { in amount; amount / 2 }
    calc half : Half { in amount = 4; }
    ```
    """
    return _second_results(feature, model)


@rule("validateParameterMembershipParameterDirection", Feature)
def parameter_direction(feature: Feature, model: Model) -> Iterator[Finding]:
    """A return parameter has another direction than `out`.

    What is given back comes out (KerML 1.0, 8.3.4.6.4).

    Bad:
    ```kerml
    function Half { in amount; return in half; } // error
    ```
    Good:
    ```kerml
    function Half { in amount; return half; }
    ```
    """
    if feature.role is Role.RETURN and feature.direction not in (None, Direction.OUT):
        yield Finding(
            feature.name_span or feature.span,
            f"{named(feature)} is given back, so its direction is `out`",
            hint=f"leave `{feature.direction}` out",
        )
