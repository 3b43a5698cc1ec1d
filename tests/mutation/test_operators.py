"""The mutation operators change one thing each and leave valid Python."""

from __future__ import annotations

import ast

from tests.mutation.operators import mutants

MODULE = '''\
"""A module."""

from os import path

__all__ = ["check"]


async def check(value: int, other: str = "a") -> bool:
    """Docstring."""
    log("x")
    if value < 3 and not other:
        return compare(value, other)
    return combine(left=value + 1, right=other)
'''


def test_every_mutant_is_valid_and_different() -> None:
    texts = [mutant.text for mutant in mutants(MODULE)]
    normal = ast.unparse(ast.parse(MODULE)) + "\n"
    assert len(texts) == len(set(texts))
    for text in texts:
        compile(text, "mutant", "exec")
        assert text != normal


def test_each_kind_of_change_occurs() -> None:
    changes = {mutant.change for mutant in mutants(MODULE)}
    assert {
        "Lt became GtE",
        "Add became Sub",
        "and and or changed places",
        "not was dropped",
        "3 became 4",
        "'a' became 'a!'",
        "two arguments changed places",
        "two keyword arguments changed places",
        "a result became None",
        "a condition was turned round",
        "a statement was dropped",
    } <= changes


def test_docstrings_imports_and_annotations_are_left_alone() -> None:
    for mutant in mutants(MODULE):
        assert '"""A module."""' in mutant.text
        assert "from os import path" in mutant.text
        assert "['check']" in mutant.text
