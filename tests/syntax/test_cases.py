"""The literate cases under `cases/`: trees of the notation, and errors with their places."""

from __future__ import annotations

import pytest

from generator.source import SourceFile
from generator.syntax import parse
from generator.syntax.outline import outline
from tests.syntax.cases import Case, load_cases, settle


def _errors(source: str) -> tuple[str, str]:
    root, diagnostics = parse(SourceFile("case.sysml", source))
    lines = [f"{d.span.line}:{d.span.column} {d.code} {d.message}" for d in diagnostics]
    return outline(root), "".join(f"{line}\n" for line in lines)


@pytest.mark.parametrize("case", load_cases("notation-*.md"), ids=str)
def test_notation_gives_its_tree(case: Case) -> None:
    tree, errors = _errors(case.source)
    settle(case, {"tree": tree} if not errors else {"tree": tree, "errors": errors})


@pytest.mark.parametrize("case", load_cases("errors-*.md"), ids=str)
def test_each_fault_is_one_error_at_its_place(case: Case) -> None:
    tree, errors = _errors(case.source)
    found = {"errors": errors}
    if "tree" in case.expected:
        found["tree"] = tree
    settle(case, {kind: found[kind] for kind in case.expected} or found)
