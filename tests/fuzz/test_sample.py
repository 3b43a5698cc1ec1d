"""A few of the inputs of the long run, in every run of the tests, and what it has found so far."""

from __future__ import annotations

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


_FOUND = {
    "a package that lacks the word library": b"standard package P { part def A; part def B; }",
    "a package that is called otherwise": b"standard library expose P { part def A; part def B; }",
}


@pytest.mark.parametrize("name", _FOUND)
def test_what_was_found_stays_mended(name: str) -> None:
    original = _FOUND[name].decode("utf-8", "replace")
    assert examine("found.sysml", _FOUND[name], original) is None
