"""Diagnostics for people: location, headline, the line with a caret below, hint and related places.

Whether to use colour, and how wide the terminal is, is the caller's decision.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from generator.diagnostics.finding import Diagnostic, Severity
from generator.source import Span

__all__ = ["render_text", "visible"]

_RESET = "\x1b[0m"
_BOLD = "\x1b[1m"
_COLOURS = {Severity.ERROR: "\x1b[31m", Severity.WARNING: "\x1b[33m", Severity.INFO: "\x1b[36m"}
_WIDEST = 166
_NARROWEST = 40


def render_text(
    diagnostics: Sequence[Diagnostic], *, colour: bool = False, width: int | None = None
) -> str:
    """Diagnostics as text; lines of the model are cut to `width` columns (of a terminal, if there is one)."""
    columns = max(_NARROWEST, min(width or _WIDEST, _WIDEST))
    return "".join(_text(each, colour, columns) for each in diagnostics)


def _text(diagnostic: Diagnostic, colour: bool, width: int) -> str:
    severity = Severity(diagnostic.severity)
    tint, bold, reset = (_COLOURS[severity], _BOLD, _RESET) if colour else ("", "", "")
    lines = [
        f"{bold}{visible(diagnostic.span.location())}{reset}: "
        f"{tint}{severity.value}{reset} [{diagnostic.code}] {visible(diagnostic.message)}"
    ]
    lines += _excerpt(diagnostic.span, tint, reset, width)
    if diagnostic.hint:
        lines.append(f"  hint: {visible(diagnostic.hint)}")
    if diagnostic.fix:
        lines.append(f"  fix: {visible(diagnostic.fix.title)}")
    lines += [
        f"  {visible(each.span.location())}: {visible(each.message)}" for each in diagnostic.related
    ]
    return "\n".join(lines) + "\n"


def _excerpt(span: Span, tint: str, reset: str, width: int) -> list[str]:
    source = span.source
    line, _ = source.position(span.start)
    first, last = source.line_bounds(line)
    gutter = str(line)
    room = width - len(gutter) - 5
    begin = max(first, span.start - room // 2) if last - first > room else first
    # Only what is shown is copied: a whole model can stand on one line.
    shown = visible(source.text[begin : min(begin + room, last)].replace("\t", " "))
    before = _width(visible(source.text[begin : span.start].replace("\t", " ")))
    until = min(last, span.start + max(1, min(span.end - span.start, room)))
    carets = _width(visible(source.text[span.start : until]))
    carets = max(1, min(carets, room - min(before, room - 1)))
    pad = " " * len(gutter)
    return [f"  {gutter} | {shown}", f"  {pad} | {' ' * before}{tint}{'^' * carets}{reset}"]


def visible(text: str) -> str:
    """Text with control, bidirectional and other invisible characters written as `<U+…>`.

    A model must not be able to move the cursor or reorder what a person reads.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        (
            f"<U+{ord(char):04X}>"
            if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
            else char
        )
        for char in text
    )


def _width(text: str) -> int:
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )
