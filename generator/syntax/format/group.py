"""Groups of tokens inside groups of tokens: where lines may break.

Knows neither the grammar nor widths.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

__all__ = ["STEP", "Group", "Kind"]

STEP = 4
"""Spaces of one indent."""


class Kind(Enum):
    """How a group breaks when it does not fit."""

    ALL = "at all its breaks"
    FILL = "only where the next piece does not fit"
    CHAIN = "at all its breaks, without an indent where it begins a line"
    VALUE = "inside the brackets of the value, else before the value"
    CALLS = "inside the last brackets, else at all its breaks"
    MEMBER = "nowhere itself"
    BRANCHES = "in all its bodies"
    BODY = "one member a line; its brace goes below a head of several lines"
    BLOCK = "one member a line"


class Group:
    """Tokens `[first, after)` that stay on one line if they fit.

    `breaks` are the tokens a line may begin with, and how much more it is indented. For a VALUE or CALLS group
    `hug` is the token after the bracket that may be the last on its line, or 0; with `is_lone` there is only one
    thing in the brackets. `indent` is that of a whole member.
    """

    __slots__ = ("after", "breaks", "children", "first", "hug", "indent", "is_lone", "kind")

    def __init__(
        self,
        kind: Kind,
        first: int,
        after: int,
        breaks: Iterable[tuple[int, int]] = (),
        children: list[Group] | None = None,
        hug: int = 0,
    ) -> None:
        self.kind = kind
        self.first = first
        self.after = after
        self.breaks = dict(breaks)
        self.children = children or []
        self.hug = hug
        self.indent = 0
        self.is_lone = False
