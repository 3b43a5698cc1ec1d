"""The style sheet inside an SVG: only the rules its drawing needs, for light and for dark pages."""

from __future__ import annotations

from collections.abc import Iterator

from generator.draw.drawing import Drawing, Palette
from generator.draw.palette import COLOURS, DARK, LIGHT, Colours, Theme

__all__ = ["stylesheet"]

_FONTS = "'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"


def stylesheet(drawing: Drawing) -> str:
    """The text of the `style` element."""
    families = sorted(
        {node.palette for node in drawing.nodes} | {group.palette for group in drawing.groups}
    )
    light = "\n".join([*_shape_rules(), *_theme_rules(LIGHT), *_family_rules(families, 0)])
    dark = "\n".join([*_theme_rules(DARK), *_family_rules(families, 1)])
    return f"{light}\n@media (prefers-color-scheme: dark) {{\n{dark}\n}}"


def _shape_rules() -> Iterator[str]:
    yield f"text {{ font-family: {_FONTS}; font-size: 11px; }}"
    yield ".name, .heading { font-weight: 700; }"
    yield ".heading { font-size: 17px; }"
    yield ".caption, .legend { font-size: 11.5px; }"
    yield ".stereotype, .title { font-style: italic; font-size: 9.5px; }"
    yield ".edge text { font-size: 10px; paint-order: stroke; stroke-width: 3px; }"
    yield ".edge path, .edge polyline { fill: none; stroke-width: 1.1; }"
    yield ".connection path { stroke-width: 1.7; } .flow path { stroke-width: 1.5; }"
    yield ".dependency path, .succession path, .verification path { stroke-dasharray: 5 3; }"
    yield ".binding path { stroke-dasharray: 1.5 3; }"
    yield ".external .body, .external .head { stroke-dasharray: 4 3; }"
    yield "a:hover .body, a:hover .frame, .edge:hover path { stroke-width: 2.4; }"


def _theme_rules(theme: Theme) -> Iterator[str]:
    yield f".page {{ fill: {theme.page}; }}"
    yield f"text {{ fill: {theme.text}; }}"
    yield f".caption, .legend, .stereotype, .detail, .title, .edge text {{ fill: {theme.quiet}; }}"
    yield f".edge text {{ stroke: {theme.page}; }}"
    yield f".edge path, .edge polyline, .edge .tip {{ stroke: {theme.line}; }}"
    yield f".edge .tip {{ fill: {theme.line}; }} .edge .hollow {{ fill: {theme.page}; }}"
    yield f".flow path, .flow .tip {{ stroke: {theme.accent}; }} .flow .tip {{ fill: {theme.accent}; }}"


def _family_rules(families: list[Palette], which: int) -> Iterator[str]:
    for family in families:
        colours: Colours = COLOURS[family][which]
        at = f".{family.value}"
        yield f"{at} .frame, {at} .body {{ fill: {colours.body}; stroke: {colours.border}; }}"
        yield f"{at} .head {{ fill: {colours.head}; stroke: {colours.border}; }}"
        yield f"{at} .rule {{ stroke: {colours.border}; }} {at} .solid {{ fill: {colours.border}; }}"
