"""State definitions compile to tables of transitions; what has no place in a table is named."""

from __future__ import annotations

import pytest

from generator.compile.state_names import state_names
from generator.compile.states import StateMachine, compile_states
from generator.ir import Type
from tests.compile.models import model_of

SIGNALS = "attribute def Go; attribute def Halt; attribute def Load { attribute weight : Integer; }"


def machine_of(body: str) -> tuple[StateMachine | None, list[str]]:
    """The machine of a state definition `S` with a body, and what was reported."""
    model = model_of(SIGNALS + "action def Work; state def S {" + body + "}")
    definition = model["M::S"]
    assert isinstance(definition, Type)
    assert state_names(model).of(definition) == ("s", "S")
    machine, found = compile_states(model, definition)
    return machine, [f"{each.code}: {each.message}" for each in found]


def test_states_events_guards_and_effects() -> None:
    machine, found = machine_of("""attribute total : Integer := 3;
        entry; then idle;
        state idle;
        accept l : Load if l.weight > total do assign total := total + l.weight then busy;
        state busy;
        transition stop first busy accept Halt then idle;""")
    assert machine is not None
    assert found == []
    assert [each.value for each in machine.states] == ["idle", "busy"]
    assert machine.initial == "IDLE"
    assert [(each.name, each.default) for each in machine.fields] == [("total", "3")]
    load, stop = machine.transitions
    assert (load.label, load.source, load.event, load.target) == (
        "idle to busy",
        "IDLE",
        "Load",
        "BUSY",
    )
    assert load.variable == "l"
    assert load.guard == "l.weight > machine.total"
    assert load.changes == ("replace(machine, total=machine.total + l.weight)",)
    assert (stop.label, stop.event, stop.guard, stop.changes) == ("stop", "Halt", None, ())


def test_nested_states_run_exit_and_entry_actions_from_the_inside_out_and_in() -> None:
    machine, found = machine_of("""attribute log : Integer := 0;
        entry; then outer;
        state outer {
            exit assign log := log * 10 + 2;
            entry; then one;
            state one { exit assign log := log * 10 + 1; }
            state second;
            transition first one accept Go then second;
        }
        state other { entry assign log := log * 10 + 3; entry; then deep; state deep; }
        transition leave first outer accept Halt do assign log := log * 10 + 5 then other;""")
    assert machine is not None
    assert found == []
    assert machine.initial == "OUTER_ONE"
    assert [(t.source, t.event, t.target) for t in machine.transitions] == [
        ("OUTER_ONE", "Go", "OUTER_SECOND"),
        ("OUTER_ONE", "Halt", "OTHER_DEEP"),
        ("OUTER_SECOND", "Halt", "OTHER_DEEP"),
    ]
    factors = [change.rpartition("+ ")[2].rstrip(")") for change in machine.transitions[1].changes]
    assert factors == ["1", "2", "5", "3"]


def test_a_transition_without_trigger_is_taken_by_itself() -> None:
    machine, _ = machine_of("""attribute n : Integer := 0; entry; then a; state a; state b;
        transition first a if n > 3 then b;""")
    assert machine is not None
    (transition,) = machine.transitions
    assert transition.event is None
    assert transition.guard == "machine.n > 3"


@pytest.mark.parametrize(
    ("body", "construct"),
    [
        ("state p parallel { state x; state y; }", "the parallel state `p`"),
        ("state a; accept after 5 [SI::s] then b; state b;", "the trigger `after 5 [SI::s]`"),
        ("state a { entry action work : Work; } state b;", None),
        (
            "state a; accept Go then b; state b { entry action work : Work; }",
            "the action `work` of a state",
        ),
    ],
)
def test_what_is_not_supported_is_named(body: str, construct: str | None) -> None:
    _, found = machine_of(body)
    expected = [] if construct is None else [f"unsupported-state: {construct} is not compiled"]
    assert found == expected
