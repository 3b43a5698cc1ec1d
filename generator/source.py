"""Source text and positions in it.

Knows text, offsets, lines and columns. Must not know what the text means.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

__all__ = ["SourceFile", "Span"]

_QUOTED = r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'"""
_NOTE = re.compile(rf"({_QUOTED})|//\*.*?\*/|//[^\n]*", re.S)
_SPACE = re.compile(rf"({_QUOTED})|(?<=[(\[])\s+|\s+(?=[)\],;])|(\s+)", re.S)


@dataclass(frozen=True, slots=True, eq=False)
class SourceFile:
    """One file of model text.

    `path` is the POSIX path shown to people (relative where the caller was given a relative one);
    `text` is the decoded content, with line ends as they stand in the file.
    """

    path: str
    text: str
    _line_starts: list[int] = field(default_factory=list, repr=False)

    def line_starts(self) -> list[int]:
        """Offsets of the first character of each line; computed once, on first use."""
        starts = self._line_starts
        if not starts:
            starts.append(0)
            find = self.text.find
            at = find("\n")
            while at >= 0:
                starts.append(at + 1)
                at = find("\n", at + 1)
        return starts

    def position(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column (in characters) of an offset."""
        starts = self.line_starts()
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def line_bounds(self, line: int) -> tuple[int, int]:
        """Where a 1-based line begins, and where it ends without its line end."""
        starts = self.line_starts()
        begin = starts[line - 1]
        end = starts[line] if line < len(starts) else len(self.text)
        while end > begin and self.text[end - 1] in "\r\n":
            end -= 1
        return begin, end

    def line_text(self, line: int) -> str:
        """The text of a 1-based line without its line end."""
        begin, end = self.line_bounds(line)
        return self.text[begin:end]


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of characters `[start, end)` in a source file."""

    source: SourceFile
    start: int
    end: int

    @property
    def path(self) -> str:
        """The path of the file the span lies in."""
        return self.source.path

    @property
    def line(self) -> int:
        """The 1-based line of the first character."""
        return self.source.position(self.start)[0]

    @property
    def column(self) -> int:
        """The 1-based column of the first character."""
        return self.source.position(self.start)[1]

    @property
    def text(self) -> str:
        """The characters of the span."""
        return self.source.text[self.start : self.end]

    @property
    def flat_text(self) -> str:
        """The characters of the span on one line, without notes: the same however the text is laid out."""
        bare = _NOTE.sub(lambda found: found[1] or " ", self.text)
        return _SPACE.sub(lambda found: found[1] or " " * bool(found[2]), bare).strip()

    def location(self) -> str:
        """`path:line:column`, as editors and terminals link it."""
        line, column = self.source.position(self.start)
        return f"{self.source.path}:{line}:{column}"

    def __repr__(self) -> str:
        return f"Span({self.location()}, {self.end - self.start})"
