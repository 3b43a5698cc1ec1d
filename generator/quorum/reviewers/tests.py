"""Runs the generated test suite of every system.

Catches: generated code that does not do what the model says. A suite without tests is a rejection.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree

from generator.quorum.case import Case
from generator.quorum.process import Outcome, missing, python, run
from generator.quorum.tally import Policy
from generator.quorum.vote import Decision, Finding, Vote

TOOLS = ("pytest", "hypothesis", "pydantic", "pydantic-ai-slim", "sqlalchemy", "alembic")
NAME = "tests"


def inputs(case: Case) -> Iterable[Path]:
    """Everything in the generated packages that Python or a test can read."""
    return [path for path in case.files() if path.name != "manifest.json"]


def review(case: Case, policy: Policy) -> Vote:
    """Run pytest over all systems in one process; every failure is a finding at its test."""
    absent = missing("pytest", "hypothesis")
    if absent:
        return Vote(
            NAME, Decision.ABSTAIN, f"{absent} is not installed: install the extra `review`"
        )
    suites = [
        case.code / system / "tests"
        for system in case.systems
        if (case.code / system / "tests").is_dir()
    ]
    if not suites:
        return Vote(NAME, Decision.REJECT, "there is no generated test suite")
    case.scratch.mkdir(parents=True, exist_ok=True)
    report = case.scratch / "tests.xml"
    outcome = run(
        [
            *(
                python(case),
                "-m",
                "pytest",
                "-q",
                "-p",
                "no:cacheprovider",
                "--import-mode=importlib",
            ),
            *("-o", "addopts=", "--tb=short", f"--junitxml={report}"),
            *(suite.relative_to(case.code).as_posix() for suite in suites),
        ],
        cwd=case.code,
        environment={
            "PYTHONPATH": str(case.code),
            "HYPOTHESIS_STORAGE_DIRECTORY": str(case.scratch),
        },
    )
    return _vote(case, report, outcome)


def _vote(case: Case, report: Path, outcome: Outcome) -> Vote:
    try:
        cases = list(ElementTree.parse(report).iter("testcase"))  # noqa: S314
    except (OSError, ElementTree.ParseError):
        tail = (outcome.stdout + outcome.stderr).strip().splitlines()[-8:]
        return Vote(NAME, Decision.REJECT, "pytest did not finish", (Finding("\n".join(tail)),))
    findings = tuple(_finding(case, each, fault) for each in cases for fault in _faults(each))
    skipped = sum(each.find("skipped") is not None for each in cases)
    passed = len(cases) - len({id(each) for each in cases if _faults(each)}) - skipped
    summary = f"{passed} passed, {len(findings)} failed, {skipped} skipped"
    approved = outcome.code == 0 and passed > 0 and not findings
    if not approved and not findings:
        summary += f" (pytest ended with {outcome.code})"
    return Vote(NAME, Decision.APPROVE if approved else Decision.REJECT, summary, findings)


def _faults(test: ElementTree.Element) -> list[ElementTree.Element]:
    return [each for each in test if each.tag in ("failure", "error")]


def _finding(case: Case, test: ElementTree.Element, fault: ElementTree.Element) -> Finding:
    name = test.get("name", "")
    message = (fault.get("message") or "failed").splitlines()[0]
    dotted = test.get("classname", "").replace(".", "/")
    path = case.shown(case.code / f"{dotted}.py") if dotted else None
    return Finding(f"{name}: {message}", path)


def sabotage(case: Case) -> Case:
    """Make the first generated function outside the tests return without doing its work."""
    for path in case.files(suffix=".py"):
        if "tests" in path.parts or "migrations" in path.parts:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        target = next(
            (
                node
                for node in ast.walk(tree)
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
                and any(isinstance(each, ast.Return) and each.value for each in ast.walk(node))
            ),
            None,
        )
        if target is not None:
            target.body = [ast.Return(ast.Constant(None))]
            path.write_text(ast.unparse(ast.fix_missing_locations(tree)) + "\n", encoding="utf-8")
    return case
