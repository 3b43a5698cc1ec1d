"""Performing actions: on a clock that costs no time, with what happens to them in their mailbox.

Knows the engine of performances. Must not know programs.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from generator.compile.support import performances
from generator.compile.support.failures import BUDGET
from generator.compile.support.performances import Performance

__all__ = ["perform"]


def perform(element: Performance, events: Sequence[object]) -> None:
    """Perform an action to its end."""
    asyncio.run(_performed(element, events))


async def _performed(element: Performance, events: Sequence[object]) -> None:
    running = performances.Run(tick=BUDGET.spend)
    for each in events:
        performances.deliver(running, each)
    await running.main(element.perform())
