"""Pieces of a printed text, and how they become lines.

A printing function returns pieces: texts, nodes still to be printed, and marks for line structure.
They are worked off with a stack, so that depth of nesting does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import Enum
from functools import cache
from typing import TypeAlias

from generator.syntax.ast import Name, Node, QualifiedName, Reference
from generator.syntax.tables import DIALECTS, load

__all__ = [
    "Mark",
    "Piece",
    "name_text",
    "names_text",
    "printed_in",
    "reference_text",
    "string_text",
    "write",
]

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
    if _BASIC.match(name.text) and name.text not in _keywords(_dialect.get()):
        return name.text
    return "'" + name.text.translate(_ESCAPES).replace("'", "\\'") + "'"


_dialect: ContextVar[str | None] = ContextVar("dialect", default=None)


@contextmanager
def printed_in(dialect: str | None) -> Iterator[None]:
    """Names are in quotes where this dialect reserves them, or, for None, where any does.

    A context and not an argument: names are printed at every depth, and nothing else differs.
    """
    token = _dialect.set(dialect)
    try:
        yield
    finally:
        _dialect.reset(token)


@cache
def _keywords(dialect: str | None) -> frozenset[str]:
    """The reserved words of a dialect, or of all."""
    dialects = DIALECTS if dialect is None else (dialect,)
    return frozenset(text for each in dialects for text in load(each).texts)


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
