"""Real models, formatted: the same tree, the same notes, and nothing left to do the second time."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.source import SourceFile
from generator.syntax import parse
from generator.syntax.format import format_source
from generator.syntax.format.sameness import difference
from generator.syntax.format.trivia import notes
from generator.syntax.scanner import scan
from generator.syntax.tables import load
from tests.syntax.corpus import CORPUS, files

_ROOT = Path(__file__).resolve().parents[2]
_OWN = sorted([*(_ROOT / "ssot").rglob("*.sysml"), *(_ROOT / "generator/library").rglob("*.sysml")])
_CORPORA = [
    *files("official/training"),
    *files("official/examples"),
    *files("official/library"),
    *files("official/library", ".kerml"),
    *files("hfo"),
]


def _check(path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace("\r\n", "\n")
    source = SourceFile(path.name, text)
    root, diagnostics = parse(source)
    if diagnostics:
        pytest.skip("the file has syntax errors")
    formatted, found = format_source(source)
    assert found == ()
    again, _ = parse(SourceFile(path.name, formatted.text))
    assert difference(root, again) is None
    tables = load(path.suffix[1:])
    assert notes(scan(formatted.text, tables)) == notes(scan(text, tables))
    assert format_source(SourceFile(path.name, formatted.text))[0].text == formatted.text
    _check_lines(formatted.text)


def _check_lines(text: str) -> None:
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    outside = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    assert "\n\n\n" not in outside
    assert "{\n\n" not in outside
    assert not text.startswith("\n")


@pytest.mark.parametrize("path", _OWN, ids=lambda path: path.stem)
def test_own_models(path: Path) -> None:
    _check(path)


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpora are not here (SSOT_CORPUS)")
@pytest.mark.parametrize("path", _CORPORA, ids=lambda path: path.stem)
def test_corpora(path: Path) -> None:
    _check(path)
