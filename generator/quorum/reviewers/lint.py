"""Lints every generated package and checks that it is formatted.

Catches: unused or undefined names, unsafe defaults, blocking calls in coroutines, text that black would change.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from black import format_file_contents
from black.mode import Mode, TargetVersion
from black.parsing import InvalidInput
from black.report import NothingChanged

from generator.quorum.case import Case
from generator.quorum.process import missing, python, run
from generator.quorum.tally import Policy
from generator.quorum.vote import Decision, Finding, Vote

TOOLS = ("ruff", "black")
NAME = "lint"
_RULES = "A,ASYNC,B,C4,E4,E7,E9,F,PIE,RET,SIM,UP"


def inputs(case: Case) -> Iterable[Path]:
    """All generated Python."""
    return case.files(suffix=".py")


def review(case: Case, policy: Policy) -> Vote:
    """Run ruff and compare every file with what black makes of it."""
    findings = list(_unformatted(case))
    if missing("ruff"):
        checked = "format only: ruff is not installed"
    else:
        findings += _lint(case)
        checked = "lint and format"
    files = len(case.files(suffix=".py"))
    decision = Decision.REJECT if findings else Decision.APPROVE
    return Vote(
        NAME, decision, f"{files} files, {len(findings)} findings ({checked})", tuple(findings)
    )


def _unformatted(case: Case) -> Iterable[Finding]:
    mode = Mode(target_versions={TargetVersion.PY311})
    for path in case.files(suffix=".py"):
        text = path.read_text(encoding="utf-8")
        try:
            format_file_contents(text, fast=True, mode=mode)
        except NothingChanged:
            continue
        except InvalidInput as error:
            yield Finding(f"not valid Python: {error}", case.shown(path))
        else:
            yield Finding("black would change this file", case.shown(path))


def _lint(case: Case) -> list[Finding]:
    outcome = run(
        [
            *(python(case), "-m", "ruff", "check", "--isolated", "--no-cache", "--exit-zero"),
            *(
                "--target-version",
                "py311",
                "--select",
                _RULES,
                "--ignore",
                "ASYNC109",
                "--output-format",
                "json",
                ".",
            ),
        ],
        cwd=case.code,
    )
    if outcome.code != 0:
        return [Finding(f"ruff ended with {outcome.code}: {outcome.stderr.strip()[:400]}")]
    return [
        Finding(
            f"{each['code'] or 'syntax'}: {each['message']}",
            case.shown(each["filename"]),
            each["location"]["row"],
        )
        for each in json.loads(outcome.stdout)
    ]


def sabotage(case: Case) -> Case:
    """Use a name that nothing defines."""
    path = next(path for path in case.files(suffix=".py") if path.name == "__init__.py")
    text = path.read_text(encoding="utf-8")
    path.write_text(text + "\n\ndef lost() -> object:\n    return nowhere_to_be_found\n", "utf-8")
    return case
