"""`ssot check`, `explain`, `impact`, `query`, `diagrams`, `archive`: answers for people and for programs."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import generator
from tests.cli.project import ROOT, Project

REQUIREMENTS = """package Hive {
    requirement def <'R1'> Fast { doc /* It is fast. */ }
    part def Scout { attribute range; }
    part def LongScout :> Scout;
    part hive { part scout : LongScout; satisfy requirement fast : Fast by hive; }
}
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with a requirement."""
    return Project.make(tmp_path, REQUIREMENTS)


def test_check_in_every_format(project: Project) -> None:
    assert project.ssot("check").out == "1 file, nothing to complain about\n"
    project.edit(":> Scout", ":> Scoot")
    found = project.ssot("check", "--format", "json", code=1).json
    (diagnostic,) = found["diagnostics"]
    assert found["files"] == 1
    assert {key: diagnostic[key] for key in ("file", "line", "column", "severity", "code")} == {
        "file": "ssot/hive/hive.sysml",
        "line": 4,
        "column": 27,
        "severity": "error",
        "code": "unresolved-name",
    }
    assert json.loads(project.ssot("check", "--format", "sarif", code=1).out)["version"] == "2.1.0"
    assert project.ssot("check", "--format", "github", code=1).out.startswith(
        "::error file=ssot/hive/"
    )
    assert "^^^^^" in project.ssot("check", code=1).out


def test_check_shows_paths_as_they_were_given(project: Project, tmp_path: Path) -> None:
    outside = tmp_path / "outside.sysml"
    outside.write_text("part def A :> B;")
    found = project.ssot("check", str(outside), "--format", "json", code=1).json
    assert found["diagnostics"][0]["file"] == str(outside)


def test_explain_an_element(project: Project) -> None:
    answer = project.ssot("explain", "Hive::Scout", "--format", "json").json
    assert answer["kind"] == "PartDefinition"
    assert answer["location"] == "ssot/hive/hive.sysml:3:5"
    assert answer["files"] == ["generated/hive/scout.py", "generated/hive/shelf.txt"]
    assert "satisfied by" in project.ssot("explain", "Fast").out


def test_explain_a_code(project: Project) -> None:
    from generator.rules import all_rules

    for rule in all_rules():
        assert rule.page.splitlines()[0] in project.ssot("explain", rule.code).out


def test_explain_what_is_nothing(project: Project) -> None:
    assert "did you mean" in project.ssot("explain", "Hive::Scuot", code=2).err


def test_impact_follows_what_depends_on_an_element(project: Project) -> None:
    answer = project.ssot("impact", "Scout", "--format", "json").json
    names = [name for name, _ in answer["dependents"]]
    assert names == ["Hive::LongScout", "Hive::hive", "Hive::hive::scout"]
    assert "generated/hive/long_scout.py" in answer["files"]
    assert "Hive::LongScout (specialises Hive::Scout)" in project.ssot("impact", "Scout").out


def test_query_by_kind_general_and_name(project: Project) -> None:
    def names(*options: str) -> list[str]:
        found = project.ssot("query", *options, "--format", "json", code=None)
        return [each["name"] for each in found.json["elements"]]

    assert names("--kind", "PartDefinition") == ["Hive::Scout", "Hive::LongScout"]
    assert names("--specializes", "Hive::Scout", "--kind", "PartUsage") == ["Hive::hive::scout"]
    assert names("--name", "*::range") == ["Hive::Scout::range"]
    project.ssot("query", "--name", "nothing", code=1)
    assert "no element is a `Nonsense`" in project.ssot("query", "--kind", "Nonsense", code=2).err


def test_an_archive_regenerates_byte_for_byte(project: Project, tmp_path: Path) -> None:
    project.ssot("generate")
    first, second, restored = (tmp_path / name for name in ("a.molt", "b.molt", "restored"))
    project.ssot("archive", "create", str(first))
    project.ssot("archive", "create", str(second))
    assert first.read_bytes() == second.read_bytes()
    answer = project.ssot("archive", "restore", str(first), str(restored))
    assert "generated, each the same byte for byte" in answer.out
    for path, text in project.files().items():
        assert (restored / "project" / path).read_text(encoding="utf-8") == text


@pytest.mark.parametrize("given", ["models", "models/deep", "models/deep/one.sysml"])
def test_an_archive_keeps_the_systems_of_models_from_anywhere(
    project: Project, tmp_path_factory: pytest.TempPathFactory, given: str
) -> None:
    folder = tmp_path_factory.mktemp("elsewhere")
    deep = folder / "models" / "deep"
    deep.mkdir(parents=True)
    (deep / "one.sysml").write_text(REQUIREMENTS)
    (deep / "two.sysml").write_text("package Two { part def Wing; }")
    options = ["--model", str(folder / given), "--out", str(folder / "out")]
    project.ssot("generate", *options)
    archive = str(folder / "a.molt")
    project.ssot("archive", "create", archive, *options)
    answer = project.ssot("archive", "restore", archive, str(folder / "restored"))
    assert "each the same byte for byte" in answer.out


def test_an_archive_of_outputs_that_drifted_is_refused(project: Project, tmp_path: Path) -> None:
    answer = project.ssot("archive", "create", str(tmp_path / "a.molt"), code=1)
    assert "run `ssot generate` first" in answer.err
    assert not (tmp_path / "a.molt").exists()


@pytest.mark.parametrize(
    "name", ["../evil", "/evil", "a/../../evil", "C:/evil", "a\\evil", "project/\u202eevil", "nul"]
)
def test_an_archive_that_reaches_out_is_refused(
    project: Project, tmp_path: Path, name: str
) -> None:
    project.ssot("generate")
    good, evil = tmp_path / "good.molt", tmp_path / "evil.molt"
    project.ssot("archive", "create", str(good))
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(evil, "w") as target:
        for entry in source.infolist():
            target.writestr(entry, source.read(entry))
        target.writestr(name, "evil")
    answer = project.ssot("archive", "restore", str(evil), str(tmp_path / "to"), code=1)
    assert "refused" in answer.err or "index" in answer.err
    assert not (tmp_path / "to").exists()


def test_an_archive_that_was_changed_is_refused(project: Project, tmp_path: Path) -> None:
    project.ssot("generate")
    good, bad = tmp_path / "good.molt", tmp_path / "bad.molt"
    project.ssot("archive", "create", str(good))
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(bad, "w") as target:
        for entry in source.infolist():
            changed = entry.filename.endswith("hive.sysml")
            target.writestr(entry, b"package P;" if changed else source.read(entry))
    assert (
        "is damaged"
        in project.ssot("archive", "restore", str(bad), str(tmp_path / "to"), code=1).err
    )
    bad.write_bytes(b"no zip")
    assert (
        "is no archive"
        in project.ssot("archive", "restore", str(bad), str(tmp_path / "to"), code=1).err
    )


def test_review_of_nothing_is_a_message(project: Project) -> None:
    assert "nothing to review" in project.ssot("review", code=1).err
    assert "no reviewer is called" in project.ssot("review", "-r", "nobody", code=2).err


def test_the_version_is_that_of_the_distribution(project: Project) -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (version,) = re.findall(r'^version = "(.+)"$', text, re.MULTILINE)
    assert project.ssot("--version").out == f"ssot {version}\n"
    assert generator.__version__ == version


def test_every_command_has_help(project: Project) -> None:
    commands = re.findall(r"^  ([a-z]+) {2,}", project.ssot("--help").out, re.MULTILINE)
    assert {
        "check",
        "generate",
        "review",
        "diagrams",
        "explain",
        "impact",
        "query",
        "history",
    } <= set(commands)
    for command in commands:
        assert "Usage:" in project.ssot(command, "--help").out


def test_the_public_names_load_lazily() -> None:
    code = (
        "import sys, generator, generator.ir\n"
        "assert not {'lark', 'jinja2', 'typer', 'black', 'pydantic'} & set(sys.modules), sys.modules.keys()\n"
        "for name in generator.__all__: getattr(generator, name)\n"
        "assert generator.__all__ == sorted(generator.__all__)\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def test_colours_only_where_they_are_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.surfaces.cli.console import uses_colour

    class Stream:
        """A terminal, or not."""

        def __init__(self, tty: bool) -> None:
            self.tty = tty

        def isatty(self) -> bool:
            """Whether it is a terminal."""
            return self.tty

    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert uses_colour(Stream(True))  # type: ignore[arg-type]
    assert not uses_colour(Stream(False))  # type: ignore[arg-type]
    monkeypatch.setenv("NO_COLOR", "1")
    assert not uses_colour(Stream(True))  # type: ignore[arg-type]
