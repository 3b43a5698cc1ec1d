"""Every rule against the examples of its own page, and against the bundled library."""

from __future__ import annotations

import re

import pytest

from generator.rules import Rule, all_rules
from generator.source import SourceFile
from tests.resolve.workspace import expected, fences, model_of, reported

RULES = [pytest.param(rule, id=rule.code) for rule in all_rules()]


def _examples(rule: Rule, heading: str) -> list[SourceFile]:
    section = re.split(r"^(Bad|Good):$", rule.page, flags=re.M)
    assert section[1::2] == ["Bad", "Good"], "a page has one section Bad and then one Good"
    text = section[2] if heading == "Bad" else section[4]
    return [
        SourceFile(f"{heading}-{number}.{language}", code)
        for number, (language, _, code) in enumerate(fences(text))
    ]


@pytest.mark.parametrize("rule", RULES)
def test_bad_examples_break_the_rule_where_they_say(rule: Rule) -> None:
    examples = _examples(rule, "Bad")
    assert examples
    for source in examples:
        wanted = expected(source, rule.code)
        assert wanted
        assert reported(model_of(source)[1]) == wanted


@pytest.mark.parametrize("rule", RULES)
def test_good_examples_are_valid(rule: Rule) -> None:
    examples = _examples(rule, "Good")
    assert examples
    for source in examples:
        assert reported(model_of(source)[1]) == set()


@pytest.mark.parametrize("rule", RULES)
def test_page_begins_with_a_sentence(rule: Rule) -> None:
    assert rule.page.split("\n\n")[0].rstrip().endswith(".")


@pytest.mark.parametrize("rule", RULES)
def test_fixes_mend_what_they_are_for(rule: Rule) -> None:
    """Each fix of a bad example takes its finding away, and brings no new error."""
    for source in _examples(rule, "Bad"):
        before = model_of(source)[1]
        for each in before:
            if each.code != rule.code or each.fix is None:
                continue
            text = source.text
            for edit in sorted(each.fix.edits, key=lambda edit: edit.span.start, reverse=True):
                text = text[: edit.span.start] + edit.text + text[edit.span.end :]
            after = model_of(SourceFile(source.path, text))[1]
            assert len(after) < len(before), (each.fix.title, text, reported(after))
            assert {one.code for one in after} <= {one.code for one in before}
