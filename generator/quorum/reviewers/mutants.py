"""Breaks the generated code in a few small ways and looks whether the generated tests notice.

Catches: tests that pass whatever the code does. A sample only, the same for the same bytes; `scripts/mutate` tries more.
"""

from __future__ import annotations

import ast
import os
from collections.abc import Iterable
from pathlib import Path

from generator.quorum.case import Case
from generator.quorum.mutation import (
    Candidate,
    Result,
    Unsound,
    candidates,
    choose,
    reason,
    try_all,
)
from generator.quorum.mutation.reasons import GAP
from generator.quorum.process import missing, python
from generator.quorum.tally import Policy
from generator.quorum.vote import Decision, Finding, Vote

TOOLS = ("pytest", "hypothesis", "pydantic", "pydantic-ai-slim", "sqlalchemy", "alembic")
NAME = "mutants"


def inputs(case: Case) -> Iterable[Path]:
    """Everything in the generated packages that Python or a test can read."""
    return [path for path in case.files() if path.name != "manifest.json"]


def review(case: Case, policy: Policy) -> Vote:
    """Try the policy's number of mutants of every system; who survives is a finding at its line."""
    absent = missing("pytest", "hypothesis")
    if absent:
        return Vote(
            NAME, Decision.ABSTAIN, f"{absent} is not installed: install the extra `review`"
        )
    if not hasattr(os, "fork"):
        return Vote(NAME, Decision.ABSTAIN, "mutants need a system where processes can fork")
    chosen = _chosen(case, policy.mutants_tried)
    if not chosen:
        return Vote(NAME, Decision.ABSTAIN, "the policy or the systems leave no mutant to try")
    try:
        results = try_all(case.code, chosen, scratch=case.scratch, interpreter=python(case))
    except Unsound as error:
        return Vote(NAME, Decision.ABSTAIN, f"cannot judge: {error}")
    killed = sum(each.killed for each in results)
    good = killed >= policy.mutants_killed * len(results)
    return Vote(
        NAME,
        Decision.APPROVE if good else Decision.REJECT,
        f"{killed} of {len(results)} mutants killed, {policy.mutants_killed:.0%} needed",
        tuple(_finding(case, each, not good) for each in results if not each.killed),
    )


def _chosen(case: Case, count: int) -> list[Candidate]:
    """A sample of every system, of places only where a survivor means that a test is missing.

    The durable engine is left to `scripts/mutate`: its modules are the same in every package, except for what the
    model declares.
    """
    return [
        chosen
        for system in case.systems
        for chosen in choose(
            (
                each
                for each in candidates(case.code, system)
                if reason(each.mutant) == GAP and (each.part != "durable" or _is_declared(each))
            ),
            count,
        )
    ]


def _is_declared(candidate: Candidate) -> bool:
    return candidate.module.endswith("/declared.py")


def _finding(case: Case, result: Result, blocking: bool) -> Finding:
    candidate = result.candidate
    path = case.shown(case.code / candidate.module)
    where = f" in {candidate.mutant.scope}" if candidate.mutant.scope else ""
    return Finding(
        f"no test fails when {candidate.mutant.change}{where}",
        path,
        candidate.mutant.line,
        _origin(case, path, candidate.mutant.scope),
        blocking,
    )


def _origin(case: Case, path: str, scope: str) -> str | None:
    """The model element of a file whose name is in the name of the function or class, if one is."""
    entry = case.manifest.get(path)
    plain = scope.replace("_", "").lower()
    fitting = [
        (len(name), f"{name} ({file}:{line})")
        for name, file, line in (entry.origins if entry else ())
        if name.rpartition("::")[2].replace("_", "").lower() in plain
    ]
    return max(fitting)[1] if fitting else None


def sabotage(case: Case) -> Case:
    """Take every assertion and every expected error out of the generated tests."""
    for path in case.files(suffix=".py"):
        if "tests" in path.relative_to(case.code).parts:
            tree = _Blind().visit(ast.parse(path.read_text(encoding="utf-8")))
            path.write_text(ast.unparse(ast.fix_missing_locations(tree)) + "\n", encoding="utf-8")
    return case


class _Blind(ast.NodeTransformer):
    """Leaves the names and marks of tests and takes their bodies away."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        """Empty a test."""
        return self._emptied(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        """Empty an asynchronous test."""
        return self._emptied(node)

    def _emptied(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> ast.AST:
        if node.name.startswith("test_"):
            node.body = [ast.Pass()]
        return node
