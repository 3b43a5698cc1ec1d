"""Rules about units and the dimensions of quantities (SysML 2.0, clause 9.8)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.ir import (
    Element,
    Feature,
    Model,
    OperatorExpression,
    dimension_text,
)
from generator.rules.registry import Finding, expression_rule, rule

__all__ = ["dimension_mismatch", "unit_expected", "value_dimension"]

_ALIKE = frozenset({"+", "-", "<", ">", "<=", ">=", "==", "!="})


@expression_rule("dimension-mismatch", OperatorExpression, severity=Severity.WARNING)
def dimension_mismatch(
    expression: OperatorExpression, place: Element, model: Model
) -> Iterator[Finding]:
    """Quantities of different dimensions are added, subtracted or compared.

    A mass and a length have no sum, and neither is greater than the other. A number without a unit is no quantity:
    in `2 + 3 [m]` only the `3` is measured in metres.

    Bad:
    ```sysml
    private import ISQ::*;
    private import SI::*;
    part def Crate {
        attribute load : MassValue;
        attribute size : LengthValue;
        attribute sum = load + 2 [m];               // warning
        constraint { size < 3 }                     // warning
    }
    ```
    Good:
    ```sysml
    private import ISQ::*;
    private import SI::*;
    part def Crate {
        attribute load : MassValue;
        attribute size : LengthValue;
        attribute sum = load + 2 [kg];
        constraint { size < 3 [m] }
    }
    ```
    """
    if expression.operator not in _ALIKE:
        return
    found = [model.inference.of(each).dimension for each in expression.operands]
    known = {each for each in found if each is not None}
    if len(known) == 2:
        words = " and ".join(dimension_text(each) for each in found if each is not None)
        yield Finding(
            expression.span,
            f"`{expression.operator}` is between quantities of the dimensions {words}",
        )


@rule("value-dimension", Feature, severity=Severity.WARNING)
def value_dimension(feature: Feature, model: Model) -> Iterator[Finding]:
    """A quantity gets a value of another dimension than its type says.

    Bad:
    ```sysml
    private import ISQ::*;
    private import SI::*;
    part def Crate {
        attribute load : MassValue = 5 [m];         // warning
        attribute speed : SpeedValue = 5 [m] / 2;   // warning
    }
    ```
    Good:
    ```sysml
    private import ISQ::*;
    private import SI::*;
    part def Crate {
        attribute load : MassValue = 5 [kg];
        attribute speed : SpeedValue = 5 [m] / 2 [s];
    }
    ```
    """
    if feature.value is None:
        return
    inference = model.inference
    declared = inference.of_declared(feature)
    value = inference.of(feature.value.expression)
    if declared.dimension is None or value.dimension is None:
        return
    if declared.dimension != value.dimension:
        kind = declared.types[0].name if declared.types else "it"
        yield Finding(
            feature.value.expression.span,
            f"`{kind}` has the dimension {dimension_text(declared.dimension)}, "
            f"the value {dimension_text(value.dimension)}",
        )


@expression_rule("unit-expected", OperatorExpression, severity=Severity.WARNING)
def unit_expected(
    expression: OperatorExpression, place: Element, model: Model
) -> Iterator[Finding]:
    """What stands in brackets after a number is no unit.

    Bad:
    ```sysml
    part def Crate {
        attribute size = 5;
        attribute load = 3 [size];                  // warning
    }
    ```
    Good:
    ```sysml
    private import SI::*;
    part def Crate {
        attribute load = 3 [kg];
    }
    ```
    """
    if expression.operator != "[" or len(expression.operands) != 2:
        return
    found = model.inference.of(expression.operands[1])
    dimensions = model.inference.dimensions
    if found.types and not any(dimensions.may_be_unit(each) for each in found.types):
        yield Finding(
            expression.operands[1].span,
            "this is no unit",
            hint="for the element at a position, write `#(…)`",
        )
