"""From Graphviz' drawing operations to SVG elements: y turned downwards, numbers in tenths of a point."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

__all__ = ["Canvas", "number", "text"]

_ANCHORS = {"c": "middle", "l": "start", "r": "end"}


def number(value: float) -> str:
    """A length with at most one decimal and no trailing zero."""
    shown = f"{value:.1f}".removesuffix(".0")
    return "0" if shown == "-0" else shown


def text(x: float, y: float, line: str, role: str, anchor: str = "start") -> str:
    """A line of text of a class; `y` is its base line."""
    return (
        f'<text class="{role}" x="{number(x)}" y="{number(y)}" text-anchor="{anchor}">'
        f"{escape(line)}</text>"
    )


@dataclass(frozen=True, slots=True)
class Canvas:
    """The area of a layout in points."""

    width: float
    height: float

    @classmethod
    def of(cls, placed: dict[str, Any]) -> Canvas:
        """The canvas of a layout, from its bounding box."""
        _, _, width, height = (float(part) for part in placed["bb"].split(","))
        return cls(width, height)

    def point(self, at: Sequence[float]) -> tuple[float, float]:
        """A point of Graphviz in SVG coordinates."""
        return at[0], self.height - at[1]

    def points(self, many: Iterable[Sequence[float]]) -> str:
        """Points as an SVG `points` attribute."""
        return " ".join(f"{number(x)},{number(y)}" for x, y in (self.point(at) for at in many))

    def strokes(self, operations: Iterable[dict[str, Any]]) -> Iterator[str]:
        """The line of an edge."""
        for each in operations:
            if each["op"] in "bB":
                first, *rest = [self.point(at) for at in each["points"]]
                curve = " ".join(f"{number(x)},{number(y)}" for x, y in rest)
                yield f'<path d="M{number(first[0])},{number(first[1])}C{curve}"/>'

    def tips(self, operations: Iterable[dict[str, Any]]) -> Iterator[str]:
        """The head or tail of an edge: filled unless Graphviz draws an outline only."""
        for each in operations:
            kind = each["op"]
            shade = "tip" if kind in "PE" else "tip hollow"
            if kind in "Pp":
                yield f'<polygon class="{shade}" points="{self.points(each["points"])}"/>'
            elif kind == "L":
                yield f'<polyline points="{self.points(each["points"])}"/>'
            elif kind in "Ee":
                across, down, wide, high = each["rect"]
                x, y = self.point((across, down))
                yield (
                    f'<ellipse class="{shade}" cx="{number(x)}" cy="{number(y)}" '
                    f'rx="{number(wide)}" ry="{number(high)}"/>'
                )

    def texts(
        self, operations: Iterable[dict[str, Any]], lines: Sequence[tuple[str, str]]
    ) -> Iterator[str]:
        """The lines of a label, each a class and a text, at the places Graphviz found for them."""
        places = [each for each in operations if each["op"] == "T"]
        for each, (role, line) in zip(places, lines, strict=True):
            x, y = self.point(each["pt"])
            yield text(x, y, line, role, _ANCHORS[each["align"]])
