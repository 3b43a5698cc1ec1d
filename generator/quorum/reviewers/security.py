"""Looks for unsafe constructs in generated code and configuration.

Catches: evaluation of text, shells, unsafe deserialisation, SQL made from text, weak hashes, secrets in files.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

from generator.quorum.case import Case
from generator.quorum.process import missing, python, run
from generator.quorum.tally import Policy
from generator.quorum.vote import Decision, Finding, Vote

TOOLS = ("ruff",)
NAME = "security"
_IN_TESTS = {"S101", "S105", "S106", "S311", "S603"}
_SECRET = re.compile(
    r"(?:sk-[A-Za-z0-9]{20,}|AKIA[0-9A-Z]{16}|ghp_[A-Za-z0-9]{36}|-----BEGIN [A-Z ]*PRIVATE KEY-----)"
)


def inputs(case: Case) -> Iterable[Path]:
    """All files of the generated packages."""
    return case.files()


def review(case: Case, policy: Policy) -> Vote:
    """Run the security rules of ruff over the code and search every file for credentials."""
    if missing("ruff"):
        return Vote(NAME, Decision.ABSTAIN, "ruff is not installed: install the extra `review`")
    outcome = run(
        [
            *(python(case), "-m", "ruff", "check", "--isolated", "--no-cache", "--exit-zero"),
            *("--target-version", "py311", "--select", "S", "--output-format", "json", "."),
        ],
        cwd=case.code,
    )
    if outcome.code != 0:
        return Vote(NAME, Decision.ABSTAIN, f"ruff ended with {outcome.code}")
    findings = [
        Finding(
            f"{each['code']}: {each['message']}",
            case.shown(each["filename"]),
            each["location"]["row"],
        )
        for each in json.loads(outcome.stdout)
        if not (each["code"] in _IN_TESTS and "tests" in Path(each["filename"]).parts)
    ]
    findings += _credentials(case)
    decision = Decision.REJECT if findings else Decision.APPROVE
    return Vote(
        NAME, decision, f"{len(case.files())} files, {len(findings)} findings", tuple(findings)
    )


def _credentials(case: Case) -> list[Finding]:
    found = []
    for path in case.files():
        for number, line in enumerate(
            path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1
        ):
            if _SECRET.search(line):
                found.append(Finding("looks like a credential", case.shown(path), number))
    return found


def sabotage(case: Case) -> Case:
    """Hand a text to a shell."""
    path = next(path for path in case.files(suffix=".py") if path.name == "__init__.py")
    text = path.read_text(encoding="utf-8")
    addition = (
        "\n\nimport subprocess\n\n\n"
        "def launch(text: str) -> int:\n    return subprocess.call(text, shell=True)\n"
    )
    path.write_text(text + addition, encoding="utf-8")
    return case
