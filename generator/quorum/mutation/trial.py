"""Puts mutants on trial: copies of the packages, a job for the worker, its answers.

Knows processes and the worker's files; must not know why a mutant was chosen or what its verdict is good for.
"""

from __future__ import annotations

import ast
import json
import shutil
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.quorum.mutation import worker
from generator.quorum.mutation.choice import Candidate
from generator.quorum.mutation.targets import Targets
from generator.quorum.process import run

__all__ = ["Result", "Unsound", "try_all"]


class Unsound(Exception):
    """The tests cannot judge mutants: one of them fails on the unbroken package, or none could be run."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a mutant: the test that noticed it (none: it survived), and whether by running too long."""

    candidate: Candidate
    by: str | None
    late: bool
    seconds: float

    @property
    def killed(self) -> bool:
        """Whether a test noticed."""
        return self.by is not None


def try_all(
    code: Path,
    chosen: Sequence[Candidate],
    *,
    scratch: Path,
    interpreter: str = sys.executable,
    wide: bool = False,
) -> list[Result]:
    """Try mutants of the packages below `code`, on copies inside `scratch`.

    Each is judged by its module's own tests; with `wide`, by all tests that import the module in any way.
    """
    if not chosen:
        return []
    scratch.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=scratch, ignore_cleanup_errors=True) as name:
        folder = Path(name).resolve()
        systems = sorted({each.system for each in chosen})
        for tree in ("clean", "broken"):
            for system in systems:
                shutil.copytree(
                    code / system,
                    folder / tree / system,
                    ignore=shutil.ignore_patterns("__pycache__", ".hypothesis"),
                )
        job = {
            "clean": str(folder / "clean"),
            "broken": str(folder / "broken"),
            "warm": _foreign(folder / "clean"),
            "jobs": _jobs(code, chosen, wide),
        }
        answers = _ask(folder, job, interpreter)
    unsound = [each["by"] for each in answers if not each["sound"]]
    if unsound:
        raise Unsound(f"{unsound[0]} fails on the package as it is")
    return [
        Result(candidate, answer["by"], answer["late"], answer["seconds"])
        for candidate, answer in zip(chosen, answers, strict=True)
    ]


def _jobs(code: Path, chosen: Iterable[Candidate], wide: bool) -> list[dict[str, object]]:
    targets: dict[str, Targets] = {}
    jobs: list[dict[str, object]] = []
    for each in chosen:
        known = targets.setdefault(each.system, Targets(code, each.system))
        tests = known.reaching(each.module) if wide else known.own(each.module)
        if not tests:
            raise Unsound(f"{each.system} has no tests")
        jobs.append({"module": each.module, "text": each.mutant.text, "tests": tests})
    return jobs


def _ask(folder: Path, job: Mapping[str, object], interpreter: str) -> list[dict[str, Any]]:
    (folder / "job.json").write_text(json.dumps(job), encoding="utf-8")
    answer = folder / "answer.json"
    outcome = run(
        [interpreter, "-P", str(Path(worker.__file__)), str(folder / "job.json"), str(answer)],
        cwd=folder,
        environment={"HYPOTHESIS_STORAGE_DIRECTORY": str(folder / "hypothesis")},
    )
    if outcome.code != 0:
        tail = (outcome.stdout + outcome.stderr).strip()[-400:]
        raise Unsound(f"the run of mutants ended with {outcome.code}: {tail}")
    return [json.loads(line) for line in answer.read_text(encoding="utf-8").splitlines()]


def _foreign(tree: Path) -> list[str]:
    """What the packages of a tree import from outside, without what they import of themselves."""
    inside = {each.name for each in tree.iterdir()}
    found: set[str] = set()
    for path in tree.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found.update(each.name for each in node.names)
            elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
                found.add(node.module)
    return sorted(each for each in found if each.partition(".")[0] not in inside | {"__future__"})
