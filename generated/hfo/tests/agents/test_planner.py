# Generated from HFO_Agents::PlannerAgent (ssot/hfo/agents.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What the model says of PlannerAgent, on a scripted language model."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import StatusCode
from pydantic import ValidationError
from pydantic_ai.exceptions import UnexpectedModelBehavior

from .. import values as v
from ...agents.planner import PlannerAgent, unsatisfied
from ...types.hfo_agents import PlanRequest, PlanResult

from ...agents import _running, tools
from .script import Script, arguments, call, example

HINTS = (100,)
INSTRUCTIONS = (
    "Turns a brief into tasks.",
    "MustPlanIndependentTasks: Cut the work into tasks that can be done side by side; never plan more tasks than agents.",
    "PlansWithinCapacity: A plan has no more tasks than there are agents.",
    "capacityRespected (HFO-REQ-022): Plans fit the swarm.",
)
CONDITIONS: list[tuple[str, str, Callable[[Any, Any], bool]]] = [
    (
        "PlansWithinCapacity",
        "PlansWithinCapacity is not satisfied: size(planner.output.plan.tasks) <= 100",
        lambda request, output: len(output.plan.tasks) <= 100,
    ),
]


def _agent(model: Any = None) -> PlannerAgent:
    return PlannerAgent(model=model)


@cache
def _request() -> PlanRequest:
    return example(v.instances(PlanRequest))


def _state(**others: Any) -> dict[str, Any]:
    return {**dict(_request()), **others}


@cache
def _good() -> PlanResult:
    request = _request()
    return example(
        v.instances(PlanResult, HINTS),
        lambda output: all(holds(request, output) for _, _, holds in CONDITIONS),
    )


def test_every_requirement_is_an_instruction() -> None:
    script = Script(_good())
    _agent(script.model).execute(_state())
    assert script.instructions == "\n\n".join(INSTRUCTIONS)


def test_execute_asks_with_the_input_and_gives_the_output() -> None:
    script = Script(_good())
    result = _agent(script.model).execute(_state(ignored="x"))
    assert result == _good().model_dump()
    assert json.loads(script.prompt) == json.loads(_request().model_dump_json())
    assert len(script.asked) == 1


def test_run_takes_and_gives_typed_values() -> None:
    agent = _agent(Script(_good()).model)
    assert asyncio.run(agent.run(_request())) == _good()


def test_execute_works_within_a_running_event_loop() -> None:
    async def within() -> dict[str, Any]:
        return _agent(Script(_good()).model).execute(_state())

    assert asyncio.run(within()) == _agent(Script(_good()).model).execute(_state())


def test_a_state_without_the_input_is_refused() -> None:
    script = Script(_good())
    required = {
        name for name, field in PlanRequest.model_fields.items() if field.is_required()
    }
    for name in sorted(required):
        state = {key: value for key, value in _state().items() if key != name}
        with pytest.raises(ValidationError, match=name):
            _agent(script.model).execute(state)
    assert script.asked == []


def test_an_output_of_another_shape_is_asked_for_again() -> None:
    script = Script({"no such field": 1}, _good())
    assert asyncio.run(_agent(script.model).run(_request())) == _good()
    assert len(script.asked) == 2
    assert "no such field" in script.reply(2)


def test_the_agent_gives_up_after_3_answers() -> None:
    script = Script({"no such field": 1})
    with pytest.raises(UnexpectedModelBehavior):
        _agent(script.model).execute(_state())
    assert len(script.asked) == 3


@given(data=st.data())
@settings(max_examples=100)
def test_exactly_the_broken_conditions_are_named(data: st.DataObject) -> None:
    request = data.draw(v.drafts(PlanRequest, HINTS))
    output = data.draw(v.drafts(PlanResult, HINTS))
    broken = [text for _, text, holds in CONDITIONS if not holds(request, output)]
    assert list(unsatisfied(output)) == broken


@pytest.mark.parametrize(("requirement", "message", "holds"), CONDITIONS)
def test_an_output_that_does_not_satisfy_a_requirement_is_asked_for_again(
    requirement: str, message: str, holds: Callable[[Any, Any], bool]
) -> None:
    request = _request()
    bad = example(
        v.drafts(PlanResult, HINTS), lambda output: not holds(request, output)
    )
    broken = [text for _, text, other in CONDITIONS if not other(request, bad)]
    script = Script(bad, _good())
    assert requirement in message
    assert message in broken
    assert list(unsatisfied(bad)) == broken
    assert asyncio.run(_agent(script.model).run(request)) == _good()
    assert len(script.asked) == 2
    if v.attempt(PlanResult, bad.model_dump()) is not None:
        assert script.reply(2) == "\n".join(broken)


def _asked_model(monkeypatch: pytest.MonkeyPatch, agent: PlannerAgent) -> list[str]:
    names: list[str] = []
    script = Script(_good())

    def known(name: str) -> Any:
        names.append(name)
        return script.model

    monkeypatch.setattr(_running, "language_model", known)
    agent.execute(_state())
    return names


def test_the_language_model_comes_from_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    agent = _agent()
    monkeypatch.setenv("MODEL_PLANNER", "some/model")
    assert _asked_model(monkeypatch, agent) == ["some/model"]


def test_the_language_model_of_the_system_model_is_the_default(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("MODEL_PLANNER", "")
    assert _asked_model(monkeypatch, _agent()) == ["deepseek/deepseek-chat"]


def test_a_given_language_model_goes_before_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("MODEL_PLANNER", "some/model")
    assert _asked_model(monkeypatch, _agent("given/model")) == ["given/model"]


def test_no_real_request_is_made_in_a_test(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("MODEL_PLANNER", "some/model")
    with pytest.raises(RuntimeError, match="requests are not allowed"):
        _agent().execute(_state())


def test_a_run_is_a_span_with_its_mission_and_its_tokens(
    spans: InMemorySpanExporter,
) -> None:
    script = Script(_good())
    _agent(script.model).execute(_state(mission_id="mission 1"))
    (span,) = spans.get_finished_spans()
    assert span.name == "PlannerAgent.execute"
    assert span.attributes is not None
    assert span.attributes["mission_id"] == "mission 1"
    tokens = span.attributes["tokens_used"]
    assert isinstance(tokens, int)
    assert tokens > len(script.prompt.split())


def test_a_run_that_fails_is_a_span_that_failed(spans: InMemorySpanExporter) -> None:
    with pytest.raises(RuntimeError):
        _agent("some/model").execute(_state())
    (span,) = spans.get_finished_spans()
    assert span.status.status_code is StatusCode.ERROR
    assert (span.attributes or {})["tokens_used"] == 0


def test_the_mission_is_that_of_the_request(spans: InMemorySpanExporter) -> None:
    request = _request()
    agent = _agent(Script(_good()).model)
    asyncio.run(agent.run(request))
    asyncio.run(agent.run(request, mission_id="another"))
    missions = [
        (span.attributes or {})["mission_id"] for span in spans.get_finished_spans()
    ]
    assert missions == [request.brief.mission_id, "another"]


def test_the_agent_may_call_estimate_effort() -> None:
    script = Script(call(tools.estimate_effort), _good())
    assert asyncio.run(_agent(script.model).run(_request())) == _good()
    offered = {
        each.name: each.description for each in script.asked[0][1].function_tools
    }
    assert "estimate_effort" in offered
    assert len(script.asked) == 2
    assert script.reply(2) == str(
        tools.estimate_effort(**arguments(tools.estimate_effort))
    )
