"""The drawing: nodes, groups and edges with their text, before any format.

A drawing is a complete, frozen value: equal drawings give equal files. It holds text as people read it;
escaping belongs to the formats. Must not know DOT, Mermaid, SVG or the model.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = [
    "Compartment",
    "Drawing",
    "DrawingKind",
    "Edge",
    "Group",
    "Node",
    "Palette",
    "Port",
    "Relation",
    "Shape",
    "Side",
]


class DrawingKind(StrEnum):
    """What a drawing is about; the value begins its file name."""

    PACKAGES = "packages"
    DEFINITIONS = "definitions"
    INTERCONNECTION = "interconnection"
    ACTION = "action"
    STATE = "state"
    REQUIREMENTS = "requirements"
    USE_CASES = "usecases"


class Palette(StrEnum):
    """The families of elements that share a colour; also the CSS class of a node or group."""

    PACKAGE = "package"
    PART = "part"
    ITEM = "item"
    PORT = "port"
    DATA = "data"
    ACTION = "action"
    CONTROL = "control"
    STATE = "state"
    REQUIREMENT = "requirement"
    VERIFICATION = "verification"
    USE_CASE = "usecase"
    ACTOR = "actor"
    EXTERNAL = "external"
    FRAME = "frame"


class Shape(StrEnum):
    """The outline of a node. Boxes have compartments, the others only a name or nothing."""

    BOX = "box"
    ROUNDED = "rounded"
    ELLIPSE = "ellipse"
    ACTOR = "actor"
    START = "start"
    DONE = "done"
    DIAMOND = "diamond"
    BAR = "bar"
    PIN = "pin"


class Side(StrEnum):
    """Where a port sits on its node; `left` for what comes in."""

    LEFT = "left"
    RIGHT = "right"


class Relation(StrEnum):
    """What an edge means; decides its line, its arrow heads and its CSS class."""

    SPECIALIZATION = "specialization"
    COMPOSITION = "composition"
    REFERENCE = "reference"
    CONTAINMENT = "containment"
    DEPENDENCY = "dependency"
    CONNECTION = "connection"
    BINDING = "binding"
    FLOW = "flow"
    SUCCESSION = "succession"
    TRANSITION = "transition"
    ASSOCIATION = "association"
    VERIFICATION = "verification"


@dataclass(frozen=True, slots=True)
class Compartment:
    """A titled list of lines below the head of a box."""

    lines: tuple[str, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Port:
    """A named place on the border of a box where edges end. `key` is any text, unique in its node."""

    key: str
    label: str
    side: Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One box, symbol or dot. `key` is a plain ASCII word, unique in the drawing.

    `origin` is the qualified name shown when a pointer rests on the node; `link` names another drawing.
    """

    key: str
    palette: Palette
    name: str
    shape: Shape = Shape.BOX
    stereotype: str = ""
    detail: str = ""
    compartments: tuple[Compartment, ...] = ()
    ports: tuple[Port, ...] = ()
    origin: str = ""
    doc: str = ""
    link: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A line between two nodes or groups, or between ports of nodes. Each end is a key.

    `labels` are the lines beside it.
    """

    source: str
    target: str
    relation: Relation
    labels: tuple[str, ...] = ()
    source_port: str = ""
    target_port: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A frame around nodes and other groups. `parent` is the key of the frame around it, or ""."""

    key: str
    palette: Palette
    name: str
    stereotype: str = ""
    origin: str = ""
    link: str = ""
    parent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """One diagram. `name` is its file stem, unique in a system; `caption` says in a sentence what it shows.

    `origins` are the qualified names of the elements it is made from; `subject` the one it is about.
    """

    name: str
    kind: DrawingKind
    title: str
    caption: str
    subject: str
    origins: tuple[str, ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...] = ()
    groups: tuple[Group, ...] = ()
    left_to_right: bool = False
