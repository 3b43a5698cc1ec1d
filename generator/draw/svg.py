"""A drawing as SVG: places from Graphviz, lines and text written here.

The file has no script, no outside reference but links to sibling drawings, a title and a description for
assistive technology, and a style sheet for light and dark pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from generator.draw.canvas import Canvas, number, text
from generator.draw.dot import to_dot
from generator.draw.drawing import (
    Compartment,
    Drawing,
    DrawingKind,
    Edge,
    Group,
    Node,
    Palette,
    Relation,
    Shape,
)
from generator.draw.layout import LayoutRefused, layout
from generator.draw.record import edge_lines, group_line, is_box, symbol_lines
from generator.draw.stylesheet import stylesheet
from generator.draw.symbols import box, symbol
from generator.draw.wording import plural, shorten, visible, wrap

__all__ = ["to_svg"]

_MARGIN = 16.0
_LINE = 15.0
_LEGEND = {
    Relation.SPECIALIZATION: "△ specialises",
    Relation.COMPOSITION: "◆ consists of",
    Relation.REFERENCE: "◇ refers to",
    Relation.CONTAINMENT: "○ contains",
    Relation.DEPENDENCY: "⇢ depends on, as labelled",
    Relation.CONNECTION: "━ connection",
    Relation.BINDING: "┈ binding",
    Relation.FLOW: "➤ flow of an item",
    Relation.SUCCESSION: "⇢ then",
    Relation.VERIFICATION: "⇠ verified by",
    Relation.TRANSITION: "→ transition: trigger [guard] / effect",
}


def to_svg(drawing: Drawing) -> str:
    """The drawing as the text of an SVG file; one that is too large to lay out says so in its place."""
    try:
        placed = _placed(drawing)
    except LayoutRefused as refusal:
        drawing = _instead(drawing, str(refusal))
        placed = _placed(drawing)
    return "\n".join(_file(drawing, placed, Canvas.of(placed))) + "\n"


def _placed(drawing: Drawing) -> dict[str, Any]:
    """The layout of a drawing. Graphviz miscounts labels with backslashes; the words are written here anyway."""
    return layout(to_dot(drawing).replace(r"\\", "/"))


def _instead(drawing: Drawing, reason: str) -> Drawing:
    counts = f"{plural(len(drawing.nodes), 'box')}, {plural(len(drawing.edges), 'line')}"
    node = Node(
        key="n_refused",
        palette=Palette.EXTERNAL,
        name="not drawn",
        compartments=(Compartment((counts, shorten(reason, 60))),),
    )
    return replace(drawing, nodes=(node,), edges=(), groups=())


def _file(drawing: Drawing, placed: dict[str, Any], canvas: Canvas) -> Iterator[str]:
    title = shorten(drawing.title, 90)
    columns = max(48, int(canvas.width / 6.4))
    caption = wrap(drawing.caption, columns, 4)
    legend = wrap(_legend(drawing), columns, 3)
    top = 26.0 + _LINE * len(caption) + 10
    below = _LINE * len(legend) + 14 if legend else 0.0
    longest = max([len(title) * 10.4, *(len(line) * 7.2 for line in (*caption, *legend))])
    width = max(canvas.width, longest) + 2 * _MARGIN
    height = canvas.height + top + below + 2 * _MARGIN
    size = f"{number(width)} {number(height)}"
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" width="{number(width)}" '
        f'height="{number(height)}" role="img" aria-labelledby="title description">'
    )
    yield f'<title id="title">{escape(title)}</title>'
    yield f'<desc id="description">{escape(visible(drawing.caption))}</desc>'
    yield f"<style>\n{stylesheet(drawing)}\n</style>"
    yield f'<rect class="page" width="{number(width)}" height="{number(height)}"/>'
    yield text(_MARGIN, _MARGIN + 14, title, "heading")
    for at, line in enumerate(caption):
        yield text(_MARGIN, _MARGIN + 34 + at * _LINE, line, "caption")
    yield f'<g transform="translate({number(_MARGIN)} {number(_MARGIN + top)})">'
    yield from _content(drawing, placed, canvas)
    yield "</g>"
    for at, line in enumerate(legend):
        yield text(_MARGIN, height - below + 8 + at * _LINE, line, "legend")
    yield "</svg>"


def _legend(drawing: Drawing) -> str:
    used = {edge.relation for edge in drawing.edges}
    if drawing.kind is DrawingKind.PACKAGES:
        return "⇢ uses" if used else ""
    return "   ·   ".join(words for relation, words in _LEGEND.items() if relation in used)


# -- content --------------------------------------------------------------------------------------


def _content(drawing: Drawing, placed: dict[str, Any], canvas: Canvas) -> Iterator[str]:
    objects = {each["name"]: each for each in placed.get("objects", ())}
    for group in _outside_in(drawing.groups):
        yield from _group(group, objects[f"cluster_{group.key}"], canvas)
    lines = {each["id"]: each for each in placed.get("edges", ()) if "id" in each}
    for at, edge in enumerate(drawing.edges):
        yield from _edge(edge, lines[f"e{at}"], canvas)
    for node in drawing.nodes:
        yield from _node(node, objects[node.key], canvas)
    # Last, so that no line crosses a word.
    for at, edge in enumerate(drawing.edges):
        if edge_lines(edge):
            words = [("label", line) for line in edge_lines(edge)]
            yield f'<g class="edge {edge.relation.value}">'
            yield from canvas.texts(lines[f"e{at}"].get("_ldraw_", ()), words)
            yield "</g>"


def _outside_in(groups: tuple[Group, ...]) -> list[Group]:
    parents = {group.key: group.parent for group in groups}

    def depth(key: str) -> int:
        parent = parents[key]
        return depth(parent) + 1 if parent else 0

    return sorted(groups, key=lambda group: depth(group.key))


def _group(group: Group, placed: dict[str, Any], canvas: Canvas) -> Iterator[str]:
    x0, y1, x1, y0 = (float(part) for part in placed["bb"].split(","))
    left, top = canvas.point((x0, y0))
    right, bottom = canvas.point((x1, y1))
    yield f'<g class="group {group.palette.value}">'
    yield from _described(group.origin or group.name, "", group.link)
    yield (
        f'<rect class="frame" x="{number(left)}" y="{number(top)}" width="{number(right - left)}" '
        f'height="{number(bottom - top)}" rx="6"/>'
    )
    yield from canvas.texts(placed.get("_ldraw_", ()), [("name", group_line(group))])
    yield _closed(group.link)


def _node(node: Node, placed: dict[str, Any], canvas: Canvas) -> Iterator[str]:
    yield f'<g class="node {node.palette.value} {node.shape.value}">'
    yield from _described(node.origin or node.name, node.doc, node.link)
    if is_box(node):
        yield from box(node, placed, canvas)
    else:
        yield from symbol(node, placed, canvas)
        role = "name" if node.shape in (Shape.ACTOR, Shape.ELLIPSE) else "line"
        lines = [(role, line) for line in symbol_lines(node)]
        yield from canvas.texts(placed.get("_ldraw_", ()), lines)
    yield _closed(node.link)


def _described(origin: str, doc: str, link: str) -> Iterator[str]:
    if link:
        yield f"<a href={quoteattr(visible(link) + '.svg')}>"
    shown = f"{visible(origin)}: {shorten(doc, 300)}" if doc else visible(origin)
    yield f"<title>{escape(shown)}</title>"


def _closed(link: str) -> str:
    return "</a></g>" if link else "</g>"


def _edge(edge: Edge, placed: dict[str, Any], canvas: Canvas) -> Iterator[str]:
    yield f'<g class="edge {edge.relation.value}">'
    if edge.origin:
        yield f"<title>{escape(visible(edge.origin))}</title>"
    yield from canvas.strokes(placed.get("_draw_", ()))
    for end in ("_tdraw_", "_hdraw_"):
        yield from canvas.tips(placed.get(end, ()))
    yield "</g>"
