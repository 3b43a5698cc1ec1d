"""A fault of the notation is reported alone: not with what follows from the guess that was made of it."""

from __future__ import annotations

import pytest

from generator.source import SourceFile
from generator.workspace.front import front_end
from generator.workspace.store import Store
from tests.resolve.workspace import library

_BEFORE = "package P {{ attribute x; part def B; {} }}"


def codes(member: str) -> list[str]:
    """The codes of what is found in a package with a member."""
    source = SourceFile("p.sysml", _BEFORE.format(member))
    standard = [each for each, _ in library()]
    found = front_end([source], standard, Store(None))[1]
    return [each.code for each in found]


@pytest.mark.parametrize(
    ("member", "code"),
    [
        ("constraint c { assert x >= 0; }", "syntax-unexpected-token"),
        ("occurrence def R { then done; }", "syntax-misplaced-member"),
        ("requirement def Q { then done; }", "syntax-misplaced-member"),
    ],
)
def test_a_guess_has_no_consequences(member: str, code: str) -> None:
    assert codes(member) == [code]


def test_the_next_declaration_is_checked_as_ever() -> None:
    found = codes("constraint c { assert x >= 0; } attribute b : B;")
    assert found == ["syntax-unexpected-token", "validateAttributeUsageType"]


def test_a_certain_mend_hides_nothing() -> None:
    assert sorted(codes("attribute b : B")) == [
        "syntax-missing-semicolon",
        "validateAttributeUsageType",
    ]
