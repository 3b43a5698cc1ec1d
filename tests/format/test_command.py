"""`ssot fmt`: what it writes, what it prints, which exit code it ends with."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.project import ROOT, Project

LOOSE = "package Hive{\n part  def Scout{attribute range;} // looks around\n}\n"
NEAT = "package Hive {\n    part def Scout { attribute range; } // looks around\n}\n"
BROKEN = "package Hive {\n part def Scout\n}\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project.make(tmp_path, LOOSE)


def add(project: Project, name: str, text: str | bytes) -> Path:
    path = project.model.with_name(name)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_the_models_of_the_project_are_formatted(project: Project) -> None:
    neat = add(project, "neat.sysml", NEAT)
    before = neat.stat()
    found = project.ssot("fmt")
    assert found.out == "formatted ssot/hive/hive.sysml\n"
    assert found.err == "2 files: 1 changed, 1 unchanged\n"
    assert project.model.read_text() == NEAT
    assert (neat.stat().st_ino, neat.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert project.ssot("fmt").out == ""


def test_check_lists_and_writes_nothing(project: Project) -> None:
    found = project.ssot("fmt", "--check", code=1)
    assert found.out == "would format ssot/hive/hive.sysml\n"
    assert found.err == "1 file: 1 would change\n"
    assert project.model.read_text() == LOOSE
    project.model.write_text(NEAT)
    assert project.ssot("fmt", "--check").out == ""


def test_diff_shows_and_writes_nothing(project: Project) -> None:
    found = project.ssot("fmt", "--diff", "ssot/hive/hive.sysml", code=1)
    lines = found.out.splitlines()
    assert lines[:2] == [
        "--- ssot/hive/hive.sysml (now)",
        "+++ ssot/hive/hive.sysml (formatted)",
    ]
    assert "-package Hive{" in lines
    assert "+package Hive {" in lines
    assert "\x1b" not in found.out
    assert project.model.read_text() == LOOSE


def test_a_diff_on_a_terminal_is_in_colour(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.surfaces.cli.console.uses_colour", lambda stream: True)
    lines = project.ssot("fmt", "--diff", code=1).out.splitlines()
    assert "\x1b[31m-package Hive{\x1b[0m" in lines
    assert "\x1b[32m+package Hive {\x1b[0m" in lines


def test_a_file_with_errors_is_left_alone_and_the_others_are_not(project: Project) -> None:
    broken = add(project, "broken.sysml", BROKEN)
    found = project.ssot("fmt", code=1)
    assert found.out == "formatted ssot/hive/hive.sysml\n"
    assert "ssot/hive/broken.sysml:2:16: error [syntax-missing-semicolon]" in found.err
    assert found.err.endswith("2 files: 1 changed, 1 left alone with errors\n")
    assert broken.read_text() == BROKEN
    assert project.model.read_text() == NEAT


def test_json(project: Project) -> None:
    add(project, "broken.sysml", BROKEN)
    add(project, "neat.sysml", NEAT)
    files = project.ssot("fmt", "--check", "--diff", "--format", "json", code=1).json["files"]
    assert [(each["path"], each["status"]) for each in files] == [
        ("ssot/hive/broken.sysml", "error"),
        ("ssot/hive/hive.sysml", "changed"),
        ("ssot/hive/neat.sysml", "unchanged"),
    ]
    assert files[0]["diagnostics"][0]["line"] == 2
    assert "+package Hive {\n" in files[1]["diff"]


def test_line_ends_and_the_byte_order_mark_go(project: Project) -> None:
    path = add(project, "crlf.sysml", NEAT.replace("\n", "\r\n").encode())
    marked = add(project, "marked.sysml", b"\xef\xbb\xbf" + NEAT.encode())
    assert "@@ line ends" in project.ssot("fmt", "--diff", "ssot/hive/crlf.sysml", code=1).out
    project.ssot("fmt")
    assert path.read_bytes() == marked.read_bytes() == NEAT.encode()


def test_the_mode_of_a_file_stays(project: Project) -> None:
    project.model.chmod(0o640)
    project.ssot("fmt")
    assert project.model.stat().st_mode & 0o777 == 0o640
    assert [each.name for each in project.model.parent.iterdir()] == ["hive.sysml"]


def test_a_read_only_file_stays(project: Project) -> None:
    project.model.chmod(0o444)
    found = project.ssot("fmt", code=1)
    assert "[format-unwritable] hive.sysml is read-only; it stays as it is" in found.err
    assert project.model.read_text() == LOOSE
    assert project.ssot("fmt", "--check", code=1).out == "would format ssot/hive/hive.sysml\n"


def test_a_symbolic_link_is_not_followed(project: Project, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.sysml"
    elsewhere.write_text(LOOSE)
    project.model.unlink()
    project.model.symlink_to(elsewhere)
    found = project.ssot("fmt", code=1)
    assert "hive.sysml is a symbolic link" in found.err
    assert elsewhere.read_text() == LOOSE
    assert project.model.is_symlink()


def test_a_file_that_is_not_utf8_stays(project: Project) -> None:
    path = add(project, "latin.sysml", b"part 'caf\xe9';")
    found = project.ssot("fmt", "ssot/hive/latin.sysml", code=1)
    assert "the file is not UTF-8 text" in found.err
    assert path.read_bytes() == b"part 'caf\xe9';"


def test_the_width_is_a_setting(tmp_path: Path) -> None:
    project = Project.make(tmp_path, NEAT, "line-width = 30\n")
    assert project.ssot("fmt", "--check", code=1)
    project.ssot("fmt")
    assert "    part def Scout {\n        attribute range;\n    }" in project.model.read_text()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("-", "ssot"), "standard input goes with no other path"),
        (("--stdin-filename", "a.sysml", "ssot"), "standard input goes with no other path"),
        (("nowhere.sysml",), "nowhere.sysml does not exist"),
        (("pyproject.toml",), "pyproject.toml is no model"),
        (("--format", "xml"), "'xml' is not one of"),
    ],
)
def test_a_wrong_question(project: Project, arguments: tuple[str, ...], message: str) -> None:
    assert message in project.ssot("fmt", *arguments, code=2).err


def piped(folder: Path, text: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run `ssot fmt` as an editor does: a text in, a text out."""
    return subprocess.run(
        [sys.executable, "-m", "generator.surfaces.cli", "fmt", *arguments],
        input=text.encode(),
        capture_output=True,
        check=False,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def test_standard_input_goes_to_standard_output(project: Project) -> None:
    found = piped(project.root, "part  'é';\r\n", "-")
    assert (found.returncode, found.stdout, found.stderr) == (0, "part 'é';\n".encode(), b"")
    found = piped(project.root, "feature  a;", "--stdin-filename", "ssot/a.kerml")
    assert (found.returncode, found.stdout) == (0, b"feature a;\n")


def test_standard_input_with_errors_gives_nothing(project: Project) -> None:
    found = piped(project.root, BROKEN, "-", "--stdin-filename", "new.sysml")
    assert (found.returncode, found.stdout) == (1, b"")
    assert b"new.sysml:2:" in found.stderr


def test_standard_input_can_be_checked(project: Project) -> None:
    assert piped(project.root, NEAT, "-", "--check").returncode == 0
    found = piped(project.root, LOOSE, "-", "--diff")
    assert found.returncode == 1
    assert b"+package Hive {" in found.stdout
    assert b'"text": "part a;\\n"' in piped(project.root, "part a;", "-", "--format", "json").stdout
