"""Which brace is the one too many or too few, judged by indentation."""

from __future__ import annotations

from generator.source import SourceFile
from generator.syntax.scanner import Tokens

__all__ = ["extra_closer", "indentation", "is_first_on_line", "unclosed_opener"]


_BLANK = " \t\f"


def _line_start(source: SourceFile, offset: int) -> int:
    line, _ = source.position(offset)
    return source.line_starts()[line - 1]


def indentation(source: SourceFile, offset: int) -> int:
    """The width of the space before the first character of a line; a tab counts as four."""
    at, width = _line_start(source, offset), 0
    while at < len(source.text) and source.text[at] in _BLANK:
        width += 4 - width % 4 if source.text[at] == "\t" else 1
        at += 1
    return width


def is_first_on_line(source: SourceFile, offset: int) -> bool:
    """Whether nothing but space stands before an offset on its line."""
    text, at = source.text, offset - 1
    while at >= 0 and text[at] in _BLANK:
        at -= 1
    return at < 0 or text[at] in "\r\n\ufeff"


def _pairs(tokens: Tokens, opening: int, closing: int, until: int) -> list[tuple[int, int]]:
    """Openers and closers as they match by counting; an opener without a closer has -1."""
    pairs: list[tuple[int, int]] = []
    stack: list[int] = []
    for index in range(until):
        kind = tokens.types[index]
        if kind == opening:
            stack.append(index)
        elif kind == closing and stack:
            pairs.append((stack.pop(), index))
    return pairs + [(index, -1) for index in stack]


def unclosed_opener(source: SourceFile, tokens: Tokens, opening: int, closing: int) -> int:
    """The index of the opener that most likely lacks its closer; -1 when all have one."""
    pairs = _pairs(tokens, opening, closing, len(tokens.types))
    missing = [opener for opener, closer in pairs if closer < 0]
    if not missing:
        return -1
    for opener, closer in pairs:
        if closer >= 0 and is_first_on_line(source, tokens.starts[closer]):
            width = indentation(source, tokens.starts[closer])
            if width < indentation(source, tokens.starts[opener]):
                return opener
    return missing[-1]


def extra_closer(source: SourceFile, tokens: Tokens, opening: int, closing: int, stray: int) -> int:
    """The index of the closer that most likely is one too many, given the first stray one."""
    for opener, closer in _pairs(tokens, opening, closing, stray):
        if closer >= 0 and is_first_on_line(source, tokens.starts[closer]):
            width = indentation(source, tokens.starts[closer])
            if width > indentation(source, tokens.starts[opener]):
                return closer
    return stray
