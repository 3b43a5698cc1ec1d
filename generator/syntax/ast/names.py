"""Names and references as they are written in a model.

Knows identifiers, qualified names and feature chains with their positions. Must not know what a
name stands for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

__all__ = ["FeatureChain", "Name", "Node", "QualifiedName", "Reference"]


@dataclass(slots=True, eq=False)
class Node:
    """Anything with a place in the text: the half-open range of offsets `[start, end)`.

    Offsets count characters of `SourceFile.text`; `Span(source, node.start, node.end)` gives lines and
    columns. Nodes are compared by identity and are not changed once `parse` has returned them.
    """

    start: int
    end: int


@dataclass(slots=True, eq=False)
class Name(Node):
    """One identifier. `text` is the name itself: quotes of an unrestricted name removed, escapes decoded."""

    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(slots=True, eq=False)
class QualifiedName(Node):
    """`a`, `A::b`, `$::A::b`: one or more segments. `is_global` marks a leading `$::`.

    A segment without characters stands where a name is missing; an error was reported.
    """

    segments: tuple[Name, ...]
    is_global: bool = False

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of the segments."""
        return tuple(segment.text for segment in self.segments)

    def __str__(self) -> str:
        return ("$::" if self.is_global else "") + "::".join(self.parts)


@dataclass(slots=True, eq=False)
class FeatureChain(Node):
    """`a.b.c`, `P::a.b`: two or more links, each resolved in the feature before it."""

    links: tuple[QualifiedName, ...]

    def __str__(self) -> str:
        return ".".join(str(link) for link in self.links)


Reference: TypeAlias = QualifiedName | FeatureChain
"""Where the notation takes a name or a chain: `:> a`, `:> a.b`."""
