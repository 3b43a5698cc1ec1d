"""Colours and lines: one table for DOT attributes and for the style sheet of an SVG.

Each family has a light and a dark set; text contrast is at least 7:1 in both.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.draw.drawing import Palette, Relation

__all__ = ["COLOURS", "DARK", "LIGHT", "LINES", "Colours", "Line", "Theme"]


@dataclass(frozen=True, slots=True)
class Colours:
    """Fill of the body, fill of the head, and border, as `#rrggbb`."""

    body: str
    head: str
    border: str


@dataclass(frozen=True, slots=True)
class Theme:
    """What all families share: page, text, quiet text, lines."""

    page: str
    text: str
    quiet: str
    line: str
    accent: str


LIGHT = Theme(page="#ffffff", text="#16202c", quiet="#4a5868", line="#4a5868", accent="#0b6bb8")
DARK = Theme(page="#12181f", text="#eef3f8", quiet="#b4c1cf", line="#a3b3c4", accent="#6cb8f5")

# family -> (light, dark)
COLOURS: dict[Palette, tuple[Colours, Colours]] = {
    Palette.PACKAGE: (
        Colours("#f7f8fa", "#e3e7ec", "#7c8896"),
        Colours("#1b232c", "#2b3743", "#8996a5"),
    ),
    Palette.PART: (
        Colours("#f5f9fe", "#d3e5f9", "#2f73b5"),
        Colours("#16222f", "#1f3f60", "#69a9e6"),
    ),
    Palette.ITEM: (
        Colours("#f3fbf9", "#c8ece4", "#1f8571"),
        Colours("#13241f", "#1b4a40", "#58c0aa"),
    ),
    Palette.PORT: (
        Colours("#faf7fe", "#e4d8f7", "#7a52b8"),
        Colours("#1f1a2b", "#41306a", "#b294e6"),
    ),
    Palette.DATA: (
        Colours("#fdfaf3", "#f5e6c4", "#a0751c"),
        Colours("#262013", "#54431a", "#d9b261"),
    ),
    Palette.ACTION: (
        Colours("#eef8ee", "#cfeacf", "#3a8a3f"),
        Colours("#15241a", "#24502c", "#74c27a"),
    ),
    Palette.CONTROL: (
        Colours("#ffffff", "#ffffff", "#16202c"),
        Colours("#12181f", "#12181f", "#eef3f8"),
    ),
    Palette.STATE: (
        Colours("#fff8ee", "#fde2bd", "#bf6f12"),
        Colours("#271e12", "#5c3d14", "#eba758"),
    ),
    Palette.REQUIREMENT: (
        Colours("#fef6f6", "#f8d6d8", "#b5434c"),
        Colours("#2a1819", "#612c31", "#e88b92"),
    ),
    Palette.VERIFICATION: (
        Colours("#f2f9fb", "#cbe7ef", "#22798f"),
        Colours("#132227", "#1c4855", "#63bbd2"),
    ),
    Palette.USE_CASE: (
        Colours("#eef4fd", "#d5e3f9", "#3f67b0"),
        Colours("#182131", "#2a4271", "#86a9ea"),
    ),
    Palette.ACTOR: (
        Colours("#ffffff", "#e9edf2", "#4a5868"),
        Colours("#1b232c", "#2b3743", "#b4c1cf"),
    ),
    Palette.EXTERNAL: (
        Colours("#ffffff", "#f1f3f5", "#98a3af"),
        Colours("#151b22", "#20282f", "#76838f"),
    ),
    Palette.FRAME: (
        Colours("#fbfcfd", "#fbfcfd", "#b3bdc8"),
        Colours("#161d25", "#161d25", "#4d5a68"),
    ),
}


@dataclass(frozen=True, slots=True)
class Line:
    """Graphviz' names for the two ends and the stroke of a relation; `tail` "none" is a plain end."""

    head: str = "none"
    tail: str = "none"
    style: str = "solid"
    width: float = 1.1
    accent: bool = False


LINES: dict[Relation, Line] = {
    Relation.SPECIALIZATION: Line(tail="empty"),
    Relation.COMPOSITION: Line(tail="diamond", head="none"),
    Relation.REFERENCE: Line(tail="odiamond", head="vee"),
    Relation.CONTAINMENT: Line(tail="odot", head="none"),
    Relation.DEPENDENCY: Line(head="vee", style="dashed"),
    Relation.CONNECTION: Line(width=1.6),
    Relation.BINDING: Line(style="dotted"),
    Relation.FLOW: Line(head="normal", width=1.4, accent=True),
    Relation.SUCCESSION: Line(head="vee", style="dashed"),
    Relation.TRANSITION: Line(head="vee"),
    Relation.ASSOCIATION: Line(),
    # From the requirement to what verifies it, so that a drawing reads: satisfied by, requirement, verified by.
    Relation.VERIFICATION: Line(tail="vee", style="dashed"),
}
