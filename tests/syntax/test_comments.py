"""The text of a comment without what only lays it out."""

from __future__ import annotations

import pytest

from generator.source import SourceFile
from generator.syntax import parse
from generator.syntax.ast import Documentation


@pytest.mark.parametrize(
    ("raw", "body"),
    [
        ("/* One line. */", "One line."),
        ("/**/", ""),
        ("/*\n * First.\n *\n *   Indented.\n */", "First.\n\n  Indented."),
        ("/**\n * First.\n */", "First."),
        ("/*\n    Plain.\n      More.\n*/", "Plain.\nMore."),
        ("/* First\n   second */", "First\nsecond"),
        ("/*\r\n * a\r\n * b\r\n */", "a\nb"),
    ],
)
def test_body(raw: str, body: str) -> None:
    root, diagnostics = parse(SourceFile("c.sysml", f"doc {raw}"))
    assert diagnostics == ()
    (documentation,) = root.members
    assert isinstance(documentation, Documentation)
    assert documentation.body == body
    assert f"/*{documentation.raw}*/" == raw
