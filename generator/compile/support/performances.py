"""One performance of an action: its parameters and steps are attributes, its body says what it does.

A performance ends with its body, or when it, a performance around it or whoever performs it is terminated
(SysML 7.17, terminate actions). What bodies are written with is found here. Knows runs; must not know models.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from .clock import RealClock, VirtualClock
from .failures import MissingValue, RunFailure
from .messages import accept, addresses, deliver, send
from .occurrences import Occurrence
from .runs import Deadlock, Run, after, at, current, tick, until
from .steps import Kind, Node, NoWay, Way, perform_steps

__all__ = [
    "Deadlock",
    "Kind",
    "NoWay",
    "Node",
    "Performance",
    "Performing",
    "RealClock",
    "Run",
    "RunFailure",
    "VirtualClock",
    "Way",
    "accept",
    "addresses",
    "after",
    "assure",
    "at",
    "current",
    "deliver",
    "evaluate",
    "flow",
    "forget",
    "give",
    "perform",
    "perform_steps",
    "refuse",
    "refused",
    "send",
    "terminate",
    "tick",
    "until",
]

_REFUSALS = ("refused", "constraint-violated")
"""How a failure is called that is an answer of the model."""


class Performance(Occurrence):
    """An occurrence of an action. Performed again, it begins anew with what it was given."""

    is_performance: ClassVar[bool] = True
    _held: tuple[str, ...] | None = None

    async def perform_body(self) -> None:
        """What the action does; where the model does not say it, what whoever runs it does."""
        performer = current().performers.get(self._name())
        if performer is not None:
            await performer(self)

    def _name(self) -> str:
        return getattr(type(self), "element", "") or type(self).type_name

    async def perform(self) -> Self:
        """Perform the action to its end: parameters are read at the beginning, results when it has ended."""
        self._begin()
        current().performed.append(self._name())
        await perform(self, self.perform_body)
        self._hold("out")
        return self

    def settle(self) -> None:
        """Nothing: initial values are kept when the action begins, after its parameters have been given."""

    def _begin(self) -> None:
        given = {each.attribute for each in type(self).features() if "in" in each.direction}
        if self._held is not None:
            for attribute in (*self._held, *(each for each in self._kept if each not in given)):
                self._kept.pop(attribute, None)
        self._held = self._hold("in") + self._hold(":=")

    def _hold(self, which: str) -> tuple[str, ...]:
        """Keep the values that features have now, whatever becomes of what they are computed from."""
        features = type(self).features()
        chosen = [each for each in features if which in (each.direction, each.mode)]
        chosen += [each for each in features if each.direction == "inout"]
        return tuple(each.attribute for each in chosen if _keep(self, each.attribute))


def _keep(occurrence: Occurrence, attribute: str) -> bool:
    """Keep the value a feature has now; whether there is one that was not kept before."""
    kept = occurrence._kept.get(attribute)
    if kept is not None and kept[0] == -1:
        return False
    try:
        occurrence._kept[attribute] = (-1, getattr(occurrence, attribute))
    except MissingValue:
        return False
    return True


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


async def perform(performance: object, body: Callable[[], Awaitable[object]]) -> None:
    """Perform a body as that of a performance: until it ends or is terminated."""
    run = current()
    run.tick()
    task = asyncio.current_task()
    assert task is not None  # noqa: S101 - a coroutine runs in a task
    own = Performing(performance, task)
    underway = _underway(run)
    underway.append(own)
    try:
        await body()
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


def evaluate(calculation: Occurrence) -> None:
    """Compute a calculation where it stands among steps: later changes do not change its result."""
    for attribute in getattr(calculation, "_held", ()):
        calculation._kept.pop(attribute, None)
    features = type(calculation).features()
    names = [each.attribute for each in features if each.direction in ("in", "inout")]
    held = tuple(each for each in (*names, "result") if _keep(calculation, each))
    calculation._held = held  # type: ignore[attr-defined]


def forget(performance: Performance) -> None:
    """Take back what an action was given when somebody else had it performed."""
    for each in type(performance).features():
        if each.direction == "in":
            performance._kept.pop(each.attribute, None)


def flow(target: Occurrence, attribute: str, source: Callable[[], object]) -> None:
    """What has come out of a step flows into another one; nothing if nothing came out."""
    try:
        value = source()
    except MissingValue:
        target._kept.pop(attribute, None)
        return
    setattr(target, attribute, value)


def assure(holds: object, text: str) -> None:
    """An asserted constraint holds; RunFailure `constraint-violated` says which does not."""
    if not holds:
        raise RunFailure("constraint-violated", f"violated: {text}")


def refuse(reason: object) -> None:
    """The run ends because the model refuses what was asked: RunFailure `refused`."""
    raise RunFailure("refused", f"refused: {reason}")


async def refused(performance: Performance, reason: str) -> None:
    """Perform an action that has to be refused, for a reason that contains a text; RunFailure `not-refused` if it is not."""
    try:
        await performance.perform()
    except RunFailure as failure:
        if failure.code not in _REFUSALS or reason not in failure.message:
            raise
        return
    raise RunFailure("not-refused", f"{performance._name()} has to be refused and is not")


def give(performance: Any, names: Sequence[str], result: Any) -> None:
    """Results of a body in Python: one value, or several as a mapping, a sequence or attributes."""
    if len(names) == 1 and not (isinstance(result, dict) and set(result) == {*names}):
        result = {names[0]: result}
    elif isinstance(result, Sequence) and not isinstance(result, str):
        result = dict(zip(names, result, strict=True))
    for each in names:
        found = result[each] if isinstance(result, dict) else getattr(result, each)
        setattr(performance, each, found)


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
