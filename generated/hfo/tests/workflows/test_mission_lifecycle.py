# Generated from HFO_Workflows::MissionLifecycle (ssot/hfo/workflows.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow MissionLifecycle: values follow the flows of the model, steps
wait for nothing else.
"""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from hfo.workflows import mission_lifecycle as module
from hfo.tests.workflows.conftest import Tracer
from hfo.tests.workflows.recording import Broken, Recorder, begun, causes
from hfo.workflows.mission_lifecycle import mission_lifecycle

INPUTS: tuple[str, ...] = ("signal",)
GIVEN: dict[str, dict[str, str]] = {
    "capture_intent": {
        "signal": "signal",
    },
    "clarify_goal": {
        "prior": "capture_intent",
    },
    "clarify_scope": {
        "prior": "clarify_goal",
    },
    "clarify_risk": {
        "prior": "clarify_scope",
    },
    "select_workflow": {
        "clarification": "clarify_risk",
    },
    "publish_intent": {
        "clarification": "clarify_risk",
        "selection": "select_workflow",
    },
    "research": {
        "intent": "publish_intent",
    },
    "make_plan": {
        "brief": "research",
    },
    "carry_out": {
        "plan": "make_plan",
    },
    "validate": {
        "report": "carry_out.report",
    },
    "review_security": {
        "code": "carry_out.code",
    },
    "tally": {
        "validation": "validate",
        "findings": "review_security.findings",
    },
    "deliver": {
        "report": "carry_out.report",
        "validation": "validate",
        "approved": "tally",
    },
    "learn": {
        "brief": "research",
    },
}
"""Where the parameters of each step come from: an input, or an output of a step."""
BEHIND: dict[str, set[str]] = {
    "capture_intent": {
        "carry_out",
        "clarify_goal",
        "clarify_risk",
        "clarify_scope",
        "deliver",
        "learn",
        "make_plan",
        "publish_intent",
        "research",
        "review_security",
        "select_workflow",
        "tally",
        "validate",
    },
    "clarify_goal": {
        "carry_out",
        "clarify_risk",
        "clarify_scope",
        "deliver",
        "learn",
        "make_plan",
        "publish_intent",
        "research",
        "review_security",
        "select_workflow",
        "tally",
        "validate",
    },
    "clarify_scope": {
        "carry_out",
        "clarify_risk",
        "deliver",
        "learn",
        "make_plan",
        "publish_intent",
        "research",
        "review_security",
        "select_workflow",
        "tally",
        "validate",
    },
    "clarify_risk": {
        "carry_out",
        "deliver",
        "learn",
        "make_plan",
        "publish_intent",
        "research",
        "review_security",
        "select_workflow",
        "tally",
        "validate",
    },
    "select_workflow": {
        "carry_out",
        "deliver",
        "learn",
        "make_plan",
        "publish_intent",
        "research",
        "review_security",
        "tally",
        "validate",
    },
    "publish_intent": {
        "carry_out",
        "deliver",
        "learn",
        "make_plan",
        "research",
        "review_security",
        "tally",
        "validate",
    },
    "research": {
        "carry_out",
        "deliver",
        "learn",
        "make_plan",
        "review_security",
        "tally",
        "validate",
    },
    "make_plan": {
        "carry_out",
        "deliver",
        "review_security",
        "tally",
        "validate",
    },
    "carry_out": {
        "deliver",
        "review_security",
        "tally",
        "validate",
    },
    "validate": {
        "deliver",
        "tally",
    },
    "review_security": {
        "deliver",
        "tally",
    },
    "tally": {
        "deliver",
    },
    "deliver": set(),
    "learn": set(),
}
"""The steps that wait for a step, directly or not."""
LABELS = [
    "captureIntent",
    "clarifyGoal",
    "clarifyScope",
    "clarifyRisk",
    "selectWorkflow",
    "publishIntent",
    "research",
    "makePlan",
    "carryOut",
    "validate",
    "reviewSecurity",
    "tally",
    "deliver",
    "learn",
]
ATTEMPTS = {
    "research": 3,
}


async def run(recorder: Recorder) -> Any:
    """The workflow with inputs and steps that are only noted."""
    inputs = {name: recorder.value(name) for name in INPUTS}
    return await mission_lifecycle(recorder.steps, **inputs)


@pytest.mark.parametrize("seed", range(3))
def test_values_follow_the_flows(seed: int) -> None:
    recorder = Recorder(seed=seed)
    result = asyncio.run(run(recorder))
    assert sorted(recorder.begun) == sorted(GIVEN)
    for step, parameters in GIVEN.items():
        (given,) = recorder.given[step]
        for parameter, path in parameters.items():
            assert given[parameter] is recorder.value(path)
    assert result.digest is recorder.value("deliver")
    assert result.insight is recorder.value("learn")
    assert type(result) is module.MissionLifecycleResult


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
    assert recorder.begun.count(broken) == ATTEMPTS.get(broken, 1)


def test_steps_are_limited_as_the_model_says(monkeypatch: pytest.MonkeyPatch) -> None:
    limits: list[float] = []

    def limited(step: Callable[..., Any], *, seconds: float) -> Callable[..., Any]:
        limits.append(seconds)
        return step

    monkeypatch.setattr(module, "limited", limited)
    asyncio.run(run(Recorder()))
    assert sorted(limits) == sorted(
        [
            900.0,
        ]
    )


def test_the_workflow_and_each_step_have_a_span(tracer: Tracer) -> None:
    recorder = Recorder()
    asyncio.run(run(recorder))
    assert tracer.spans[0] == (None, "MissionLifecycle")
    assert sorted(tracer.spans[1:]) == sorted(
        ("MissionLifecycle", label) for label in LABELS
    )
    recorded = {
        "mission_id": "signal.mission_id",
    }
    assert tracer.attributes == [
        {name: str(recorder.value(path)) for name, path in recorded.items()}
    ]


@pytest.mark.parametrize(
    "name",
    [
        "CarryOutResult",
        "ReviewSecurityResult",
        "MissionLifecycleResult",
    ],
)
def test_results_cannot_change(name: str) -> None:
    kind: Any = getattr(module, name)
    fields = dataclasses.fields(kind)
    made = kind(*fields)
    assert not hasattr(made, "__dict__")
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(made, fields[0].name, None)
