"""Formatting: the same model in the one layout.

`format_source` is the whole interface. It lays out the tokens of a text by the productions of the grammar, then
reads the result again: it is handed on only when it holds the same tree and the same notes. Knows the notation.
Must not know files.
"""

from __future__ import annotations

import gc
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Severity, has_errors
from generator.recursion import deep_recursion
from generator.source import SourceFile, Span
from generator.syntax import RootNamespace, parse
from generator.syntax.format.concrete import concrete
from generator.syntax.format.layout import Layout
from generator.syntax.format.plan import Plan
from generator.syntax.format.sameness import difference
from generator.syntax.format.trivia import gaps, notes
from generator.syntax.scanner import scan
from generator.syntax.tables import load

__all__ = ["WIDTH", "Formatted", "format_source"]

WIDTH = 100
"""Characters on a line, unless a project says otherwise."""
_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Formatted:
    """A text in the one layout, or as it was when it cannot be laid out; then the diagnostics say why."""

    text: str
    is_changed: bool


def format_source(
    source: SourceFile, width: int = WIDTH
) -> tuple[Formatted, tuple[Diagnostic, ...]]:
    """A model text in the one layout, and what is wrong with the text.

    `width` is in characters; what cannot be parted may be wider. Line ends become `\\n`, a byte order mark goes.
    A text with syntax errors stays as it is. So does one whose formatted text would not say the same, which is a
    fault of ours: code `format-changes-model`.
    """
    root, found = parse(source)
    unchanged = Formatted(source.text, False)
    if has_errors(found):
        return unchanged, found
    text = source.text.removeprefix(_BYTE_ORDER_MARK).replace("\r\n", "\n").replace("\r", "\n")
    if text != source.text:
        root, _ = parse(SourceFile(source.path, text))
    result = _laid_out(SourceFile(source.path, text), width)
    if result != text and (fault := _loss(SourceFile(source.path, text), root, result)):
        return unchanged, (*found, fault)
    return Formatted(result, result != source.text), found


def _dialect(source: SourceFile) -> str:
    return "kerml" if source.path.lower().endswith(".kerml") else "sysml"


def _laid_out(source: SourceFile, width: int) -> str:
    tables = load(_dialect(source))
    tokens = scan(source.text, tables)
    was_enabled = gc.isenabled()
    gc.disable()  # there is nothing to collect; looking for it takes longer than the layout
    try:
        with deep_recursion():
            plan = Plan(tokens, tables, gaps(tokens), concrete(tokens, tables))
            return Layout(plan, width).text()
    finally:
        if was_enabled:
            gc.enable()


def _loss(source: SourceFile, root: RootNamespace, result: str) -> Diagnostic | None:
    """What the formatted text would lose or change, as a diagnostic at its place in the source."""
    path, tables = source.path, load(_dialect(source))
    again, found = parse(SourceFile(path, result))
    place = difference(root, again)
    if place is not None or has_errors(found):
        start, end = place or (0, 0)
        words = "the formatted text would not hold the same model"
    elif notes(scan(source.text, tables)) != notes(scan(result, tables)):
        start, end, words = 0, 0, "the formatted text would not hold the same notes"
    else:
        return None
    return Diagnostic(
        "format-changes-model",
        Severity.ERROR,
        f"{words}; the file stays as it is",
        Span(source, start, end),
        hint="this is a fault of the formatter; please report it with the file",
    )
