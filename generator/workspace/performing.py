"""Performing actions: on a clock that costs no time, with what happens to them in their mailbox.

Knows the engine of performances. Must not know programs.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterator, Sequence

from generator.compile.support import performances
from generator.compile.support.failures import BUDGET, MissingValue
from generator.compile.support.occurrences import Occurrence
from generator.compile.support.performances import Performance

__all__ = ["live", "perform", "perform_known", "performances_of"]


def perform(element: Performance, events: Sequence[object]) -> None:
    """Perform an action to its end."""
    asyncio.run(_performed(element, events))


async def _performed(element: Performance, events: Sequence[object]) -> None:
    running = performances.Run(tick=BUDGET.spend)
    for each in events:
        performances.deliver(running, each)
    await running.main(element.perform())


def live(element: Occurrence, events: Sequence[object]) -> None:
    """Let an occurrence and what it consists of do what they perform, side by side, as far as it goes."""
    performed = list(performances_of(element, set()))
    if performed:
        asyncio.run(_lived(performed, events))


def performances_of(element: Occurrence, seen: set[int]) -> Iterator[Performance]:
    """What an occurrence and its parts are said to perform."""
    seen.add(id(element))
    for feature in type(element).features():
        if feature.role == "perform":
            for each in feature.values(element):
                if isinstance(each, Performance) and id(each) not in seen:
                    seen.add(id(each))
                    yield each
        elif feature.is_composite:
            for each in feature.values(element):
                is_thing = isinstance(each, Occurrence) and not each.is_performance
                if is_thing and id(each) not in seen:
                    yield from performances_of(each, seen)


async def _lived(performed: Sequence[Performance], events: Sequence[object]) -> None:
    running = performances.Run(tick=BUDGET.spend)
    for each in events:
        performances.deliver(running, each)

    async def work() -> None:
        for each in performed:
            running.start(perform_known(each), in_background=True)
        await running.quiet()

    await running.main(work())


async def perform_known(performance: Performance) -> None:
    """Perform an action that may not be described to its end: where a value is not known it stops."""
    with contextlib.suppress(MissingValue):
        await performance.perform()
