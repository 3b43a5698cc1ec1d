"""Running a tool for a reviewer, in an environment that is the same everywhere."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path

from generator.quorum.case import Case

__all__ = ["Outcome", "copied", "missing", "run"]

_KEPT = ("PATH", "HOME", "TMPDIR", "LANG", "SYSTEMROOT", "LD_LIBRARY_PATH", "VIRTUAL_ENV", "USER")
_LIMIT = 1800.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a process ended: its exit code (negative: a signal) and what it printed."""

    code: int
    stdout: str
    stderr: str


def run(argv: Sequence[str], cwd: Path, environment: Mapping[str, str] | None = None) -> Outcome:
    """Run a command to its end, without standard input, secrets or settings of the caller.

    Raises TimeoutError when it runs longer than half an hour, OSError when it cannot be started.
    """
    env = {name: os.environ[name] for name in _KEPT if name in os.environ}
    env |= {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0", "NO_COLOR": "1"}
    env |= environment or {}
    try:
        done = subprocess.run(
            list(argv),
            cwd=cwd,
            env=env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_LIMIT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise TimeoutError(f"{argv[0]} was still running after {_LIMIT / 60:.0f} minutes") from None
    return Outcome(done.returncode, done.stdout, done.stderr)


def missing(*modules: str) -> str | None:
    """The first of some modules that is not installed beside the compiler, or None."""
    return next((module for module in modules if find_spec(module) is None), None)


def python(case: Case) -> str:
    """The interpreter that runs tools and generated code."""
    return case.interpreter or sys.executable


@contextmanager
def copied(case: Case) -> Iterator[Case]:
    """The case on a private copy of its tree and model files, removed afterwards."""
    case.scratch.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=case.scratch) as folder:
        root = Path(folder, "root")
        shutil.copytree(case.root, root, ignore=shutil.ignore_patterns("__pycache__"))
        models = Path(folder, "model")
        files = {}
        for number, (shown, path) in enumerate(sorted(case.model_files.items())):
            copy = models / f"{number}" / path.name
            copy.parent.mkdir(parents=True)
            shutil.copyfile(path, copy)
            files[shown] = copy
        yield replace(case, root=root, model_files=files, scratch=Path(folder))
