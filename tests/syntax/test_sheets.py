"""Every construct of the notation, and everything near it that is not the notation."""

from __future__ import annotations

import pytest

from generator.source import SourceFile
from generator.syntax import parse
from generator.syntax.outline import outline
from generator.syntax.printer import to_text
from tests.syntax.sheets import lines

_ACCEPTED = [(name, line) for name in ("accepted.sysml", "accepted.kerml") for line in lines(name)]
_REJECTED = [(name, line) for name in ("rejected.sysml", "rejected.kerml") for line in lines(name)]


@pytest.mark.parametrize(("name", "text"), _ACCEPTED)
def test_accepted_and_printed_again(name: str, text: str) -> None:
    root, diagnostics = parse(SourceFile(name, text))
    assert [d.message for d in diagnostics] == []
    assert root.members
    again, found = parse(SourceFile(name, to_text(root)))
    assert [d.message for d in found] == []
    assert outline(again) == outline(root)


@pytest.mark.parametrize(("name", "text"), _REJECTED)
def test_rejected_with_a_tree(name: str, text: str) -> None:
    root, diagnostics = parse(SourceFile(name, text))
    assert diagnostics
    assert all(d.code.startswith("syntax-") for d in diagnostics)
    assert outline(root).startswith("RootNamespace")
