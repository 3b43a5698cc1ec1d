"""Runs the generated test suite of every system.

Catches: generated code that does not do what the model says. A suite without tests is a rejection.
"""

from __future__ import annotations

import ast
import os
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
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
    """Run pytest over each system, as many at once as there are processors; every failure is a finding at its test."""
    absent = missing("pytest", "hypothesis")
    if absent:
        return Vote(
            NAME, Decision.ABSTAIN, f"{absent} is not installed: install the extra `review`"
        )
    suites = {
        system: sum(1 for _ in (case.code / system / "tests").rglob("*.py"))
        for system in case.systems
        if (case.code / system / "tests").is_dir()
    }
    if not suites:
        return Vote(NAME, Decision.REJECT, "there is no generated test suite")
    case.scratch.mkdir(parents=True, exist_ok=True)
    largest_first = sorted(suites, key=lambda system: (-suites[system], system))
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        ended = dict(zip(largest_first, pool.map(partial(_run, case), largest_first), strict=True))
    return _vote(case, {system: ended[system] for system in suites})


def _report(case: Case, system: str) -> Path:
    return case.scratch / f"{system}.xml"


def _run(case: Case, system: str) -> Outcome:
    return run(
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
            *("-o", "addopts=", "--tb=short", f"--junitxml={_report(case, system)}"),
            f"{system}/tests",
        ],
        cwd=case.code,
        environment={
            "PYTHONPATH": str(case.code),
            "HYPOTHESIS_STORAGE_DIRECTORY": str(case.scratch),
        },
    )


def _vote(case: Case, outcomes: Mapping[str, Outcome]) -> Vote:
    cases: list[ElementTree.Element] = []
    for system, outcome in outcomes.items():
        try:
            found = list(ElementTree.parse(_report(case, system)).iter("testcase"))  # noqa: S314
        except (OSError, ElementTree.ParseError):
            tail = (outcome.stdout + outcome.stderr).strip().splitlines()[-8:]
            told = f"pytest did not finish the tests of {system}"
            return Vote(NAME, Decision.REJECT, told, (Finding("\n".join(tail)),))
        if not found:
            return Vote(NAME, Decision.REJECT, f"there is no generated test of {system}")
        cases += found
    findings = tuple(_finding(case, each, fault) for each in cases for fault in _faults(each))
    skipped = sum(each.find("skipped") is not None for each in cases)
    passed = len(cases) - len({id(each) for each in cases if _faults(each)}) - skipped
    summary = f"{passed} passed, {len(findings)} failed, {skipped} skipped"
    codes = [outcome.code for outcome in outcomes.values() if outcome.code != 0]
    approved = not codes and passed > 0 and not findings
    if codes and not findings:
        summary += f" (pytest ended with {codes[0]})"
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
