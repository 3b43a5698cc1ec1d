"""Real models: every file is taken without an error, and its tree holds everything that is in it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from generator.source import SourceFile
from generator.syntax import parse
from generator.syntax.build.core import unescape
from generator.syntax.outline import outline
from generator.syntax.printer import to_text
from generator.syntax.scanner import scan
from generator.syntax.tables import load
from tests.syntax.corpus import CORPUS, files

pytestmark = pytest.mark.skipif(
    not CORPUS.exists(), reason="the corpora are not here (SSOT_CORPUS)"
)
_VALID = [
    *files("official/training"),
    *files("official/examples"),
    *files("official/library"),
    *files("official/library", ".kerml"),
    *(CORPUS / "hfo" / f"{name}.sysml" for name in ("HFO_SSOT", "Obsidian_Hourglass")),
    *sorted((CORPUS / "hfo").glob("gen_33*.sysml")),
    *sorted((CORPUS / "hfo").glob("gen_34*.sysml")),
]


def _content(text: str, dialect: str) -> Counter[tuple[str, str]]:
    """Every name, literal and comment of a text, quotes of names aside."""
    tables = load(dialect)
    kinds = {tables.terminal(k): k for k in ("NAME", "STRING", "INTEGER", "REAL", "BLOCK_COMMENT")}
    tokens = scan(text, tables)
    found: Counter[tuple[str, str]] = Counter()
    for kind, start, end in zip(tokens.types, tokens.starts, tokens.ends, strict=True):
        if kind in kinds:
            word = text[start:end]
            found[kinds[kind], unescape(word) if word[0] == "'" else word] += 1
    return found


@pytest.mark.parametrize("path", _VALID, ids=lambda path: path.stem)
def test_read_printed_and_read_again(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    root, diagnostics = parse(SourceFile(path.name, text))
    assert [f"{d.span.location()} {d.message}" for d in diagnostics] == []
    printed = to_text(root, path.suffix[1:])
    again, found = parse(SourceFile(f"printed{path.suffix}", printed))
    assert [f"{d.span.location()} {d.message}" for d in found] == []
    assert outline(again) == outline(root)
    assert _content(printed, path.suffix[1:]) == _content(text, path.suffix[1:])


def test_all_files_are_there() -> None:
    assert len(files("official/training")) == 100
    assert len(_VALID) == 293


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        (
            "gen_42_ssot_HFO_GEN42_CORE",
            ["2 syntax-doc-string", "4 syntax-stray-words", "27 syntax-unknown-keyword"],
        ),
        (
            "gen_30_ssot_HFO_SSOT",
            ["15 syntax-qualified-declaration", "228 syntax-modifier-order"],
        ),
    ],
)
def test_guessed_notation_is_taught(name: str, codes: list[str]) -> None:
    text = (CORPUS / "hfo" / f"{name}.sysml").read_text(encoding="utf-8")
    _, diagnostics = parse(SourceFile(name, text))
    found = [f"{d.span.line} {d.code}" for d in diagnostics]
    assert [code for code in codes if code not in found] == []
    assert all(d.hint or d.fix for d in diagnostics)
