"""Where expressions and lists may break.

Knows operators and brackets. Must not know members.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from typing import Any, ClassVar

from generator.syntax.build.expressions import PRECEDENCE
from generator.syntax.format.concrete import Part, Production, after_of, after_part, first_of, flat
from generator.syntax.format.group import STEP, Group, Kind
from generator.syntax.format.spacing import Spacing
from generator.syntax.format.trivia import NOTHING, Gap
from generator.syntax.scanner import Tokens
from generator.syntax.tables import Tables

__all__ = ["ExpressionPlan"]


class ExpressionPlan(ABC):
    """The groups of a text, as far as expressions go; `forced[i]` is 1 where token i must begin a line."""

    special: ClassVar[Mapping[str, Callable[[Any, Production, Production | None], list[Group]]]] = (
        {}
    )
    """What plans a production, by its action; any other has the groups of its parts."""

    def __init__(self, tokens: Tokens, tables: Tables, trivia: list[Gap]) -> None:
        text = tokens.text
        self.tokens = tokens
        self.texts = [text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)]
        self.trivia = trivia
        self.forced = bytearray(gap is not NOTHING and gap.must_break for gap in trivia)
        self.spacing = Spacing(tokens, tables, self.texts)

    def groups(self, part: Part, parent: Production | None = None) -> list[Group]:
        """The groups inside a part, in the order of the text."""
        if isinstance(part, Production):
            self.spacing.mark(part)
            special = self.special.get(part.action)
            return self.inside(part) if special is None else special(self, part, parent)
        return self._listed(part) if isinstance(part, list) else []

    def inside(self, node: Production) -> list[Group]:
        """The groups inside the parts of a production."""
        return [group for part in node.parts for group in self.groups(part, node)]

    # ---- lists

    def _listed(self, items: list[Part]) -> list[Group]:
        """Names between commas, or what stands in parentheses of its own."""
        parts = list(flat(items))
        if len(parts) < 2:
            return [group for each in items for group in self.groups(each)]
        first, after = first_of(parts[0]), after_of(parts[-1])
        if self.texts[first - 1] == "(" and self.texts[after] in (",", ")"):
            return [self._bracket(first - 1, after + 1 + (self.texts[after] == ","), parts)]
        inner = [group for each in items for group in self.groups(each)]
        if self.texts[first_of(parts[1]) - 1] != ",":
            return inner
        breaks = ((first_of(each), STEP) for each in parts[1:])
        return [Group(Kind.FILL, first, after, breaks, inner)]

    def _bracket(self, first: int, after: int, items: list[int | Production]) -> Group:
        inner = [group for each in items for group in self.groups(each)]
        edges = [(first + 1, STEP), (after - 1, 0)]
        if len(items) > 1 and all(self._is_number(each) for each in items):
            breaks = ((first_of(each), 0) for each in items[1:])
            return Group(
                Kind.ALL, first, after, edges, [Group(Kind.FILL, first + 1, after - 1, breaks)]
            )
        commas = ((first_of(each), STEP) for each in items[1:])
        return Group(Kind.ALL, first, after, [*edges, *commas], inner)

    def _is_number(self, part: int | Production) -> bool:
        at = first_of(part)
        at += self.texts[at] in "+-"
        return after_of(part) == at + 1 and self.texts[at][0] in "0123456789."

    def _bracketed(self, node: Production, parent: Production | None) -> list[Group]:
        items = list(flat(node.parts))
        return [self._bracket(node.first, node.after, items)] if items else []

    # ---- expressions

    def _operations(self, node: Production, parent: Production | None) -> list[Group]:
        group = self._level(list(flat(node.parts)))
        group.kind = Kind.CHAIN
        return [group]

    def _level(self, parts: list[int | Production]) -> Group:
        """Operands around the weakest operators among them; stronger ones make groups inside."""
        levels = [PRECEDENCE[self.texts[first_of(each)]] for each in parts[1::2]]
        weakest = min(levels)
        cuts = [2 * at + 1 for at, level in enumerate(levels) if level == weakest]
        inner: list[Group] = []
        for start, end in zip([0, *(cut + 1 for cut in cuts)], [*cuts, len(parts)], strict=True):
            piece = parts[start:end]
            inner += [self._level(piece)] if len(piece) > 1 else self.groups(piece[0])
        breaks = ((first_of(parts[cut]), STEP) for cut in cuts)
        return Group(Kind.ALL, first_of(parts[0]), after_of(parts[-1]), breaks, inner)

    def _conditional(self, node: Production, parent: Production | None) -> list[Group]:
        """`if a ? b else if c ? d else e`: each alternative on a line."""
        first, breaks, inner = node.first, [], []
        branch: Part = node
        while isinstance(branch, Production) and branch.action == "conditional":
            condition, then, otherwise = branch.parts
            end = after_part(then)
            within = self.groups(condition) + self.groups(then)
            question = after_part(condition)
            inner.append(Group(Kind.ALL, branch.first, end, [(question, STEP)], within))
            breaks.append((end, STEP))
            branch = otherwise
        inner += self.groups(branch)
        return [Group(Kind.CHAIN, first, node.after, breaks, inner)]

    def _postfix(self, node: Production, parent: Production | None) -> list[Group]:
        inner: list[Group] = []
        for part in node.parts:
            if isinstance(part, Production) and part.action == "block":
                inner += self.block(part, Kind.BLOCK)
            else:
                inner += self.groups(part, node)
        arrows = [at for at in self.direct(node) if self.texts[at] == "->"]
        if not arrows:
            return inner
        breaks = ((at, STEP) for at in arrows)
        return [Group(Kind.CALLS, node.first, node.after, breaks, inner, self._hug(node))]

    def _expression_body(self, node: Production, parent: Production | None) -> list[Group]:
        blocks = (part for part in node.parts if isinstance(part, Production))
        return [group for block in blocks for group in self.block(block, Kind.BLOCK)]

    def _value(self, node: Production, parent: Production | None) -> list[Group]:
        expression = list(flat(node.parts))[-1]
        return [self.assigned(node.first, expression, self.inside(node))]

    def assigned(self, first: int, value: int | Production, inner: list[Group]) -> Group:
        """The group of a value after its sign."""
        breaks = [(first_of(value), STEP)]
        group = Group(Kind.VALUE, first, after_of(value), breaks, inner, self._hug(value))
        group.is_lone = _is_lone(value)
        return group

    def _hug(self, value: int | Production) -> int:
        """The token after the opening of the brackets at the end of a value, or 0."""
        if isinstance(value, int):
            return 0
        if value.action == "parenthesized":
            return value.first + 1
        last = value.parts[-1] if value.parts else None
        if (
            value.action in ("invocation", "constructor", "postfix", "body_expression")
            and isinstance(last, Production)
            and last.action in ("args", "block")
            and last.after > last.first + 2
        ):
            return last.first + 1
        return 0

    def direct(self, node: Production) -> Iterator[int]:
        """The tokens of a production that belong to none of its parts, and its parts that are clauses."""
        at = node.first
        for part in flat(node.parts):
            yield from range(at, first_of(part))
            if isinstance(part, int) or part.action.startswith("effect"):
                yield first_of(part)
            at = after_of(part)
        yield from range(at, node.after)

    @abstractmethod
    def block(self, node: Production, kind: Kind) -> list[Group]:
        """Braces with members between them."""


def _is_lone(value: int | Production) -> bool:
    """Whether there is one argument or item, and no more, in the brackets at the end of a value."""
    if isinstance(value, int) or not value.parts:
        return False
    last = value if value.action == "parenthesized" else value.parts[-1]
    if not isinstance(last, Production) or last.action not in ("args", "parenthesized"):
        return False
    return len(list(flat(last.parts))) == 1


ExpressionPlan.special = {
    "args": ExpressionPlan._bracketed,
    "bracket": ExpressionPlan._bracketed,
    "parenthesized": ExpressionPlan._bracketed,
    "operations": ExpressionPlan._operations,
    "conditional": ExpressionPlan._conditional,
    "postfix": ExpressionPlan._postfix,
    "body_expression": ExpressionPlan._expression_body,
    "value_bound": ExpressionPlan._value,
    "value_initial": ExpressionPlan._value,
    "value_default": ExpressionPlan._value,
    "value_default_initial": ExpressionPlan._value,
    "named_argument": ExpressionPlan._value,
}
