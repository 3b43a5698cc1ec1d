# Generated from HFO_Requirements::Complete (ssot/hfo/requirements.sysml) and 2 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the constraints of Hive Fleet Obsidian, over values near the limits of the
model.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import given, strategies as st

from hfo import constraints
from hfo.tests.values import instances
from hfo.types.hfo_tooling import Version


def outcome(function: Callable[[], Any]) -> Any:
    """What a function gives, or the kind of failure it ends in."""
    try:
        return function()
    except (ArithmeticError, ValueError) as fault:
        return type(fault)


@given(
    covered=st.integers(0, 12),
    total=st.integers(0, 12),
)
def test_complete(covered: int, total: int) -> None:
    """In the model: covered == total"""
    found = outcome(lambda: constraints.complete(covered=covered, total=total))
    assert found == outcome(lambda: covered == total)


@given(
    value=st.sampled_from([0.0, 1.0, -0.5, 0.5, 0.5, 1.5]) | st.floats(-1e3, 1e3),
)
def test_within_unit(value: float) -> None:
    """In the model: value >= 0.0 and value <= 1.0"""
    found = outcome(lambda: constraints.within_unit(value=value))
    assert found == outcome(lambda: value >= 0.0 and value <= 1.0)


@given(
    actual=instances(Version),
    wanted=instances(Version),
)
def test_at_least(actual: Version, wanted: Version) -> None:
    """In the model: actual.major > wanted.major or actual.major == wanted.major and
    actual.minor >= wanted.minor
    """
    found = outcome(lambda: constraints.at_least(actual=actual, wanted=wanted))
    assert found == outcome(
        lambda: actual.major > wanted.major
        or (actual.major == wanted.major and actual.minor >= wanted.minor)
    )
