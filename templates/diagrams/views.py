"""The diagrams of each system: every drawing as DOT, SVG and Mermaid.

The body of a view is made when its template asks for it, so an unchanged drawing costs no layout. It depends
on the drawing and on the tools that write it, which each view names.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.draw import Drawing, drawings, to_dot, to_mermaid, tools
from generator.emit.passes import PassContext
from generator.ir import Model

INTO = "diagrams"


@dataclass(frozen=True)
class DotSource:
    """A drawing in the language of Graphviz."""

    path: str
    origins: tuple[str, ...]
    drawing: Drawing
    tools: str

    @property
    def body(self) -> str:
        """The DOT text."""
        return to_dot(self.drawing)


@dataclass(frozen=True)
class MermaidSource:
    """A drawing for Markdown pages."""

    path: str
    origins: tuple[str, ...]
    drawing: Drawing
    tools: str

    @property
    def body(self) -> str:
        """The Mermaid text."""
        return to_mermaid(self.drawing)


@dataclass(frozen=True)
class SvgPicture:
    """A drawing as a picture."""

    path: str
    origins: tuple[str, ...]
    drawing: Drawing
    tools: str

    @property
    def body(self) -> str:
        """The SVG text."""
        from generator.draw.svg import to_svg  # loads Graphviz: only when a drawing has changed

        return to_svg(self.drawing)


def select(model: Model, context: PassContext) -> Iterator[DotSource | MermaidSource | SvgPicture]:
    """Three files for each drawing of each system."""
    for system in context.systems:
        for drawing in drawings(model, system.title, system.elements()):
            stem = f"{system.name}/{drawing.name}"
            yield DotSource(f"{stem}.dot", drawing.origins, drawing, tools())
            yield MermaidSource(f"{stem}.mmd", drawing.origins, drawing, tools())
            yield SvgPicture(f"{stem}.svg", drawing.origins, drawing, tools())
