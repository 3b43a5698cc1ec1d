"""What the verdict of a verification case asks for.

Knows the library of verification cases. Must not know how a case is tested.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.ir import Expression, InvocationExpression, Model, OperatorExpression

__all__ = ["UNSUPPORTED", "conjuncts", "passing"]

UNSUPPORTED = "unsupported-verification"
"""The code of a diagnostic about what has no meaning in the test of a case."""
_PASSING = "VerificationCases::PassIf"


def passing(model: Model, verdict: Expression | None) -> Expression | None:
    """The condition of a verdict `PassIf(condition)`; None for any other."""
    if isinstance(verdict, InvocationExpression) and len(verdict.arguments) == 1:
        function = model.target(verdict.function)
        if function is not None and function.qualified_name == _PASSING:
            return verdict.arguments[0].value
    return None


def conjuncts(expression: Expression) -> Iterator[Expression]:
    """The conditions that an expression joins by `and`, however deep."""
    if isinstance(expression, OperatorExpression) and expression.operator == "and":
        for each in expression.operands:
            yield from conjuncts(each)
    else:
        yield expression
