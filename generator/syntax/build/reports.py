"""The tree builder's eyes and voice: where tokens stand, and what is said about them."""

from __future__ import annotations

from typing import TypeAlias

from generator.diagnostics import Diagnostic, Edit, Fix, Severity
from generator.source import SourceFile, Span
from generator.syntax.ast import Node
from generator.syntax.scanner import Tokens

__all__ = ["Reports"]

_Doubt: TypeAlias = tuple[Node, str, str, str | None, tuple[int, int, str, str] | None]


class Reports:
    """Positions of tokens, diagnostics, and nodes that are taken with a reservation."""

    def __init__(self, source: SourceFile, tokens: Tokens) -> None:
        self.source = source
        self.tokens = tokens
        self.diagnostics: list[Diagnostic] = []
        self._doubts: dict[int, _Doubt] = {}

    # ---- positions and reports

    def start_of(self, token: int) -> int:
        """The offset where a token begins."""
        return self.tokens.starts[token]

    def end_before(self, token: int) -> int:
        """The offset where the token before this one ends."""
        return self.tokens.ends[token - 1]

    def text(self, token: int) -> str:
        """The characters of a token; of a keyword what it is taken for."""
        tokens = self.tokens
        fixed = tokens.texts[tokens.types[token]]
        return fixed or tokens.text[tokens.starts[token] : tokens.ends[token]]

    def report(
        self,
        code: str,
        message: str,
        start: int,
        end: int,
        hint: str | None = None,
        fix: tuple[str, str] | None = None,
    ) -> None:
        """Add an error. `fix` is what it does and the text that replaces the range."""
        span = Span(self.source, start, end)
        mend = Fix(fix[0], (Edit(span, fix[1]),)) if fix else None
        self.diagnostics.append(
            Diagnostic(code, Severity.ERROR, message, span, hint=hint, fix=mend)
        )

    def warn(self, code: str, message: str, start: int, end: int, hint: str) -> None:
        """Add a warning."""
        span = Span(self.source, start, end)
        self.diagnostics.append(Diagnostic(code, Severity.WARNING, message, span, hint=hint))

    def doubt(
        self,
        node: Node,
        code: str,
        message: str,
        hint: str | None,
        fix: tuple[int, int, str, str] | None = None,
    ) -> None:
        """Take a node with a reservation: an error, unless the body it turns out to stand in
        lets it pass (`trust`). `fix` is the range at fault, what it does and its text."""
        self._doubts[id(node)] = (node, code, message, hint, fix)

    def trust(self, node: Node) -> None:
        """Let a node pass whatever was said against it."""
        self._doubts.pop(id(node), None)

    def report_doubts(self) -> None:
        """Report the nodes that nothing has let pass."""
        for node, code, message, hint, fix in self._doubts.values():
            start, end = fix[:2] if fix else (node.start, node.end)
            self.report(code, message, start, end, hint, fix[2:] if fix else None)
        self._doubts.clear()
