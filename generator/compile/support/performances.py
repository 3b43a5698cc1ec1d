"""One performance of an action: its parameters and steps are attributes, its body says what it does.

A performance ends with its body, or when it, a performance around it or whoever performs it is terminated
(SysML 7.17, terminate actions). What bodies are written with is found here. Knows runs; must not know models.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Iterable, Iterator
from dataclasses import dataclass

from .messages import accept, addresses, deliver, send
from .runs import Deadlock, Run, after, at, current, until
from .steps import Kind, Node, NoWay, Way, perform_steps

__all__ = [
    "Deadlock",
    "Kind",
    "NoWay",
    "Node",
    "Performing",
    "Run",
    "Way",
    "accept",
    "addresses",
    "after",
    "at",
    "current",
    "deliver",
    "perform",
    "perform_steps",
    "send",
    "terminate",
    "until",
]


class Terminated(BaseException):
    """Unwinds to the performance that is terminated from within; nothing else may catch it."""

    def __init__(self, performance: object) -> None:
        super().__init__("terminated")
        self.performance = performance


@dataclass(eq=False)
class Performing:
    """A performance that is under way, and the task it is under way in."""

    performance: object
    task: asyncio.Task[object]
    is_ended: bool = False


async def perform(performance: object, body: Awaitable[object]) -> None:
    """Perform a body as that of a performance: until it ends or is terminated."""
    run = current()
    run.tick()
    task = asyncio.current_task()
    assert task is not None  # noqa: S101 - a coroutine runs in a task
    own = Performing(performance, task)
    underway = _underway(run)
    underway.append(own)
    try:
        await body
    except Terminated as end:
        if end.performance is not performance:
            raise
    except asyncio.CancelledError:
        if not own.is_ended or task.uncancel() > 0:
            raise
    finally:
        underway.remove(own)


async def terminate(occurrence: object, by: object) -> None:
    """End an occurrence: what is performed inside it or by it ends here, and the performance `by` if it is inside."""
    run = current()
    run.tick()
    inside = [each for each in _underway(run) if _is_within(each.performance, occurrence)]
    outermost = [
        each
        for each in inside
        if not any(
            other is not each and _is_within(each.performance, other.performance)
            for other in inside
        )
    ]
    task = asyncio.current_task()
    own = [each for each in outermost if _is_within(by, each.performance)]
    for each in outermost:
        if each.task is not task:
            each.is_ended = True
            each.task.cancel()
    for each in own:
        if each.task is task:
            raise Terminated(each.performance)
        await asyncio.get_running_loop().create_future()  # until the task that waits for us cancels us


def _underway(run: Run) -> list[Performing]:
    found: list[Performing] = run.shared.setdefault(Performing, [])
    return found


def _within(occurrence: object) -> Iterator[object]:
    at_: object | None = occurrence
    while at_ is not None:
        yield at_
        at_ = getattr(at_, "owner", None)


def _is_within(occurrence: object, outer: object) -> bool:
    outers: Iterable[object] = outer if isinstance(outer, tuple) else (outer,)
    return any(each is other for each in _within(occurrence) for other in outers)
