"""Whether two trees say the same.

Knows the shape of trees: everything but positions counts, and of a comment its words, not the margin of its lines.
Must not know how the trees came about.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import fields
from functools import cache
from typing import Any, cast

from generator.syntax.ast import Comment, Documentation, Node

__all__ = ["difference"]

_POSITIONS = ("start", "end")


@cache
def _slots(kind: Hashable) -> tuple[str, ...]:
    cls: Any = kind
    names = [each.name for each in fields(cls) if each.name not in _POSITIONS]
    if issubclass(cls, Comment | Documentation):
        names[names.index("raw")] = "body"
    return tuple(names)


def difference(one: Node, other: Node) -> tuple[int, int] | None:
    """Where in the text of the first tree the two say something else, or None."""
    stack: list[tuple[Any, Any, Node]] = [(one, other, one)]
    while stack:
        left, right, at = stack.pop()
        if type(left) is not type(right):
            return at.start, at.end
        if isinstance(left, Node):
            stack += [
                (getattr(left, slot), getattr(right, slot), left)
                for slot in _slots(cast(Hashable, type(left)))
            ]
        elif isinstance(left, tuple):
            if len(left) != len(right):
                return at.start, at.end
            stack += [(a, b, at) for a, b in zip(left, right, strict=True)]
        elif left != right:
            return at.start, at.end
    return None
