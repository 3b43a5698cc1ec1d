"""Which tokens have a space before them when they stand on one line.

Knows symbols and the productions in which they mean something else. Must not know about lines.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.syntax.format.concrete import Production, first_of, flat
from generator.syntax.scanner import Tokens
from generator.syntax.tables import Tables

__all__ = ["Spacing"]

_NOT_BEFORE = frozenset((";", ",", ")", "]", ".", ".?", "::", "->"))
_NOT_AFTER = frozenset(("(", "[", ".", ".?", "::", "->", "$", "#"))
_POWERS = ("^", "**")
_UNIT_OPERATORS = frozenset(("*", "/", "^", "**"))
_UNIT_WORDS = frozenset(("NAME", "INTEGER", "REAL"))
_NUMBERS = ("literal_integer", "literal_rational")


class Spacing:
    """`before[i]` is 1 where token i has a space before it; `mark` takes spaces away where a production wants it."""

    def __init__(self, tokens: Tokens, tables: Tables, texts: Sequence[str]) -> None:
        self.texts = texts
        types = tokens.types
        self.is_word = [name in _UNIT_WORDS for name in (tables.terminals[kind] for kind in types)]
        open_ = [text not in _NOT_BEFORE for text in tables.texts]
        after = [text not in _NOT_AFTER for text in tables.texts]
        pairs = zip(types, [types[0], *types[:-1]], strict=True)
        self.before = bytearray(open_[this] and after[last] for this, last in pairs)

    def mark(self, node: Production) -> None:
        """Take away the spaces that the symbols of a production do not have."""
        if (marker := _MARKERS.get(node.action)) is not None:
            marker(self, node)

    def _tight(self, *indices: int) -> None:
        for index in indices:
            self.before[index] = 0

    def _at_first(self, node: Production) -> None:
        self._tight(node.first)

    def _after_first(self, node: Production) -> None:
        self._tight(node.first + 1)

    def _unary(self, node: Production) -> None:
        if not self.texts[node.first].isalpha():
            self._tight(node.first + 1)

    def _short_name(self, node: Production) -> None:
        self._tight(node.first + 1, node.first + 2)

    def _annotation(self, node: Production) -> None:
        prefix = node.parts[0]
        at = prefix.after if isinstance(prefix, Production) else node.first
        if self.texts[at] == "@":
            self._tight(at + 1)

    def _imported(self, node: Production) -> None:
        for part in flat(node.parts[1:]):
            self._tight(first_of(part))

    def _postfix(self, node: Production) -> None:
        for part in flat(node.parts[1:]):
            at = first_of(part)
            if self.texts[at - 1] == "(" and self.texts[at - 2] == "#":
                self._tight(at - 1, at - 2)
            if isinstance(part, Production) and part.action == "bracket" and self._is_unit(part):
                self._tight(*range(part.first + 1, part.after))

    def _is_unit(self, bracket: Production) -> bool:
        """Whether a bracket holds names and numbers, multiplied and divided: `[kg*m/s^2]`."""
        is_operand = False
        for at in range(bracket.first + 1, bracket.after - 1):
            text = self.texts[at]
            if self.is_word[at] or text == ")":
                is_operand = True
            elif text in ("::", "."):
                continue
            elif is_operand == (text in _UNIT_OPERATORS) and (
                text in _UNIT_OPERATORS or text in "(-"
            ):
                is_operand = False
            else:
                return False
        return True

    def _operations(self, node: Production) -> None:
        parts = list(flat(node.parts))
        for left, operator, right in zip(parts[::2], parts[1::2], parts[2::2], strict=False):
            at = first_of(operator)
            text = self.texts[at]
            if (text == ".." and len(parts) == 3) or (
                text in _POWERS and self._is_simple(left) and self._is_simple(right)
            ):
                self._tight(at, at + 1)

    def _is_simple(self, part: int | Production) -> bool:
        if isinstance(part, int):
            return True
        if part.action == "unary":
            return self.texts[part.first] == "-" and part.after == part.first + 2
        return part.action in (*_NUMBERS, "name_expression") and part.after == part.first + 1


_MARKERS: dict[str, Callable[[Spacing, Production], None]] = {
    "args": Spacing._at_first,
    "no_args": Spacing._at_first,
    "unary": Spacing._unary,
    "implied": Spacing._unary,
    "metadata_usage": Spacing._annotation,
    "metadata_named": Spacing._annotation,
    "ident_short": Spacing._short_name,
    "declaration_short": Spacing._short_name,
    "imported": Spacing._imported,
    "conjugated_typing": Spacing._after_first,
    "postfix": Spacing._postfix,
    "operations": Spacing._operations,
}
