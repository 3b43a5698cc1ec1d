"""A drawing as Mermaid, for Markdown pages.

Every drawing is a flow chart: its quoted labels are the one notation of Mermaid in which any text can be
written safely. Text is written letter by letter, anything that could mean something as a character code.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.draw.drawing import Drawing, Edge, Group, Node, Palette, Relation, Shape
from generator.draw.palette import COLOURS, LIGHT
from generator.draw.record import edge_lines, group_line
from generator.draw.wording import shorten, visible, wrap

__all__ = ["to_mermaid"]

_LINES = 8
_ARROWS = {
    Relation.SPECIALIZATION: "---",
    Relation.COMPOSITION: "---",
    Relation.REFERENCE: "-->",
    Relation.CONTAINMENT: "---",
    Relation.DEPENDENCY: "-.->",
    Relation.CONNECTION: "---",
    Relation.BINDING: "-.-",
    Relation.FLOW: "==>",
    Relation.SUCCESSION: "-->",
    Relation.TRANSITION: "-->",
    Relation.ASSOCIATION: "---",
    Relation.VERIFICATION: "-.->",
}
# Mermaid's flow chart has no triangle or diamond ends: the meaning goes into words.
_WORDS = {
    Relation.SPECIALIZATION: "specialises",
    Relation.COMPOSITION: "consists of",
    Relation.CONTAINMENT: "contains",
    Relation.VERIFICATION: "verified by",
}
_TURNED = (Relation.SPECIALIZATION,)
_SHAPES = {
    Shape.BOX: ('["', '"]'),
    Shape.ROUNDED: ('("', '")'),
    Shape.ELLIPSE: ('(["', '"])'),
    Shape.ACTOR: ('>"', '"]'),
    Shape.START: ('(("', '"))'),
    Shape.DONE: ('((("', '")))'),
    Shape.DIAMOND: ('{"', '"}'),
    Shape.BAR: ('[["', '"]]'),
    Shape.PIN: ('[/"', '"/]'),
}


def to_mermaid(drawing: Drawing) -> str:
    """The drawing as the text of a Mermaid file, ending in a line break."""
    return "\n".join(_file(drawing)) + "\n"


def _file(drawing: Drawing) -> Iterator[str]:
    yield f"flowchart {'LR' if drawing.left_to_right else 'TB'}"
    yield f"  accTitle: {_plain(shorten(drawing.title, 120))}"
    yield f"  accDescr: {_plain(shorten(drawing.caption, 300))}"
    yield from _members(drawing, "", "  ")
    for edge in drawing.edges:
        yield f"  {_edge(edge)}"
    for family in sorted({node.palette for node in drawing.nodes}):
        yield f"  {_family(family)}"


def _members(drawing: Drawing, parent: str, indent: str) -> Iterator[str]:
    for node in drawing.nodes:
        if node.group == parent:
            yield f"{indent}{_node(node)}"
    for group in drawing.groups:
        if group.parent == parent:
            yield f"{indent}{_group(group)}"
            yield from _members(drawing, group.key, indent + "  ")
            yield f"{indent}end"


def _group(group: Group) -> str:
    return f'subgraph {group.key}["{_text(group_line(group))}"]'


def _node(node: Node) -> str:
    opening, closing = _SHAPES[node.shape]
    return f"{node.key}{opening}{'<br/>'.join(_lines(node))}{closing}:::{node.palette.value}"


def _lines(node: Node) -> Iterator[str]:
    if node.shape in (Shape.START, Shape.DONE, Shape.DIAMOND, Shape.BAR):
        yield _text(node.name) or " "
        return
    if node.stereotype:
        yield f"<i>{_text(f'«{node.stereotype}»')}</i>"
    yield f"<b>{'<br/>'.join(_text(line) for line in wrap(node.name, 40, 3))}</b>"
    if node.detail:
        yield _text(shorten(node.detail, 60))
    lines = [line for compartment in node.compartments for line in compartment.lines]
    lines += [f"▫ {port.label}" for port in node.ports]
    yield from (_text(shorten(line, 60)) for line in lines[:_LINES])
    if len(lines) > _LINES:
        yield _text(f"… {len(lines) - _LINES} more")


def _edge(edge: Edge) -> str:
    word = _WORDS.get(edge.relation, "")
    parts = list(edge_lines(edge))
    if word and not (edge.relation is Relation.VERIFICATION and parts):
        parts.insert(0, word)
    label = f'|"{"<br/>".join(_text(part) for part in parts)}"|' if parts else ""
    ends = (edge.target, edge.source) if edge.relation in _TURNED else (edge.source, edge.target)
    arrow = "-->" if edge.relation in _TURNED else _ARROWS[edge.relation]
    return f"{ends[0]} {arrow}{label} {ends[1]}"


def _family(family: Palette) -> str:
    colours = COLOURS[family][0]
    return f"classDef {family.value} fill:{colours.head},stroke:{colours.border},color:{LIGHT.text}"


def _text(text: str) -> str:
    """Text inside quotes: letters, digits and harmless marks stand, the rest are character codes."""
    return "".join(
        each if each.isalnum() or each in " .,_/«»…▫✓✗·" else f"#{ord(each)};"
        for each in visible(text)
    )


def _plain(text: str) -> str:
    """Text outside quotes, on its own line: only letters, digits and harmless marks."""
    kept = [each if each.isalnum() or each in " .,()_-:/" else " " for each in visible(text)]
    return " ".join("".join(kept).split()) or "diagram"
