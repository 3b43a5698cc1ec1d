"""The teaching errors: one fault is one error, said in words that help, and its fix mends it."""

from __future__ import annotations

import pytest

from tests.syntax.cases import Case, load_cases, settle
from tests.syntax.teaching import PATTERN, diagnostics, expectation, mends

_CASES = load_cases(PATTERN)
_LEAST = 120
_TWO_FAULTS = 2


@pytest.mark.parametrize("case", _CASES, ids=str)
def test_what_is_said_and_what_the_fixes_make_of_it(case: Case) -> None:
    found = diagnostics(case)
    said = {"errors": expectation(found)}
    if any(each.fix for each in found):
        text, left = mends(case)
        said["fixed"] = text
        if all(each.fix for each in found):
            assert left == []
    settle(case, said)


def test_there_are_many_and_each_is_one_error() -> None:
    assert len(_CASES) >= _LEAST
    told = [(case.title, len(diagnostics(case))) for case in _CASES]
    assert [title for title, count in told if not count] == []
    assert [title for title, count in told if count > _TWO_FAULTS] == []
    assert sum(count == 1 for _, count in told) >= 0.9 * len(told)


def test_everything_said_helps() -> None:
    """A diagnostic of notation has a hint, a fix, or says in its message what to write or where."""
    silent = [
        (case.title, each.message)
        for case in _CASES
        for each in diagnostics(case)
        if each.code.startswith("syntax-") and not (each.hint or each.fix)
    ]
    assert [(title, said) for title, said in silent if "belongs in" not in said] == []
