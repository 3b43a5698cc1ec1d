# Generated from HFO_Agents::ValidatorAgent (ssot/hfo/agents.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What the model says of ValidatorAgent, on a scripted language model."""

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
from ...agents.validator import ValidatorAgent, unsatisfied
from ...types.hfo_agents import ValidationRequest, ValidationResult
from ...types.hfo_signals import Verdict

from ...agents import _running
from .script import Script, example

HINTS = ()
INSTRUCTIONS = (
    "Judges a result against its mission.",
    "MustJustifyVerdict: Approve only what the evidence supports; name an issue for every rejection.",
    "JustifiesItsVerdict: A rejection names its reasons.",
    "justifiedVerdict (HFO-REQ-023): Verdicts are justified.",
)
CONDITIONS: list[tuple[str, str, Callable[[Any, Any], bool]]] = [
    (
        "JustifiesItsVerdict",
        "JustifiesItsVerdict is not satisfied: validator.output.validation.verdict == Verdict::approve or notEmpty(validator.output.validation.issues)",
        lambda request, output: output.validation.verdict == Verdict.APPROVE
        or bool(output.validation.issues),
    ),
]


def _agent(model: Any = None) -> ValidatorAgent:
    return ValidatorAgent(model=model)


@cache
def _request() -> ValidationRequest:
    return example(v.instances(ValidationRequest))


def _state(**others: Any) -> dict[str, Any]:
    return {**dict(_request()), **others}


@cache
def _good() -> ValidationResult:
    request = _request()
    return example(
        v.instances(ValidationResult, HINTS),
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
        name
        for name, field in ValidationRequest.model_fields.items()
        if field.is_required()
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
    request = data.draw(v.drafts(ValidationRequest, HINTS))
    output = data.draw(v.drafts(ValidationResult, HINTS))
    broken = [text for _, text, holds in CONDITIONS if not holds(request, output)]
    assert list(unsatisfied(output)) == broken


@pytest.mark.parametrize(("requirement", "message", "holds"), CONDITIONS)
def test_an_output_that_does_not_satisfy_a_requirement_is_asked_for_again(
    requirement: str, message: str, holds: Callable[[Any, Any], bool]
) -> None:
    request = _request()
    bad = example(
        v.drafts(ValidationResult, HINTS), lambda output: not holds(request, output)
    )
    broken = [text for _, text, other in CONDITIONS if not other(request, bad)]
    script = Script(bad, _good())
    assert requirement in message
    assert message in broken
    assert list(unsatisfied(bad)) == broken
    assert asyncio.run(_agent(script.model).run(request)) == _good()
    assert len(script.asked) == 2
    if v.attempt(ValidationResult, bad.model_dump()) is not None:
        assert script.reply(2) == "\n".join(broken)


def _asked_model(monkeypatch: pytest.MonkeyPatch, agent: ValidatorAgent) -> list[str]:
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
    monkeypatch.setenv("MODEL_VALIDATOR", "some/model")
    assert _asked_model(monkeypatch, agent) == ["some/model"]


def test_the_language_model_of_the_system_model_is_the_default(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("MODEL_VALIDATOR", "")
    assert _asked_model(monkeypatch, _agent()) == ["deepseek/deepseek-chat"]


def test_a_given_language_model_goes_before_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("MODEL_VALIDATOR", "some/model")
    assert _asked_model(monkeypatch, _agent("given/model")) == ["given/model"]


def test_no_real_request_is_made_in_a_test(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("MODEL_VALIDATOR", "some/model")
    with pytest.raises(RuntimeError, match="requests are not allowed"):
        _agent().execute(_state())


def test_a_run_is_a_span_with_its_mission_and_its_tokens(
    spans: InMemorySpanExporter,
) -> None:
    script = Script(_good())
    _agent(script.model).execute(_state(mission_id="mission 1"))
    (span,) = spans.get_finished_spans()
    assert span.name == "ValidatorAgent.execute"
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
    assert missions == [request.report.mission_id, "another"]
