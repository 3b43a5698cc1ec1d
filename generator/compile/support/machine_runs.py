"""Runs of state machines: one event at a time, each to its end, with a clock that moves when it is told to.

- An event is offered to the active states from the inside out; each parallel region may take one transition. An
  event that no transition takes is dropped, and remembered in `ignored`.
- A transition leaves states from the inside out, has its effect, and enters states from the outside in.
- After each event the transitions without trigger whose source has completed, and those whose condition holds,
  are taken until none is left. A state has completed when its do action has ended and the states in it, if any,
  have reached `done`. An endless round of them ends with `EndlessRun`.
- Time passes only in `advance` and `let_time_pass`.

Knows the description of machines, not what they are machines of, nor where time and tasks come from (`World`).
Standard library only: generated packages carry this module as it is.
"""

from __future__ import annotations

import asyncio
import inspect
import math
from collections import deque
from collections.abc import Callable, Hashable, Iterator
from typing import Any, Generic, TypeVar

from .machine_world import Event, World
from .machines import Accept, After, At, Machine, Node, Step, Transition, When

__all__ = ["EndlessRun", "Event", "MachineRun", "World"]

S = TypeVar("S")


class EndlessRun(RuntimeError):
    """A machine takes transition after transition and does not come to rest."""

    code = "budget-exhausted"


class MachineRun(Generic[S]):
    """One run of a machine for a subject: what is active, what was visited, what time it is.

    `visits` are the paths of states in the order in which they were entered; `ignored` the events nothing waited
    for. `steps` limits the transitions of the whole run.
    """

    def __init__(
        self, machine: Machine[S], subject: S, *, world: World | None = None, steps: int = 100_000
    ) -> None:
        self.machine = machine
        self.subject = subject
        self.world = world or World()
        self.visits: list[str] = []
        self.ignored: list[Any] = []
        self.taken: list[str] = []
        self._steps = steps
        self._active: dict[str, Node[S]] = {}
        self._entered: dict[str, float] = {}
        self._missed: set[int] = set()
        self._doing: dict[str, asyncio.Future[Any]] = {}
        self._pending: deque[Event] = deque()

    # -- what is so --------------------------------------------------------------------------------

    @property
    def now(self) -> float:
        """The time in seconds."""
        return self.world.now

    @property
    def active(self) -> tuple[str, ...]:
        """The paths of the innermost active states: one, or one for each parallel region."""
        return tuple(each.path for each in self._leaves())

    @property
    def state(self) -> str:
        """The innermost active state as a dotted path; those of parallel regions are joined by commas."""
        return ",".join(self.active)

    @property
    def is_done(self) -> bool:
        """Whether the machine itself has reached its end."""
        return any(each.is_final and each.parent is self.machine.root for each in self._leaves())

    def waits_for(self) -> tuple[type[Any], ...]:
        """The classes of events some active state waits for, inner states first."""
        found: dict[type[Any], None] = {}
        for leaf in self._leaves():
            for node in leaf.around():
                for each in node.transitions:
                    signal = each.trigger.signal if isinstance(each.trigger, Accept) else ()
                    found |= dict.fromkeys(signal if isinstance(signal, tuple) else (signal,))
        return tuple(found)

    def _leaves(self, node: Node[S] | None = None) -> Iterator[Node[S]]:
        node = node or self.machine.root
        inside = [each for each in node.children if each.path in self._active]
        for each in inside:
            yield from self._leaves(each)
        if not inside and node.path in self._active:
            yield node

    def _is_complete(self, node: Node[S]) -> bool:
        doing = self._doing.get(node.path)
        if doing is not None and not doing.done():
            return False
        if node.is_composite:
            return any(each.is_final and each.path in self._active for each in node.children)
        return all(self._is_complete(each) for each in node.children if not each.is_final)

    # -- what happens ------------------------------------------------------------------------------

    async def start(self) -> None:
        """Enter the machine."""
        await self._enter(self.machine.root, None)
        await self._settle()

    async def fire(self, value: Any, via: str = "") -> bool:
        """Let an event happen, and everything that follows from it; whether a transition was taken for it."""
        taken = await self._offer(Event(value, via))
        await self._settle()
        return taken

    def post(self, value: Any, via: str = "") -> None:
        """Let an event happen once the transition that is under way has ended: for what the machine sends itself."""
        self._pending.append(Event(value, via))

    async def advance(self, seconds: float) -> None:
        """Let time pass; what is due on the way happens in the order of its time."""
        end = self.now + seconds
        while await self.step(end):
            pass

    @property
    def due(self) -> float:
        """When time alone brings about something next; infinite when it does not."""
        return min((each[0] for each in self._timers()), default=math.inf)

    async def step(self, end: float) -> bool:
        """Let time pass until something happens, at most to an end; whether something did."""
        if not await self._next_due(end):
            return False
        await self._settle()
        return True

    async def let_time_pass(self, fingerprint: Callable[[S], Hashable] | None = None) -> bool:
        """Let everything happen that time alone brings about; whether that ended.

        It ends when nothing waits for time. A machine that goes round for ever is left where it comes back to
        states, and a subject as `fingerprint` tells them apart, in which it was before: the answer is False then.
        """
        seen = set()
        while True:
            print_ = (self.active, None if fingerprint is None else fingerprint(self.subject))
            if print_ in seen:
                return False
            seen.add(print_)
            if not await self.step(math.inf):
                return True

    async def stop(self) -> None:
        """End what is still being done."""
        for path in tuple(self._doing):
            await self._stop_doing(path)

    async def _next_due(self, end: float) -> bool:
        """Let time pass until something is due, at most to an end; whether there is something to do then."""
        instant = self.due
        until = max(self.now, min(instant, end))
        if math.isfinite(until) or self._is_doing():
            await self.world.rest(until, self._has_work)
        return self._has_work() or (instant <= end and instant <= self.now)

    async def _take_due(self) -> bool:
        """Take the first transition whose time has come; whether there was one."""
        due = min(self._timers(), key=lambda found: found[:2], default=None)
        if due is None or due[0] > self.now:
            return False
        if self._is_open(due[2], None):
            await self._take(due[2], None)
        else:
            self._missed.add(id(due[2]))
        return True

    def _timers(self) -> Iterator[tuple[float, int, Transition[S]]]:
        """What waits for time: its instant, how far outside it is, and the transition."""
        for node in self._active.values():
            for each in node.transitions:
                if id(each) in self._missed:
                    continue
                if isinstance(each.trigger, After):
                    instant = self._entered[node.path] + each.trigger.seconds(self.subject)
                    yield instant, -node.depth, each
                elif isinstance(each.trigger, At):
                    yield each.trigger.instant(self.subject), -node.depth, each

    async def _offer(self, event: Event) -> bool:
        chosen = self._accepting(event)
        if not chosen and not self.world.hand_on(event):
            self.ignored.append(event.value)
        for each in chosen:
            await self._take(each, event.value)
        return bool(chosen)

    def _accepting(self, event: Event) -> list[Transition[S]]:
        def waits(transition: Transition[S]) -> bool:
            trigger = transition.trigger
            return (
                isinstance(trigger, Accept)
                and isinstance(event.value, trigger.signal)
                and self.world.goes_to(event, trigger)
            )

        return self._choose(waits, event.value)

    def _is_wanted(self, event: Event) -> bool:
        return bool(self._accepting(event))

    async def _settle(self) -> None:
        """Take what is taken without an event, and what the machine sent itself, until nothing is left."""
        while True:
            await self._let_work()
            chosen = self._choose(self._comes_by_itself, None)
            if chosen:
                for each in chosen:
                    await self._take(each, None)
            elif self._pending:
                await self._offer(self._pending.popleft())
            elif (event := self.world.incoming(self._is_wanted, take=True)) is not None:
                await self._offer(event)
            elif not await self._take_due():
                return

    def _has_work(self) -> bool:
        """Whether something is to be done before time passes."""
        failed = any(
            each.done() and not each.cancelled() and each.exception()
            for each in self._doing.values()
        )
        if failed or self._pending or self._choose(self._comes_by_itself, None):
            return True
        return self.world.incoming(self._is_wanted, take=False) is not None

    def _is_doing(self) -> bool:
        return any(not each.done() for each in self._doing.values())

    def _comes_by_itself(self, transition: Transition[S]) -> bool:
        if isinstance(transition.trigger, When):
            return transition.trigger.condition(self.subject)
        source = self.machine.node(transition.source)
        return transition.trigger is None and self._is_complete(source)

    def _choose(self, waits: Callable[[Transition[S]], bool], value: Any) -> list[Transition[S]]:
        """The open transitions, inner before outer, that do not leave what another one leaves."""
        chosen: list[Transition[S]] = []
        for leaf in tuple(self._leaves()):
            open_ = (
                each
                for node in leaf.around()
                for each in node.transitions
                if waits(each) and self._is_open(each, value)
            )
            found = next(open_, None)
            if found is not None and found not in chosen:
                chosen.append(found)
        chosen.sort(key=lambda each: -self.machine.node(each.source).depth)
        kept: list[Transition[S]] = []
        for each in chosen:
            domain = self.machine.domain(each)
            others = [self.machine.domain(other) for other in kept]
            if not any(domain.is_within(other) or other.is_within(domain) for other in others):
                kept.append(each)
        return kept

    def _is_open(self, transition: Transition[S], value: Any) -> bool:
        return transition.guard is None or transition.guard(self.subject, value)

    # -- leaving and entering ----------------------------------------------------------------------

    async def _take(self, transition: Transition[S], value: Any) -> None:
        self._steps -= 1
        if self._steps < 0:
            raise EndlessRun(f"{self.state or 'the machine'} is left and entered without end")
        self.taken.append(str(transition))
        domain = self.machine.domain(transition)
        for child in domain.children:
            await self._leave(child, value)
        await self._do(transition.effect, value)
        await self._enter_below(domain, self.machine.node(transition.target), value)

    async def _leave(self, node: Node[S], value: Any) -> None:
        if node.path not in self._active:
            return
        for child in node.children:
            await self._leave(child, value)
        await self._stop_doing(node.path)
        await self._do(node.state.exit, value)
        del self._active[node.path]
        self._missed -= {id(each) for each in node.transitions}

    async def _enter_below(self, outer: Node[S], target: Node[S], value: Any) -> None:
        """Enter what lies between an active state and a target, and the target itself."""
        inside = next(each for each in target.around() if each.parent is outer)
        beside = outer.state.parallel and not inside.is_final
        for child in outer.children if beside else [inside]:
            if child is inside and child is not target:
                await self._enter_alone(child, value)
                await self._enter_below(child, target, value)
            elif child is target or not child.is_final:
                await self._enter(child, value)

    async def _enter(self, node: Node[S], value: Any) -> None:
        """Enter a state and the states it begins with."""
        await self._enter_alone(node, value)
        if node.state.parallel:
            for child in node.children:
                if not child.is_final:
                    await self._enter(child, value)
        elif node.state.states:
            initial = next((e for e in node.state.initial if self._is_open(e, value)), None)
            if initial is not None:
                await self._do(initial.effect, value)
                await self._enter_below(node, self.machine.node(initial.target), value)
            elif not node.state.initial:
                await self._enter(node.children[0], value)

    async def _enter_alone(self, node: Node[S], value: Any) -> None:
        self._active[node.path] = node
        self._entered[node.path] = self.now
        if node.path:
            self.visits.append(node.path)
        await self._do(node.state.entry, value)
        if node.state.do is not None:
            doing = node.state.do(self.subject, value)
            if inspect.isawaitable(doing):
                self._doing[node.path] = self.world.begin(doing)

    async def _do(self, step: Step[S] | None, value: Any) -> None:
        done = None if step is None else step(self.subject, value)
        if inspect.isawaitable(done):
            await done

    async def _stop_doing(self, path: str) -> None:
        doing = self._doing.pop(path, None)
        if doing is not None and not doing.done():
            doing.cancel()
            await asyncio.gather(doing, return_exceptions=True)

    async def _let_work(self) -> None:
        """Let what is being done go on as far as it can without time; its failures are ours."""
        if self._is_doing():
            await self.world.rest(self.now, self._has_work)
        for each in self._doing.values():
            if each.done() and not each.cancelled():
                each.result()
