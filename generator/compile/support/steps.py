"""Steps of an action as a graph: each begins when what it waits for has happened (SysML 7.17, KerML ControlPerformances).

A step begins when its incoming successions have happened and the steps it needs data from have ended. A merge
begins for each of its successions, a join for all of them, a decision takes exactly one way. What can no longer
happen is not waited for, except by a join. Knows nodes and ways; must not know what a step does.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from .failures import RunFailure
from .runs import Deadlock, Run, Task, Waiting, current

__all__ = ["Kind", "NoWay", "Node", "Way", "perform_steps"]


class Kind(Enum):
    """What a node does with control."""

    STEP = "step"
    FORK = "fork"
    JOIN = "join"
    MERGE = "merge"
    DECISION = "decision"


class NoWay(RunFailure):
    """A decision none of whose conditions holds; `element` is the action it is in."""

    def __init__(self, message: str, element: str = "") -> None:
        super().__init__("no-way", message)
        self.element = element


@dataclass(frozen=True, slots=True)
class Way:
    """A succession: to which node, and under which condition; `otherwise` is the way if no other is taken."""

    to: str
    when: Callable[[], bool] | None = None
    otherwise: bool = False


@dataclass(frozen=True, slots=True)
class Node:
    """A step or control node. `then` are its successions; `needs` the nodes whose results it reads."""

    name: str
    work: Callable[[], Awaitable[object]] | None = None
    kind: Kind = Kind.STEP
    then: tuple[Way | str, ...] = ()
    needs: tuple[str, ...] = ()

    @property
    def ways(self) -> tuple[Way, ...]:
        """The successions."""
        return tuple(Way(each) if isinstance(each, str) else each for each in self.then)


_Edge = tuple[str, int]


_COST = 8
"""How many steps of the budget a node takes, so that a circle without end is found soon."""


async def perform_steps(*nodes: Node, element: str = "") -> None:
    """Perform the nodes of an action, in textual order where they do not depend on each other.

    `start` and `done` are nodes like others, without work. Raises `NoWay` for a decision without a way, `Deadlock`
    for a join that can never be complete; a failure of a step ends the others.
    """
    await _Steps(current(), nodes, element).perform()


class _Steps:
    """One performance of a graph."""

    def __init__(self, run: Run, nodes: Sequence[Node], element: str) -> None:
        self.run = run
        self.element = element
        self.nodes = {each.name: each for each in nodes}
        self.ways = {each.name: each.ways for each in nodes}
        self.coming: dict[str, list[_Edge]] = {each.name: [] for each in nodes}
        for name, ways in self.ways.items():
            for position, way in enumerate(ways):
                self.coming[way.to].append((name, position))
        self.tokens: dict[_Edge, int] = {}
        self.entries = _entries(self.nodes, self.ways, self.coming)
        self.running: dict[str, Task] = {}
        self.ended: set[str] = set()
        self.fault: BaseException | None = None
        self.is_over = False
        self.waiting: Waiting[None] = Waiting("", element)

    async def perform(self) -> None:
        self._advance()
        if not self.is_over:
            self.run.settlers.append(self._give_up)
            try:
                await self.run.wait(self.waiting)
            finally:
                self.run.settlers.remove(self._give_up)
                await self._cancel()
        if self.fault is not None:
            raise self.fault

    async def _cancel(self) -> None:
        tasks = tuple(self.running.values())
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.gather(*tasks, return_exceptions=True)

    def _give_up(self) -> bool:
        """An action that has reached `done` does not wait for steps that cannot go on."""
        if "done" not in self.ended or self.is_over:
            return False
        self._over(None)
        return True

    def _over(self, fault: BaseException | None) -> None:
        self.is_over = True
        self.fault = self.fault or fault
        self.run.wake(self.waiting, None)

    # -- control ----------------------------------------------------------------------------------

    def _advance(self) -> None:
        """Begin whatever can begin; if that is nothing and nobody is at work, it is over."""
        try:
            while not self.is_over:
                ready = self._ready()
                if ready is None:
                    break
                self._begin(ready)
            if not self.running and not self.is_over:
                self._over(self._stuck())
        except BaseException as fault:
            self._over(fault)

    def _ready(self) -> str | None:
        """The first node in textual order that can begin; one that misses only what cannot happen comes last."""
        pending = [each for each in self.nodes if self._is_pending(each)]
        for name in pending:
            if self._is_complete(name) and all(at in self.ended for at in self.nodes[name].needs):
                return name
        for name in pending:
            is_allowed = self.nodes[name].kind is not Kind.JOIN or self._is_complete(name)
            if is_allowed and not self._missing(name) & self._possible(pending, but=name):
                return name
        if self.running:
            return None
        return next((each for each in pending if self.nodes[each].kind is not Kind.JOIN), None)

    def _is_pending(self, name: str) -> bool:
        if name in self.running:
            return False
        return name in self.entries or any(self.tokens.get(each) for each in self.coming[name])

    def _is_complete(self, name: str) -> bool:
        """Whether the successions a node waits for have happened."""
        if name in self.entries:
            return True
        arrived = [bool(self.tokens.get(each)) for each in self.coming[name]]
        return any(arrived) if self.nodes[name].kind is Kind.MERGE else all(arrived)

    def _missing(self, name: str) -> set[str]:
        """The nodes a pending node still waits for."""
        found = {each for each in self.nodes[name].needs if each not in self.ended}
        if not self._is_complete(name):
            found |= {each[0] for each in self.coming[name] if not self.tokens.get(each)}
        return found

    def _possible(self, pending: Iterable[str], but: str) -> set[str]:
        """The nodes that may still end, without one of them having begun."""
        found: set[str] = set()
        stack = [*self.running, *(each for each in pending if each != but)]
        while stack:
            at = stack.pop()
            if at not in found:
                found.add(at)
                stack += [way.to for way in self.ways[at] if way.to != but]
        return found

    def _begin(self, name: str) -> None:
        self.run.tick(_COST)
        if name in self.entries:
            self.entries.remove(name)
        else:
            arrived = [each for each in self.coming[name] if self.tokens.get(each)]
            taken = arrived[:1] if self.nodes[name].kind is Kind.MERGE else arrived
            for each in taken:
                self.tokens[each] -= 1
        work = self.nodes[name].work
        if work is None:
            self._end(name)
        else:
            self.running[name] = self.run.start(self._work(name, work))

    async def _work(self, name: str, work: Callable[[], Awaitable[object]]) -> None:
        try:
            await work()
        except asyncio.CancelledError:
            raise
        except BaseException as fault:
            self.running.pop(name)
            self._over(fault)
            return
        self.running.pop(name)
        if not self.is_over:
            try:
                self._end(name)
                self.run.look()
            except BaseException as fault:
                self._over(fault)
            self._advance()

    def _end(self, name: str) -> None:
        """A node has ended: the ways out of it that are taken have happened."""
        self.ended.add(name)
        for position in self._taken(name):
            self.tokens[(name, position)] = self.tokens.get((name, position), 0) + 1

    def _taken(self, name: str) -> list[int]:
        """The successions that happen: of a decision one, of any other node all whose condition holds."""
        ways = self.ways[name]
        plain = [at for at, way in enumerate(ways) if way.when is None and not way.otherwise]
        otherwise = [at for at, way in enumerate(ways) if way.otherwise]
        if self.nodes[name].kind is Kind.DECISION:
            for at, way in enumerate(ways):
                if way.when is not None and way.when():
                    return [at]
            found = plain + otherwise
            if ways and not found:
                raise NoWay(f"no condition of the decision `{name}` holds", self.element)
            return found[:1]
        held = [at for at, way in enumerate(ways) if way.when is not None and way.when()]
        return sorted(plain + (held or otherwise))

    def _stuck(self) -> BaseException | None:
        for name in self.nodes:
            if self._is_pending(name):
                missing = ", ".join(f"`{each}`" for each in sorted(self._missing(name)))
                message = f"the join `{name}` waits for {missing}, which cannot happen any more"
                return Deadlock(message, self.element)
        return None


def _entries(
    nodes: dict[str, Node], ways: dict[str, tuple[Way, ...]], coming: dict[str, list[_Edge]]
) -> list[str]:
    """Where a graph begins: nodes nothing leads to, and the first node of a cycle nothing leads into."""

    def reached(start: str) -> set[str]:
        found: set[str] = set()
        stack = [start]
        while stack:
            for way in ways[stack.pop()]:
                if way.to not in found:
                    found.add(way.to)
                    stack.append(way.to)
        return found

    behind = {each: reached(each) for each in nodes}
    found = [each for each in nodes if not coming[each]]
    known = set(found).union(*(behind[each] for each in found))
    for each in nodes:
        before = {other for other in nodes if each in behind[other]}
        if each not in known and before <= behind[each]:
            found.append(each)
            known |= behind[each]
    return found
