"""Comments of several lines: their lines move with the first one.

Knows the lines of a comment. Must not know where it stands in a model.
"""

from __future__ import annotations

import re

__all__ = ["begins_below", "moved"]

_SPACE = " \t\f"
_BELOW = re.compile(r"(?://?\*)\*?[ \t\f]*\n")


def begins_below(text: str) -> bool:
    """Whether the words of a comment begin on the line after its opening."""
    return _BELOW.match(text) is not None


def moved(text: str, before: int, now: int) -> str:
    """A comment whose opening moves from one column to another.

    Where every line begins with a star the stars go below the first one; otherwise the lines keep their distance to
    each other. Spaces at the end of lines are gone.
    """
    first, *rest = [line.rstrip(_SPACE) for line in text.split("\n")]
    if not rest:
        return text
    stars = text.index("*")
    if all(line.lstrip(_SPACE)[:1] == "*" for line in rest if line):
        margin = " " * (now + stars)
        lines = [margin + line.lstrip(_SPACE) if line else "" for line in rest]
    else:
        lines = _shifted([_expanded(line) for line in rest], now - before)
    return "\n".join([first, *lines])


def _expanded(line: str) -> str:
    """A line with the tabs of its margin as spaces."""
    words = line.lstrip(_SPACE)
    margin = line[: len(line) - len(words)]
    return margin.replace("\t", "    ").replace("\f", "") + words


def _shifted(lines: list[str], distance: int) -> list[str]:
    margins = [len(line) - len(line.lstrip(" ")) for line in lines if line]
    distance = max(distance, -min(margins, default=0))
    if distance < 0:
        return [line[-distance:] for line in lines]
    return [" " * distance + line if line else "" for line in lines]
