"""The outlines of nodes in SVG: boxes with a head and compartments, control nodes, actors, pins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.draw.canvas import Canvas, number, text
from generator.draw.drawing import Node, Shape
from generator.draw.record import Field, box_fields

__all__ = ["box", "symbol"]


@dataclass(frozen=True, slots=True)
class _Rect:
    x: float
    y: float
    width: float
    height: float

    def svg(self, role: str, radius: float = 0.0) -> str:
        """The rectangle as an element of a class."""
        rounded = f' rx="{number(radius)}"' if radius else ""
        return (
            f'<rect class="{role}" x="{number(self.x)}" y="{number(self.y)}" '
            f'width="{number(self.width)}" height="{number(self.height)}"{rounded}/>'
        )


_INDENT = 9.0


def box(node: Node, placed: dict[str, Any], canvas: Canvas) -> Iterator[str]:
    """A box: body, head, a rule above each compartment, a cell for each port, all text."""
    fields = box_fields(node)
    cells = [_cell(text, canvas) for text in placed["rects"].split()]
    whole = _union(cells)
    radius = 9.0 if node.shape is Shape.ROUNDED else 2.5
    middle = [cell for cell, field in zip(cells, fields, strict=True) if field.column == 1]
    yield whole.svg("body" if len(middle) > 1 else "head", radius)
    if len(middle) > 1:
        top_only = len(middle) == len(cells)
        yield _head(middle[0], radius if top_only else 0.0)
    for cell in middle[1:]:
        yield _rule(cell.x, cell.y, cell.x + cell.width, cell.y)
    for cell, field in zip(cells, fields, strict=True):
        if field.column != 1:
            at = cell.x + cell.width if field.column == 0 else cell.x
            yield _rule(at, cell.y, at, cell.y + cell.height)
            if cell.y > whole.y + 1:
                yield _rule(cell.x, cell.y, cell.x + cell.width, cell.y)
            yield _pin(cell, field.column == 0)
    yield from _texts(fields, cells, placed, canvas)


def _texts(
    fields: Sequence[Field], cells: Sequence[_Rect], placed: dict[str, Any], canvas: Canvas
) -> Iterator[str]:
    """The lines of all fields at the heights Graphviz found; left ones keep one distance to the border."""
    places = iter(each["pt"] for each in placed.get("_ldraw_", ()) if each["op"] == "T")
    for field, cell in zip(fields, cells, strict=True):
        for line in field.lines:
            _, y = canvas.point(next(places))
            x = cell.x + _INDENT if line.left else cell.x + cell.width / 2
            yield text(x, y, line.text, line.role.value, "start" if line.left else "middle")


def _cell(text: str, canvas: Canvas) -> _Rect:
    x0, y0, x1, y1 = (float(part) for part in text.split(","))
    left, top = canvas.point((x0, y1))
    return _Rect(left, top, x1 - x0, y1 - y0)


def _union(cells: Sequence[_Rect]) -> _Rect:
    left, top = min(cell.x for cell in cells), min(cell.y for cell in cells)
    right = max(cell.x + cell.width for cell in cells)
    bottom = max(cell.y + cell.height for cell in cells)
    return _Rect(left, top, right - left, bottom - top)


def _head(cell: _Rect, radius: float) -> str:
    x, y, right, bottom = cell.x, cell.y, cell.x + cell.width, cell.y + cell.height
    r = number(radius)
    return (
        f'<path class="head" d="M{number(x)},{number(bottom)}V{number(y + radius)}'
        f"a{r},{r} 0 0 1 {r},-{r}H{number(right - radius)}a{r},{r} 0 0 1 {r},{r}"
        f'V{number(bottom)}Z"/>'
    )


def _rule(x0: float, y0: float, x1: float, y1: float) -> str:
    return (
        f'<line class="rule" x1="{number(x0)}" y1="{number(y0)}" '
        f'x2="{number(x1)}" y2="{number(y1)}"/>'
    )


def _pin(cell: _Rect, left: bool) -> str:
    """The small square on the border that says: here is a port."""
    x = (cell.x if left else cell.x + cell.width) - 4
    return _Rect(x, cell.y + cell.height / 2 - 4, 8, 8).svg("head pin")


# -- symbols --------------------------------------------------------------------------------------


def symbol(node: Node, placed: dict[str, Any], canvas: Canvas) -> Iterator[str]:
    """A node that is not a box."""
    across, up = (float(part) for part in placed["pos"].split(","))
    x, y = canvas.point((across, up))
    width, height = float(placed["width"]) * 72, float(placed["height"]) * 72
    if node.shape is Shape.ELLIPSE:
        yield _ellipse("head", x, y, width / 2, height / 2)
    elif node.shape is Shape.START:
        yield _ellipse("solid", x, y, 7, 7)
    elif node.shape is Shape.DONE:
        yield _ellipse("head", x, y, 7.5, 7.5)
        yield _ellipse("solid", x, y, 4.5, 4.5)
    elif node.shape is Shape.DIAMOND:
        half = width / 2
        corners = [(x, y - half), (x + half, y), (x, y + half), (x - half, y)]
        points = " ".join(f"{number(at)},{number(down)}" for at, down in corners)
        yield f'<polygon class="head" points="{points}"/>'
    elif node.shape is Shape.BAR:
        yield _Rect(x - width / 2, y - height / 2, width, height).svg("solid", 2)
    elif node.shape is Shape.ACTOR:
        yield from _figure(x, y - height / 2 + 4)
    else:
        yield _Rect(x - width / 2, y - height / 2, width, height).svg("head", 2)


def _ellipse(role: str, x: float, y: float, wide: float, high: float) -> str:
    return (
        f'<ellipse class="{role}" cx="{number(x)}" cy="{number(y)}" '
        f'rx="{number(wide)}" ry="{number(high)}"/>'
    )


def _figure(x: float, top: float) -> Iterator[str]:
    yield _ellipse("head", x, top + 6, 6, 6)
    yield _rule(x, top + 12, x, top + 28)
    yield _rule(x - 11, top + 18, x + 11, top + 18)
    yield _rule(x, top + 28, x - 9, top + 42)
    yield _rule(x, top + 28, x + 9, top + 42)
