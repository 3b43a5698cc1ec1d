# Generated from HFO_Agents::EstimateEffort (ssot/hfo/agents.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tools give what the model says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ...types.hfo_signals import RiskLevel

from ...agents import tools
from .script import all_arguments

TOOLS = [
    (
        tools.estimate_effort,
        lambda parts, risk: (
            parts
            if risk == RiskLevel.LOW
            else parts * 2 if risk == RiskLevel.MODERATE else parts * 3
        ),
    ),
]


@pytest.mark.parametrize(("tool", "expected"), TOOLS)
@given(data=st.data())
@settings(max_examples=50)
def test_a_tool_gives_what_the_model_says(
    tool: Callable[..., Any], expected: Callable[..., Any], data: st.DataObject
) -> None:
    arguments = data.draw(all_arguments(tool))
    assert tool(**arguments) == expected(**arguments)
