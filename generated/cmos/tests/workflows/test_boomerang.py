# Generated from CMOS_Orchestration::Boomerang (ssot/cmos/orchestration.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow Boomerang: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import dataclasses
import inspect
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from cmos.calculations import is_passing
from cmos.tests.workflows.conftest import Tracer
from cmos.tests.workflows.recording import Script, outcome
from cmos.types.cmos_domain import Outcome
from cmos.workflows import boomerang as module
from cmos.workflows.boomerang import BoomerangResult, boomerang

RESULTS: dict[str, Any] = {
    "fling": st.sampled_from(Outcome),
    "fling_again": st.sampled_from(Outcome),
    "save": st.sampled_from(Outcome),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    mission_id: str,
    stages: int,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    reason: str | None = None
    stage = 0
    attempts = 0
    broken: str | None = None
    ended = Outcome.FAILED
    while stage < stages and broken is None:
        stage = stage + 1
        attempts = 0
        ended = Outcome.FAILED
        while ended != Outcome.OK and attempts < 2:
            attempts = attempts + 1
            fling = steps.fling(mission_id=mission_id, stage=stage)
            ended = fling
            if is_passing(ended=ended):
                fling_again = steps.fling_again(mission_id=mission_id, stage=stage)
                ended = fling_again
        if ended != Outcome.OK:
            broken = "boomerang: a step failed twice"
        else:
            save = steps.save(mission_id=mission_id, stage=stage)
            if save != Outcome.OK:
                broken = "boomerang: a checkpoint was not written"
    reached = stage
    reason = broken
    return BoomerangResult(reason=reason, reached=reached)


@settings(max_examples=50)
@given(
    data=st.data(),
    mission_id=st.sampled_from(
        ["boomerang: a checkpoint was not written", "boomerang: a step failed twice"]
    )
    | st.text(max_size=9),
    stages=st.sampled_from([1, 2, 3, 4]) | st.integers(1, 12),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    mission_id: str,
    stages: int,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(
            boomerang(script.steps, mission_id=mission_id, stages=stages)
        )
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(again.plain, mission_id=mission_id, stages=stages)
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "Boomerang",
        "fling",
        "flingAgain",
        "save",
    }
    assert tracer.spans[:1] == [(None, "Boomerang")]


def test_inputs_have_the_defaults_of_the_model() -> None:
    parameters = inspect.signature(boomerang).parameters
    assert parameters["stages"].default == 3


@pytest.mark.parametrize(
    "name",
    [
        "BoomerangResult",
    ],
)
def test_results_cannot_change(name: str) -> None:
    kind: Any = getattr(module, name)
    fields = dataclasses.fields(kind)
    made = kind(*fields)
    assert not hasattr(made, "__dict__")
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(made, fields[0].name, None)
