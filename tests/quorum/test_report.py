"""The verdict in its four forms."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest

from generator.quorum import Decision, Finding, Policy, Verdict, Vote, render_report, tally

HOSTILE = 'a <b> & "c" | `d` \x1b[31m \u202e ]]> {{ e }}\nsecond line'


@pytest.fixture
def verdict() -> Verdict:
    return tally(
        Policy(),
        [
            Vote("lint", Decision.APPROVE, "2 files, 0 findings", seconds=0.5),
            Vote("schema", Decision.ABSTAIN, "no tables"),
            Vote(
                "tests",
                Decision.REJECT,
                "1 failed",
                (Finding(HOSTILE, "generated/s/tests/test_a.py", 7, "P::A (a.sysml:3)"),),
            ),
        ],
    )


def test_text_says_who_rejected_what_where_and_from_which_line(verdict: Verdict) -> None:
    text = render_report(verdict)
    assert "REJECT   tests" in text
    assert "generated/s/tests/test_a.py:7: " in text
    assert "[from P::A (a.sysml:3)]" in text
    assert "REJECTED: veto by tests (default policy)" in text
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_colour_only_when_asked(verdict: Verdict) -> None:
    assert "\x1b[31m" in render_report(verdict, colour=True)


def test_json_holds_every_vote(verdict: Verdict) -> None:
    body = json.loads(render_report(verdict, "json"))
    assert body["approved"] is False
    assert [vote["decision"] for vote in body["votes"]] == ["approve", "abstain", "reject"]
    assert body["votes"][2]["findings"][0]["message"] == HOSTILE


def test_junit_is_well_formed_and_counts(verdict: Verdict) -> None:
    suite = ElementTree.fromstring(render_report(verdict, "junit"))
    assert (suite.get("tests"), suite.get("failures"), suite.get("skipped")) == ("3", "1", "1")
    failure = suite.find("testcase[@name='tests']/failure")
    assert failure is not None
    assert "P::A (a.sysml:3)" in (failure.text or "")


def test_markdown_escapes_what_the_model_says(verdict: Verdict) -> None:
    text = render_report(verdict, "markdown")
    assert "## Rejected: veto by tests" in text
    assert "<b>" not in text.replace("\\<b\\>", "")


def test_an_unknown_format_is_named(verdict: Verdict) -> None:
    with pytest.raises(ValueError, match="unknown report format 'yaml'"):
        render_report(verdict, "yaml")
