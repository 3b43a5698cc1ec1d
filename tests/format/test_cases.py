"""Texts before and after."""

from __future__ import annotations

import os

import pytest

from generator.source import SourceFile
from generator.syntax.format import format_source
from tests.format.cases import Case, load_cases, update


@pytest.mark.parametrize("case", load_cases(), ids=str)
def test_case(case: Case) -> None:
    source = SourceFile(f"case.{case.dialect}", case.before)
    found, diagnostics = format_source(source)
    assert [d.message for d in diagnostics] == []
    if os.environ.get("UPDATE_CASES") == "1" and found.text != case.after:
        update(case, found.text)
        return
    assert found.text == case.after
    again, _ = format_source(SourceFile(source.path, found.text))
    assert again.text == found.text
    assert not again.is_changed


def test_there_are_cases() -> None:
    assert len(load_cases()) > 30
