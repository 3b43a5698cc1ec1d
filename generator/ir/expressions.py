"""Expressions of the resolved model, named as in KerML 1.0, clause 8.3.4.8 (Expressions).

Values are frozen and refer to elements by id, so that a model can be pickled, hashed and shared.
Knows element ids; must not know syntax trees or Python code generation.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType, TypeAlias

from generator.source import Span

__all__ = [
    "Argument",
    "BodyExpression",
    "CollectExpression",
    "ConstructorExpression",
    "ElementId",
    "Expression",
    "FeatureChainExpression",
    "FeatureReferenceExpression",
    "InvocationExpression",
    "LiteralBoolean",
    "LiteralInfinity",
    "LiteralInteger",
    "LiteralRational",
    "LiteralString",
    "MetadataAccessExpression",
    "NullExpression",
    "OperatorExpression",
    "Reference",
    "SelectExpression",
    "TypeReference",
]

ElementId = NewType("ElementId", int)


@dataclass(frozen=True, slots=True)
class Reference:
    """A resolved name or feature chain: the ids along the way, the target last.

    `a.b.c` gives three ids. A qualified name `P::a` gives one. An empty path stands for a name that
    could not be resolved (a diagnostic was reported); `text` is what the author wrote.
    """

    path: tuple[ElementId, ...]
    text: str
    span: Span

    @property
    def target(self) -> ElementId | None:
        """The last id of the path, or None when the name is unresolved."""
        return self.path[-1] if self.path else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Expression:
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class LiteralBoolean(_Expression):
    """`true` or `false`."""

    value: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LiteralInteger(_Expression):
    """A natural number."""

    value: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LiteralRational(_Expression):
    """A decimal or exponent number; `text` keeps the author's digits."""

    value: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LiteralString(_Expression):
    """A string, escapes already decoded."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LiteralInfinity(_Expression):
    """`*`, the unbounded value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NullExpression(_Expression):
    """`null` or `()`, the empty sequence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeatureReferenceExpression(_Expression):
    """A name or a feature chain that begins with a name: `x`, `P::x`, `x.y.z`."""

    reference: Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class FeatureChainExpression(_Expression):
    """A feature chain on the value of an expression: `f(x).y`."""

    source: Expression
    reference: Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class OperatorExpression(_Expression):
    """An operator applied to its operands.

    Operators are the KerML symbols: `+ - * / % ** ^ == != === !== < > <= >= not and or xor implies | & ??`,
    `if` (condition, then, else), `..` (range), `,` (sequence), `#` (index), `[` (quantity: number, unit),
    `istype hastype @ @@ as meta all` (last operand a `TypeReference`), unary `+ - not ~`.
    """

    operator: str
    operands: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """One argument of an invocation; `name` and `parameter` are None for a positional one not yet matched."""

    value: Expression
    name: str | None = None
    parameter: ElementId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InvocationExpression(_Expression):
    """`f(x, y = 1)`, `x->f(y)` or `x->f {body}`; for the arrow forms the source is the first argument."""

    function: Reference
    arguments: tuple[Argument, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConstructorExpression(_Expression):
    """`new T(x, y = 1)`."""

    type: Reference
    arguments: tuple[Argument, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectExpression(_Expression):
    """`source.{body}`."""

    source: Expression
    body: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectExpression(_Expression):
    """`source.?{body}`."""

    source: Expression
    body: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyExpression(_Expression):
    """`{in x; result}`: `element` is the owned expression element that holds the parameters."""

    element: ElementId
    parameters: tuple[ElementId, ...]
    result: Expression | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MetadataAccessExpression(_Expression):
    """`x.metadata`."""

    reference: Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeReference(_Expression):
    """A type used as an operand of `istype`, `hastype`, `@`, `@@`, `as`, `meta` or `all`."""

    reference: Reference


Expression: TypeAlias = (
    LiteralBoolean
    | LiteralInteger
    | LiteralRational
    | LiteralString
    | LiteralInfinity
    | NullExpression
    | FeatureReferenceExpression
    | FeatureChainExpression
    | OperatorExpression
    | InvocationExpression
    | ConstructorExpression
    | CollectExpression
    | SelectExpression
    | BodyExpression
    | MetadataAccessExpression
    | TypeReference
)
