"""The commands as somebody uses them on a model in a folder, in a process of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

__all__ = ["ROOT", "generate", "look"]

ROOT = Path(__file__).parents[2]
_LOOKING = ("conformance", "lint", "schema", "security", "types")
"""Reviewers that look without running the generated tests."""


def generate(folder: Path, model: str, *options: str) -> str:
    """Generate a model into `out`; it has to succeed. What was printed is given back."""
    return _ssot(folder, "generate", model, *options)


def look(folder: Path, model: str) -> str:
    """Ask the reviewers that look about what was generated; they have to approve."""
    return _ssot(folder, "review", model, *(f"--reviewer={each}" for each in _LOOKING))


def _ssot(folder: Path, command: str, model: str, *options: str) -> str:
    done = subprocess.run(
        [
            *(sys.executable, "-m", "generator.surfaces.cli", command, "--format", "json"),
            *("--model", model, "--out", "out", *options),
        ],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "SSOT_CACHE": str(folder / "cache")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
