"""Time as performances see it: a virtual clock that costs no time, and the real one.

Knows seconds, dates and the running event loop. Must not know who waits, nor for what.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

__all__ = ["Clock", "RealClock", "VirtualClock", "instant", "seconds"]


class Clock(Protocol):
    """What time it is, in seconds since 1970 began (UTC), and a call at a later time."""

    @property
    def now(self) -> float:
        """The time in seconds."""

    def call_at(self, when: float, wake: Callable[[], None]) -> None:
        """Have `wake` called when it is time; called again before that, the earlier call is forgotten."""


class VirtualClock:
    """A clock that jumps: it is only asked when everything waits, and then it is that time."""

    def __init__(self, now: float = 0.0) -> None:
        self._now = now

    @property
    def now(self) -> float:
        """The time in seconds."""
        return self._now

    def call_at(self, when: float, wake: Callable[[], None]) -> None:
        """It is `when` now."""
        self._now = max(self._now, when)
        wake()


class RealClock:
    """The clock on the wall."""

    def __init__(self) -> None:
        self._handle: asyncio.TimerHandle | None = None

    @property
    def now(self) -> float:
        """The time in seconds."""
        return time.time()

    def call_at(self, when: float, wake: Callable[[], None]) -> None:
        """Have `wake` called by the event loop when it is time."""
        if self._handle is not None:
            self._handle.cancel()
        loop = asyncio.get_running_loop()
        self._handle = loop.call_later(max(0.0, when - self.now), wake)


def seconds(duration: object) -> float:
    """A duration in seconds: a number is one of seconds, a quantity is converted."""
    if isinstance(duration, int | float):
        return float(duration)
    if isinstance(duration, timedelta):
        return duration.total_seconds()
    convert = getattr(duration, "to", None)
    if convert is None:
        raise TypeError(f"{duration!r} is no duration")
    return float(convert("s").value)


def instant(when: object) -> float:
    """A point in time in seconds since 1970 began: a number, a quantity, a date, or one written by ISO 8601."""
    if isinstance(when, str):
        when = datetime.fromisoformat(when)
    if isinstance(when, datetime):
        return (when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp()
    return seconds(when)
