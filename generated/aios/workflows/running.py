# Generated from AIOS_Agents::Init (ssot/aios/agents.sysml) and 66 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""How a step of a workflow is run: in a span of its own, tried again and given up as the model says; how a run ends.

A run is in process unless somebody sets a `keeper`, who then decides whether a step has to be run at all.
"""

from __future__ import annotations

import asyncio
from asyncio import sleep
from collections.abc import Awaitable, Callable, Coroutine
from contextvars import ContextVar
from datetime import UTC, datetime
from functools import wraps
from typing import Any, ParamSpec, Protocol, TypeVar

from .. import telemetry

P = ParamSpec("P")
T = TypeVar("T")
Place = tuple[str, ...]
"""Where in a run a step is: the labels of the steps around it, then its own."""


class Keeper(Protocol):
    """Keeps what the steps of a run give."""

    async def step(self, place: Place, work: Callable[[], Awaitable[T]]) -> T:
        """What a step gives: known already, or from its work."""


keeper: ContextVar[Keeper | None] = ContextVar("keeper", default=None)
here: ContextVar[Place] = ContextVar("here", default=())


class Refused(RuntimeError):  # noqa: N818 - it is an answer, not a fault
    """The run ends because the model refuses what was asked; the message is the reason."""


def now() -> datetime:
    """The time by the clock of the system."""
    return datetime.now(UTC)


async def run_step(
    label: str, step: Callable[P, Awaitable[T]], *args: P.args, **kwargs: P.kwargs
) -> T:
    """Run a step in a span called like the step in the model; the keeper of the run keeps its result."""
    place = (*here.get(), label)
    before = here.set(place)
    try:
        with telemetry.tracer().start_as_current_span(label):
            kept = keeper.get()
            if kept is None or getattr(step, "is_composed", False):
                return await step(*args, **kwargs)
            return await kept.step(place, lambda: step(*args, **kwargs))
    finally:
        here.reset(before)


def composed(step: Callable[P, T]) -> Callable[P, T]:
    """Marks a step that is done by a workflow: not the step is kept, but each step of that workflow."""
    step.__dict__["is_composed"] = True
    return step


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

    @wraps(step)
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

    @wraps(step)
    async def stopped(*args: P.args, **kwargs: P.kwargs) -> T:
        async with asyncio.timeout(seconds):
            return await step(*args, **kwargs)

    return stopped
