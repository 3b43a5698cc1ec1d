"""Checks the types of every generated package, strictly.

Catches: calls with wrong arguments, missing annotations, values that may be None.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from generator.quorum.case import Case
from generator.quorum.process import missing, python, run
from generator.quorum.tally import Policy
from generator.quorum.vote import Decision, Finding, Vote

TOOLS = ("pyrefly", "pydantic", "pydantic-ai-slim", "sqlalchemy", "alembic", "typer")
NAME = "types"
_CONFIG = """\
preset = "strict"
python-version = "3.11"
search-path = ["."]
project-includes = ["**/*.py"]
use-ignore-files = false
disable-project-excludes-heuristics = true
project-excludes = ["**/__pycache__"]

[errors]
implicit-any-lambda = false
missing-override-decorator = false
"""
# The decorator came with Python 3.12; generated code runs on 3.11.


def inputs(case: Case) -> Iterable[Path]:
    """All generated Python."""
    return case.files(suffix=".py")


def review(case: Case, policy: Policy) -> Vote:
    """Run the type checker over all systems; every error is a finding at its line."""
    if missing("pyrefly"):
        return Vote(NAME, Decision.ABSTAIN, "pyrefly is not installed: install the extra `review`")
    case.scratch.mkdir(parents=True, exist_ok=True)
    settings = case.scratch / "types"
    settings.mkdir(exist_ok=True)
    config = settings / "pyrefly.toml"
    config.write_text(
        _CONFIG.replace('"."', json.dumps(str(case.code))).replace(
            '"**/*.py"', json.dumps(f"{case.code}/**/*.py")
        ),
        encoding="utf-8",
    )
    outcome = run(
        [
            *(python(case), "-m", "pyrefly", "check", "--config", str(config)),
            *("--python-interpreter-path", python(case)),
            *("--output-format", "json", "--threads", "1"),
        ],
        cwd=case.code,
    )
    try:
        errors = json.loads(outcome.stdout)["errors"]
    except (ValueError, KeyError):
        tail = (outcome.stdout + outcome.stderr).strip().splitlines()[-8:]
        return Vote(
            NAME, Decision.REJECT, "the type checker did not finish", (Finding("\n".join(tail)),)
        )
    findings = tuple(
        Finding(
            f"{each['name']}: {each['concise_description']}",
            case.shown(Path(case.code, each["path"])),
            each["line"],
        )
        for each in errors
        if each.get("severity", "error") == "error"
    )
    files = len(case.files(suffix=".py"))
    if findings or outcome.code not in (0, 1):
        return Vote(NAME, Decision.REJECT, f"{len(findings)} errors in {files} files", findings)
    return Vote(NAME, Decision.APPROVE, f"{files} files, no error")


def sabotage(case: Case) -> Case:
    """Add a function whose result is not what it promises."""
    path = next(path for path in case.files(suffix=".py") if path.name == "__init__.py")
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text + "\n\ndef total(values: list[int]) -> str:\n    return sum(values)\n", "utf-8"
    )
    return case
