# Generated from HFO_Workflows::PreyLoop (ssot/hfo/workflows.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow PreyLoop: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import dataclasses
import inspect
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from hfo.tests.values import instances
from hfo.tests.workflows.conftest import Tracer
from hfo.tests.workflows.recording import Script, outcome
from hfo.types.hfo_signals import MissionIntent, ValidationReport, Verdict
from hfo.workflows import prey_loop as module
from hfo.workflows.prey_cycle import PreyCycleResult
from hfo.workflows.prey_loop import PreyLoopResult, prey_loop

RESULTS: dict[str, Any] = {
    "cycle": st.builds(
        PreyCycleResult,
        validation=instances(ValidationReport, (0, 1, 3)),
        findings=st.lists(st.text(max_size=9), min_size=0, max_size=3).map(tuple),
    ),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    intent: MissionIntent,
    limit: int,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    count = 0
    while True:
        cycle = steps.cycle(intent=intent)
        count = count + 1
        validation = cycle.validation
        turns = count
        if validation.verdict == Verdict.APPROVE or count >= limit:
            break
    return PreyLoopResult(validation=validation, turns=turns)


@settings(max_examples=50)
@given(
    data=st.data(),
    intent=instances(MissionIntent, (0, 1, 3)),
    limit=st.sampled_from([1, 2, 3, 4]) | st.integers(1, 12),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    intent: MissionIntent,
    limit: int,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(prey_loop(script.steps, intent=intent, limit=limit))
    )
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain, intent=intent, limit=limit))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {"PreyLoop", "cycle"}
    assert tracer.spans[:1] == [(None, "PreyLoop")]


def test_inputs_have_the_defaults_of_the_model() -> None:
    parameters = inspect.signature(prey_loop).parameters
    assert parameters["limit"].default == 3


@pytest.mark.parametrize(
    "name",
    [
        "PreyLoopResult",
    ],
)
def test_results_cannot_change(name: str) -> None:
    kind: Any = getattr(module, name)
    fields = dataclasses.fields(kind)
    made = kind(*fields)
    assert not hasattr(made, "__dict__")
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(made, fields[0].name, None)
