"""Mutants are chosen by digest and judged by the tests that can notice them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.quorum.mutation import Candidate, Unsound, candidates, choose, try_all
from generator.quorum.mutation.targets import Targets
from tests.mutation.__main__ import main

FILES = {
    "desk/__init__.py": "",
    "desk/rules.py": "def half(value):\n    return value / 2\n",
    "desk/loops.py": (
        "def down(value):\n    while value > 0:\n        value = value - 1\n    return value\n"
    ),
    "desk/parts/__init__.py": "",
    "desk/parts/shelf.py": "from ..rules import half\n\n\ndef room():\n    return half(8)\n",
    "desk/tests/__init__.py": "",
    "desk/tests/test_rules.py": (
        "from desk.rules import half\n\n\ndef test_half():\n    assert half(4) == 2\n"
    ),
    "desk/tests/test_loops.py": (
        "from desk.loops import down\n\n\ndef test_down():\n    assert down(3) == 0\n"
    ),
    "desk/tests/parts/__init__.py": "",
    "desk/tests/parts/test_shelf.py": (
        "from desk.parts.shelf import room\n\n\ndef test_room():\n    room()\n"
    ),
}


@pytest.fixture
def code(tmp_path: Path) -> Path:
    """A package whose shelf is not tested."""
    for name, text in FILES.items():
        path = tmp_path / "code" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "code"


def test_a_module_has_its_own_tests_and_those_that_reach_it(code: Path) -> None:
    targets = Targets(code, "desk")
    assert targets.own("desk/rules.py") == ("desk/tests/test_rules.py",)
    assert targets.own("desk/parts/shelf.py") == ("desk/tests/parts/test_shelf.py",)
    assert targets.reaching("desk/rules.py") == (
        "desk/tests/test_rules.py",
        "desk/tests/parts/test_shelf.py",
    )


def test_a_module_without_tests_of_its_own_gets_those_of_its_folder_or_all(code: Path) -> None:
    (code / "desk/parts/other.py").write_text("x = 1\n", encoding="utf-8")
    (code / "desk/other.py").write_text("x = 1\n", encoding="utf-8")
    targets = Targets(code, "desk")
    assert targets.own("desk/parts/other.py") == ("desk/tests/parts/test_shelf.py",)
    assert len(targets.own("desk/other.py")) == 3


def test_the_same_bytes_give_the_same_sample(code: Path) -> None:
    first = choose(candidates(code, "desk"), 4)
    assert first == choose(reversed(candidates(code, "desk")), 4)
    assert {each.part for each in choose(first, 3)} == {"rules", "loops", "parts"}
    assert len(choose(first, 99)) == 4
    rules = [each for each in candidates(code, "desk") if each.part == "rules"]
    (code / "desk/rules.py").write_text("\n\n" + FILES["desk/rules.py"], encoding="utf-8")
    moved = [each for each in candidates(code, "desk") if each.part == "rules"]
    assert [each.rank for each in moved] == [each.rank for each in rules]


def _found(code: Path, part: str, change: str) -> list[Candidate]:
    return [
        each
        for each in candidates(code, "desk")
        if each.part == part and change in each.mutant.change
    ]


def test_mutants_die_survive_or_run_too_long(code: Path, tmp_path: Path) -> None:
    chosen = [
        *_found(code, "rules", "Div became Mult"),
        *_found(code, "loops", "Sub became Add"),
        *_found(code, "parts", "a result became None"),
    ]
    quotient, endless, shelf = try_all(code, chosen, scratch=tmp_path / "scratch")
    assert quotient.by == "desk/tests/test_rules.py::test_half"
    assert not quotient.late
    assert endless.by == "desk/tests/test_loops.py::test_down"
    assert endless.late
    assert not shelf.killed
    assert (code / "desk/rules.py").read_text(encoding="utf-8") == FILES["desk/rules.py"]


def test_a_test_that_fails_anyway_kills_nothing(code: Path, tmp_path: Path) -> None:
    (code / "desk/tests/test_rules.py").write_text("def test_it():\n    assert False\n", "utf-8")
    with pytest.raises(Unsound, match="test_it fails on the package as it is"):
        try_all(code, _found(code, "rules", "Div"), scratch=tmp_path / "scratch")


def test_the_command_names_survivors_and_counts(
    code: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--generated", str(code), "--part", "parts", "--all"]
    assert main(arguments) == 0
    printed = capsys.readouterr().out
    assert "survived: desk/parts/shelf.py:5: room: a result became None (gap)" in printed
    assert "| desk | parts | 2 | 2 | 0 | 0% | 2 |" in printed
    assert main([*arguments, "--wanted", "0.9"]) == 1
