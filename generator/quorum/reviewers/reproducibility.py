"""Generates again in another folder, hash seed, locale and time zone, with an empty cache, and compares bytes.

Catches: output that depends on anything but the model.
"""

from __future__ import annotations

import filecmp
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from generator.quorum.case import Case
from generator.quorum.process import run
from generator.quorum.tally import Policy
from generator.quorum.vote import Decision, Finding, Vote

TOOLS = ("black", "jinja2")
NAME = "reproducibility"
_ELSEWHERE = {"PYTHONHASHSEED": "4242", "LC_ALL": "C", "TZ": "Pacific/Chatham", "COLUMNS": "40"}


def inputs(case: Case) -> Iterable[Path]:
    """The whole staged tree and the model."""
    trees = [case.code, case.root / case.diagrams]
    found = [path for top in trees if top.is_dir() for path in top.rglob("*") if path.is_file()]
    return [
        *(path for path in found if "__pycache__" not in path.parts),
        *case.model_files.values(),
    ]


def review(case: Case, policy: Policy) -> Vote:
    """Render into an empty folder and compare with the staged tree, file by file."""
    if not case.render:
        return Vote(NAME, Decision.ABSTAIN, "the case has no command that renders it again")
    case.scratch.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="again-", dir=case.scratch))
    try:
        outcome = run(
            [*case.render, str(folder)],
            cwd=folder,
            environment=_ELSEWHERE | {"SSOT_CACHE": str(folder / "cache")},
        )
        if outcome.code != 0:
            tail = (outcome.stdout + outcome.stderr).strip()[-600:]
            return Vote(NAME, Decision.REJECT, "the second render failed", (Finding(tail),))
        findings = [
            finding
            for top in (case.generated, case.diagrams)
            for finding in _differences(case.root / top, folder / top, top)
        ]
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if findings:
        return Vote(NAME, Decision.REJECT, f"{len(findings)} files differ", tuple(findings))
    return Vote(NAME, Decision.APPROVE, "a second render gave the same bytes")


def _differences(first: Path, second: Path, shown: str) -> Iterable[Finding]:
    ours, theirs = _tree(first), _tree(second)
    for name in sorted(ours | theirs):
        path = f"{shown}/{name}"
        if name not in theirs:
            yield Finding("missing in the second render", path)
        elif name not in ours:
            yield Finding("only in the second render", path)
        elif not filecmp.cmp(first / name, second / name, shallow=False):
            yield Finding("other bytes in the second render", path)


def _tree(top: Path) -> set[str]:
    return {
        path.relative_to(top).as_posix()
        for path in top.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def sabotage(case: Case) -> Case:
    """Write a clock into a file."""
    path = next(path for path in case.files(suffix=".py") if path.name == "__init__.py")
    path.write_text(path.read_text(encoding="utf-8") + "# made at 12:34:56\n", encoding="utf-8")
    return case
