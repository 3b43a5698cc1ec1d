"""What stands between tokens: notes and blank lines.

Knows where a note belongs: behind the token before it, on lines of its own, or in front of the token after it.
Must not know the grammar.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.syntax.scanner import Tokens

__all__ = ["NOTHING", "Gap", "Note", "gaps", "notes"]

_OFF = re.compile(r"//[ \t]*fmt:[ \t]*off")
_ON = re.compile(r"//[ \t]*fmt:[ \t]*on")
_NOTE = re.compile(r"//\*[\s\S]*?\*/|//[^\n]*")


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its text, its place in the source, and whether a blank line stands before it.

    `column` is that of a note of several lines; nobody asks for that of a short one.
    """

    text: str
    column: int
    start: int
    end: int
    after_blank: bool = False

    @property
    def stops(self) -> bool:
        """Whether what comes after the note is not to be formatted."""
        return _OFF.fullmatch(self.text) is not None

    @property
    def resumes(self) -> bool:
        """Whether what comes after the note is to be formatted again."""
        return _ON.fullmatch(self.text) is not None

    @property
    def ends_line(self) -> bool:
        """Whether nothing can follow it on its last line."""
        return not self.text.startswith("//*")


@dataclass(frozen=True, slots=True)
class Gap:
    """What stands before a token.

    `behind` are notes on the line of the token before, `alone` those on lines of their own, `ahead` those on the
    line of the token itself. `blank` says whether a blank line stands before the token and what is ahead of it.
    """

    behind: tuple[Note, ...] = ()
    alone: tuple[Note, ...] = ()
    ahead: tuple[Note, ...] = ()
    blank: bool = False

    @property
    def must_break(self) -> bool:
        """Whether the token cannot stand on the line of the token before it."""
        return bool(self.alone) or any(n.ends_line or "\n" in n.text for n in self.behind)

    @property
    def has_notes(self) -> bool:
        """Whether there is any note."""
        return bool(self.behind or self.alone or self.ahead)


NOTHING = Gap()
_BLANK = Gap(blank=True)


def gaps(tokens: Tokens) -> list[Gap]:
    """For each token what stands before it. The text has `\\n` as its only line end."""
    text = tokens.text
    found: list[Gap] = []
    end = 1 if text.startswith("\ufeff") else 0
    for start, next_end in zip(tokens.starts, tokens.ends, strict=True):
        if start - end < 2:
            found.append(NOTHING)
        elif text.find("/", end, start) >= 0:
            found.append(_gap(text, end, start))
        else:
            found.append(_BLANK if text.count("\n", end, start) > 1 else NOTHING)
        end = next_end
    return found


def notes(tokens: Tokens) -> list[str]:
    """The notes of a text in order, without what lays out the lines of the longer ones."""
    return [
        " ".join(note.text.split())
        for gap in gaps(tokens)
        for note in (*gap.behind, *gap.alone, *gap.ahead)
    ]


def _gap(text: str, start: int, end: int) -> Gap:
    behind: list[Note] = []
    alone: list[Note] = []
    ahead: list[Note] = []
    is_fresh, at = start <= 1, start
    for match in _NOTE.finditer(text, start, end):
        lines = text.count("\n", at, match.start())
        at = match.end()
        if lines:
            is_fresh = True
            alone += ahead
            ahead = []
        note = Note(match[0].rstrip(), _margin(text, match), *match.span(), lines > 1)
        (ahead if is_fresh else behind).append(note)
    lines = text.count("\n", at, end)
    if lines or end == len(text):
        return Gap(tuple(behind), (*alone, *ahead), (), lines > 1)
    return Gap(tuple(behind), tuple(alone), tuple(ahead), bool(ahead) and ahead[0].after_blank)


def _margin(text: str, match: re.Match[str]) -> int:
    return column(text, match.start()) if "\n" in match[0] else 0


def column(text: str, at: int) -> int:
    """The column of an offset, tabs taken as four spaces; from 0."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return len(line.replace("\t", "    ")) if "\t" in line else len(line)
