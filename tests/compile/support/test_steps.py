"""The engine of action bodies: order, joins, decisions, loops, dead ways, failures, budget."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from generator.compile.support.performances import (
    Deadlock,
    Kind,
    Node,
    NoWay,
    Run,
    Way,
    after,
    current,
    perform_steps,
)


class Log(list[str]):
    """Notes which steps are performed; a step may take time, and do something."""

    def step(
        self,
        name: str,
        *then: Way | str,
        takes: float | None = None,
        does: Callable[[], Any] | None = None,
        needs: tuple[str, ...] = (),
    ) -> Node:
        async def work() -> None:
            self.append(f"{name}+" if takes is not None else name)
            if takes is not None:
                await after(takes)
                self.append(f"{name}-")
            if does is not None:
                does()

        return Node(name, work, then=then, needs=needs)


def run(*nodes: Node, run: Run | None = None) -> float:
    """Perform nodes; the time it took."""
    used = run or Run()

    async def main() -> float:
        await perform_steps(*nodes, element="M::A")
        return current().clock.now

    return asyncio.run(used.main(main()))


def test_independent_steps_progress_in_textual_order() -> None:
    log = Log()
    assert run(log.step("a", takes=2), log.step("b", takes=1), log.step("c")) == 2
    assert log == ["a+", "b+", "c", "b-", "a-"]


def test_a_succession_waits_for_the_end() -> None:
    log = Log()
    assert run(log.step("b", takes=1), log.step("a", "b", takes=3)) == 4
    assert log == ["a+", "a-", "b+", "b-"]


def test_a_step_with_several_successions_waits_for_all() -> None:
    log = Log()
    run(log.step("a", "c", takes=1), log.step("b", "c", takes=5), log.step("c"))
    assert log == ["a+", "b+", "a-", "b-", "c"]


def test_a_fork_begins_all_and_a_join_waits_for_all() -> None:
    log = Log()
    run(
        Node("start", then=("f",)),
        Node("f", kind=Kind.FORK, then=("a", "b")),
        log.step("a", "j", takes=2),
        log.step("b", "j", takes=1),
        Node("j", kind=Kind.JOIN, then=("c",)),
        log.step("c", "done"),
        Node("done"),
    )
    assert log == ["a+", "b+", "b-", "a-", "c"]


def test_a_merge_passes_on_each_of_its_successions() -> None:
    log = Log()
    run(
        log.step("a", "m", takes=1),
        log.step("b", "m", takes=2),
        Node("m", kind=Kind.MERGE, then=("c",)),
        log.step("c"),
    )
    assert log == ["a+", "b+", "a-", "c", "b-", "c"]


@pytest.mark.parametrize(("x", "taken"), [(1, "a"), (5, "b"), (9, "c")])
def test_a_decision_takes_the_first_way_that_holds_else_the_other(x: int, taken: str) -> None:
    log = Log()
    ways = (Way("c", otherwise=True), Way("a", lambda: x < 3), Way("b", lambda: x < 7))
    run(Node("d", kind=Kind.DECISION, then=ways), log.step("a"), log.step("b"), log.step("c"))
    assert log == [taken]


def test_a_decision_without_a_way_is_an_error() -> None:
    log = Log()
    decision = Node("choose", kind=Kind.DECISION, then=(Way("a", lambda: False),))
    with pytest.raises(NoWay, match="decision `choose`") as fault:
        run(decision, log.step("a"))
    assert fault.value.code == "no-way"
    assert fault.value.element == "M::A"
    assert log == []


def test_a_step_may_go_without_a_conditional_succession_and_take_several() -> None:
    log = Log()
    ways = (Way("b", lambda: True), Way("c", lambda: False), Way("d", lambda: True))
    run(log.step("a", *ways), log.step("b"), log.step("c"), log.step("d"))
    assert log == ["a", "b", "d"]
    log.clear()
    run(log.step("a", Way("b", lambda: False)), log.step("b"))
    assert log == ["a"]


def test_branches_may_come_together_without_a_merge() -> None:
    log = Log()
    run(
        Node("d", kind=Kind.DECISION, then=(Way("a", lambda: False), Way("b", otherwise=True))),
        log.step("a", "c"),
        log.step("b", "c", takes=1),
        log.step("c"),
    )
    assert log == ["b+", "b-", "c"]


def test_a_step_does_not_go_ahead_of_what_may_still_happen() -> None:
    log = Log()
    run(
        log.step("quick", "end"),
        log.step("slow", Way("late", lambda: True), takes=9),
        log.step("late", "end"),
        log.step("end"),
    )
    assert log == ["quick", "slow+", "slow-", "late", "end"]


def test_a_plain_way_back_is_a_loop() -> None:
    log = Log()
    count = iter(range(10))
    seen: list[int] = []
    run(
        Node("start", then=("a",)),
        log.step("a", "b", does=lambda: seen.append(next(count))),
        log.step("b", Way("a", lambda: seen[-1] < 2), Way("c", lambda: seen[-1] >= 2)),
        log.step("c"),
    )
    assert log == ["a", "b", "a", "b", "a", "b", "c"]


def test_a_loop_without_an_entry_begins_with_its_first_step() -> None:
    log = Log()
    run(
        log.step("x"),
        log.step("behind"),
        log.step("a", "b"),
        log.step("b", Way("a", lambda: len(log) < 6), Way("behind", otherwise=True)),
    )
    assert log == ["x", "a", "b", "a", "b", "a", "b", "behind"]


def test_a_loop_with_two_ways_out() -> None:
    log = Log()
    run(
        Node("m", kind=Kind.MERGE, then=("a",)),
        log.step("a", "d"),
        Node("d", kind=Kind.DECISION, then=(Way("x", lambda: len(log) > 5), Way("e"))),
        Node("e", kind=Kind.DECISION, then=(Way("y", lambda: len(log) > 2), Way("m"))),
        log.step("x"),
        log.step("y"),
    )
    assert log == ["a", "a", "a", "y"]


def test_a_join_that_cannot_be_complete_is_a_deadlock() -> None:
    log = Log()
    with pytest.raises(Deadlock, match="join `both` waits for `b`") as fault:
        run(
            Node("d", kind=Kind.DECISION, then=(Way("a"), Way("b", lambda: False))),
            log.step("a", "both"),
            log.step("b", "both"),
            Node("both", kind=Kind.JOIN, then=("c",)),
            log.step("c"),
        )
    assert fault.value.code == "deadlock"
    assert log == ["a"]


def test_data_is_waited_for() -> None:
    log = Log()
    run(
        Node("start", then=("b", "a")),
        log.step("b", needs=("a",)),
        log.step("a", takes=4),
    )
    assert log == ["a+", "a-", "b"]


def test_data_of_a_step_that_cannot_happen_is_not_waited_for() -> None:
    log = Log()
    run(log.step("a", Way("x", lambda: False)), log.step("x"), log.step("b", takes=1, needs=("x",)))
    assert log == ["a", "b+", "b-"]


def test_a_failure_ends_the_others_and_is_told() -> None:
    log = Log()

    def fail() -> None:
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        run(log.step("a", takes=10), log.step("b", "c", takes=1, does=fail), log.step("c"))
    assert log == ["a+", "b+", "b-"]


def test_a_condition_that_fails_is_told() -> None:
    log = Log()
    with pytest.raises(ZeroDivisionError):
        run(log.step("a", Way("b", lambda: 1 / 0 > 1)), log.step("b"))


def test_the_budget_ends_a_loop_of_control_nodes() -> None:
    left = iter(range(100))

    def tick(steps: int = 1) -> None:
        if next(left, None) is None:
            raise RuntimeError("budget")

    with pytest.raises(RuntimeError, match="budget"):
        run(
            Node("m", kind=Kind.MERGE, then=("d",)),
            Node("d", kind=Kind.DECISION, then=("m",)),
            run=Run(tick=tick),
        )


def test_the_same_graph_is_performed_the_same_way() -> None:
    def once() -> list[str]:
        log = Log()
        nodes = [log.step(f"s{n}", f"s{(n * 7 + 3) % 40 + 40}", takes=n % 5) for n in range(40)]
        run(*nodes, *(log.step(f"s{n}", takes=n % 3) for n in range(40, 80)))
        return log

    assert once() == once()
    assert len(once()) == 160
