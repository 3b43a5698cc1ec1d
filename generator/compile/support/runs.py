"""One run: which performances are under way, who waits for what, and what happens when nobody can go on.

A run counts the tasks that can go on. When none can, the next event from outside happens, then the clock moves to
the next time somebody waits for, then performances that need not end are given up; if that helps nobody, the run
is stuck and says who waits for what. Tasks go on in the order in which they became able to, so the same events
give the same run. Knows tasks and waiting; must not know messages, steps or models.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from .clock import Clock, VirtualClock, instant, seconds
from .failures import RunFailure

__all__ = [
    "Deadlock",
    "Run",
    "Waiting",
    "after",
    "at",
    "current",
    "run_here",
    "tick",
    "until",
]

T = TypeVar("T")


class Deadlock(RunFailure):
    """Nobody can go on; the message names what waits for what, `element` the first of them."""

    def __init__(self, message: str, element: str = "") -> None:
        super().__init__("deadlock", message)
        self.element = element


@dataclass(eq=False)
class Waiting(Generic[T]):
    """Somebody waits for something; `what` says it to people, "" is not worth telling."""

    what: str
    element: str = ""
    future: asyncio.Future[T] = field(default_factory=asyncio.Future)
    condition: Callable[[], bool] | None = None
    time: float | None = None
    is_quiet: bool = False


class Run:
    """What the performances of one run share.

    `performers` do the actions the model does not describe, by their qualified names; `performed` are the actions that
    were begun, in order. `tick` is called for every step and may raise when the budget is used up. When a
    run is open more may happen to it from outside, and so it is never stuck.
    """

    def __init__(
        self,
        clock: Clock | None = None,
        tick: Callable[..., None] | None = None,
        *,
        is_open: bool = False,
    ) -> None:
        self.clock: Clock = VirtualClock() if clock is None else clock
        self.tick: Callable[..., None] = tick or (lambda steps=1: None)
        self.is_open = is_open
        self.performers: dict[str, Callable[[Any], Awaitable[None]]] = {}
        self.performed: list[str] = []
        self.shared: dict[type[Any], Any] = {}
        self.settlers: list[Callable[[], bool]] = []
        self._outside: deque[Callable[[], None]] = deque()
        self._waiting: dict[Waiting[Any], None] = {}
        self._background: dict[asyncio.Task[None], None] = {}
        self._able = 0
        self._fault: BaseException | None = None

    async def main(self, work: Coroutine[Any, Any, T]) -> T:
        """Do the work as this run, to its end; what was begun in the background is given up then."""
        token = _CURRENT.set(self)
        self._able += 1
        try:
            result = await work
            if self._fault is not None:
                raise self._fault
            return result
        finally:
            self._able -= 1
            for task in self._background:
                task.cancel()
            await asyncio.gather(*self._background, return_exceptions=True)
            _CURRENT.reset(token)

    def start(self, work: Coroutine[Any, Any, None], *, in_background: bool = False) -> Task:
        """Begin work that goes on beside whoever begins it."""
        self._able += 1
        task = asyncio.get_running_loop().create_task(work)
        task.add_done_callback(lambda _: self._released())
        if in_background:
            self._background[task] = None
            task.add_done_callback(self._ended)
        return task

    def _ended(self, task: Task) -> None:
        """A failure in the background is told to whoever waits, or will wait, or at the end."""
        fault = None if task.cancelled() else task.exception()
        if fault is None:
            return
        self._fault = fault
        for each in tuple(self._waiting):
            self._fail(each, fault)

    async def wait(self, waiting: Waiting[T]) -> T:
        """Until the future is set; whoever sets it does so by `wake`."""
        if self._fault is not None:
            raise self._fault
        self._waiting[waiting] = None
        self._released()
        try:
            return await waiting.future
        finally:
            if waiting in self._waiting:  # cancelled: nobody woke it
                self._waiting.pop(waiting)
                self._able += 1

    def wake(self, waiting: Waiting[T], result: T) -> None:
        """Let somebody go on."""
        if waiting in self._waiting and not waiting.future.done():
            self._waiting.pop(waiting)
            self._able += 1
            waiting.future.set_result(result)

    def _fail(self, waiting: Waiting[Any], fault: BaseException) -> None:
        self._waiting.pop(waiting)
        self._able += 1
        waiting.future.set_exception(fault)

    def happen(self, event: Callable[[], None]) -> None:
        """Let something happen from outside: when nobody can go on, after what was to happen before, at no time."""
        self._outside.append(event)
        if self._waiting and not self._able:
            asyncio.get_running_loop().call_soon(self._settle)

    async def quiet(self) -> None:
        """Until everybody else waits for messages or conditions that will not come by themselves."""
        await self.wait(Waiting("", is_quiet=True))

    def is_waiting(self, waiting: Waiting[Any]) -> bool:
        """Whether somebody still waits."""
        return waiting in self._waiting

    # -- when nobody can go on --------------------------------------------------------------------

    def _released(self) -> None:
        self._able -= 1
        self.look()
        if not self._able:
            asyncio.get_running_loop().call_soon(self._settle)

    def look(self) -> None:
        """Wake whoever waits for a condition that holds now."""
        for each in tuple(self._waiting):
            if each.condition is None or each.future.done():
                continue
            try:
                holds = each.condition()
            except Exception as fault:
                self._fail(each, fault)
                continue
            if holds:
                self.wake(each, None)

    def _settle(self) -> None:
        if self._able or not self._waiting:
            return
        while self._outside:
            self._outside.popleft()()
            if self._able:
                return
        times = [each.time for each in self._waiting if each.time is not None]
        if times:
            self.clock.call_at(min(times), self._ring)
            return
        if any(settle() for settle in reversed(tuple(self.settlers))):
            return
        quiet = [each for each in self._waiting if each.is_quiet]
        for each in quiet:
            self.wake(each, None)
        if quiet or self.is_open:
            return
        told = [each for each in self._waiting if each.what]
        if not told:
            return
        element = told[0].element
        message = "nothing can go on: " + "; ".join(each.what for each in told)
        self._fail(told[0], Deadlock(message, element))

    def _ring(self) -> None:
        """Wake whoever waits for this time, in the order in which they began to wait."""
        now = self.clock.now
        due = [each for each in self._waiting if each.time is not None and each.time <= now]
        earliest = min((each.time for each in due if each.time is not None), default=now)
        for each in due:
            if each.time == earliest:
                self.wake(each, None)
        if not due:
            self._settle()


Task = asyncio.Task[None]
_CURRENT: ContextVar[Run] = ContextVar("run")


@contextmanager
def run_here(run: Run) -> Iterator[None]:
    """Work without a task of its own belongs to this run, where none is under way."""
    token = None if _CURRENT.get(None) is not None else _CURRENT.set(run)
    try:
        yield
    finally:
        if token is not None:
            _CURRENT.reset(token)


def current() -> Run:
    """The run that asks; outside of one, RuntimeError."""
    run = _CURRENT.get(None)
    if run is None:
        raise RuntimeError("performances need a run")
    return run


def tick() -> None:
    """Take a step of the budget of the run."""
    current().tick()


async def after(delay: object, element: str = "") -> None:
    """Wait for a duration: seconds, or a quantity."""
    run = current()
    when = run.clock.now + seconds(delay)
    await run.wait(Waiting(f"a time {delay} from now", element, time=when))


async def at(when: object, element: str = "") -> None:
    """Wait until a point in time."""
    await current().wait(Waiting(f"the time {when}", element, time=instant(when)))


async def until(
    condition: Callable[[], bool], text: str = "a condition", element: str = ""
) -> None:
    """Wait until a condition holds; not at all if it does already (KerML, Observation::ObserveChange)."""
    if not condition():
        await current().wait(Waiting(f"`{text}` never becomes true", element, condition=condition))
