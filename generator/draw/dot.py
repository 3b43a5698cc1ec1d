"""A drawing as DOT, the language of Graphviz: one attribute list per node, edge and cluster.

All text passes through `_quoted` or `_record_text`, so that no label can leave its string. Labels use record
shapes rather than HTML-like ones: every build of Graphviz reads those.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from generator.draw.drawing import Drawing, Edge, Group, Node, Shape, Side
from generator.draw.palette import COLOURS, LIGHT, LINES
from generator.draw.record import (
    Field,
    Line,
    box_fields,
    edge_lines,
    group_line,
    is_box,
    symbol_lines,
)
from generator.draw.wording import shorten, visible

__all__ = ["to_dot"]

# Widest of the usual sans-serif faces: a label measured with it fits in any of them.
FACE = "DejaVu Sans"
SIZE = 11
LABEL_SIZE = 10

_GRAPH = {
    "bgcolor": LIGHT.page,
    "compound": "true",
    "fontname": FACE,
    "fontsize": str(SIZE),
    "nodesep": "0.35",
    "pad": "0.2",
    "ranksep": "0.5",
}
_SYMBOLS: Mapping[Shape, dict[str, str]] = {
    Shape.START: {"shape": "circle", "width": "0.2", "fixedsize": "true", "style": "filled"},
    Shape.DONE: {"shape": "doublecircle", "width": "0.16", "fixedsize": "true", "style": "filled"},
    Shape.DIAMOND: {"shape": "diamond", "width": "0.42", "height": "0.42", "fixedsize": "true"},
}


def to_dot(drawing: Drawing) -> str:
    """The drawing as the text of a DOT file, ending in a line break."""
    return "\n".join(_file(drawing)) + "\n"


def _file(drawing: Drawing) -> Iterator[str]:
    ports = {node.key: _places(node) for node in drawing.nodes}
    anchors = _anchors(drawing)
    yield f"digraph {_quoted(drawing.name)} {{"
    direction = "LR" if drawing.left_to_right else "TB"
    title = _escaped(shorten(drawing.title, 120))
    yield f"  graph {_attributes({**_GRAPH, 'rankdir': direction, 'tooltip': title})};"
    yield f"  node {_attributes({'fontname': FACE, 'fontsize': str(SIZE), 'fontcolor': LIGHT.text})};"
    yield f"  edge {_attributes({'fontname': FACE, 'fontsize': str(LABEL_SIZE), 'fontcolor': LIGHT.quiet})};"
    yield from _members(drawing, "", "  ")
    for number, edge in enumerate(drawing.edges):
        yield f"  {_edge(edge, number, ports, anchors)};"
    yield from _grid(drawing)
    yield "}"


def _members(drawing: Drawing, parent: str, indent: str) -> Iterator[str]:
    for node in _in_order(drawing):
        if node.group == parent:
            yield f"{indent}{node.key} {_attributes(_node(node, drawing.left_to_right))};"
    for group in drawing.groups:
        if group.parent == parent:
            yield f"{indent}subgraph cluster_{group.key} {{"
            yield f"{indent}  graph {_attributes(_group(group))};"
            yield from _members(drawing, group.key, indent + "  ")
            yield f"{indent}}}"


def _in_order(drawing: Drawing) -> tuple[Node, ...]:
    """The nodes as Graphviz has to see them.

    It sets the rows of a left to right drawing from the bottom; but where edges go round in a ring, the
    first node is where it begins.
    """
    rows = drawing.left_to_right and not (drawing.groups and drawing.edges)
    return drawing.nodes[::-1] if rows else drawing.nodes


def _grid(drawing: Drawing) -> Iterator[str]:
    """Unseen edges that set boxes without edges in rows: DOT would set them in one long line."""
    joined = {each for edge in drawing.edges for each in (edge.source, edge.target)}
    for parent in ("", *(group.key for group in drawing.groups)):
        if parent in joined:
            continue
        loose = [
            node.key for node in drawing.nodes if node.group == parent and node.key not in joined
        ]
        across = max(1, min(4, math.isqrt(len(loose))))
        # Edges run along the ranks: rows when the drawing reads left to right, columns otherwise.
        step = across if drawing.left_to_right else -(-len(loose) // across)
        for start in range(0, len(loose), max(1, step)):
            row = loose[start : start + step]
            if len(row) > 1:
                yield f"  {' -> '.join(row)} [style=invis];"


def _anchors(drawing: Drawing) -> dict[str, str]:
    """For each group the key of a node inside it: DOT draws an edge of a cluster from one of its nodes."""
    inside = {group.key: "" for group in drawing.groups}
    parents = {group.key: group.parent for group in drawing.groups}
    for node in drawing.nodes:
        at = node.group
        while at:
            inside[at] = inside[at] or node.key
            at = parents[at]
    return inside


# -- nodes and groups -----------------------------------------------------------------------------


def _node(node: Node, left_to_right: bool) -> dict[str, str]:
    colours = COLOURS[node.palette][0]
    found = {"class": f"{node.palette.value} {node.shape.value}"}
    if is_box(node):
        found |= _box(node, left_to_right)
    else:
        found |= _symbol(node, left_to_right)
    filled = node.shape in (Shape.START, Shape.DONE, Shape.BAR)
    found |= {"color": colours.border, "fillcolor": colours.border if filled else colours.head}
    if node.origin:
        found["tooltip"] = _escaped(shorten(node.origin, 200))
    if node.link:
        found["URL"] = _escaped(f"{node.link}.svg")
    return found


def _box(node: Node, left_to_right: bool) -> dict[str, str]:
    fields = box_fields(node)
    style = "filled,rounded" if node.shape is Shape.ROUNDED else "filled"
    return {
        "shape": "record",
        "style": style,
        "label": _record(fields, _port_names(node), left_to_right),
        "margin": f"{0.14 + _bold_excess(fields):.2f},0.06",
    }


def _bold_excess(fields: tuple[Field, ...]) -> float:
    """Inches a side needs because the SVG sets names in bold, which Graphviz measures as regular."""
    middle = [line for field in fields if field.column == 1 for line in field.lines]
    longest = max(len(line.text) for line in middle)
    name = max((len(line.text) for line in middle if line.role == "name"), default=0)
    return max(0.0, name * 1.13 - longest) * 0.047


def _port_names(node: Node) -> dict[str, str]:
    """For each port of a node its name in DOT."""
    return {port.key: f"p{at}" for at, port in enumerate(node.ports)}


def _places(node: Node) -> dict[str, str]:
    """For each port of a node where an edge to it ends: at the outer side of its cell."""
    names = _port_names(node)
    return {
        port.key: f"{names[port.key]}:{'w' if port.side is Side.LEFT else 'e'}"
        for port in node.ports
    }


def _record(fields: tuple[Field, ...], ports: Mapping[str, str], left_to_right: bool) -> str:
    columns = [_stack([each for each in fields if each.column == at], ports) for at in range(3)]
    present = [column for column in columns if column]
    if len(present) == 1:
        return present[0] if left_to_right else f"{{{present[0]}}}"
    row = "|".join(f"{{{column}}}" for column in present)
    return f"{{{row}}}" if left_to_right else row


def _stack(fields: list[Field], ports: Mapping[str, str]) -> str:
    cells = []
    for field in fields:
        port = f"<{ports[field.port]}> " if field.port in ports else ""
        cells.append(port + "".join(_record_line(line) for line in field.lines))
    return "|".join(cells)


def _record_line(line: Line) -> str:
    return _record_text(line.text) + (r"\l" if line.left else r"\n")


def _symbol(node: Node, left_to_right: bool) -> dict[str, str]:
    if node.shape in _SYMBOLS:
        return {**_SYMBOLS[node.shape], "label": ""}
    if node.shape is Shape.BAR:
        width, height = ("0.08", "0.9") if left_to_right else ("0.9", "0.08")
        size = {"width": width, "height": height, "fixedsize": "true"}
        return {"shape": "box", "style": "filled", "label": "", **size}
    label = r"\n".join(_escaped(line) for line in symbol_lines(node))
    if node.shape is Shape.ACTOR:
        return {
            "shape": "box",
            "style": "rounded",
            "label": label,
            "labelloc": "b",
            "height": "0.95",
            "width": "0.4",
            "margin": "0.03,0.02",
        }
    if node.shape is Shape.PIN:
        return {
            "shape": "box",
            "style": "filled",
            "label": label,
            "height": "0.24",
            "margin": "0.1,0.03",
        }
    return {"shape": "ellipse", "style": "filled", "label": label, "margin": "0.12,0.06"}


def _group(group: Group) -> dict[str, str]:
    colours = COLOURS[group.palette][0]
    found = {
        "class": f"group {group.palette.value}",
        "label": _escaped(group_line(group)),
        "labeljust": "l",
        "style": "filled,rounded",
        "color": colours.border,
        "fillcolor": colours.body,
        "fontcolor": LIGHT.text,
        "margin": "14",
    }
    if group.origin:
        found["tooltip"] = _escaped(shorten(group.origin, 200))
    if group.link:
        found["URL"] = _escaped(f"{group.link}.svg")
    return found


# -- edges ----------------------------------------------------------------------------------------


def _edge(
    edge: Edge, number: int, ports: Mapping[str, Mapping[str, str]], anchors: Mapping[str, str]
) -> str:
    line = LINES[edge.relation]
    found = {
        "id": f"e{number}",
        "class": edge.relation.value,
        "dir": "both",
        "arrowhead": line.head,
        "arrowtail": line.tail,
        "style": line.style,
        "penwidth": f"{line.width:.1f}",
        "color": LIGHT.accent if line.accent else LIGHT.line,
    }
    if edge.labels:
        found["label"] = r"\n".join(_escaped(line) for line in edge_lines(edge))
    if edge.origin:
        found["tooltip"] = _escaped(shorten(edge.origin, 200))
    tail, found_tail = _end(edge.source, edge.source_port, "ltail", ports, anchors)
    head, found_head = _end(edge.target, edge.target_port, "lhead", ports, anchors)
    return f"{tail} -> {head} {_attributes({**found, **found_tail, **found_head})}"


def _end(
    key: str,
    port: str,
    clip: str,
    ports: Mapping[str, Mapping[str, str]],
    anchors: Mapping[str, str],
) -> tuple[str, dict[str, str]]:
    if key in anchors:
        return anchors[key], {clip: f"cluster_{key}"}
    name = ports.get(key, {}).get(port)
    return (f"{key}:{name}" if name else key), {}


# -- text -----------------------------------------------------------------------------------------


def _attributes(values: Mapping[str, str]) -> str:
    return "[" + ", ".join(f"{name}={_quoted(value)}" for name, value in values.items()) + "]"


def _quoted(text: str) -> str:
    """A DOT string. Backslashes stand: in attributes they are escapes that `_escaped` has doubled."""
    return '"' + text.replace('"', r"\"") + '"'


def _escaped(text: str) -> str:
    """Text for an attribute in which Graphviz expands backslashes and character entities."""
    return visible(text).replace("\\", "\\\\").replace("&", "&amp;")


def _record_text(text: str) -> str:
    """Text for a field of a record label."""
    escaped = _escaped(text)
    for special in "{}|<>":
        escaped = escaped.replace(special, "\\" + special)
    return escaped
