"""The executor of state machines: order of actions, triggers, completion, regions, time, and what is refused."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

import pytest

from generator.compile.support.machine_runs import EndlessRun, MachineRun
from generator.compile.support.machines import (
    Accept,
    After,
    At,
    Machine,
    State,
    Transition,
    When,
)


@dataclass
class Thing:
    """What the machines of the tests are about."""

    level: int = 0
    log: list[str] = field(default_factory=list)


class Go:
    """An event."""


class Faster(Go):
    """An event of a more special kind."""


class Halt:
    """Another event."""


@dataclass(frozen=True)
class Load:
    """An event with a payload."""

    weight: int


Step = Callable[[Thing, Any], None]


def says(word: str) -> Step:
    """A step that leaves a word."""

    def step(thing: Thing, event: Any) -> None:
        thing.log.append(word)

    return step


def raised(by: int = 1) -> Step:
    """A step that raises the level."""

    def step(thing: Thing, event: Any) -> None:
        thing.level += by

    return step


def state(name: str, *states: State[Thing], **more: Any) -> State[Thing]:
    """A state that says when it is entered and left."""
    return State(name, states, entry=says(f"+{name}"), exit=says(f"-{name}"), **more)


def way(source: str, target: str, trigger: Any = None, **more: Any) -> Transition[Thing]:
    """A transition; a class is an event it accepts."""
    if isinstance(trigger, type):
        trigger = Accept(trigger)
    return Transition(source, target, trigger, **more)


def begins(target: str, **more: Any) -> tuple[Transition[Thing], ...]:
    """The initial transition of a machine."""
    return (Transition("", target, **more),)


def machine(*parts: State[Thing] | Transition[Thing], **more: Any) -> Machine[Thing]:
    """A machine of states and transitions."""
    states = tuple(each for each in parts if isinstance(each, State))
    ways = tuple(each for each in parts if isinstance(each, Transition))
    return Machine(State("", states, **more), ways)


def run(made: Machine[Thing], *events: Any, steps: int = 1000, level: int = 0) -> MachineRun[Thing]:
    """The run after events; a number lets as many seconds pass."""

    async def go() -> MachineRun[Thing]:
        found = MachineRun(made, Thing(level), steps=steps)
        await found.start()
        for each in events:
            await (found.advance(each) if isinstance(each, int | float) else found.fire(each))
        return found

    return asyncio.run(go())


# -- flat machines -----------------------------------------------------------------------------------

LAMP = machine(State("off"), State("on"), way("off", "on", Go), way("on", "off", Halt))


def test_events_lead_from_state_to_state() -> None:
    found = run(LAMP, Go(), Halt(), Go())
    assert found.state == "on"
    assert found.visits == ["off", "on", "off", "on"]
    assert found.ignored == []


def test_an_event_nothing_waits_for_is_ignored_and_remembered() -> None:
    halt = Halt()
    found = run(LAMP, halt, Go())
    assert found.state == "on"
    assert found.ignored == [halt]


def test_a_more_special_event_is_accepted() -> None:
    assert run(LAMP, Faster()).state == "on"


def test_it_tells_what_it_waits_for() -> None:
    assert run(LAMP).waits_for() == (Go,)
    assert run(LAMP, Go()).waits_for() == (Halt,)


def test_guards_see_the_payload_and_the_first_open_transition_wins() -> None:
    made = machine(
        State("a"),
        State("light"),
        State("heavy"),
        way("a", "heavy", Load, guard=lambda thing, load: load.weight > 10),
        way("a", "light", Load, guard=lambda thing, load: load.weight > 5),
    )
    assert run(made, Load(11)).state == "heavy"
    assert run(made, Load(10)).state == "light"
    assert run(made, Load(5)).state == "a"


def test_effects_see_the_payload_and_come_between_exit_and_entry() -> None:
    def effect(thing: Thing, load: Load) -> None:
        thing.log.append(f"{load.weight}")

    made = machine(state("a"), state("b"), way("a", "b", Load, effect=effect))
    assert run(made, Load(3)).subject.log == ["+a", "-a", "3", "+b"]


def test_a_transition_to_its_own_state_leaves_and_enters_it() -> None:
    made = machine(state("a"), way("a", "a", Go))
    found = run(made, Go())
    assert found.visits == ["a", "a"]
    assert found.subject.log == ["+a", "-a", "+a"]


def test_done_ends_the_machine() -> None:
    made = machine(state("a"), state("b"), way("a", "done", Go), way("a", "b", Halt))
    found = run(made, Go(), Halt())
    assert found.is_done
    assert found.state == "done"
    assert found.visits == ["a", "done"]
    assert len(found.ignored) == 1


def test_the_initial_transition_is_the_first_open_one_and_has_an_effect() -> None:
    initial = (
        Transition("", "b", guard=lambda thing, _: thing.level > 3),
        Transition("", "a", effect=says("begin")),
    )
    made = machine(state("c"), state("a"), state("b"), initial=initial, entry=says("entry"))
    assert run(made).subject.log == ["entry", "begin", "+a"]
    assert run(made, level=4).state == "b"


def test_without_an_initial_transition_the_first_state_is_entered() -> None:
    assert run(machine(State("x"), State("y"))).state == "x"


def test_a_machine_without_states_is_in_itself() -> None:
    assert run(machine()).state == ""


# -- completion ---------------------------------------------------------------------------------------


def test_transitions_without_trigger_are_taken_at_once() -> None:
    made = machine(State("a"), State("b"), State("c"), way("a", "b"), way("b", "c"))
    assert run(made).visits == ["a", "b", "c"]


def test_their_guards_are_asked_again_after_each_event() -> None:
    made = machine(
        State("a"),
        State("b"),
        way("a", "b", guard=lambda thing, _: thing.level > 1),
        way("a", "a", Go, effect=raised()),
    )
    assert run(made, Go()).state == "a"
    assert run(made, Go(), Go()).state == "b"


def test_an_endless_round_is_ended() -> None:
    made = machine(State("a"), State("b"), way("a", "b"), way("b", "a"))
    with pytest.raises(EndlessRun, match="a is left and entered without end"):
        run(made, steps=100)


def test_a_state_with_states_has_completed_when_they_are_done() -> None:
    outer = state("outer", State("x"), State("y"))
    made = machine(outer, State("after"), way("outer", "after"), way("outer.x", "outer.done", Go))
    assert run(made).state == "outer.x"
    found = run(made, Go())
    assert found.state == "after"
    assert found.visits == ["outer", "outer.x", "outer.done", "after"]


def test_a_parallel_state_has_completed_when_all_of_it_is() -> None:
    made = machine(
        State("p", (state("l", State("x")), state("r", State("y"))), parallel=True),
        State("after"),
        way("p", "after"),
        way("p.l.x", "p.l.done", Go),
        way("p.r.y", "p.r.done", Halt),
    )
    assert run(made, Go()).active == ("p.l.done", "p.r.y")
    assert run(made, Go(), Halt()).state == "after"


def test_a_state_has_completed_when_its_do_action_has() -> None:
    async def work(thing: Thing, event: Any) -> None:
        for _ in range(3):
            await asyncio.sleep(0)
        thing.log.append("worked")

    made = machine(state("a", do=work), state("b"), way("a", "b"), way("a", "a", Go))
    found = run(made)
    assert found.state == "b"
    assert found.subject.log == ["+a", "worked", "-a", "+b"]


def test_leaving_a_state_stops_its_do_action_before_its_exit_action() -> None:
    async def work(thing: Thing, event: Any) -> None:
        try:
            await asyncio.Future()
        finally:
            thing.log.append("stopped")

    made = machine(state("a", do=work), state("b"), way("a", "b", Go), way("a", "b"))
    assert run(made).state == "a"
    assert run(made, Go()).subject.log == ["+a", "stopped", "-a", "+b"]


def test_a_failing_do_action_fails_the_run() -> None:
    async def work(thing: Thing, event: Any) -> None:
        await asyncio.sleep(0)
        raise ArithmeticError("broken")

    with pytest.raises(ArithmeticError, match="broken"):
        run(machine(state("a", do=work)))


def test_a_step_may_be_a_coroutine() -> None:
    async def effect(thing: Thing, event: Any) -> None:
        await asyncio.sleep(0)
        thing.log.append("effect")

    made = machine(state("a"), state("b"), way("a", "b", Go, effect=effect))
    assert run(made, Go()).subject.log == ["+a", "-a", "effect", "+b"]


# -- states in states -----------------------------------------------------------------------------------

NEST = machine(
    state("out", state("one"), state("two", state("deep"), state("deeper"))),
    state("other", state("last"), initial=(Transition("other", "other.last"),)),
    way("out.one", "out.two", Go),
    way("out", "other", Halt, effect=says("!")),
    way("other", "out.two.deeper", Go),
    way("out.two", "out.two.deeper", Load),
    way("out.two.deeper", "out", Go),
)


def test_outer_states_are_entered_first_and_left_last() -> None:
    found = run(NEST, Go(), Halt())
    assert found.subject.log == [
        *("+out", "+one", "-one", "+two", "+deep"),
        *("-deep", "-two", "-out", "!", "+other", "+last"),
    ]
    assert found.visits == ["out", "out.one", "out.two", "out.two.deep", "other", "other.last"]


def test_a_transition_may_lead_deep_inside() -> None:
    found = run(NEST, Halt(), Go())
    assert found.state == "out.two.deeper"
    assert found.subject.log[-5:] == ["-last", "-other", "+out", "+two", "+deeper"]


def test_a_transition_into_its_own_source_leaves_the_source() -> None:
    found = run(NEST, Go(), Load(1))
    assert found.subject.log[-4:] == ["-deep", "-two", "+two", "+deeper"]


def test_a_transition_to_a_state_around_its_source_leaves_that() -> None:
    found = run(NEST, Halt(), Go(), Go())
    assert found.subject.log[-5:] == ["-deeper", "-two", "-out", "+out", "+one"]


def test_inner_transitions_win_over_outer_ones() -> None:
    made = machine(
        State("a", (State("x"), State("y"))), State("b"), way("a", "b", Go), way("a.x", "a.y", Go)
    )
    assert run(made, Go()).state == "a.y"
    assert run(made, Go(), Go()).state == "b"


def test_an_inner_transition_whose_guard_is_closed_leaves_the_event_to_outer_ones() -> None:
    made = machine(
        State("a", (State("x"), State("y"))),
        State("b"),
        way("a", "b", Go),
        way("a.x", "a.y", Go, guard=lambda thing, _: False),
    )
    assert run(made, Go()).state == "b"


# -- parallel states ------------------------------------------------------------------------------------

PAIR = machine(
    State(
        "run",
        (state("heat", state("cold"), state("warm")), state("fan", state("still"), state("turns"))),
        parallel=True,
    ),
    state("off"),
    way("run.heat.cold", "run.heat.warm", Go),
    way("run.fan.still", "run.fan.turns", Go),
    way("run.fan.turns", "off", Halt),
    way("run", "off", Load),
    way("run.heat.warm", "run.heat.cold", Halt),
    way("off", "run.fan.turns", Go),
)


def test_an_event_reaches_every_region() -> None:
    assert run(PAIR).state == "run.heat.cold,run.fan.still"
    assert run(PAIR, Go()).active == ("run.heat.warm", "run.fan.turns")


def test_leaving_a_parallel_state_leaves_all_of_it() -> None:
    log = run(PAIR, Load(1)).subject.log
    assert log[-5:] == ["-cold", "-heat", "-still", "-fan", "+off"]


def test_of_two_transitions_that_exclude_each_other_one_is_taken() -> None:
    found = run(PAIR, Go(), Halt())
    assert found.active == ("run.heat.cold", "run.fan.turns")


def test_entering_one_region_enters_the_others_too() -> None:
    found = run(PAIR, Load(1), Go())
    assert found.active == ("run.heat.cold", "run.fan.turns")


def test_a_machine_may_be_parallel_itself() -> None:
    made = machine(
        State("l", (State("a"), State("b"))), State("r"), way("l.a", "l.b", Go), parallel=True
    )
    assert run(made, Go()).state == "l.b,r"


# -- ports ------------------------------------------------------------------------------------------------


def test_a_port_is_heeded_when_both_name_one() -> None:
    made = machine(State("a"), State("b"), way("a", "b", Accept(Go, "front")))

    async def after(via: str) -> str:
        found = MachineRun(made, Thing())
        await found.start()
        await found.fire(Go(), via)
        return found.state

    assert [asyncio.run(after(via)) for via in ("back", "front", "")] == ["a", "b", "b"]


def test_what_a_machine_sends_itself_comes_after_the_transition() -> None:
    async def go() -> MachineRun[Thing]:
        found: list[MachineRun[Thing]] = []
        made = machine(
            state("a"),
            state("b"),
            state("c"),
            way("a", "b", Go, effect=lambda thing, event: found[0].post(Halt())),
            way("b", "c", Halt),
        )
        found.append(MachineRun(made, Thing()))
        await found[0].start()
        await found[0].fire(Go())
        return found[0]

    assert asyncio.run(go()).subject.log == ["+a", "-a", "+b", "-b", "+c"]


# -- time and conditions ----------------------------------------------------------------------------------

CLOCK = machine(
    State("a"),
    State("b"),
    State("c"),
    way("a", "b", After(lambda thing: 5)),
    way("a", "c", Go),
    way("b", "c", After(lambda thing: 2)),
)


def test_time_passes_only_when_it_is_told_to() -> None:
    assert run(CLOCK).state == "a"
    assert run(CLOCK, 4.9).state == "a"
    assert run(CLOCK, 5).state == "b"
    assert run(CLOCK, 4.9, Go()).visits == ["a", "c"]


def test_a_time_counts_from_the_entry_of_the_state() -> None:
    found = run(CLOCK, 5.5, 1)
    assert found.state == "b"
    assert found.now == 6.5
    assert run(CLOCK, 7).state == "c"


def test_entering_again_starts_the_time_again() -> None:
    made = machine(State("a"), State("b"), way("a", "a", Go), way("a", "b", After(lambda thing: 5)))
    assert run(made, 3, Go(), 3).state == "a"
    assert run(made, 3, Go(), 5).state == "b"


def test_an_instant_that_has_passed_comes_at_once() -> None:
    made = machine(
        State("a"), State("b"), State("c"),
        way("a", "b", Go), way("b", "c", At(lambda thing: 10)),
    )  # fmt: skip
    assert run(made, Go(), 9).state == "b"
    assert run(made, Go(), 10).state == "c"
    assert run(made, 11, Go()).state == "c"


def test_a_time_whose_guard_is_closed_does_not_come_again() -> None:
    made = machine(
        State("a"),
        State("b"),
        way("a", "b", After(lambda thing: 5), guard=lambda thing, _: thing.level > 0),
    )
    assert run(made, 100).state == "a"
    assert run(made, 100, level=1).state == "b"


def test_a_condition_that_comes_true_is_noticed() -> None:
    made = machine(
        State("a"),
        State("b"),
        way("a", "b", When(lambda thing: thing.level >= 2)),
        way("a", "a", Go, effect=raised()),
    )
    assert run(made, Go()).state == "a"
    assert run(made, Go(), Go()).state == "b"
    assert run(made, level=2).visits == ["a", "b"]


def let_pass(made: Machine[Thing], tells_apart: bool = True) -> tuple[bool, MachineRun[Thing]]:
    """The run after all time."""

    async def go() -> tuple[bool, MachineRun[Thing]]:
        found = MachineRun(made, Thing(), steps=1000)
        await found.start()
        ended = await found.let_time_pass((lambda thing: thing.level) if tells_apart else None)
        return ended, found

    return asyncio.run(go())


def test_all_time_passes() -> None:
    ended, found = let_pass(CLOCK)
    assert ended
    assert (found.state, found.now) == ("c", 7)


def test_a_machine_that_goes_round_is_left_when_it_comes_back() -> None:
    made = machine(
        State("red"), State("green"),
        way("red", "green", After(lambda thing: 30)),
        way("green", "red", After(lambda thing: 20)),
    )  # fmt: skip
    ended, found = let_pass(made)
    assert not ended
    assert found.visits == ["red", "green", "red"]


def test_a_round_that_changes_the_subject_goes_on() -> None:
    made = machine(
        State("a"), State("b"),
        way("a", "a", After(lambda thing: 1), effect=raised()),
        way("a", "b", When(lambda thing: thing.level == 4)),
    )  # fmt: skip
    ended, found = let_pass(made)
    assert ended
    assert (found.state, found.now) == ("b", 4)


# -- descriptions that make no sense ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parts", "fault"),
    [
        ([State("a"), way("a", "b", Go)], "there is no state b"),
        ([State("a"), way("b", "a", Go)], "there is no state b"),
        ([State("a"), State("a")], "two states are called a"),
        (
            [State("a", (State("x"),), initial=(Transition("a", "b"),)), State("b")],
            "a to b leaves the state it begins in",
        ),
    ],
)
def test_a_description_without_sense_is_refused(parts: list[Any], fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        machine(*parts)


def test_a_run_can_be_stopped() -> None:
    stopped = []

    async def work(thing: Thing, event: Any) -> None:
        try:
            await asyncio.Future()
        finally:
            stopped.append(True)

    async def go() -> None:
        found = MachineRun(machine(state("a", do=work)), Thing())
        await found.start()
        await found.stop()

    main: Coroutine[Any, Any, None] = go()
    asyncio.run(main)
    assert stopped == [True]
