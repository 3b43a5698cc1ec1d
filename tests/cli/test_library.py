"""`--library`: a folder, an archive, the bundled one, the installed official one, on every command that reads models."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from generator.config import Config, ConfigFault
from generator.workspace.libraries import library_path
from tests.cli.project import Project
from tests.passes import cli_page

MODEL = "package Hive { private import ISQ::*; attribute long : LengthValue; part scout; }\n"
needs_official = pytest.mark.skipif(
    importlib.util.find_spec("sysml") is None,
    reason="the official library is not installed: install the extra `review`",
)


def test_every_command_that_reads_models_takes_a_library() -> None:
    for name, command in cli_page.commands():
        options = {option for each in command.params for option in each.opts}
        takes_model = "--model" in options or "check" in name.split() or "export" in name.split()
        if takes_model:
            assert "--library" in options, name


@needs_official
def test_the_installed_official_library(tmp_path: Path) -> None:
    project = Project.make(tmp_path, MODEL)
    assert "nothing to complain" in project.ssot("check", "--library", "official").out
    found = project.ssot(
        "resolve", "ssot/hive/hive.sysml", "1", "60", "--library", "official", "--format", "json"
    ).json
    assert found["target"]["qualified_name"] == "ISQBase::LengthValue"
    place = library_path(Config(root=tmp_path, library="official"))
    assert place is not None
    assert place.is_dir()


def test_finding_the_official_library_imports_nothing() -> None:
    code = (
        "import sys; from generator.workspace.libraries import installed_library as find; find(); "
    )
    code += "sys.exit('sysml' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


@needs_official
def test_a_project_can_name_its_library(tmp_path: Path) -> None:
    project = Project.make(tmp_path, MODEL, "library = 'official'\n")
    project.ssot("check")
    bundled = project.ssot(
        "query", "in(Hive)", "--library", "bundled", "--library-elements", code=None
    )
    assert "Hive::scout" in bundled.out


def test_the_default_is_the_installed_one_else_the_bundled_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = "generator.workspace.libraries.installed_library"
    monkeypatch.setattr(place, lambda: tmp_path / "stdlib")
    assert library_path(Config(root=tmp_path)) == tmp_path / "stdlib"
    monkeypatch.setattr(place, lambda: None)
    assert library_path(Config(root=tmp_path)) is None
    assert library_path(Config(root=tmp_path, library="bundled")) is None
    assert library_path(Config(root=tmp_path, library="lib")) == tmp_path / "lib"


def test_an_official_library_that_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.workspace.libraries.installed_library", lambda: None)
    with pytest.raises(ConfigFault, match="not installed"):
        library_path(Config(root=tmp_path, library="official"))


def test_an_archive_of_ours_is_a_library(tmp_path: Path) -> None:
    """What is exported can be used by the next project."""
    maker = Project.make(tmp_path / "maker", "library package Hives { part def Frame; }\n")
    maker.ssot("export", "--format", "kpar", "--out", "hives.kpar")
    user = Project.make(tmp_path / "user", "package U { part f : Hives::Frame; }\n")
    found = user.ssot(
        "query",
        "typed(Hives::Frame)",
        "--library",
        str(maker.root / "hives.kpar"),
        "--format",
        "json",
    ).json
    assert [each["name"] for each in found["elements"]] == ["U::f"]


def test_a_library_that_is_no_library(tmp_path: Path) -> None:
    project = Project.make(tmp_path, MODEL)
    assert "library-unreadable" in project.ssot("check", "--library", "nowhere", code=1).out
