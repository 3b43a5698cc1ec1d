"""Reads models annotated in the Xpect notation: which faults and which targets of names they expect, and where.

An expectation is a note before the place it is about: `// XPECT errors --> "message" at "text"` on one line, or
`//* XPECT errors --- "message" at "text" … --- */` for several. The place is where `text` next occurs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Annotated", "Expectation", "read"]

_START = re.compile(r"XPECT\s+(\w+)(?:\s+at\s+((?:(?!-->|---).)+?))?\s*(--->|-->|---)", re.S)
_QUOTED = r'"((?:[^"\\]|\\.)*)"'
# The text of a place may have quotes in it: it ends where the line does, or where another item begins.
_ITEM = re.compile(
    _QUOTED + r'(?:\s+at\s+"(.*?)"(?=\s*,?\s*(?:$|' + _QUOTED + r'\s+at\s+")))?', re.M
)
_NOTE = re.compile(r"//\*.*?\*/|/\*\s*XPECT.*?\*/|//[^\n]*", re.S)
_FILE = re.compile(r'File\s*(?:\{\s*from\s*=\s*)?"([^"]+)"')


@dataclass(frozen=True, slots=True)
class Expectation:
    """`kind` is `errors`, `warnings`, `noErrors` or `linkedName`; `line` is 1-based, that of the place meant."""

    kind: str
    line: int
    offset: int
    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Annotated:
    """A model with what it expects, and the files it says belong to it."""

    path: Path
    text: str
    files: tuple[str, ...]
    expectations: tuple[Expectation, ...]

    def of_kind(self, *kinds: str) -> tuple[Expectation, ...]:
        """The expectations of some kinds, in the order of the text."""
        return tuple(each for each in self.expectations if each.kind in kinds)


def read(path: Path) -> Annotated:
    """One annotated model."""
    text = path.read_text(encoding="utf-8", errors="replace")
    end = text.find("END_SETUP")
    files = dict.fromkeys(_FILE.findall(text[: max(end, 0)]))
    return Annotated(path, text, tuple(files), tuple(_expectations(text, max(end, 0))))


def _expectations(text: str, start: int) -> list[Expectation]:
    found: list[Expectation] = []
    model = _NOTE.sub(lambda note: re.sub(r"[^\n]", " ", note[0]), text)
    for match in _START.finditer(text, start):
        kind, at, arrow = match.groups()
        if arrow == "---":
            stop = text.find("---", match.end())
            body_end = stop if stop >= 0 else len(text)
            after = text.find("*/", body_end)
        else:
            after = body_end = _line_end(text, match.end())
        body = text[match.end() : body_end]
        found += _items(model, kind, at, body, after)
    return found


def _items(text: str, kind: str, at: str | None, body: str, after: int) -> list[Expectation]:
    if kind == "linkedName" and at:
        place = text.find(at.strip(), after)
        return [Expectation(kind, _line(text, place), place, body.strip(), at.strip())]
    if kind == "noErrors":
        return [Expectation(kind, 0, after, "", "")]
    found = []
    for message, where, _ in _ITEM.findall(body):
        wanted = where.replace('\\"', '"').replace("\\n", "\n")
        place = _find(text, wanted, after)
        found.append(Expectation(kind, _line(text, place), place, message, wanted))
    return found


def _find(text: str, wanted: str, after: int) -> int:
    """Where a text next occurs; white space in it means nothing."""
    if not wanted:
        return after
    pattern = r"\s*".join(re.escape(each) for each in wanted if not each.isspace())
    match = re.compile(pattern).search(text, after)
    return match.start() if match else after


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, max(at, 0)) + 1
