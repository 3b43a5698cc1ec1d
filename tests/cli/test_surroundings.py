"""Odd files and folders around a run: a message of one line, never a traceback, and nothing written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.project import process

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
