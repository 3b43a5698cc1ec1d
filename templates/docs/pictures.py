"""Diagrams on a page: Mermaid in the text, links to the pictures beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.draw import Drawing, to_mermaid, tools

__all__ = ["Picture", "pictures"]

# What Markdown viewers still draw: they give up on longer texts or show a knot.
_LONGEST = 12_000
_EDGES = 60


@dataclass(frozen=True, slots=True)
class Picture:
    """A diagram on a page, and the path of its files without an ending. `tools` is what its text depends on too."""

    drawing: Drawing
    path: str
    tools: str

    @property
    def name(self) -> str:
        """The name of the drawing, a word."""
        return self.drawing.name

    @property
    def caption(self) -> str:
        """What the diagram shows, in a sentence."""
        return self.drawing.caption

    @property
    def mermaid(self) -> str:
        """The Mermaid text; "" when it is too large for a page."""
        if len(self.drawing.edges) > _EDGES:
            return ""
        text = to_mermaid(self.drawing).strip()
        return text if len(text) <= _LONGEST else ""


def pictures(system: str, drawings: Sequence[Drawing]) -> tuple[Picture, ...]:
    """Drawings as pictures on a page in `generated/<system>/docs`."""
    folder = f"../../../diagrams/{system}"
    return tuple(Picture(each, f"{folder}/{each.name}", tools()) for each in drawings)
