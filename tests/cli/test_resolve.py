"""`ssot resolve`: answers, formats and exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.project import Project

MODEL = """package Hive {
    part def Scout { doc /* Looks around. */ }
    part first : Scout;
    part second : Scout;
}
"""
FILE = "ssot/hive/hive.sysml"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with two references to one definition."""
    return Project.make(tmp_path, MODEL)


def test_a_reference_in_words(project: Project) -> None:
    out = project.ssot("resolve", FILE, "3", "19").out
    assert "Hive::Scout  PartDefinition" in out
    assert f"declared at {FILE}:2:14" in out
    assert "found: a member of `Hive`" in out
    assert "| Looks around." in out
    assert "2 references" in out


def test_a_place_as_diagnostics_print_it(project: Project) -> None:
    assert (
        project.ssot("resolve", f"{FILE}:3:19").out == project.ssot("resolve", FILE, "3", "19").out
    )
    for place in (FILE, f"{FILE}:3", f"{FILE}:x:1"):
        run = project.ssot("resolve", place, code=2)
        assert "FILE:LINE:COL" in run.err


def test_a_reference_as_json(project: Project) -> None:
    found = project.ssot("resolve", FILE, "3", "18", "--references", "--format", "json").json
    assert found["reference"]["text"] == "Scout"
    assert found["reference"]["path"] == ["Hive::Scout"]
    assert found["target"]["metaclass"] == "PartDefinition"
    assert (found["target"]["file"], found["target"]["line"]) == (FILE, 2)
    assert found["found"] == {"how": "own", "through": "Hive"}
    assert [each["line"] for each in found["references"]] == [3, 4]


def test_a_declaration(project: Project) -> None:
    found = project.ssot("resolve", FILE, "2", "14", "--format", "json").json
    assert found["reference"] is None
    assert found["reference_count"] == 2


@pytest.mark.parametrize(
    ("place", "code", "message"),
    [
        (("3", "1"), 1, "no name that refers"),
        (("9", "1"), 2, "has 6 lines, not 9"),
        (("0", "1"), 2, "lines, not 0"),
        (("3", "99"), 2, "there is no column 99"),
        (("x", "1"), 2, "LINE"),
    ],
)
def test_places_without_an_answer(
    project: Project, place: tuple[str, str], code: int, message: str
) -> None:
    assert message in project.ssot("resolve", FILE, *place, code=code).err


def test_a_file_outside_of_the_project_and_one_that_is_none(
    project: Project, tmp_path_factory: pytest.TempPathFactory
) -> None:
    alone = tmp_path_factory.mktemp("alone") / "a b.sysml"
    alone.write_text("part def Ä_; part x : B; part def B;")
    assert "B  PartDefinition" in project.ssot("resolve", str(alone), "1", "24").out
    assert "is no file" in project.ssot("resolve", "gone.sysml", "1", "1", code=2).err
