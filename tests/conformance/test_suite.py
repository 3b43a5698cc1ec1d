"""The comparison with annotated models: on one of our own, and on the suite of the reference implementation."""

from __future__ import annotations

import json
import os
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from tests.conformance.comparison import Comparison, compare, compare_all, library_of
from tests.conformance.xpect import read
from tests.resolve.workspace import corpus, library_model

HERE = Path(__file__).parent
RATCHET = HERE / "ratchet.json"
ASIDE = tomllib.loads((HERE / "aside.toml").read_text(encoding="utf-8"))

_MODEL = """//* XPECT_SETUP Suite END_SETUP */
package Farm {
    part def Hen;
    part def Coop { part hens : Hen [0..*]; }
    // XPECT linkedName at Coop --> Farm.Coop
    part coop : Coop;
    // XPECT linkedName at Hen --> Farm.Egg
    part hen : Hen;
    /* XPECT errors ---
        "not known" at "Goose"
        "whatever" at "part gander"
    --- */
    part goose : Goose;
    part gander : Hen;
    // XPECT errors --> "whatever else" at "attribute noise = "a, b";"
    attribute noise = "a, b";
    part odd : Nothing;
}
"""


def _comparison(tmp_path: Path, aside: dict[str, str]) -> Comparison:
    file = tmp_path / "Farm.sysml.xt"
    file.write_text(_MODEL, encoding="utf-8")
    return compare(read(file), tmp_path, library_model(), aside)


def test_differences_are_found(tmp_path: Path) -> None:
    found = _comparison(tmp_path, {})
    assert [(each.line, each.text) for each in found.missed] == [
        (14, "part gander"),
        (16, 'attribute noise = "a, b";'),
    ]
    assert [(each.span.line, each.code) for each in found.extra] == [(17, "unresolved-name")]
    assert [(each.value, actual) for each, actual in found.wrong] == [("Farm.Egg", "Farm::Hen")]
    assert found.counts["errors expected"] == 3
    assert found.counts["errors on the right line"] == 1
    assert found.counts["… with all found, none missed"] == 0
    assert len(list(found.differences())) == 4


def test_what_is_set_aside_is_counted_apart(tmp_path: Path) -> None:
    reason = "not about the language"
    found = _comparison(tmp_path, {"Farm.sysml:14": reason, "Farm.sysml:17": reason})
    assert [each.line for each in found.missed] == [16]
    assert not found.extra
    assert found.aside == (reason,)
    assert (found.counts["errors expected"], found.counts["set aside"]) == (2, 1)


def test_no_more_differences_than_before() -> None:
    folder = os.environ.get("SSOT_CONFORMANCE")
    if folder is None:
        pytest.skip("SSOT_CONFORMANCE does not name a folder of annotated models")
    library = library_of(corpus("official", "library"))
    totals: dict[str, Counter[str]] = {"kerml": Counter(), "sysml": Counter()}
    for each in compare_all(Path(folder), library, ASIDE):
        totals[each.name.rpartition(".")[2]].update(each.counts)
    known = json.loads(RATCHET.read_text(encoding="utf-8"))
    for language, counts in known.items():
        worse = {
            key: (totals[language][key], most)
            for key, most in counts.items()
            if totals[language][key] > most
        }
        assert not worse, (language, worse)
        assert totals[language]["errors expected"] > 100, "the suite is not in that folder"
