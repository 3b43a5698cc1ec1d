"""Project archives: what is in them, that they can be read again, that they are the same bytes."""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from pathlib import Path

import pytest

from generator.interchange import Project, archive
from generator.library import load
from tests.cli.project import Project as CliProject

MODEL = """package Hive {
    part def <S> 'Big Scout' { attribute range; }
    part scout : 'Big Scout';
}
package <N> Nest;
"""
KERNEL = "package Kern { class Cell; }\n"


@pytest.fixture
def project(tmp_path: Path) -> CliProject:
    """A project with a SysML and a KerML file."""
    made = CliProject.make(tmp_path, MODEL)
    (tmp_path / "ssot" / "kern").mkdir()
    (tmp_path / "ssot" / "kern" / "ünı code.kerml").write_text(KERNEL, encoding="utf-8")
    return made


def test_what_is_in_an_archive(project: CliProject, tmp_path: Path) -> None:
    project.ssot("export", "--format", "kpar", "--name", "Bees", "--project-version", "1.2.3")
    with zipfile.ZipFile(tmp_path / "Bees.kpar") as opened:
        names = opened.namelist()
        described = json.loads(opened.read(".project.json"))
        meta = json.loads(opened.read(".meta.json"))
        contents = {name: opened.read(name) for name in names[2:]}
    assert names[:2] == [".project.json", ".meta.json"]
    assert (described["name"], described["version"]) == ("Bees", "1.2.3")
    assert all("versionConstraint" in each for each in described["usage"])
    assert contents["ssot/hive/hive.sysml"].decode() == MODEL
    assert meta["index"] == {
        "Hive": "ssot/hive/hive.sysml",
        "Kern": "ssot/kern/ünı code.kerml",
        "N": "ssot/hive/hive.sysml",
        "Nest": "ssot/hive/hive.sysml",
    }
    assert meta["metamodel"] == "https://www.omg.org/spec/SysML/20250201"
    assert meta["created"] == "1980-01-01T00:00:00Z"
    assert set(meta["checksum"]) == set(contents)
    for name, content in contents.items():
        assert meta["checksum"][name] == {
            "value": hashlib.sha256(content).hexdigest(),
            "algorithm": "SHA256",
        }


def test_an_archive_is_read_again(project: CliProject, tmp_path: Path) -> None:
    project.ssot("export", "--format", "kpar", "--out", "bees.kpar")
    sources, found = load(tmp_path / "bees.kpar")
    assert not found
    assert sorted(source.text for source in sources) == sorted([MODEL, KERNEL])


def test_an_archive_is_checked_like_a_folder(project: CliProject, tmp_path: Path) -> None:
    project.ssot("export", "--format", "kpar", "--out", "bees.kpar")
    assert "2 files, nothing" in project.ssot("check", "bees.kpar").out
    bad = archive(Project(name="b", version="1"), {"in/a.sysml": "import P::*; package P;"}, {})
    (tmp_path / "bad.kpar").write_bytes(bad)
    found = project.ssot("check", "bad.kpar", "--format", "json", code=1).json["diagnostics"]
    assert found[0]["file"] == "bad.kpar/in/a.sysml"
    assert "not changed" in project.ssot("check", "bad.kpar", "--fix", code=1).err
    (tmp_path / "hostile.kpar").write_bytes(b"PK")
    assert "cannot be used" in project.ssot("check", "hostile.kpar", code=2).err


def test_the_same_models_give_the_same_bytes(project: CliProject, tmp_path: Path) -> None:
    project.ssot("export", "--format", "kpar", "--out", "one.kpar")
    for file in (tmp_path / "ssot").rglob("*ml"):
        os.utime(file, (1, 1))
    project.ssot("export", "--format", "kpar", "--out", "two.kpar")
    assert (tmp_path / "one.kpar").read_bytes() == (tmp_path / "two.kpar").read_bytes()


def test_the_time_can_be_set(
    project: CliProject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    project.ssot("export", "--format", "kpar", "--out", "bees.kpar")
    with zipfile.ZipFile(tmp_path / "bees.kpar") as opened:
        assert json.loads(opened.read(".meta.json"))["created"] == "2023-11-14T22:13:20Z"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert "no number" in project.ssot("export", "--format", "kpar", code=1).err


def test_used_domain_libraries_go_with_the_models(project: CliProject, tmp_path: Path) -> None:
    project.edit("part scout", "private import AgentSystems::*; part scout")
    project.ssot("export", "--format", "kpar", "--out", "bees.kpar")
    sources, _ = load(tmp_path / "bees.kpar")
    assert any(source.path.endswith("/AgentSystems.sysml") for source in sources)


def test_a_kernel_project_says_so() -> None:
    data = archive(Project(name="k", version="1"), {"a.kerml": KERNEL}, {"Kern": "a.kerml"})
    assert b"spec/KerML/20250201" in data
    assert b"spec/SysML" not in data


def test_models_with_errors_are_not_exported(project: CliProject, tmp_path: Path) -> None:
    project.edit("part scout : 'Big Scout'", "part scout : Nowhere")
    for form in ("json", "kpar"):
        answer = project.ssot("export", "--format", form, "--out", "out", code=1)
        assert "unresolved-name" in answer.err
    assert not (tmp_path / "out").exists()


def test_json_from_the_command_line(project: CliProject, tmp_path: Path) -> None:
    printed = project.ssot("export").json
    project.ssot("export", "--out", "model.json")
    written = json.loads((tmp_path / "model.json").read_text(encoding="utf-8"))
    assert printed == written
    assert {each["qualifiedName"] for each in written} >= {
        "Hive",
        "Hive::'Big Scout'",
        "Kern::Cell",
    }
    other = project.ssot("export", "--name", "another").json
    assert {each["@id"] for each in other}.isdisjoint({each["@id"] for each in printed})


def test_the_name_comes_from_the_project(project: CliProject, tmp_path: Path) -> None:
    text = (tmp_path / "pyproject.toml").read_text()
    (tmp_path / "pyproject.toml").write_text(
        text + "\n[project]\nname = 'honey'\nversion = '7.0'\ndescription = 'Bees.'\n"
    )
    project.ssot("export", "--format", "kpar")
    with zipfile.ZipFile(tmp_path / "honey.kpar") as opened:
        described = json.loads(opened.read(".project.json"))
    assert (described["version"], described["description"]) == ("7.0", "Bees.")


def test_the_table_of_metaclasses_is_that_of_the_metamodel() -> None:
    """Compares the committed names with the published metamodel, where that is at hand."""
    import xml.etree.ElementTree as ElementTree

    from generator.interchange.metaclasses import metaclasses

    place = os.environ.get("SSOT_METAMODEL", "")
    if not Path(place).is_file():
        pytest.skip("the published metamodel is not here: set SSOT_METAMODEL to its SysML.uml")
    found = {}
    for element in ElementTree.parse(place).iter("packagedElement"):
        if any(key.endswith("}type") and value == "uml:Class" for key, value in element.items()):
            own = element.findall("ownedAttribute")
            found[element.get("name")] = [
                each.get("name") for each in own if each.get("isDerived") != "true"
            ]
    ours = {name: [each.name for each in own] for name, (_, own) in metaclasses().items()}
    assert ours == found
