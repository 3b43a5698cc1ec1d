"""Drawings of a model: what a diagram shows, and its forms as DOT, Mermaid and SVG.

Knows the resolved model. Must not know templates, passes, files or any particular system. `to_svg` is in
`generator.draw.svg`: it loads Graphviz, which most runs do not need.
"""

from __future__ import annotations

from generator.draw.catalogue import drawings
from generator.draw.dot import to_dot
from generator.draw.drawing import Drawing, DrawingKind
from generator.draw.mermaid import to_mermaid
from generator.draw.tools import tools

__all__ = ["Drawing", "DrawingKind", "drawings", "to_dot", "to_mermaid", "tools"]
