# Generated from AIOS_Agents (ssot/aios/agents.sysml) and 27 more elements.
# Do not edit: change the model and run `generate_from_ssot`.
"""What time it is, by the clock of the world or by one that was put in its place.

Knows nothing of models. A run with a clock of its own, or a test, replaces the clock with `use_clock`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime

__all__ = ["now", "today", "use_clock"]


def _world() -> datetime:
    return datetime.now(UTC)


_clock: ContextVar[Callable[[], datetime]] = ContextVar("clock", default=_world)


def now() -> datetime:
    """The present moment, in UTC."""
    return _clock.get()()


def today() -> date:
    """The present day, in UTC."""
    return now().date()


@contextmanager
def use_clock(clock: Callable[[], datetime]) -> Iterator[None]:
    """Tell the time by another clock as long as the context is open."""
    token = _clock.set(clock)
    try:
        yield
    finally:
        _clock.reset(token)
