"""Pieces of a printed text, and how they become lines.

A printing function returns pieces: texts, nodes still to be printed, and marks for line structure.
They are worked off with a stack, so that depth of nesting does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from enum import Enum
from functools import cache
from typing import TypeAlias

from generator.syntax.ast import Name, Node, QualifiedName, Reference
from generator.syntax.tables import DIALECTS, load

__all__ = ["Mark", "Piece", "name_text", "names_text", "reference_text", "string_text", "write"]

_INDENT = "    "


class Mark(Enum):
    """Line structure."""

    LINE = "line"
    IN = "in"
    OUT = "out"


Piece: TypeAlias = str | Node | Mark | tuple[Callable[..., "list[Piece]"], Node]
"""A node alone is printed by its class; with a function, by that function."""


def write(pieces: list[Piece], printed: Callable[[Node], list[Piece]]) -> str:
    """The text of pieces."""
    out: list[str] = []
    depth = 0
    stack: list[Piece] = list(reversed(pieces))
    while stack:
        piece = stack.pop()
        if isinstance(piece, str):
            out.append(piece)
        elif piece is Mark.LINE:
            out.append("\n" + _INDENT * min(depth, 40))
        elif piece is Mark.IN:
            depth += 1
        elif piece is Mark.OUT:
            depth -= 1
        elif isinstance(piece, tuple):
            function, node = piece
            stack.extend(reversed(function(node)))
        elif isinstance(piece, Node):
            stack.extend(reversed(printed(piece)))
    return "".join(out)


_BASIC = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")
_ESCAPES = str.maketrans(
    {"\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\v": "\\v"}
)


def name_text(name: Name | None) -> str:
    """A name, in quotes where it needs them."""
    if name is None:
        return ""
    if _BASIC.match(name.text) and name.text not in _keywords():
        return name.text
    return "'" + name.text.translate(_ESCAPES).replace("'", "\\'") + "'"


@cache
def _keywords() -> frozenset[str]:
    """The reserved words of both dialects."""
    return frozenset(text for dialect in DIALECTS for text in load(dialect).texts)


def string_text(value: str) -> str:
    """A text in double quotes."""
    return '"' + value.translate(_ESCAPES).replace('"', '\\"') + '"'


def reference_text(reference: Reference | None) -> str:
    """A qualified name or a chain."""
    if reference is None:
        return ""
    if isinstance(reference, QualifiedName):
        path = "::".join(name_text(segment) for segment in reference.segments)
        return ("$::" if reference.is_global else "") + path
    return ".".join(reference_text(link) for link in reference.links)


def names_text(names: Iterable[QualifiedName]) -> str:
    """A list of names."""
    return ", ".join(reference_text(name) for name in names)
