"""Blank lines between the logical lines of a Python module, as black puts them.

How many blank lines stand before a line depends on the line before it, on what kind of lines both are and on
how many the author wrote. Knows kinds of lines; must not know what they say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Line", "UnknownSpacing", "blank_lines"]

_DEPENDENT_STARTS = ("with", "try", "for", "while", "if", "match")


class UnknownSpacing(Exception):
    """A combination this module leaves to black itself."""


@dataclass(slots=True)
class Line:
    """One logical line: its depth in blocks, the blank lines the author wrote before it, and its kind.

    `text` are its physical lines; `start` is its first word.
    """

    text: str
    depth: int
    written: int
    start: str = ""
    is_comment: bool = False
    is_decorator: bool = False
    is_def: bool = False
    is_class: bool = False
    is_import: bool = False
    is_docstring: bool = False
    is_stub: bool = False
    opens_block: bool = False


def blank_lines(lines: Sequence[Line]) -> list[int]:
    """How many blank lines come before each line."""
    found: list[int] = []
    definitions: list[Line] = []
    previous: Line | None = None
    after = 0
    docstring_state = "before"  # of the module: before, at, past
    for line in lines:
        left: Line | None = None
        while definitions and definitions[-1].depth >= line.depth:
            left = definitions.pop()
        if line.is_def or line.is_class:
            definitions.append(line)
        if previous is None:
            before, next_after = 0, 0
        else:
            before, next_after = _between(previous, line, left)
        before = max(0, before - after)
        if docstring_state == "at" and not (line.is_class or line.is_def):
            before = 1
        docstring_state = _next_state(docstring_state, line)
        found.append(before + after)
        previous, after = line, next_after
    return found


def _next_state(state: str, line: Line) -> str:
    if state == "before" and line.is_comment:
        return "before"
    return "at" if state == "before" and line.is_docstring and line.depth == 0 else "past"


def _between(previous: Line, line: Line, left: Line | None) -> tuple[int, int]:
    """Blank lines before a line, and those the line claims after itself; `left` is the definition it ends."""
    before = min(line.written, 1 if line.depth else 2)
    has_written = before > 0
    if line.is_docstring:
        if previous.is_class:
            return 0, 1
        if previous.opens_block and previous.is_def:
            return 0, 0
    if left is not None:
        before = _after_definition(line, left)
    if line.is_decorator or line.is_def or line.is_class:
        return _before_definition(previous, line, before, has_written), 0
    if previous.is_import and not line.is_import and previous.depth == line.depth:
        return (before or 1) if line.depth else 1, 0
    return before, 0


def _after_definition(line: Line, left: Line) -> int:
    if line.depth:
        return 1
    depends = left.depth and line.opens_block and line.start not in _DEPENDENT_STARTS
    return 1 if depends else 2


def _before_definition(previous: Line, line: Line, before: int, has_written: bool) -> int:
    if previous.is_decorator:
        return 0
    if previous.depth < line.depth and (previous.is_class or previous.is_def):
        return 1 if has_written else 0
    if previous.is_comment and previous.depth == line.depth and before == 0:
        raise UnknownSpacing("a comment belongs to a definition")
    if previous.is_stub and previous.is_def and not has_written:
        return 0
    return 1 if line.depth else 2
