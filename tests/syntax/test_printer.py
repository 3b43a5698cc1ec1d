"""Printing asks for quotes only where the dialect needs them."""

from __future__ import annotations

import pytest

from generator.source import SourceFile
from generator.syntax import parse
from generator.syntax.printer import to_text


@pytest.mark.parametrize(
    ("dialect", "text"),
    [
        ("sysml", "part feature : 'part';\n"),
        ("sysml", "part class :> step, behavior::type;\n"),
        ("kerml", "feature part : 'feature';\n"),
        ("kerml", "class 'class' :> action, state::port;\n"),
    ],
)
def test_names_are_in_quotes_where_their_dialect_reserves_them(dialect: str, text: str) -> None:
    root, found = parse(SourceFile(f"names.{dialect}", text))
    assert found == ()
    assert to_text(root, dialect) == text


def test_without_a_dialect_names_are_fit_for_both() -> None:
    root, _ = parse(SourceFile("names.sysml", "part feature;"))
    assert to_text(root) == "part 'feature';\n"
    assert to_text(root, "sysml") == "part feature;\n"
    assert to_text(root) == "part 'feature';\n"
