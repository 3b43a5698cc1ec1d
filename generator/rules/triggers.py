"""Rules about what an accept action waits for (SysML 2.0, clause 8.3.17, TriggerInvocationExpression)."""

from __future__ import annotations

from collections.abc import Iterator

from generator import ir
from generator.ir import Expression, Model
from generator.rules.registry import Finding, rule

__all__ = ["trigger_after", "trigger_at", "trigger_when"]

_DURATION = ("ISQBase::DurationValue", "ISQBase::DurationUnit")
_INSTANT = ("Time::TimeInstantValue",)
_SUMS = frozenset({"-", "+", "*", "/", "%", "^", "**"})


@rule("validateTriggerInvocationExpressionAfterArgument", ir.AcceptActionUsage)
def trigger_after(usage: ir.AcceptActionUsage, model: Model) -> Iterator[Finding]:
    """What is waited for with `after` is a duration.

    SysML 2.0, 8.3.17.17.

    Bad:
    ```sysml
    action def Brew {
        action infuse;
        accept after 3;                         // error
    }
    ```
    Good:
    ```sysml
    private import SI::*;
    action def Brew {
        action infuse;
        accept after 3 [min];
    }
    ```
    """
    if usage.trigger != "after" or usage.trigger_expression is None:
        return
    if _is_of(usage.trigger_expression, model, (*_DURATION, *_INSTANT)) is False:
        yield Finding(
            usage.trigger_expression.span,
            "`after` waits for a duration, and this is none",
            hint="write its unit: `after 5 [s]`",
        )


@rule("validateTriggerInvocationExpressionAtArgument", ir.AcceptActionUsage)
def trigger_at(usage: ir.AcceptActionUsage, model: Model) -> Iterator[Finding]:
    """What is waited for with `at` is an instant in time.

    SysML 2.0, 8.3.17.17.

    Bad:
    ```sysml
    action def Celebrate {
        accept at "midnight";                   // error
        then action cheer;
    }
    ```
    Good:
    ```sysml
    action def Celebrate {
        in midnight : Time::TimeInstantValue;
        accept at midnight;
        then action cheer;
    }
    ```
    """
    if usage.trigger != "at" or usage.trigger_expression is None:
        return
    if _is_of(usage.trigger_expression, model, (*_INSTANT, *_DURATION)) is False:
        yield Finding(
            usage.trigger_expression.span,
            "`at` waits for an instant in time, and this is none",
            hint="`after` waits for a duration, `when` for a condition",
        )


@rule("validateTriggerInvocationExpressionWhenArgument", ir.AcceptActionUsage)
def trigger_when(usage: ir.AcceptActionUsage, model: Model) -> Iterator[Finding]:
    """What is waited for with `when` is a condition, true or false.

    SysML 2.0, 8.3.17.17.

    Bad:
    ```sysml
    action def Leave {
        in guests : ScalarValues::Integer;
        accept when guests;                     // error
        then action sleep;
    }
    ```
    Good:
    ```sysml
    action def Leave {
        in guests : ScalarValues::Integer;
        accept when guests == 0;
        then action sleep;
    }
    ```
    """
    if usage.trigger == "when" and usage.trigger_expression is not None:
        value = model.inference.of(usage.trigger_expression)
        if model.inference.scalars.conforms(value, "Boolean") is False:
            yield Finding(
                usage.trigger_expression.span,
                f"`when` waits for something to become true, and this is a `{value.types[0].name}`",
                hint="compare it with something: `… == …`",
            )


def _is_of(expression: Expression, model: Model, names: tuple[str, ...]) -> bool | None:
    """Whether a value is of one of some types; of a sum, whether its operands are. None when that is not known."""
    value = model.inference.of(expression)
    wanted = [found for found in map(model.find, names) if found is not None]
    for each in value.types:
        if any(model.specializes(each, general) for general in wanted):
            return True
        if any(model.specializes(general, each) for general in wanted):
            return None
    if isinstance(expression, ir.OperatorExpression):
        if expression.operator == "[":
            return _is_of(expression.operands[-1], model, names)
        if expression.operator in _SUMS:
            answers = {_is_of(each, model, names) for each in expression.operands}
            return True if True in answers else (None if None in answers else False)
    return False if value.types else None
