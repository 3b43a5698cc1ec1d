"""Names and texts that try to leave their place in DOT, SVG or Mermaid."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.draw import Drawing, DrawingKind, to_dot, to_mermaid
from generator.draw.drawing import (
    Compartment,
    Edge,
    Group,
    Node,
    Palette,
    Port,
    Relation,
    Shape,
    Side,
)
from generator.draw.layout import layout
from generator.draw.svg import to_svg
from generator.draw.wording import shorten, slug, visible, wrap
from tests.passes.diagram_models import HOSTILE, rendered

SVG = "{http://www.w3.org/2000/svg}"
# One line of a flow chart: nothing but keys, marks, and labels whose every odd character is a code.
LABEL = r"(?:[^\W_]|[ .,_/«»…▫✓✗·]|#\d+;|<br/>|</?[ib]>)*"
NODE = re.compile(rf"n_\w+(?:\[|\(|\{{|>|\[\[|\(\(|\(\(\(|\(\[|\[/)\"{LABEL}\"[\])}}/]+:::\w+")
GROUP = re.compile(rf'subgraph n_\w+\["{LABEL}"\]')
EDGE = re.compile(rf'n_\w+ (?:---|-->|-\.->|-\.-|==>)(?:\|"{LABEL}"\|)? n_\w+')
OTHER = re.compile(
    r"flowchart (?:LR|TB)|end|acc(?:Title|Descr): [\w .,()_\-:/]*|classDef \w+ [\w#:,]+"
)

texts = st.text(max_size=60) | st.sampled_from(
    [
        "\\",
        "\\N",
        '"',
        "{|}",
        "<b>",
        "&amp;",
        "&#60;",
        "]]>",
        "-->",
        "\u202e",
        "\x00",
        "{{x}}",
        "\n",
        "\ud800",
    ]
)


def drawing(name: str, line: str, label: str, left_to_right: bool) -> Drawing:
    """A drawing with hostile text in every place that takes text."""
    shapes = {shape: f"n_{shape.value}" for shape in Shape}
    nodes = [
        Node(
            key=key,
            palette=Palette.PART,
            name=name,
            shape=shape,
            stereotype=line,
            detail=label,
            compartments=(Compartment((line, label), name),),
            ports=(Port(line, line, Side.LEFT), Port(f"{line}2", label, Side.RIGHT)),
            origin=name,
            doc=line,
            link=slug(name),
            group="n_frame",
        )
        for shape, key in shapes.items()
    ]
    edges = [
        Edge(
            source="n_box",
            target="n_rounded",
            source_port=line,
            relation=relation,
            labels=(label, line),
            origin=name,
        )
        for relation in Relation
    ]
    group = Group(key="n_frame", palette=Palette.FRAME, name=name, stereotype=line, origin=label)
    return Drawing(
        name=slug(name),
        kind=DrawingKind.ACTION,
        title=name,
        caption=line,
        subject=name,
        origins=(name,),
        nodes=tuple(nodes),
        edges=tuple(edges),
        groups=(group,),
        left_to_right=left_to_right,
    )


@given(texts, texts, texts, st.booleans())
@settings(max_examples=60, deadline=None)
def test_any_text_stays_text(name: str, line: str, label: str, left_to_right: bool) -> None:
    subject = drawing(name, line, label, left_to_right)
    dot = to_dot(subject)
    names = {each["name"] for each in layout(dot.replace(r"\\", "/"))["objects"]}
    assert names == {*(node.key for node in subject.nodes), "cluster_n_frame"}
    layout(dot)  # the text itself is valid too
    root = ET.fromstring(to_svg(subject))
    words = [each.text for each in root.iter(f"{SVG}text")]
    if visible(line):
        assert words.count(visible(line)) >= 2
    assert {each.tag for each in root.iter()} >= {f"{SVG}polygon", f"{SVG}rect"}
    for row in to_mermaid(subject).splitlines():
        row = row.strip()
        assert any(kind.fullmatch(row) for kind in (NODE, GROUP, EDGE, OTHER)), row


@given(texts)
def test_a_slug_is_a_word(text: str) -> None:
    assert re.fullmatch(r"[A-Za-z0-9_]{1,80}", slug(text))


@given(texts, texts)
def test_different_texts_seldom_share_a_slug(one: str, other: str) -> None:
    if slug(one) == slug(other):
        kept = [re.sub(r"[^A-Za-z0-9]+", "_", text).strip("_") for text in (one, other)]
        assert one == other or kept[0] == kept[1]


@given(st.text(), st.integers(2, 40))
def test_shortened_and_wrapped_texts_fit(text: str, width: int) -> None:
    assert len(shorten(text, width)) <= width
    lines = wrap(text, width, 3)
    assert len(lines) <= 3
    assert all(len(line) <= width for line in lines)


def test_visible_spells_out_what_nobody_sees() -> None:
    assert visible("a\u202eb\x00c\ud800\ufdd0 \t\nd") == "a[U+202E]b[U+0000]c[U+D800][U+FDD0] d"


def test_a_hostile_model_gives_harmless_files(tmp_path: Path) -> None:
    artifacts = rendered(tmp_path, {"hostile": HOSTILE}, ("diagrams",))
    assert len(artifacts) >= 18
    for path, artifact in artifacts.items():
        assert re.fullmatch(r"diagrams/hostile/[A-Za-z0-9_-]+\.(dot|svg|mmd)", path)
        if path.endswith(".svg"):
            root = ET.fromstring(artifact.text)
            assert not [each for each in root.iter() if each.tag.lower().endswith("script")]
            hrefs = {each.get("href") or "" for each in root.iter(f"{SVG}a")}
            assert all(re.fullmatch(r"[A-Za-z0-9_-]+\.svg", href) for href in hrefs)
        elif path.endswith(".dot"):
            layout(artifact.text)
        else:
            lines = artifact.text.splitlines()
            assert all(line.startswith("%%") for line in lines if "<script" in line)


@pytest.mark.parametrize("shape", list(Shape))
def test_every_shape_and_relation_is_drawn(shape: Shape) -> None:
    subject = drawing("name", "line", "label", left_to_right=False)
    root = ET.fromstring(to_svg(subject))
    classes = [each.get("class", "") for each in root.iter(f"{SVG}g")]
    assert f"node part {shape.value}" in classes
    for relation in Relation:
        assert f"edge {relation.value}" in classes
