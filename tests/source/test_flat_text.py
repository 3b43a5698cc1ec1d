"""The text of a span on one line does not depend on how the author laid it out."""

from __future__ import annotations

import pytest

from generator.source import SourceFile, Span


@pytest.mark.parametrize(
    ("text", "flat"),
    [
        ("a\n    + b", "a + b"),
        ("f(\n    a,\n    b\n)", "f(a, b)"),
        ("f(a, b)", "f(a, b)"),
        ("x [ 1 ] ;", "x [1];"),
        ("{\n    in x;\n    x > 1\n}", "{ in x; x > 1 }"),
        ("a // why\n + b", "a + b"),
        ("a //* why\n not */ + b", "a + b"),
        ('"two  (  spaces" + "http://x"', '"two  (  spaces" + "http://x"'),
        (r"'it\'s  ( quoted'  + c", r"'it\'s  ( quoted' + c"),
    ],
)
def test_flat_text(text: str, flat: str) -> None:
    source = SourceFile("m.sysml", f"attribute v = {text};")
    assert Span(source, 14, 14 + len(text)).flat_text == flat
