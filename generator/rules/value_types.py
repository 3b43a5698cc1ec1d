"""Rules about the types of values, of arguments and of results (KerML 1.0, clauses 8.3.4.8 and 8.3.4.10).

The specification binds them to features, so that types without common values make a model that holds for nothing.
Only what is certain is told; dimensions of quantities are the concern of other rules.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator import ir
from generator.diagnostics import Related, Severity
from generator.ir import Element, Expression, Feature, Model, Role
from generator.rules.conforming import fits, kinds, known, wanted
from generator.rules.metaclasses import named
from generator.rules.registry import Finding, expression_rule, rule

__all__ = ["argument_type", "assigned_type", "constructor_argument", "result_type", "value_type"]


def _misfit(feature: Feature, value: Expression, model: Model, what: str) -> Iterator[Finding]:
    types = wanted(model, feature)
    if not types.types:
        return
    found = known(model, value)
    is_fraction = _is_fraction(value) and any(
        model.inference.scalars.conforms(types, name) for name in ("Natural", "Integer")
    )
    if fits(model, found, types) and not is_fraction:
        return
    yield Finding(
        value.span,
        f"{named(feature)} has values of {kinds(types)}, and {what} is of {kinds(found)}",
        related=(Related("it is declared here", feature.name_span or feature.span),),
    )


def _is_fraction(value: Expression) -> bool:
    return isinstance(value, ir.LiteralRational) and not value.value.is_integer()


@rule("value-type", Feature, severity=Severity.WARNING)
def value_type(feature: Feature, model: Model) -> Iterator[Finding]:
    """A feature gets a value of a type that has nothing to do with its own.

    A feature and its value are bound, so they have values in common (KerML 1.0, 8.4.4.11). A value of a more general
    type may fit; what is known to be of another type does not.

    Bad:
    ```sysml
    private import ScalarValues::*;
    attribute speed : Natural = "fast";         // warning
    metadata def Label { attribute text : String; }
    part pump { @Label { text = 3; } }          // warning
    ```
    Good:
    ```sysml
    private import ScalarValues::*;
    attribute speed : Natural = 3;
    metadata def Label { attribute text : String; }
    part pump { @Label { text = "inlet"; } }
    ```
    """
    if feature.value is not None:
        yield from _misfit(feature, feature.value.expression, model, "this one")


@rule("assigned-type", ir.AssignmentActionUsage, severity=Severity.WARNING)
def assigned_type(action: ir.AssignmentActionUsage, model: Model) -> Iterator[Finding]:
    """A feature is assigned a value of a type that has nothing to do with its own.

    What is assigned is the value of the feature from then on (SysML 2.0, 8.3.17.5).

    Bad:
    ```sysml
    private import ScalarValues::*;
    action fill {
        attribute level : Natural := 0;
        assign level := "full";                 // warning
    }
    ```
    Good:
    ```sysml
    private import ScalarValues::*;
    action fill {
        attribute level : Natural := 0;
        assign level := 9;
    }
    ```
    """
    target = model.target(action.target)
    if isinstance(target, Feature) and action.value_expression is not None:
        yield from _misfit(target, action.value_expression, model, "what is assigned")


@expression_rule("argument-type", ir.InvocationExpression, severity=Severity.WARNING)
def argument_type(
    expression: ir.InvocationExpression, place: Element, model: Model
) -> Iterator[Finding]:
    """An argument is of a type that has nothing to do with that of its parameter.

    An argument is bound to the parameter it is for (KerML 1.0, 8.4.4.9.6).

    Bad:
    ```sysml
    private import ScalarValues::*;
    calc def Half { in amount : Real; return : Real = amount / 2; }
    attribute share = Half("four");             // warning
    ```
    Good:
    ```sysml
    private import ScalarValues::*;
    calc def Half { in amount : Real; return : Real = amount / 2; }
    attribute share = Half(4);
    ```
    """
    yield from _arguments(expression.arguments, model)


@expression_rule("constructor-argument-type", ir.ConstructorExpression, severity=Severity.WARNING)
def constructor_argument(
    expression: ir.ConstructorExpression, place: Element, model: Model
) -> Iterator[Finding]:
    """A feature of a new instance gets a value of a type that has nothing to do with its own.

    An argument of a constructor is bound to the feature it is for (KerML 1.0, 8.4.4.9.5).

    Bad:
    ```sysml
    private import ScalarValues::*;
    item def Parcel { attribute weight : Natural; }
    item parcel = new Parcel(weight = "heavy"); // warning
    ```
    Good:
    ```sysml
    private import ScalarValues::*;
    item def Parcel { attribute weight : Natural; }
    item parcel = new Parcel(weight = 3);
    ```
    """
    yield from _arguments(expression.arguments, model)


def _arguments(arguments: tuple[ir.Argument, ...], model: Model) -> Iterator[Finding]:
    for each in arguments:
        parameter = None if each.parameter is None else model.element(each.parameter)
        if isinstance(parameter, Feature):
            yield from _misfit(parameter, each.value, model, "this one")


@rule(
    "result-type",
    ir.CalculationDefinition,
    ir.CalculationUsage,
    ir.Function,
    severity=Severity.WARNING,
)
def result_type(type_: Element, model: Model) -> Iterator[Finding]:
    """A calculation gives back a value of a type that has nothing to do with that of its result.

    The result expression is bound to the return parameter (KerML 1.0, 8.4.4.8).

    Bad:
    ```sysml
    private import ScalarValues::*;
    calc def Half {
        in amount : Real;
        return share : Real;
        "half"                                  // warning
    }
    ```
    Good:
    ```sysml
    private import ScalarValues::*;
    calc def Half {
        in amount : Real;
        return share : Real;
        amount / 2
    }
    ```
    """
    result = getattr(type_, "result", None)
    if result is None:
        return
    for each in model.owned_with_role(type_, Role.RETURN):
        if isinstance(each, Feature):
            yield from _misfit(each, result, model, "the result")
            return
