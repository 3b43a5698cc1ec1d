"""Expression nodes, named as in KerML 1.0, clause 8.3.4.8.

Knows the shape of expressions after operator precedence has been applied. Must not know their types
or what the names in them refer to.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.syntax.ast.names import Node, QualifiedName, Reference

if TYPE_CHECKING:
    from generator.syntax.ast.base import Element

__all__ = [
    "Argument",
    "BodyExpression",
    "CollectExpression",
    "ConstructorExpression",
    "Expression",
    "FeatureChainExpression",
    "FeatureReferenceExpression",
    "FunctionReferenceExpression",
    "InvocationExpression",
    "LiteralBoolean",
    "LiteralInfinity",
    "LiteralInteger",
    "LiteralRational",
    "LiteralString",
    "MalformedExpression",
    "MetadataAccessExpression",
    "NullExpression",
    "OperatorExpression",
    "SelectExpression",
    "TriggerInvocationExpression",
    "TypeReference",
]


class Expression(Node):
    """Any expression."""

    __slots__ = ()


@dataclass(slots=True, eq=False)
class LiteralBoolean(Expression):
    """`true`, `false`."""

    value: bool


@dataclass(slots=True, eq=False)
class LiteralInteger(Expression):
    """`42`. Never negative: a sign is an operator."""

    value: int


@dataclass(slots=True, eq=False)
class LiteralRational(Expression):
    """`1.5`, `.5`, `1e-9`; `text` keeps the digits as written."""

    value: float
    text: str


@dataclass(slots=True, eq=False)
class LiteralString(Expression):
    """`"text"`; `value` has its escapes decoded."""

    value: str


class LiteralInfinity(Expression):
    """`*`, the unbounded number."""

    __slots__ = ()


class NullExpression(Expression):
    """`null` or `()`."""

    __slots__ = ()


@dataclass(slots=True, eq=False)
class FeatureReferenceExpression(Expression):
    """`x`, `P::x`, `x.y.z`: a name, or a chain that begins with a name."""

    reference: Reference


@dataclass(slots=True, eq=False)
class FeatureChainExpression(Expression):
    """`f(x).y`, `(a).b`, `x#(1).y.z`: features of the value of an expression that is not a name."""

    source: Expression
    target: Reference


@dataclass(slots=True, eq=False)
class TypeReference(Expression):
    """The type at the right of `istype`, `hastype`, `@`, `@@`, `as`, `meta` or after `all`."""

    reference: Reference


@dataclass(slots=True, eq=False)
class OperatorExpression(Expression):
    """An operator and its operands, precedence applied, parentheses gone.

    Two operands: `?? implies | or xor & and == != === !== < > <= >= .. + - * / % ** ^`.
    One operand: `+ - ~ not`. `if`: condition, then, else (`if c ? a else b`).
    `,`: two or more items of a sequence `(a, b, c)`, flat. `#`: sequence, index (`s#(i)`).
    `[`: number, unit (`5 [kg]`). `istype hastype @ as`: value, `TypeReference`; only a
    `TypeReference` when the value is left out (`@T`, `istype T`), which means the feature in
    whose body the expression stands. `@@ meta`: `MetadataAccessExpression` or value, then
    `TypeReference`. `all`: one `TypeReference`.
    """

    operator: str
    operands: tuple[Expression, ...]


@dataclass(slots=True, eq=False)
class Argument(Node):
    """`value` or `name = value` between the parentheses of an invocation."""

    value: Expression
    name: QualifiedName | None = None


@dataclass(slots=True, eq=False)
class InvocationExpression(Expression):
    """`f(a, b)`, `f(x = a)`, `a->f(b)`, `a->f {in x; …}`, `a->f g`.

    With `is_arrow` the first argument is what stands before the arrow; the second of the last two
    forms is a `BodyExpression` or a `FunctionReferenceExpression`.
    """

    function: Reference
    arguments: tuple[Argument, ...] = ()
    is_arrow: bool = False


@dataclass(slots=True, eq=False)
class FunctionReferenceExpression(Expression):
    """`g` in `a->reduce g`: the function itself as a value."""

    reference: Reference


@dataclass(slots=True, eq=False)
class ConstructorExpression(Expression):
    """`new T(a, b)`, `new T(x = a)`."""

    type: Reference
    arguments: tuple[Argument, ...] = ()


@dataclass(slots=True, eq=False)
class BodyExpression(Expression):
    """`{in x; x + 1}`: parameters and other members, the last a `ResultExpressionMembership` if any."""

    members: tuple[Element, ...] = ()


@dataclass(slots=True, eq=False)
class CollectExpression(Expression):
    """`source.{in x; …}`."""

    source: Expression
    body: BodyExpression


@dataclass(slots=True, eq=False)
class SelectExpression(Expression):
    """`source.?{in x; …}`."""

    source: Expression
    body: BodyExpression


@dataclass(slots=True, eq=False)
class MetadataAccessExpression(Expression):
    """`x.metadata`; also the name at the left of `@@` and `meta`."""

    reference: Reference


@dataclass(slots=True, eq=False)
class TriggerInvocationExpression(Expression):
    """`at e`, `after e`, `when e` in an `accept`; `kind` is the keyword."""

    kind: str
    argument: Expression


class MalformedExpression(Expression):
    """Stands where an expression had to be and none could be read; an error was reported."""

    __slots__ = ()
