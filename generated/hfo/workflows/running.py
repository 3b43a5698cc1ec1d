# Generated from HFO_Tooling::ToolingEnablement (ssot/hfo/tooling.sysml) and 7 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""How a step of a workflow is run: in a span of its own, tried again and given up as the model says."""

from __future__ import annotations

import asyncio
from asyncio import sleep
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, ParamSpec, TypeVar

from .. import telemetry

P = ParamSpec("P")
T = TypeVar("T")


async def run_step(
    label: str, step: Callable[P, Awaitable[T]], *args: P.args, **kwargs: P.kwargs
) -> T:
    """Run a step in a span called like the step in the model."""
    with telemetry.tracer().start_as_current_span(label):
        return await step(*args, **kwargs)


def retrying(
    step: Callable[P, Awaitable[T]],
    *,
    attempts: int = 3,
    delay: float = 1.0,
    maximum: float = 60.0,
) -> Callable[P, Coroutine[Any, Any, T]]:
    """A step that is tried again when it fails.

    `delay` seconds pass before the second try, twice as many before each further one, never more than `maximum`.
    The failure of the last try is raised.
    """

    async def tried(*args: P.args, **kwargs: P.kwargs) -> T:
        pause = delay
        for _ in range(attempts - 1):
            try:
                return await step(*args, **kwargs)
            except Exception:
                await sleep(min(pause, maximum))
                pause *= 2
        return await step(*args, **kwargs)

    return tried


def limited(
    step: Callable[P, Awaitable[T]], *, seconds: float
) -> Callable[P, Coroutine[Any, Any, T]]:
    """A step that is cancelled, with TimeoutError, when it takes longer than so many seconds."""

    async def stopped(*args: P.args, **kwargs: P.kwargs) -> T:
        async with asyncio.timeout(seconds):
            return await step(*args, **kwargs)

    return stopped
