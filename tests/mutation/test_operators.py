"""The mutation operators change one thing each and leave valid Python."""

from __future__ import annotations

import ast

import pytest

from generator.quorum.mutation import Mutant, mutants, reason
from generator.quorum.mutation.reasons import DOCUMENTATION, EQUIVALENT, GAP, MESSAGE, SERVICE

MODULE = '''\
"""A module."""

from enum import StrEnum
from os import path

__all__ = ["check"]

TABLE = {"a": 1, "b": 2}


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


async def check(value: int, other: str = "a") -> bool:
    """Docstring."""
    log("x")
    await step()
    made = await step()
    for each in made:
        if each:
            continue
        break
    if value < 3 and not other:
        raise ValueError
    found = [each for each in made if each]
    value += -value
    if value is None:
        return compare(value, other)
    return combine(left=value + 1, right=other)
'''

CHANGES = """\
Add became Sub
Is became IsNot
Lt became GtE
Lt became LtE
3 became 4
'a' became 'a!'
a condition was turned round
a result became None
a sign was dropped
a statement was dropped
an awaited step was skipped
and and or changed places
argument right was dropped
break was dropped
condition 1 was dropped
condition 2 was dropped
continue was dropped
filter 1 was dropped
not was dropped
raise was dropped
the last entry of a table was dropped
the last member of an enumeration was dropped
two arguments changed places
two entries of a table changed places
two keyword arguments changed places
"""


def test_every_mutant_is_valid_and_different() -> None:
    normal = ast.unparse(ast.parse(MODULE)) + "\n"
    for mutant in mutants(MODULE):
        compile(mutant.text, "mutant", "exec")
        assert mutant.text != normal, mutant
    assert {"check"} <= {mutant.scope for mutant in mutants(MODULE)}


def test_making_the_text_of_one_mutant_leaves_no_trace_in_the_next() -> None:
    once = [mutant.text for mutant in mutants(MODULE)]
    again = list(mutants(MODULE))
    assert [mutant.text for mutant in reversed(again)] == once[::-1]


@pytest.mark.parametrize("change", CHANGES.splitlines())
def test_each_kind_of_change_occurs(change: str) -> None:
    assert change in {mutant.change for mutant in mutants(MODULE)}


def test_both_ways_of_skipping_a_step_occur() -> None:
    skipped = [each.line for each in mutants(MODULE) if each.change.startswith("an awaited")]
    lines = MODULE.splitlines()
    assert [lines[line - 1].strip() for line in skipped] == ["await step()", "made = await step()"]


def test_a_mutant_knows_its_line() -> None:
    lines = MODULE.splitlines()
    for mutant in mutants(MODULE):
        if mutant.change == "3 became 4":
            assert "value < 3" in lines[mutant.line - 1]


def test_docstrings_imports_and_annotations_are_left_alone() -> None:
    for mutant in mutants(MODULE):
        assert '"""A module."""' in mutant.text
        assert "from os import path" in mutant.text
        assert "['check']" in mutant.text
        assert "value: int" in mutant.text


@pytest.mark.parametrize(
    ("text", "change", "expected"),
    [
        ("def f(): return Field(description='a')", "'a' became 'a!'", DOCUMENTATION),
        ("def f():\n    raise ValueError('a')", "'a' became 'a!'", MESSAGE),
        ("def f():\n    raise ValueError('a')", "raise was dropped", GAP),
        ("x = cast('a', value)", "'a' became 'a!'", EQUIVALENT),
        ("x = cast(int, 'a')", "'a' became 'a!'", GAP),
        ("open(path, encoding='a')", "'a' became 'a!'", EQUIVALENT),
        (
            "def f(x):\n    return isinstance(x, (int, str))",
            "two elements changed places",
            EQUIVALENT,
        ),
        ("def f(x):\n    return [x, 1]", "two elements changed places", GAP),
        ("a: Mapped[str] = column(nullable=False)", "argument nullable was dropped", EQUIVALENT),
        ("def f(e):\n    e.dispose()", "a statement was dropped", EQUIVALENT),
        ("log: str = Field(validation_alias='LOG')", "'LOG' became 'LOG!'", EQUIVALENT),
        ("log: str = Field(validation_alias='LEVEL')", "'LEVEL' became 'LEVEL!'", GAP),
        ("@dataclass(slots=True)\nclass A: ...", "True became False", EQUIVALENT),
        ("def f(url):\n    if url == 'postgresql':\n        return 1", "1 became 2", SERVICE),
        ("def f(url):\n    if url == 'b':\n        return 1", "1 became 2", GAP),
    ],
)
def test_a_survivor_is_put_into_a_category(text: str, change: str, expected: str) -> None:
    found: list[Mutant] = [each for each in mutants(text) if each.change == change]
    assert [reason(each) for each in found] == [expected]
