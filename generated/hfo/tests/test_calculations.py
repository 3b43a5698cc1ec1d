# Generated from HFO_Signals::ApprovalShare (ssot/hfo/signals.sysml) and 4 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the calculations of Hive Fleet Obsidian, over values near the limits of the
model.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import given, strategies as st

from hfo import calculations
from hfo.types.hfo_signals import RiskLevel


def outcome(function: Callable[[], Any]) -> Any:
    """What a function gives, or the kind of failure it ends in."""
    try:
        return function()
    except (ArithmeticError, ValueError) as fault:
        return type(fault)


@given(
    approvals=st.sampled_from([0, 1]) | st.integers(0, 12),
    votes=st.sampled_from([0, 1]) | st.integers(0, 12),
)
def test_approval_share(approvals: int, votes: int) -> None:
    """In the model: if votes == 0 ? 0.0 else approvals / votes"""
    found = outcome(
        lambda: calculations.approval_share(approvals=approvals, votes=votes)
    )
    assert found == outcome(lambda: 0.0 if votes == 0 else approvals / votes)


@given(
    approvals=st.sampled_from([0, 1]) | st.integers(0, 12),
    required=st.sampled_from([0, 1]) | st.integers(0, 12),
    vetoes=st.sampled_from([0, 1]) | st.integers(0, 12),
)
def test_quorum_reached(approvals: int, required: int, vetoes: int) -> None:
    """In the model: approvals >= required and vetoes == 0"""
    found = outcome(
        lambda: calculations.quorum_reached(
            approvals=approvals, required=required, vetoes=vetoes
        )
    )
    assert found == outcome(lambda: approvals >= required and vetoes == 0)


@given(
    scores=st.lists(
        st.sampled_from([0.0, -0.5, 0.5]) | st.floats(-1e3, 1e3), min_size=0, max_size=3
    ).map(tuple),
)
def test_mean_confidence(scores: tuple[float, ...]) -> None:
    """In the model: if isEmpty(scores) ? 0.0 else sum(scores) / size(scores)"""
    found = outcome(lambda: calculations.mean_confidence(scores=scores))
    assert found == outcome(lambda: 0.0 if not scores else sum(scores) / len(scores))


@given(
    polls=st.sampled_from([0, 1]) | st.integers(0, 12),
    deposits=st.sampled_from([0, 1]) | st.integers(0, 12),
)
def test_message_reduction(polls: int, deposits: int) -> None:
    """In the model: if deposits == 0 ? 0.0 else polls / deposits"""
    found = outcome(
        lambda: calculations.message_reduction(polls=polls, deposits=deposits)
    )
    assert found == outcome(lambda: 0.0 if deposits == 0 else polls / deposits)


@given(
    confidence=st.sampled_from([0.0, 0.5, -0.5, 0.5, 0.0, 1.0]) | st.floats(-1e3, 1e3),
    risk=st.sampled_from(RiskLevel),
)
def test_reinvestment_share(confidence: float, risk: RiskLevel) -> None:
    """In the model: if risk == RiskLevel::critical ? 0.0 else confidence * 0.5"""
    found = outcome(
        lambda: calculations.reinvestment_share(confidence=confidence, risk=risk)
    )
    assert found == outcome(
        lambda: 0.0 if risk == RiskLevel.CRITICAL else confidence * 0.5
    )
