"""Diagrams on a page: Mermaid in the text, links to the pictures beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.draw import Drawing, to_mermaid

__all__ = ["Picture", "picture"]

# What Markdown viewers still draw: they give up on longer texts or show a knot.
_LONGEST = 12_000
_EDGES = 60


@dataclass(frozen=True, slots=True)
class Picture:
    """A diagram: its name, its Mermaid text ("" when it is too large for a page), the path of its files."""

    name: str
    title: str
    caption: str
    mermaid: str
    path: str


def picture(system: str, drawing: Drawing) -> Picture:
    """A drawing as a picture on a page in `generated/<system>/docs`."""
    small = len(drawing.edges) <= _EDGES
    mermaid = to_mermaid(drawing) if small else ""
    path = f"../../../diagrams/{system}/{drawing.name}"
    shown = mermaid.strip() if len(mermaid) <= _LONGEST else ""
    return Picture(drawing.name, drawing.title, drawing.caption, shown, path)


def pictures(system: str, drawings: Sequence[Drawing]) -> tuple[Picture, ...]:
    """Several drawings as pictures."""
    return tuple(picture(system, each) for each in drawings)
