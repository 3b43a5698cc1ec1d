"""`ssot run` as a command: exit codes, files instead of JSON, text for people, the program itself."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

MODEL = """package P {
  private import ScalarValues::*;
  calc def Area { in w : Real; in h : Real default 2.0; return r : Real = w * h; }
  part def Car { attribute mass : Real; assert constraint light { mass < 1000 } }
}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a model of its own."""
    (tmp_path / "p.sysml").write_text(MODEL, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text("[tool.ssot]\nmodel = ['p.sysml']\n", encoding="utf-8")
    return tmp_path


def ssot(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command, run in a folder."""
    return subprocess.run(
        [sys.executable, "-m", "generator.surfaces.cli", "run", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "PATH": "",
            "XDG_CACHE_HOME": str(folder.parent),
        },
    )


def test_a_calculation(folder: Path) -> None:
    """Inputs as JSON and from a file give the same result; JSON goes to standard output alone."""
    done = ssot(folder, "-e", "P::Area", "--inputs", '{"w": 3}', "--format", "json", "p.sysml")
    assert (done.returncode, json.loads(done.stdout)) == (0, {"kind": "calc", "result": 6.0})
    (folder / "in.json").write_text('{"w": 3}', encoding="utf-8")
    again = ssot(folder, "-e", "P::Area", "--inputs", "in.json", "--format", "json")
    assert (again.returncode, again.stdout) == (0, done.stdout)


def test_failures_and_text(folder: Path) -> None:
    """A failed run is exit code 1, with what was known; people see columns."""
    done = ssot(folder, "-e", "P::Car", "--inputs", '{"mass": 2000}', "p.sysml")
    assert done.returncode == 1
    assert "  mass   2000.0\n" in done.stdout
    assert "  light  no\n" in done.stdout
    assert "error [constraint-violated]" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("-e", "P::Aera", "p.sysml"), 2, "did you mean `P::Area`?"),
        (("-e", "P", "p.sysml"), 2, "`P` is a Package"),
        (("-e", "P::Area", "--inputs", '{"w": }', "p.sysml"), 2, "line 1, column 7"),
        (("-e", "P::Area", "--events", "{}", "p.sysml"), 2, "a JSON array is expected"),
        (("p.sysml",), 2, "--element QNAME"),
        (("-e", "P::Area", "missing.sysml"), 2, "missing.sysml"),
    ],
)
def test_wrong_questions(folder: Path, arguments: tuple[str, ...], code: int, said: str) -> None:
    """A question that makes no sense is exit code 2 and says what is wrong."""
    done = ssot(folder, *arguments)
    assert done.returncode == code, done.stderr
    assert said in done.stderr + done.stdout


def test_a_faulty_model(folder: Path) -> None:
    """A model with errors does not run."""
    (folder / "p.sysml").write_text(MODEL.replace("w * h", "w * q"), encoding="utf-8")
    done = ssot(folder, "-e", "P::Area", "--format", "json", "p.sysml")
    assert done.returncode == 1
    answer = json.loads(done.stdout)
    assert answer["error"]["code"] == "model-errors"
    assert [each["line"] for each in answer["diagnostics"]] == [3]


def test_the_program(folder: Path) -> None:
    """The program that would run is printed, formatted."""
    done = ssot(folder, "-e", "P::Area", "--emit", "p.sysml")
    assert done.returncode == 0
    assert "class Area(Calculation):" in done.stdout
    assert "        return self.w * self.h\n" in done.stdout
