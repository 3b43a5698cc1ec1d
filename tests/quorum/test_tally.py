"""Counting votes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.quorum import Decision, Policy, Vote, tally

NAMES = ("conformance", "lint", "schema", "tests", "types")


def votes(text: str) -> list[Vote]:
    """Votes from a word such as `aarx-`: approve, approve, reject, … by reviewers in alphabetical order."""
    meaning = {"a": Decision.APPROVE, "r": Decision.REJECT, "-": Decision.ABSTAIN}
    return [Vote(name, meaning[char], "") for name, char in zip(NAMES, text, strict=True)]


@pytest.mark.parametrize(
    ("cast", "approved", "reason"),
    [
        ("aaaaa", True, "5 approvals, 3 needed"),
        ("aa-a-", True, "3 approvals, 3 needed"),
        ("aa---", False, "2 of 3 needed approvals"),
        ("-----", False, "0 of 3 needed approvals"),
        ("raaaa", True, "4 approvals, 3 needed; outvoted: conformance"),
        ("aaara", False, "veto by tests"),
        ("aaarr", False, "veto by tests, types"),
    ],
)
def test_the_default_policy(cast: str, approved: bool, reason: str) -> None:
    verdict = tally(Policy(), votes(cast))
    assert (verdict.approved, verdict.reason) == (approved, reason)


def test_rejections_must_be_outnumbered() -> None:
    verdict = tally(Policy(required=1, vetoes=()), votes("arr--"))
    assert not verdict.approved
    assert verdict.reason == "2 rejections, 1 approvals"


@given(st.lists(st.sampled_from("ar-"), min_size=5, max_size=5), st.integers(0, 6))
def test_one_more_approval_never_turns_an_approval_into_a_rejection(
    cast: list[str], required: int
) -> None:
    policy = Policy(required=required)
    if tally(policy, votes("".join(cast))).approved:
        for at in range(5):
            better = "".join([*cast[:at], "a", *cast[at + 1 :]])
            assert tally(policy, votes(better)).approved
