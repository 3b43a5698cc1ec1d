"""Occurrences of states: what a machine is described from, and where it runs among performances.

The class of a state of the model says which states are in it, which transitions lead from one to another, and what
is done on entering, in and on leaving it. Knows occurrences, runs and messages; must not know models.
"""

from __future__ import annotations

import asyncio
import math
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any, ClassVar, TypeAlias

from .clock import instant, seconds
from .failures import MissingValue
from .machine_runs import Event, MachineRun, World
from .machines import DONE, Accept, After, At, Machine, State, Transition, Trigger, When
from .messages import Message, addresses, bound_ports, post_office
from .occurrences import Data, Occurrence
from .performances import Performance
from .runs import Run, Waiting

__all__ = [
    "DONE",
    "Accept",
    "After",
    "At",
    "Performances",
    "State",
    "StateOccurrence",
    "Substate",
    "Transition",
    "When",
    "instant",
    "machine_of",
    "run_of",
    "seconds",
]


class StateOccurrence(Performance):
    """An occurrence of a state. Each time it is entered, its attributes begin anew."""

    is_parallel: ClassVar[bool] = False

    def substates(self) -> tuple[Substate, ...]:
        """The states in it, by their names; one that says nothing of its own is just described."""
        return ()

    def begins(self) -> tuple[Transition[Any], ...]:
        """The transitions it begins with; those whose guard holds are tried in their order."""
        return ()

    def transitions(self) -> tuple[Transition[Any], ...]:
        """The transitions between the states in it. Paths begin in it; each `^` goes out to the state around."""
        return ()

    async def enter(self, machine: Any, event: Any) -> None:
        """What is done when it is entered."""

    async def act(self, machine: Any, event: Any) -> None:
        """What is done while it is active."""

    async def leave(self, machine: Any, event: Any) -> None:
        """What is done when it is left."""

    async def begin(self, machine: Any, event: Any) -> None:
        """Enter it."""
        self._begin()
        await self.enter(machine, event)

    def _begin(self) -> None:
        for each in type(self).features():
            if self._held is not None and each.role == "attribute" and "in" not in each.direction:
                self._kept.pop(each.attribute, None)
        self._held = self._hold(":=")


Substate: TypeAlias = State[Any] | tuple[str, StateOccurrence]


def machine_of(state: StateOccurrence) -> Machine[Any]:
    """The machine that a state is."""
    transitions: list[Transition[Any]] = []
    return Machine(_described(state, "", "", transitions), transitions)


def _described(
    state: StateOccurrence, name: str, path: str, transitions: list[Transition[Any]]
) -> State[Any]:
    inside = [
        (
            each
            if isinstance(each, State)
            else _described(each[1], each[0], _joined(path, each[0]), transitions)
        )
        for each in state.substates()
    ]
    for each in state.transitions():
        source, target = _joined(path, each.source), _joined(path, each.target)
        trigger = _when_known(each.trigger)
        transitions.append(replace(each, source=source, target=target, trigger=trigger))
    cls = type(state)
    return State(
        name,
        tuple(inside),
        cls.is_parallel,
        tuple(
            replace(each, source=path, target=_joined(path, each.target)) for each in state.begins()
        ),
        entry=state.begin,
        do=state.act if cls.act is not StateOccurrence.act else None,
        exit=state.leave if cls.leave is not StateOccurrence.leave else None,
    )


def _when_known(trigger: Trigger[Any] | None) -> Trigger[Any] | None:
    """A trigger whose condition does not hold, and whose instant does not come, while values are missing."""

    def holds(machine: Any) -> bool:
        assert isinstance(trigger, When)  # noqa: S101 - only given to such a one
        try:
            return bool(trigger.condition(machine))
        except MissingValue:
            return False

    def comes(machine: Any) -> float:
        assert isinstance(trigger, At)  # noqa: S101 - only given to such a one
        try:
            return trigger.instant(machine)
        except MissingValue:
            return math.inf

    if isinstance(trigger, When):
        return When(holds)
    return At(comes) if isinstance(trigger, At) else trigger


def _joined(path: str, relative: str) -> str:
    """A path below a state as one below the machine."""
    parts = path.split(".") if path else []
    while relative.startswith("^"):
        relative = relative[1:]
        parts = parts[:-1]
    return ".".join((*parts, relative))


class Performances(World):
    """A machine among performances: it shares their clock and gets the messages sent to it."""

    def __init__(self, run: Run, state: StateOccurrence) -> None:
        super().__init__()
        self._run = run
        self._own = addresses(state)

    @property
    def now(self) -> float:
        """The time in seconds since 1970 began; a virtual clock begins there."""
        return self._run.clock.now

    def begin(self, work: Awaitable[object]) -> asyncio.Future[Any]:
        """Begin work that goes on beside the machine."""

        async def goes_on() -> None:
            await work

        task = self._run.start(goes_on())
        if asyncio.iscoroutine(work):
            task.add_done_callback(lambda _: work.close())  # it may never have begun
        return task

    async def rest(self, until: float, has_work: Callable[[], bool]) -> None:
        """Wait until a time, or until the machine has work; without a time until nobody else can go on."""
        if has_work():
            return
        when = until if math.isfinite(until) else None
        waiting: Waiting[None] = Waiting("", condition=has_work, time=when, is_quiet=when is None)
        await self._run.wait(waiting)

    def goes_to(self, event: Event, trigger: Accept) -> bool:
        """Whether an event came through the port a trigger names, or was sent to the machine."""
        if event.targets is None:
            return super().goes_to(event, trigger)
        own = self._own if trigger.port is None else bound_ports(trigger.port())
        return any(one is other for one in own for other in event.targets)

    def incoming(self, is_wanted: Callable[[Event], bool], *, take: bool) -> Event | None:
        """The first message that some transition takes, or that was sent to nobody else."""
        office = post_office(self._run)
        for message in office.messages:
            event = Event(message.payload, targets=message.targets)
            if is_wanted(event) or self._is_ours(message):
                if take:
                    office.messages.remove(message)
                return event
        return None

    def _is_ours(self, message: Message) -> bool:
        targets = message.targets
        return targets is not None and all(
            any(one is other for other in self._own[:1]) for one in targets
        )

    def hand_on(self, event: Event) -> bool:
        """Give an event to a performance that waits for it."""
        office = post_office(self._run)
        message = Message(event.value, event.targets)
        office.post(message)
        if message in office.messages:
            office.messages.remove(message)
            return False
        return True


def _belong(state: StateOccurrence) -> None:
    """A parameter that nobody gives a value is the part the state belongs to, where its type allows for it.

    Otherwise it is one of its own: a machine that is run alone is given what it is about.
    """
    for each in type(state).features():
        kind = each.kind() if each.direction == "in" else None
        if not isinstance(kind, type) or not issubclass(kind, Occurrence) or each.values(state):
            continue
        if isinstance(state.owner, kind):
            setattr(state, each.attribute, state.owner)
        elif not issubclass(kind, Data) and each.lower(state):
            setattr(state, each.attribute, kind())


def run_of(state: StateOccurrence, run: Run, steps: int = 100_000) -> MachineRun[Any]:
    """A run of a state among performances."""
    _belong(state)
    return MachineRun(machine_of(state), state, world=Performances(run, state), steps=steps)
