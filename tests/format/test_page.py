"""The page about formatting shows what formatting does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.source import SourceFile
from generator.syntax.format import format_source

_ROOT = Path(__file__).resolve().parents[2]
_PAGE = (_ROOT / "docs" / "formatting.md").read_text(encoding="utf-8")


def test_the_example_is_true() -> None:
    models = re.findall(r"^```sysml\n(.*?)^```$", _PAGE, re.M | re.S)
    before, after, by_hand = models
    for given, wanted in ((before, after), (by_hand, by_hand)):
        formatted, found = format_source(SourceFile("page.sysml", given))
        assert found == ()
        assert formatted.text == wanted


@pytest.mark.parametrize(
    "hook", re.findall(r"^- id: (\S+)", (_ROOT / ".pre-commit-hooks.yaml").read_text(), re.M)
)
def test_hooks_are_named(hook: str) -> None:
    assert f"`{hook}`" in _PAGE
