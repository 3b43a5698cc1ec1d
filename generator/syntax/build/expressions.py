"""Expressions: precedence, primaries, literals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from generator.syntax.ast import (
    Argument,
    BodyExpression,
    CollectExpression,
    ConstructorExpression,
    Element,
    Expression,
    FeatureChain,
    FeatureChainExpression,
    FeatureReferenceExpression,
    FunctionReferenceExpression,
    InvocationExpression,
    LiteralBoolean,
    LiteralInteger,
    LiteralRational,
    LiteralString,
    MalformedExpression,
    MetadataAccessExpression,
    NullExpression,
    OperatorExpression,
    SelectExpression,
    TypeReference,
)
from generator.syntax.build.core import unescape
from generator.syntax.build.depth import LONGEST, Depth
from generator.syntax.build.parts import Block, Bracket, RawName, RawReference

__all__ = ["PRECEDENCE", "Expressions"]

_LEVELS = (
    ("??",),
    ("implies",),
    ("|", "or"),
    ("xor",),
    ("&", "and"),
    ("==", "!=", "===", "!=="),
    ("istype", "hastype", "@", "@@", "as", "meta"),
    ("<", ">", "<=", ">="),
    ("..",),
    ("+", "-"),
    ("*", "/", "%"),
    ("**", "^"),
)
PRECEDENCE = {operator: level for level, group in enumerate(_LEVELS) for operator in group}
_POWER = PRECEDENCE["**"]
_META = ("@@", "meta")
_MOST_DIGITS = 4000
_MOST_LINKS = 1000
"""How many links may follow an expression: `f(x).a.b.c`."""
P = TypeVar("P", bound=Expression)
_Primary: TypeAlias = RawReference | Expression


@dataclass(slots=True)
class _Operations:
    """A flat list of operands and the operators between them."""

    operands: list[Expression]
    operators: list[str]


class Expressions(Depth):
    """Builder methods for expressions."""

    def _follow(self, first: int, before: _Primary, node: P) -> P | Expression:
        """A primary expression that follows another one, unless too many have done so already."""
        if not isinstance(before, Expression) or self.nest(first, 1):
            return node
        self.report_too_deep(before.end, node.end)
        return before

    # ---- operators

    def operations_begin(
        self, first: int, after: int, left: Expression, operator: int, right: Expression
    ) -> _Operations:
        """`a + b`, precedence open."""
        return _Operations([left, right], [self.text(operator)])

    def operations_begin_classify(
        self, first: int, after: int, left: Expression, operator: int, type_: RawName
    ) -> _Operations:
        """`a istype T`, precedence open."""
        return _Operations([left, self._type(type_)], [self.text(operator)])

    def operations_more(
        self, first: int, after: int, head: _Operations, operator: int, right: Expression
    ) -> _Operations:
        """`… + b`."""
        if len(head.operands) >= LONGEST:
            self.report_too_deep(right.start, right.end)
            return head
        head.operators.append(self.text(operator))
        head.operands.append(right)
        return head

    def operations_more_classify(
        self, first: int, after: int, head: _Operations, operator: int, type_: RawName
    ) -> _Operations:
        """`… istype T`."""
        return self.operations_more(first, after, head, operator, self._type(type_))

    def operation(self, first: int, after: int, flat: _Operations) -> Expression:
        """The tree of a flat list `operand (operator operand)*`, by precedence."""
        operands = flat.operands[:1]
        if self.is_long(first, len(flat.operators)) and not self.nest(first, len(flat.operators)):
            self.report_too_deep(flat.operands[1].start, flat.operands[-1].end)
            return operands[0]
        operators: list[str] = []
        for operator, operand in zip(flat.operators, flat.operands[1:], strict=True):
            level = PRECEDENCE[operator]
            while operators and (
                PRECEDENCE[operators[-1]] > level
                or (PRECEDENCE[operators[-1]] == level and level != _POWER)
            ):
                self._apply(operands, operators.pop())
            operators.append(operator)
            operands.append(operand)
        while operators:
            self._apply(operands, operators.pop())
        return operands[0]

    def _apply(self, operands: list[Expression], operator: str) -> None:
        """Put the last two operands under an operator."""
        right, left = operands.pop(), operands.pop()
        start, end = left.start, right.end
        if operator in _META:
            if isinstance(left, FeatureReferenceExpression):
                left = MetadataAccessExpression(left.start, left.end, left.reference)
            elif not isinstance(left, MalformedExpression):
                message = f"'{operator}' asks about an element, so its name stands before it"
                hint = "of the value of an expression ask with 'istype', 'hastype' or 'as'"
                self.report("syntax-metaclassification", message, left.start, left.end, hint)
        operands.append(OperatorExpression(start, end, operator, (left, right)))

    def _type(self, raw: RawName) -> TypeReference:
        name = self.qualified(raw)
        return TypeReference(name.start, name.end, name)

    def _operator(
        self, first: int, after: int, operator: str, *operands: Expression
    ) -> OperatorExpression:
        return OperatorExpression(
            self.start_of(first), self.end_before(after), operator, operands
        )

    def conditional(
        self, first: int, after: int, condition: Expression, then: Expression, other: Expression
    ) -> OperatorExpression:
        """`if c ? a else b`."""
        return self._operator(first, after, "if", condition, then, other)

    def unary(self, first: int, after: int, sign: int, value: Expression) -> OperatorExpression:
        """`-a`."""
        return self._operator(first, after, self.text(sign), value)

    def implied(self, first: int, after: int, operator: int, type_: RawName) -> OperatorExpression:
        """`istype T`, `@T` about the feature in whose body it stands."""
        return self._operator(first, after, self.text(operator), self._type(type_))

    def extent(self, first: int, after: int, type_: RawName) -> OperatorExpression:
        """`all T`."""
        return self._operator(first, after, "all", self._type(type_))

    # ---- primaries

    def name_expression(self, first: int, after: int, raw: RawReference) -> Expression:
        """`x`, `P::x`, `x.y`."""
        if isinstance(raw, int) and not self.text(raw):
            return MalformedExpression(self.start_of(raw), self.start_of(raw))
        reference = self.reference(raw)
        return FeatureReferenceExpression(reference.start, reference.end, reference)

    def null_expression(self, first: int, after: int) -> NullExpression:
        """`null`, `()`."""
        return NullExpression(self.start_of(first), self.end_before(after))

    def sequence_of(self, start: int, end: int, items: list[Expression]) -> Expression:
        """One expression as it is, several as a sequence."""
        if len(items) == 1:
            return items[0]
        return OperatorExpression(start, end, ",", tuple(items))

    def parenthesized(self, first: int, after: int, items: list[Expression]) -> Expression:
        """`(a)`, `(a, b)`."""
        start, end = self.start_of(first), self.end_before(after)
        inner = self.sequence_of(start, end, items)
        inner.start, inner.end = start, end
        return inner

    def body_expression(self, first: int, after: int, block: Block) -> BodyExpression:
        """`{in x; x + 1}`."""
        members = self.settle_body(block.start, block.end, tuple(block.members))
        return BodyExpression(block.start, block.end, members)

    def settle_body(
        self, start: int, end: int, members: tuple[Element, ...]
    ) -> tuple[Element, ...]:
        """The members of an expression's body as what they are there."""
        return members

    def no_args(self, first: int, after: int) -> list[Argument]:
        """`()`."""
        return []

    def args(self, first: int, after: int, arguments: list[Argument]) -> list[Argument]:
        """`(a, b)`."""
        named = [each for each in arguments if each.name is not None]
        if named and len(named) != len(arguments):
            self.report(
                "syntax-mixed-arguments",
                "arguments are either all by position or all by name",
                arguments[0].start,
                arguments[-1].end,
                "write f(1, 2) or f(a = 1, b = 2)",
            )
        return arguments

    def argument(self, first: int, after: int, value: Expression) -> Argument:
        """`a`."""
        return Argument(self.start_of(first), self.end_before(after), value)

    def named_argument(self, first: int, after: int, name: RawName, value: Expression) -> Argument:
        """`x = a`."""
        return Argument(
            self.start_of(first), self.end_before(after), value, self.qualified(name)
        )

    def invocation(
        self, first: int, after: int, function: RawReference, args: list[Argument]
    ) -> InvocationExpression:
        """`f(a)`."""
        return InvocationExpression(
            self.start_of(first), self.end_before(after), self.reference(function), tuple(args)
        )

    def constructor(
        self, first: int, after: int, type_: RawReference, args: list[Argument]
    ) -> ConstructorExpression:
        """`new T(a)`."""
        return ConstructorExpression(
            self.start_of(first), self.end_before(after), self.reference(type_), tuple(args)
        )

    def metadata_access(self, first: int, after: int, name: RawName) -> MetadataAccessExpression:
        """`x.metadata`."""
        return MetadataAccessExpression(
            self.start_of(first), self.end_before(after), self.qualified(name)
        )

    def bracket_expression(
        self, first: int, after: int, before: _Primary, bracket: Bracket
    ) -> Expression:
        """`5 [kg]`."""
        unit = self.sequence_of(bracket.start, bracket.end, bracket.items)
        value = self.value_of(before)
        return self._follow(first, before, self._operator(first, after, "[", value, unit))

    def index_expression(
        self, first: int, after: int, before: _Primary, items: list[Expression]
    ) -> Expression:
        """`s#(1)`."""
        index = self.sequence_of(items[0].start, items[-1].end, items)
        value = self.value_of(before)
        return self._follow(first, before, self._operator(first, after, "#", value, index))

    def chain_expression(
        self, first: int, after: int, before: Expression, link: RawName
    ) -> Expression:
        """`f(x).y`, `f(x).y.z`."""
        name = self.qualified(link)
        if not isinstance(before, FeatureChainExpression):
            chain = FeatureChainExpression(self.start_of(first), name.end, before, name)
            return self._follow(first, before, chain)
        old = before.target
        links = (*old.links, name) if isinstance(old, FeatureChain) else (old, name)
        if len(links) > _MOST_LINKS:
            self.report_too_deep(name.start, name.end)
            return before
        before.target = FeatureChain(links[0].start, name.end, links)
        before.end = name.end
        return before

    def collect_expression(
        self, first: int, after: int, before: _Primary, block: Block
    ) -> Expression:
        """`s.{in x; x}`."""
        start, end = self.start_of(first), self.end_before(after)
        body = self.body_expression(first, after, block)
        return self._follow(first, before, CollectExpression(start, end, self.value_of(before), body))

    def select_expression(
        self, first: int, after: int, before: _Primary, block: Block
    ) -> Expression:
        """`s.?{in x; x > 1}`."""
        start, end = self.start_of(first), self.end_before(after)
        body = self.body_expression(first, after, block)
        return self._follow(first, before, SelectExpression(start, end, self.value_of(before), body))

    def _arrow(
        self, first: int, after: int, before: _Primary, function: RawReference, args: list[Argument]
    ) -> Expression:
        source = self.value_of(before)
        arguments = (Argument(source.start, source.end, source), *args)
        start, end = self.start_of(first), self.end_before(after)
        node = InvocationExpression(start, end, self.reference(function), arguments, is_arrow=True)
        return self._follow(first, before, node)

    def arrow_body(
        self, first: int, after: int, before: _Primary, function: RawReference, block: Block
    ) -> Expression:
        """`s->f {in x; x}`."""
        body = Argument(block.start, block.end, self.body_expression(first, after, block))
        return self._arrow(first, after, before, function, [body])

    def arrow_function(
        self, first: int, after: int, before: _Primary, function: RawReference, name: RawName
    ) -> Expression:
        """`s->f g`."""
        target = self.qualified(name)
        value = FunctionReferenceExpression(target.start, target.end, target)
        argument = Argument(target.start, target.end, value)
        return self._arrow(first, after, before, function, [argument])

    def arrow_invocation(
        self, first: int, after: int, before: _Primary, function: RawReference, args: list[Argument]
    ) -> Expression:
        """`s->f(a)`."""
        return self._arrow(first, after, before, function, args)

    # ---- literals

    def literal_boolean(self, first: int, after: int, token: int) -> LiteralBoolean:
        """`true`, `false`."""
        return LiteralBoolean(*self._range(token), self.text(token) == "true")

    def literal_integer(self, first: int, after: int, token: int) -> LiteralInteger:
        """`42`."""
        start, end = self._range(token)
        if end - start > _MOST_DIGITS:
            self.report("syntax-number", f"a number has at most {_MOST_DIGITS} digits", start, end)
            return LiteralInteger(start, end, 0)
        return LiteralInteger(start, end, int(self.text(token)))

    def literal_rational(self, first: int, after: int, token: int) -> LiteralRational:
        """`1.5`."""
        start, end = self._range(token)
        text = self.text(token)
        value = float(text)
        if value == float("inf"):
            self.report("syntax-number", "the number is too large for a Real", start, end)
        return LiteralRational(start, end, value, text)

    def literal_string(self, first: int, after: int, token: int) -> LiteralString:
        """`"…"`."""
        return LiteralString(*self._range(token), unescape(self.text(token)))

    def _range(self, token: int) -> tuple[int, int]:
        return self.tokens.starts[token], self.tokens.ends[token]

