"""Odd files and folders around a run: a message of one line, never a traceback, and nothing written."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.project import ROOT, process

_MODEL = "package P { attribute def A; }"


def run(folder: Path, *arguments: str) -> tuple[int, str]:
    """The exit code and everything said of a generation without review."""
    cache = {"SSOT_CACHE": str(folder / "cache")}
    command = ("generate", "--no-review", *arguments)
    with process(command, folder, cache) as running:
        out, err = running.communicate(timeout=120)
        return running.returncode, out + err


@pytest.mark.parametrize("out", ["taken", "taken/below"])
def test_a_file_where_outputs_should_go(tmp_path: Path, out: str) -> None:
    (tmp_path / "m.sysml").write_text(_MODEL, encoding="utf-8")
    (tmp_path / "taken").write_text("mine", encoding="utf-8")
    code, said = run(tmp_path, "--model", "m.sysml", "--out", out)
    assert code == 1
    assert said.startswith("error: ")
    assert "Traceback" not in said
    assert (tmp_path / "taken").read_text(encoding="utf-8") == "mine"


def test_a_byte_order_mark_and_line_ends_of_windows(tmp_path: Path) -> None:
    (tmp_path / "m.sysml").write_bytes(b"\xef\xbb\xbfpackage P {\r\n\tattribute def A;\r\n}\r\n")
    code, said = run(tmp_path, "--model", "m.sysml", "--out", "out")
    assert code == 0, said
    made = (tmp_path / "out").rglob("*.*")
    assert not any(b"\r" in path.read_bytes() for path in made if path.is_file())


def test_imports_and_generals_in_circles(tmp_path: Path) -> None:
    text = "package R { part def A :> B; part def B :> A; import S::*; } package S { import R::*; }"
    (tmp_path / "m.sysml").write_text(text, encoding="utf-8")
    code, said = run(tmp_path, "--model", "m.sysml", "--out", "out")
    assert code == 1
    assert "specialization-cycle" in said
    assert "Traceback" not in said
    assert not (tmp_path / "out").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_no_model(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.sysml")
    code, said = run(tmp_path, "--model", "pipe.sysml", "--out", "out")
    assert code == 2
    assert "Traceback" not in said


@pytest.mark.skipif(os.name != "posix", reason="closing a stream is a matter of the shell")
@pytest.mark.parametrize("closing", [">&-", "<&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams(tmp_path: Path, closing: str) -> None:
    (tmp_path / "m.sysml").write_text(_MODEL, encoding="utf-8")
    command = f'"$0" -m generator.surfaces.cli check m.sysml {closing}'
    environment = os.environ | {"SSOT_CACHE": str(tmp_path / "cache"), "PYTHONPATH": str(ROOT)}
    ended = subprocess.run(
        ["sh", "-c", command, sys.executable],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ended.returncode == 0
    assert "Traceback" not in ended.stderr
