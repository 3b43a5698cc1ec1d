"""The lines of text of boxes, symbols, frames and edges in the order Graphviz lays them out.

Shared by the DOT writer, which gives them to Graphviz, and the SVG writer, which gets back a place for each.
A box is a column of fields (head, compartments) with its ports in a column on either side.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.draw.drawing import Edge, Group, Node, Shape, Side
from generator.draw.wording import shorten, visible, wrap

__all__ = [
    "Field",
    "Line",
    "Role",
    "box_fields",
    "edge_lines",
    "group_line",
    "is_box",
    "symbol_lines",
]

_LABEL_LINES = 6
_UNNAMED = "(no name)"
_NAMELESS = frozenset({Shape.START, Shape.DONE, Shape.DIAMOND, Shape.BAR})


class Role(StrEnum):
    """What a line of text in a box says; also its CSS class."""

    STEREOTYPE = "stereotype"
    NAME = "name"
    DETAIL = "detail"
    TITLE = "title"
    LINE = "line"
    PORT = "port"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text; centred unless `left`."""

    text: str
    role: Role
    left: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """One cell of a box. `port` is the key of the port it stands for, `column` 0 left, 1 middle, 2 right."""

    lines: tuple[Line, ...]
    column: int = 1
    port: str = ""


def is_box(node: Node) -> bool:
    """Whether a node is laid out as a box of fields."""
    return node.shape in (Shape.BOX, Shape.ROUNDED)


def box_fields(node: Node) -> tuple[Field, ...]:
    """The fields of a box, left ports first, then head and compartments, then right ports."""
    left = [_port(port.label, port.key, 0) for port in node.ports if port.side is Side.LEFT]
    right = [_port(port.label, port.key, 2) for port in node.ports if port.side is Side.RIGHT]
    return (*left, _head(node), *_compartments(node), *right)


def _port(label: str, key: str, column: int) -> Field:
    return Field((Line(visible(label) or _UNNAMED, Role.PORT),), column, key)


def _head(node: Node) -> Field:
    stereotype, detail = shorten(node.stereotype, 40), shorten(node.detail, 72)
    lines = [Line(f"«{stereotype}»", Role.STEREOTYPE)] if stereotype else []
    lines.append(Line(shorten(node.name, 72) or _UNNAMED, Role.NAME))
    if detail:
        lines.append(Line(detail, Role.DETAIL))
    return Field(tuple(lines))


def _compartments(node: Node) -> list[Field]:
    """The compartments; Graphviz gives no place to an empty line, so there is none."""
    found = []
    for compartment in node.compartments:
        texts = [
            (compartment.title, Role.TITLE),
            *((each, Role.LINE) for each in compartment.lines),
        ]
        lines = [
            Line(shown, role, left=True) for text, role in texts if (shown := shorten(text, 90))
        ]
        if lines:
            found.append(Field(tuple(lines)))
    return found


def symbol_lines(node: Node) -> tuple[str, ...]:
    """The lines in or under a node that is no box."""
    if node.shape in _NAMELESS:
        return ()
    return wrap(node.name, 48 if node.shape is Shape.PIN else 26, 4)


def group_line(group: Group) -> str:
    """The line at the top of a frame."""
    head = f"«{group.stereotype}» {group.name}" if group.stereotype else group.name
    return shorten(head, 100) or _UNNAMED


def edge_lines(edge: Edge) -> tuple[str, ...]:
    """The lines beside an edge, at most six."""
    lines = tuple(shown for line in edge.labels if (shown := shorten(line, 44)))
    if len(lines) <= _LABEL_LINES:
        return lines
    rest = len(lines) - _LABEL_LINES + 1
    return (*lines[: _LABEL_LINES - 1], f"… and {rest} more")
