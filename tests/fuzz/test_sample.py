"""A few of the inputs of the long run, in every run of the tests, and what it has found so far."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.front import examine, examine_notation
from tests.fuzz.mutations import LOCAL, MUTATIONS
from tests.fuzz.seeds import texts
from tests.fuzz.sequence import hostile

_WHOLE = 3
_NOTATION = 20
_SEED = 11


@pytest.fixture(scope="module")
def sources() -> list[tuple[str, str]]:
    return texts(with_corpora=False)


@pytest.mark.parametrize("kind", sorted(MUTATIONS))
def test_hostile_files_have_diagnostics_and_no_traceback(
    kind: str, sources: list[tuple[str, str]]
) -> None:
    place = sorted(MUTATIONS).index(kind)
    for turn in range(_WHOLE):
        each = hostile(_SEED, place + turn * len(MUTATIONS), sources)
        assert examine(each.name, each.data, each.original) is None, (each.number, kind)
    for turn in range(_WHOLE, _WHOLE + _NOTATION):
        each = hostile(_SEED, place + turn * len(MUTATIONS), sources)
        assert examine_notation(each.name, each.data, each.original) is None, (each.number, kind)


def test_inputs_are_the_same_every_time(sources: list[tuple[str, str]]) -> None:
    first = [hostile(_SEED, number, sources).data for number in range(50)]
    assert first == [hostile(_SEED, number, sources).data for number in range(50)]
    assert first != [hostile(_SEED + 1, number, sources).data for number in range(50)]
    assert MUTATIONS.keys() >= LOCAL


_FOUND = sorted((Path(__file__).parent / "found").iterdir())


@pytest.mark.parametrize("path", _FOUND, ids=lambda path: path.stem)
def test_what_was_found_stays_mended(path: Path) -> None:
    data = path.read_bytes()
    assert examine_notation(path.name, data, data.decode("utf-8", "replace")) is None
