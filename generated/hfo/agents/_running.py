# Generated from HFO_Agents::SwarmlordPersona (ssot/hfo/agents.sysml) and 5 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Which language model an agent asks, and running an agent where nothing can be awaited."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncIterator, Coroutine, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, asynccontextmanager
from contextvars import copy_context
from typing import Any, TypeVar

from pydantic import BaseModel
from pydantic_ai import Agent
from pydantic_ai.capabilities import ResolveModelId
from pydantic_ai.models import Model, ModelResolutionContext, infer_model
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.models.openrouter import OpenRouterModel
from pydantic_ai.providers.openai import OpenAIProvider
from pydantic_ai.providers.openai_compatible import OpenAICompatibleProvider
from pydantic_ai.settings import ModelSettings
from pydantic_ai.usage import RunUsage

from .. import telemetry

In = TypeVar("In")
Out = TypeVar("Out")
M = TypeVar("M", bound=BaseModel)
T = TypeVar("T")


class ModelNotConfigured(RuntimeError):
    """The environment does not say which language model to ask, or where it is."""


async def ask(
    agent: Agent[In, Out],
    request: In,
    model: Model | str,
    *,
    mission_id: str | None,
    variable: str | None = None,
    settings: ModelSettings | None = None,
    seconds: float | None = None,
) -> Out:
    """One run of an agent as one span, with the id of its mission and the tokens it used.

    `variable` is the environment variable that would name the model when nothing else does.
    """
    if not model:
        raise ModelNotConfigured(f"{agent.name} has no language model: set {variable}")
    prompt = (
        request.model_dump_json(indent=2)
        if isinstance(request, BaseModel)
        else str(request)
    )
    usage = RunUsage()
    with telemetry.tracer().start_as_current_span(f"{agent.name}.execute") as span:
        if mission_id is not None:
            span.set_attribute("mission_id", mission_id)
        try:
            async with language_models() as models:
                result = await agent.run(
                    prompt,
                    deps=request,
                    model=model,
                    model_settings=settings,
                    usage=usage,
                    timeout=seconds,
                    capabilities=[models],
                )
        finally:
            span.set_attribute("tokens_used", usage.total_tokens)
    return result.output


def from_state(kind: type[M], state: Mapping[str, Any]) -> M:
    """The fields of a data type as a state has them; what else is in the state is left out."""
    return kind.model_validate(
        {name: state[name] for name in kind.model_fields if name in state}
    )


def mission_of(state: Mapping[str, Any]) -> str | None:
    """The id of the mission a state belongs to."""
    mission_id = state.get("mission_id")
    return None if mission_id is None else str(mission_id)


@asynccontextmanager
async def language_models() -> AsyncIterator[ResolveModelId[Any]]:
    """Finds the model a run asks for by name; its connections are closed when the run ends."""
    async with AsyncExitStack() as opened:

        async def resolve(context: ModelResolutionContext[Any], name: str) -> Model:
            return await opened.enter_async_context(language_model(name))

        yield ResolveModelId(resolve)


def language_model(name: str) -> Model:
    """The model of a name, at the endpoint the environment gives.

    `provider:model` is asked at that provider. Any other name is asked at `OPENAI_BASE_URL`, or
    at OpenRouter if there is an `OPENROUTER_API_KEY`, or at OpenAI if there is an `OPENAI_API_KEY`.
    """
    provider, colon, _ = name.partition(":")
    if colon and "/" not in provider:
        return infer_model(name)
    base_url, key = os.getenv("OPENAI_BASE_URL"), os.getenv("OPENAI_API_KEY")
    if base_url:
        compatible = OpenAICompatibleProvider(
            "openai-compatible", base_url=base_url, api_key=key or "none"
        )
        return OpenAIChatModel(name, provider=compatible)
    if os.getenv("OPENROUTER_API_KEY"):
        return OpenRouterModel(name)
    if key:
        return OpenAIChatModel(name, provider=OpenAIProvider(api_key=key))
    raise ModelNotConfigured(
        f"no endpoint for {name!r}: set OPENAI_BASE_URL, OPENROUTER_API_KEY or OPENAI_API_KEY"
    )


def wait_for(run: Coroutine[Any, Any, T]) -> T:
    """The result of a run; where an event loop is running already, another thread awaits it."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(run)
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(copy_context().run, asyncio.run, run).result()


def as_text(state: Mapping[str, Any]) -> str:
    """A state as JSON, for an agent whose input the model does not describe."""
    return json.dumps(dict(state), default=str, ensure_ascii=False, indent=2)
