# Generated from AIOS_Agents::SessionList (ssot/aios/agents.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow SessionList: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.calculations import session_lines
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_persistence import Session
from aios.workflows.session_list import session_list

RESULTS: dict[str, Any] = {
    "all_session": st.lists(instances(Session), max_size=4).map(tuple),
}
"""What each step may give."""


def plainly(
    steps: Any,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_session = steps.all_session()
    return session_lines(sessions=all_session)


@settings(max_examples=50)
@given(
    data=st.data(),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(lambda: asyncio.run(session_list(script.steps)))
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {"SessionList", "all Session"}
    assert tracer.spans[:1] == [(None, "SessionList")]
