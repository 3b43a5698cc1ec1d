"""Every construct of the notation, and everything near it that is not the notation."""

from __future__ import annotations

import pytest

from generator.source import SourceFile
from generator.syntax import parse
from generator.syntax.outline import outline
from generator.syntax.printer import to_text
from tests.syntax.sheets import lines


@pytest.mark.parametrize("text", lines("accepted.sysml"))
def test_accepted_and_printed_again(text: str) -> None:
    root, diagnostics = parse(SourceFile("sheet.sysml", text))
    assert [d.message for d in diagnostics] == []
    assert root.members
    again, found = parse(SourceFile("printed.sysml", to_text(root)))
    assert [d.message for d in found] == []
    assert outline(again) == outline(root)


@pytest.mark.parametrize("text", lines("rejected.sysml"))
def test_rejected_with_a_tree(text: str) -> None:
    root, diagnostics = parse(SourceFile("sheet.sysml", text))
    assert diagnostics
    assert all(d.code.startswith("syntax-") for d in diagnostics)
    assert outline(root).startswith("RootNamespace")
