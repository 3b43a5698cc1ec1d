"""Whatever the white space was and wherever notes stand, the layout is the same and nothing is lost."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.source import SourceFile
from generator.syntax.format import format_source
from generator.syntax.format.trivia import notes
from generator.syntax.scanner import scan
from generator.syntax.tables import load
from tests.format.cases import load_cases
from tests.format.perturbation import shaken, with_notes

_ROOT = Path(__file__).resolve().parents[2]
_MODELS = [
    (path.suffix[1:], path.read_text(encoding="utf-8"))
    for path in sorted(
        [*(_ROOT / "ssot").rglob("*.sysml"), *(_ROOT / "generator/library").glob("*")]
    )
    if path.suffix == ".sysml"
] + [(case.dialect, case.after) for case in load_cases()]
_MODELS.sort(key=lambda model: len(model[1]))  # the first is the simplest example
_TEXTS = st.sampled_from(_MODELS)
_FREE_TEXTS = st.sampled_from([(dialect, text) for dialect, text in _MODELS if "fmt:" not in text])
_PLACES = st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 3)), min_size=1, max_size=40)
_RUNS = settings(max_examples=60, deadline=None)


def _formatted(dialect: str, text: str, width: int = 100) -> str:
    found, diagnostics = format_source(SourceFile(f"model.{dialect}", text), width)
    assert [f"{d.span.location()} {d.message}" for d in diagnostics] == []
    return found.text


@given(_FREE_TEXTS, st.randoms(use_true_random=False))
@_RUNS
def test_white_space_does_not_matter(model: tuple[str, str], random: Random) -> None:
    dialect, text = model
    formatted = _formatted(dialect, text)
    disturbed = shaken(formatted, dialect, random)
    assert _formatted(dialect, disturbed) == formatted


@given(_TEXTS, _PLACES)
@_RUNS
def test_notes_survive_between_any_two_tokens(
    model: tuple[str, str], places: list[tuple[int, int]]
) -> None:
    dialect, text = model
    tables = load(dialect)
    noted, count = with_notes(text, dialect, places)
    written = notes(scan(noted, tables))
    assert len(written) == count + len(notes(scan(text, tables)))
    formatted = _formatted(dialect, noted)
    assert notes(scan(formatted, tables)) == written
    assert _formatted(dialect, formatted) == formatted


@given(_TEXTS, st.integers(20, 200))
@_RUNS
def test_every_width_has_a_layout(model: tuple[str, str], width: int) -> None:
    dialect, text = model
    formatted = _formatted(dialect, text, width)
    assert _formatted(dialect, formatted, width) == formatted


@pytest.mark.parametrize("seed", range(3))
def test_disturbed_texts_are_disturbed(seed: int) -> None:
    for dialect, text in _MODELS:
        formatted = _formatted(dialect, text)
        if formatted.count(";") > 3:
            assert shaken(formatted, dialect, Random(seed)) != formatted
