"""A small project on disk and the command line run in it, for tests."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from generator.surfaces.cli.app import app

ROOT = Path(__file__).resolve().parents[2]
PASSES = ROOT / "tests" / "emit" / "fixtures" / "passes"
HIVE = """package Hive {
    part def Scout { doc /* Looks around. */ attribute range; }
    part def Worker { doc /* Builds. */ attribute load; }
}
"""


@dataclass(frozen=True)
class Answer:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The answer of a command with `--format json`."""
        return json.loads(self.out)


@dataclass(frozen=True)
class Project:
    """A project folder whose only pass is the one of the fixtures."""

    root: Path

    @classmethod
    def make(cls, root: Path, hive: str = HIVE, settings: str = "") -> Project:
        """Write the project."""
        (root / "ssot" / "hive").mkdir(parents=True)
        (root / "ssot" / "hive" / "hive.sysml").write_text(hive, encoding="utf-8")
        if "library" not in settings:  # the small one: each project has a cache of its own
            settings = f"library = 'bundled'\n{settings}"
        (root / "pyproject.toml").write_text(
            f"[tool.ssot]\ntemplates = {json.dumps(str(PASSES))}\npasses = ['shelf']\nreview = false\n{settings}"
        )
        return cls(root)

    @property
    def model(self) -> Path:
        """The model file."""
        return self.root / "ssot" / "hive" / "hive.sysml"

    def edit(self, old: str, new: str) -> None:
        """Change the model."""
        text = self.model.read_text(encoding="utf-8")
        assert old in text
        self.model.write_text(text.replace(old, new), encoding="utf-8")

    def ssot(self, *arguments: str, code: int | None = 0) -> Answer:
        """Run `ssot` in the project, in this process."""
        before = Path.cwd()
        os.chdir(self.root)
        try:
            found = CliRunner().invoke(app, list(arguments))
        finally:
            os.chdir(before)
        if found.exception is not None and not isinstance(found.exception, SystemExit):
            raise found.exception
        answer = Answer(found.exit_code, found.stdout, found.stderr)
        assert code is None or answer.code == code, answer
        return answer

    def files(self) -> dict[str, str]:
        """Everything below the generated roots by path."""
        return {
            path.relative_to(self.root).as_posix(): path.read_text(encoding="utf-8")
            for top in ("generated", "diagrams")
            for path in sorted((self.root / top).rglob("*"))
            if path.is_file()
        }

    def stamps(self) -> dict[str, tuple[int, int]]:
        """Inode and modification time of every generated file."""
        return {
            path: (os.stat(self.root / path).st_ino, os.stat(self.root / path).st_mtime_ns)
            for path in self.files()
        }


def process(
    arguments: Sequence[str], cwd: Path, environment: dict[str, str] | None = None
) -> subprocess.Popen[str]:
    """Start `ssot` in a process of its own."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})}
    return subprocess.Popen(
        [sys.executable, "-m", "generator.surfaces.cli", *arguments],
        cwd=cwd,
        env=env,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        preexec_fn=_listen_to_interrupts,
    )


def _listen_to_interrupts() -> None:
    """A shell starts background jobs deaf to SIGINT, and children would inherit that."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
