# Generated from HFO_Agents::SwarmlordPersona (ssot/hfo/agents.sysml) and 5 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The environment says where a language model is; a run can be waited for anywhere."""

from __future__ import annotations

import asyncio
import json
import threading
from contextvars import ContextVar

import pytest
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.models.openrouter import OpenRouterModel

from ...agents import _running

WHO: ContextVar[str] = ContextVar("WHO", default="nobody")


def _model(name: str) -> OpenAIChatModel:
    model = _running.language_model(name)
    assert isinstance(model, OpenAIChatModel)
    return model


def test_an_endpoint_goes_before_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("OPENROUTER_API_KEY", "router")
    model = _model("some/model:free")
    assert model.model_name == "some/model:free"
    assert model.base_url == "http://127.0.0.1:9/v1/"
    assert model.client.api_key == "none"
    monkeypatch.setenv("OPENAI_API_KEY", "key")
    assert _model("some/model").client.api_key == "key"


def test_openrouter_is_asked_when_there_is_a_key_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OPENROUTER_API_KEY", "router")
    monkeypatch.setenv("OPENAI_API_KEY", "key")
    model = _model("some/model")
    assert isinstance(model, OpenRouterModel)
    assert "openrouter.ai" in model.base_url


def test_openai_is_asked_when_there_is_a_key_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "key")
    model = _model("model")
    assert "api.openai.com" in model.base_url
    assert model.client.api_key == "key"


def test_a_provider_may_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENROUTER_API_KEY", "router")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    model = _model("openrouter:some/model")
    assert model.model_name == "some/model"
    assert "openrouter.ai" in model.base_url


def test_without_an_endpoint_the_variables_are_named() -> None:
    with pytest.raises(_running.ModelNotConfigured, match="OPENAI_BASE_URL"):
        _running.language_model("some/model")


def test_connections_are_closed_with_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")

    async def opened() -> OpenAIChatModel:
        async with _running.language_models() as models:
            model = await models.resolve_model_id(None, model_id="m")  # type: ignore[arg-type]
            assert isinstance(model, OpenAIChatModel)
            assert not model.client.is_closed()
            return model

    assert asyncio.run(opened()).client.is_closed()


async def _where() -> tuple[int, str]:
    await asyncio.sleep(0)
    return threading.get_ident(), WHO.get()


def test_a_run_is_waited_for_in_this_thread_if_that_is_possible() -> None:
    assert _running.wait_for(_where())[0] == threading.get_ident()


def test_a_run_is_waited_for_in_another_thread_within_an_event_loop() -> None:
    async def within() -> tuple[int, str]:
        WHO.set("somebody")
        return _running.wait_for(_where())

    thread, who = asyncio.run(within())
    assert thread != threading.get_ident()
    assert who == "somebody"


def test_a_failure_of_a_run_reaches_whoever_waits() -> None:
    async def failing() -> None:
        raise ValueError("wrong")

    async def within() -> None:
        _running.wait_for(failing())

    with pytest.raises(ValueError, match="wrong"):
        _running.wait_for(failing())
    with pytest.raises(ValueError, match="wrong"):
        asyncio.run(within())


def test_the_mission_of_a_state_is_text() -> None:
    assert _running.mission_of({"mission_id": 7}) == "7"
    assert _running.mission_of({"mission_id": None}) is None
    assert _running.mission_of({}) is None


def test_a_state_is_shown_as_json() -> None:
    shown = _running.as_text({"text": "ä", "number": 1, "path": object})
    assert json.loads(shown)["number"] == 1
    assert "ä" in shown
