# Generated from HFO_Tooling::ToolingEnablement (ssot/hfo/tooling.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow ToolingEnablement: values follow the flows of the model, steps
wait for nothing else.
"""

from __future__ import annotations

import asyncio
import inspect
from typing import Any

import pytest

from hfo.tests.workflows.conftest import Tracer
from hfo.tests.workflows.recording import Broken, Recorder, begun, causes
from hfo.workflows.tooling_enablement import tooling_enablement

INPUTS: tuple[str, ...] = (
    "major",
    "minor",
)
GIVEN: dict[str, dict[str, str]] = {
    "baseline_ide": {
        "major": "major",
        "minor": "minor",
    },
    "configure_deck": {},
    "scaffold_environment": {},
    "run_smoke_test": {
        "editor": "baseline_ide",
        "servers": "configure_deck",
        "subjects": "scaffold_environment",
    },
    "register_rituals": {
        "result": "run_smoke_test",
    },
}
"""Where the parameters of each step come from: an input, or an output of a step."""
BEHIND: dict[str, set[str]] = {
    "baseline_ide": {
        "register_rituals",
        "run_smoke_test",
    },
    "configure_deck": {
        "register_rituals",
        "run_smoke_test",
    },
    "scaffold_environment": {
        "register_rituals",
        "run_smoke_test",
    },
    "run_smoke_test": {
        "register_rituals",
    },
    "register_rituals": set(),
}
"""The steps that wait for a step, directly or not."""
LABELS = [
    "baselineIde",
    "configureDeck",
    "scaffoldEnvironment",
    "runSmokeTest",
    "registerRituals",
]


async def run(recorder: Recorder) -> Any:
    """The workflow with inputs and steps that are only noted."""
    inputs = {name: recorder.value(name) for name in INPUTS}
    return await tooling_enablement(recorder.steps, **inputs)


@pytest.mark.parametrize("seed", range(3))
def test_values_follow_the_flows(seed: int) -> None:
    recorder = Recorder(seed=seed)
    result = asyncio.run(run(recorder))
    assert sorted(recorder.begun) == sorted(GIVEN)
    for step, parameters in GIVEN.items():
        (given,) = recorder.given[step]
        for parameter, path in parameters.items():
            assert given[parameter] is recorder.value(path)
    assert result is recorder.value("register_rituals")


def test_inputs_have_the_defaults_of_the_model() -> None:
    parameters = inspect.signature(tooling_enablement).parameters
    assert parameters["major"].default == 1
    assert parameters["minor"].default == 105


@pytest.mark.parametrize("held", sorted(GIVEN))
def test_a_step_holds_up_only_what_waits_for_it(held: str) -> None:
    async def found() -> frozenset[str]:
        recorder = Recorder(held={held})
        return await begun(run(recorder), recorder)

    assert asyncio.run(found()) == set(GIVEN) - BEHIND[held]


@pytest.mark.parametrize("broken", sorted(GIVEN))
def test_a_failing_step_stops_the_workflow(broken: str, pauses: list[float]) -> None:
    recorder = Recorder(broken=broken, seed=1)
    with pytest.raises(BaseException) as caught:  # noqa: PT011, B017
        asyncio.run(run(recorder))
    assert [str(each) for each in causes(caught.value) if isinstance(each, Broken)] == [
        broken
    ]
    assert not BEHIND[broken] & set(recorder.begun)
    assert len(recorder.begun) == len(recorder.ended) + len(recorder.cancelled)
    assert recorder.begun.count(broken) == 1


def test_the_workflow_and_each_step_have_a_span(tracer: Tracer) -> None:
    recorder = Recorder()
    asyncio.run(run(recorder))
    assert tracer.spans[0] == (None, "ToolingEnablement")
    assert sorted(tracer.spans[1:]) == sorted(
        ("ToolingEnablement", label) for label in LABELS
    )
