"""How deep a tree may become.

The phases after this one walk trees by recursion, and so does Python with what is written for it.
The driver bounds what is nested in one another by the height of its stack; what follows one another
(`1 + 1 + …`, `a->f()->g()…`) nests in the tree but not on the stack, and is counted here.
"""

from __future__ import annotations

from generator.source import SourceFile
from generator.syntax.build.core import Core
from generator.syntax.scanner import Tokens

__all__ = ["LONGEST", "SHALLOW", "Depth"]

LONGEST = 2000
"""How many levels of the tree may come from parts that follow one another."""
SHALLOW = 60
"""Fewer operands than this need not be counted when nothing in them was."""


class Depth(Core):
    """Counts levels. What is deep is kept by its first token; what a later construct contains gives
    way to it, so that each is looked at once."""

    def __init__(self, source: SourceFile, tokens: Tokens) -> None:
        super().__init__(source, tokens)
        self._deep: list[tuple[int, int]] = []
        self._told = False

    def nest(self, first: int, levels: int) -> bool:
        """Whether a construct that begins at a token may put so many levels on what it contains."""
        deep, inner = self._deep, 0
        while deep and deep[-1][0] >= first:
            inner = max(inner, deep.pop()[1])
        fits = inner + levels <= LONGEST
        deep.append((first, inner + levels if fits else inner))
        return fits

    def is_long(self, first: int, levels: int) -> bool:
        """Whether a construct that begins at a token has to be counted."""
        return levels > SHALLOW or bool(self._deep and self._deep[-1][0] >= first)

    def report_too_deep(self, start: int, end: int) -> None:
        """Say once that a part of an expression is left out."""
        if not self._told:
            self._told = True
            self.report(
                "syntax-too-deep",
                "the expression has too many parts in a row; the rest is left out",
                start,
                end,
                "give parts of it names, or use a sequence: sum((a, b, c))",
            )
