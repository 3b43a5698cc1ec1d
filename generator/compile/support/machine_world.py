"""Where a machine runs: what happens to it, what time it is, and what goes on beside it.

Standard library only: generated packages carry this module as it is.
"""

from __future__ import annotations

import asyncio
import math
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from .machines import Accept

__all__ = ["Event", "World"]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens to a machine: a value, and the name of the port it comes through, if any.

    `targets` are the objects it was sent to; None is whoever accepts it.
    """

    value: Any
    via: str = ""
    targets: tuple[object, ...] | None = None


class World:
    """Where a machine runs: its time, which passes when it is told to, and the tasks beside it."""

    yields = 25  # how often a task may give way before it counts as waiting

    def __init__(self) -> None:
        self._now = 0.0

    @property
    def now(self) -> float:
        """The time in seconds."""
        return self._now

    def begin(self, work: Awaitable[object]) -> asyncio.Future[Any]:
        """Begin work that goes on beside the machine."""
        return asyncio.ensure_future(work)

    async def rest(self, until: float, has_work: Callable[[], bool]) -> None:
        """Let the work go on until it waits for something or the machine has work; let it be `until` then.

        An infinite time is none: the work goes on as far as it can, whatever time that takes.
        """
        for _ in range(self.yields):
            await asyncio.sleep(0)
            if has_work():
                return
        self._now = max(self._now, until) if math.isfinite(until) else self._now

    def goes_to(self, event: Event, trigger: Accept) -> bool:
        """Whether an event came the way a trigger waits for."""
        return not event.via or not trigger.via or event.via == trigger.via

    def incoming(self, is_wanted: Callable[[Event], bool], *, take: bool) -> Event | None:
        """The next event that the machine did not get from whoever runs it; it is gone when it is taken."""
        return None

    def hand_on(self, event: Event) -> bool:
        """Give an event that no transition takes to whatever else waits for it; whether there was anything."""
        return False
