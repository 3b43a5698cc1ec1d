# Generated from CMOS_Orchestration::Refine (ssot/cmos/orchestration.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow Refine: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import dataclasses
import inspect
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from cmos.calculations import is_passing
from cmos.support.texts import to_string
from cmos.tests.workflows.conftest import Tracer
from cmos.tests.workflows.recording import Script, outcome
from cmos.types.cmos_domain import Outcome
from cmos.workflows import refine as module
from cmos.workflows.refine import (
    ImproveAgainResult,
    ImproveResult,
    RefineResult,
    refine,
)

RESULTS: dict[str, Any] = {
    "improve": st.builds(
        ImproveResult, outcome=st.sampled_from(Outcome), accepted=st.booleans()
    ),
    "improve_again": st.builds(
        ImproveAgainResult, outcome=st.sampled_from(Outcome), accepted=st.booleans()
    ),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    mission_id: str,
    limit: int,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    reason: str | None = None
    count = 0
    accepted = False
    ended = Outcome.OK
    while not accepted and count < limit:
        count = count + 1
        improve = steps.improve(mission_id=mission_id, turn=count)
        ended = improve.outcome
        accepted = improve.accepted
        if is_passing(ended=ended):
            improve_again = steps.improve_again(mission_id=mission_id, turn=count)
            ended = improve_again.outcome
            accepted = improve_again.accepted
        if ended != Outcome.OK:
            accepted = False
    turns = count
    if not accepted:
        reason = "rsip: not accepted after " + to_string(count) + " iterations"
    return RefineResult(reason=reason, turns=turns)


@settings(max_examples=50)
@given(
    data=st.data(),
    mission_id=st.sampled_from([" iterations", "rsip: not accepted after "])
    | st.text(max_size=9),
    limit=st.sampled_from([1, 2, 3, 4]) | st.integers(1, 12),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    mission_id: str,
    limit: int,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(refine(script.steps, mission_id=mission_id, limit=limit))
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(again.plain, mission_id=mission_id, limit=limit)
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {"Refine", "improve", "improveAgain"}
    assert tracer.spans[:1] == [(None, "Refine")]


def test_inputs_have_the_defaults_of_the_model() -> None:
    parameters = inspect.signature(refine).parameters
    assert parameters["limit"].default == 3


@pytest.mark.parametrize(
    "name",
    [
        "ImproveResult",
        "ImproveAgainResult",
        "RefineResult",
    ],
)
def test_results_cannot_change(name: str) -> None:
    kind: Any = getattr(module, name)
    fields = dataclasses.fields(kind)
    made = kind(*fields)
    assert not hasattr(made, "__dict__")
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(made, fields[0].name, None)
