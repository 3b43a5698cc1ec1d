"""Messages, time and conditions between performances of one run."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from generator.compile.support.clock import RealClock, instant, seconds
from generator.compile.support.performances import (
    Deadlock,
    Node,
    Run,
    accept,
    after,
    at,
    current,
    deliver,
    perform,
    perform_steps,
    send,
    terminate,
    until,
)


class Thing:
    """An occurrence that belongs to another one."""

    is_performance = False

    def __init__(self, owner: object = None) -> None:
        self.owner = owner


class Doing(Thing):
    """A performance."""

    is_performance = True


class Shop(Thing):
    """A part with ports, one of which is that of a part in it."""

    bindings = ((("second",), ("desk", "port")),)

    def __init__(self, owner: object = None) -> None:
        super().__init__(owner)
        self.first, self.second, self.desk = Thing(self), Thing(self), Thing(self)
        self.desk.port = Thing(self.desk)  # type: ignore[attr-defined]


class Town(Thing):
    """Two shops; the first ports are connected with each other, and one with two."""

    connections = ((("a", "first"), ("b", "first")), (("a", "first"), ("b", "second")))

    def __init__(self) -> None:
        super().__init__()
        self.a, self.b = Shop(self), Shop(self)


def is_str(payload: object) -> bool:
    return isinstance(payload, str)


def run(work: Callable[[], Awaitable[Any]], used: Run | None = None, *events: object) -> Any:
    """Do some work as a run, with messages from outside."""
    chosen = used or Run()

    async def main() -> Any:
        for event in events:
            deliver(chosen, event)
        return await work()

    return asyncio.run(chosen.main(main()))


def side_by_side(*works: Callable[[], Awaitable[Any]]) -> Callable[[], Awaitable[Any]]:
    async def both() -> None:
        await perform_steps(*(Node(f"n{at}", work) for at, work in enumerate(works)))

    return both


def test_messages_are_taken_in_order_by_what_they_are() -> None:
    taken: list[object] = []

    async def work() -> None:
        me = Doing()
        taken.append(await accept(me, is_str))
        taken.append(await accept(me, lambda each: isinstance(each, int)))
        taken.append(await accept(me, is_str))

    run(work, None, 1, "a", 2, "b")
    assert taken == ["a", 1, "b"]


def test_an_accept_nothing_satisfies_is_a_deadlock_that_names_it() -> None:
    async def work() -> None:
        await accept(Doing(), is_str, what="accept `Ping`", element="M::A::ping")

    with pytest.raises(Deadlock, match="accept `Ping`") as fault:
        run(work, None, 1)
    assert fault.value.element == "M::A::ping"


def test_a_message_goes_to_the_performance_it_is_sent_to() -> None:
    outer = Doing()
    left, right = Doing(outer), Doing(outer)
    taken: list[str] = []

    async def receive(me: Doing, name: str) -> None:
        taken.append(f"{name} {await accept(me, is_str)}")

    async def give() -> None:
        send("one", to=right)
        send("two", to=left)

    run(side_by_side(lambda: receive(left, "left"), lambda: receive(right, "right"), give))
    assert sorted(taken) == ["left two", "right one"]


def test_a_part_accepts_by_any_of_its_performances() -> None:
    part = Thing()
    inner = Doing(Doing(part))

    async def receive() -> None:
        assert await accept(inner, is_str) == "hello"

    async def give() -> None:
        send("hello", to=part)

    run(side_by_side(receive, give))


def test_a_message_travels_over_a_connection_both_ways() -> None:
    town = Town()
    taken: list[str] = []

    async def asker() -> None:
        send("ping", via=town.a.first)
        taken.append(await accept(Doing(town.a), is_str, via=town.a.first))

    async def answerer() -> None:
        got = await accept(Doing(town.b), is_str, via=town.b.first)
        send(f"pong to {got}", via=town.b.first)

    run(side_by_side(asker, answerer))
    assert taken == ["pong to ping"]


def test_a_message_reaches_each_connected_port_and_bound_ports() -> None:
    town = Town()
    taken: list[str] = []

    async def receive(port: object) -> None:
        taken.append(await accept(Doing(town.b), is_str, via=port))

    async def give() -> None:
        send("x", via=town.a.first)

    inner = town.b.desk.port  # type: ignore[attr-defined]
    run(side_by_side(lambda: receive(town.b.first), lambda: receive(inner), give))
    assert taken == ["x", "x"]


def test_a_message_over_an_unconnected_port_reaches_nobody() -> None:
    async def work() -> None:
        port = Thing()
        send("x", via=port)
        await accept(Doing(), is_str, what="accept x")

    with pytest.raises(Deadlock, match="accept x"):
        run(work)


def test_time_costs_nothing_and_is_in_order() -> None:
    log: list[tuple[str, float]] = []

    async def wait(name: str, delay: float) -> None:
        await after(delay)
        log.append((name, current().clock.now))

    begun = time.perf_counter()
    run(side_by_side(lambda: wait("a", 3600), lambda: wait("b", 60), lambda: wait("c", 3600)))
    assert log == [("b", 60.0), ("a", 3600.0), ("c", 3600.0)]
    assert time.perf_counter() - begun < 5


def test_a_point_in_time_may_be_a_date() -> None:
    async def work() -> float:
        await at("1970-01-02T00:00:00Z")
        await at(10)
        return current().clock.now

    assert run(work) == 86400
    assert instant("1970-01-01T01:00:00+01:00") == 0
    assert seconds(2) == 2
    with pytest.raises(TypeError, match="no duration"):
        seconds("soon")


def test_the_real_clock_takes_time() -> None:
    async def work() -> None:
        await after(0.05)

    begun = time.perf_counter()
    run(work, Run(RealClock()))
    assert time.perf_counter() - begun >= 0.045


def test_a_condition_is_waited_for_and_not_when_it_holds() -> None:
    me = Thing()
    me.owner = 0
    log: list[str] = []

    async def watch() -> None:
        await until(lambda: me.owner == 2, "count == 2")
        log.append("two")
        await until(lambda: me.owner == 2)
        log.append("still")

    async def change() -> None:
        for each in (1, 2, 3):
            await after(1)
            me.owner = each
            log.append(str(each))
            await after(0)

    run(side_by_side(watch, change))
    assert log == ["1", "2", "two", "still", "3"]
    with pytest.raises(Deadlock, match="`never`"):
        run(lambda: until(lambda: False, "never"))


def test_everything_that_waits_is_named() -> None:
    async def one() -> None:
        await accept(Doing(), is_str, what="accept one")

    async def two() -> None:
        await accept(Doing(), is_str, what="accept two")

    with pytest.raises(Deadlock, match="accept one; accept two"):
        run(side_by_side(one, two))


def test_an_action_that_is_done_does_not_wait_for_messages() -> None:
    log: list[str] = []

    async def listen() -> None:
        await accept(Doing(), is_str)

    async def work() -> None:
        log.append("worked")

    async def main() -> None:
        await perform_steps(Node("l", listen), Node("w", work, then=("done",)), Node("done"))
        log.append("over")

    run(main)
    assert log == ["worked", "over"]


def test_what_runs_in_the_background_is_given_up_at_the_end() -> None:
    log: list[str] = []

    async def serve() -> None:
        me = Doing()
        while True:
            log.append(await accept(me, is_str))

    async def main() -> None:
        current().start(serve(), in_background=True)
        send("a")
        send("b")
        await current().quiet()

    run(main)
    assert log == ["a", "b"]


def test_a_failure_in_the_background_is_told() -> None:
    async def fail() -> None:
        raise ValueError("behind")

    async def main() -> None:
        current().start(fail(), in_background=True)
        await current().quiet()

    with pytest.raises(ValueError, match="behind"):
        run(main)


def test_an_open_run_waits_for_messages_from_outside() -> None:
    used = Run(RealClock(), is_open=True)

    async def main() -> str:
        asyncio.get_running_loop().call_later(0.02, deliver, used, "late")
        found: str = await accept(Doing(), is_str)
        return found

    assert run(main, used) == "late"


def test_terminating_the_own_action_ends_it_only() -> None:
    log: list[str] = []
    outer = Doing()
    inner = Doing(outer)

    async def body() -> None:
        log.append("begun")
        await terminate(inner, inner)
        log.append("never")

    async def main() -> None:
        await perform(inner, body)
        log.append("after")

    run(lambda: perform(outer, main))
    assert log == ["begun", "after"]


def test_terminating_an_action_around_ends_what_runs_beside() -> None:
    log: list[str] = []
    outer = Doing()
    inner = Doing(outer)

    async def ends() -> None:
        await after(1)
        await terminate(outer, inner)
        log.append("never")

    async def long() -> None:
        await after(100)
        log.append("never")

    async def main() -> float:
        await perform(outer, side_by_side(lambda: perform(inner, ends), long))
        log.append("after")
        return current().clock.now

    assert run(main) == 1
    assert log == ["after"]


def test_terminating_a_part_ends_what_it_performs() -> None:
    log: list[str] = []
    part = Thing()
    doing, other = Doing(part), Doing()

    async def serve() -> None:
        await accept(doing, is_str)

    async def ends() -> None:
        await after(1)
        await terminate(part, other)
        log.append("went on")

    run(side_by_side(lambda: perform(doing, serve), lambda: perform(other, ends)))
    assert log == ["went on"]
