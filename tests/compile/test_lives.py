"""The attribute of an entity that holds the state it is in: what is tied, what is compiled, what does not fit."""

from __future__ import annotations

import pytest

from generator.compile.life_machines import LifeMachine, compile_life
from generator.compile.lives import lives, misplaced
from generator.compile.state_names import state_names
from tests.compile.models import model_of

FRAME = """
    enum def Phase { fresh; ripe; eaten; }
    attribute def Wait { attribute days : Integer; }
    attribute def Bite;
    state def Ripening {
        in item fruit : Fruit; attribute days : Integer := 0;
        entry; then fresh;
        state fresh;
        transition wait first fresh accept w : Wait if w.days > 2 and fruit.size > days
            do assign days := days + w.days then ripe;
        state ripe;
        transition bite first ripe accept Bite do assign fruit.size := 0 then eaten;
        state eaten;
    }
"""
FRUIT = """item def Fruit :> Entity {
    #StatusOf attribute phase : Phase default Phase::fresh;
    attribute size : Integer; attribute days : Integer;
    exhibit state life : Ripening;
}"""


def life_of(fruit: str, frame: str = FRAME) -> tuple[LifeMachine | None, list[str]]:
    """The compiled life of a model with one, and what was reported."""
    model = model_of(frame + fruit)
    found = [fault for _, fault in misplaced(model)]
    compiled = None
    for life in lives(model):
        compiled, faults = compile_life(model, life)
        found += faults
    assert all(each.code in ("status-of", "unsupported-state") for each in found)
    return compiled, [each.message for each in found]


def test_the_states_are_a_table_over_the_item() -> None:
    compiled, found = life_of(FRUIT)
    assert found == []
    assert compiled is not None
    assert (compiled.item, compiled.enumeration, compiled.field) == ("Fruit", "Phase", "phase")
    assert compiled.literals == {"FRESH": "FRESH", "RIPE": "RIPE", "EATEN": "EATEN"}
    assert compiled.watched == ("days", "phase", "size")
    wait, bite = compiled.machine.transitions
    assert wait.guard == "w.days > 2 and item.size > item.days"
    assert wait.changes == ("item.model_copy(update={'days': item.days + w.days})",)
    assert bite.changes == ("item.model_copy(update={'size': 0})",)


def test_a_definition_about_an_entity_is_no_machine_of_its_own() -> None:
    model = model_of(FRAME + FRUIT)
    assert state_names(model).of(model["M::Ripening"]) is None
    assert state_names(model).of_life(model["M::Fruit::phase"]) == "fruit_life"


def test_a_definition_about_nothing_else_stays_a_machine() -> None:
    model = model_of("""
        enum def Phase { on; off; }
        attribute def Switch;
        state def Power { entry; then on; state on; accept Switch then off; state off; }
        item def Lamp :> Entity { #StatusOf attribute p : Phase; exhibit state power : Power; }""")
    assert state_names(model).of(model["M::Power"]) == ("power", "Power")
    assert [each.entity.name for each in lives(model)] == ["Lamp"]


def test_states_may_be_written_where_they_are_exhibited() -> None:
    compiled, found = life_of(
        """item def Fruit :> Entity {
            #StatusOf attribute phase : Phase;
            attribute size : Integer;
            exhibit state life {
                entry; then fresh;
                state fresh; accept Bite if size > 3 do assign size := size - 1 then ripe;
                state ripe; accept Bite then eaten;
                state eaten;
            }
        }""",
        FRAME.partition("state def")[0],
    )
    assert found == []
    assert compiled is not None
    assert compiled.machine.transitions[0].guard == "item.size > 3"


def test_nested_states_have_literals_by_their_own_or_their_whole_name() -> None:
    compiled, found = life_of(
        """item def Fruit :> Entity { #StatusOf attribute phase : Deep; exhibit state life {
            entry; then on;
            state on { entry; then slow; state slow; state fast; accept Bite then slow; }
            state off { entry; then slow; state slow; } } }
        enum def Deep { onSlow; fast; offSlow; } attribute def Bite;""",
        "",
    )
    assert found == []
    assert compiled is not None
    assert compiled.literals == {"ON_SLOW": "ON_SLOW", "ON_FAST": "FAST", "OFF_SLOW": "OFF_SLOW"}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("exhibit state life : Ripening;", "", "`Fruit` exhibits 0 states that `phase` may hold"),
        (
            "exhibit state life",
            "exhibit state other : Ripening; exhibit state life",
            "`Fruit` exhibits 2 states that `phase` may hold",
        ),
        ("phase : Phase default Phase::fresh", "phase : String", "`phase` is not typed by an enumeration definition"),
        ("Phase::fresh", "Phase::ripe", "`phase` does not begin as `fresh`"),
        ("attribute days : Integer;", "", "`Fruit` has no attribute `days` that keeps that of `Ripening`"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_an_error(old: str, new: str, message: str) -> None:
    compiled, found = life_of(FRUIT.replace(old, new))
    assert compiled is None
    assert message in found


@pytest.mark.parametrize(
    ("literals", "message"),
    [
        ("fresh; ripe;", "`Phase` has no literal for the state `eaten`"),
        ("fresh; ripe; eaten; rotten;", "no state of `life` has the literal `rotten`"),
    ],
)
def test_literals_and_states_are_the_same(literals: str, message: str) -> None:
    compiled, found = life_of(FRUIT, FRAME.replace("fresh; ripe; eaten;", literals, 1))
    assert compiled is None
    assert found == [message]


def test_the_exhibited_state_may_be_named() -> None:
    named = FRUIT.replace("#StatusOf attribute phase : Phase default Phase::fresh;", """
        attribute phase : Phase { @StatusOf { exhibited = life meta SysML::StateUsage; } }
        exhibit state other : Ripening;""")  # fmt: skip
    compiled, found = life_of(named)
    assert found == []
    assert compiled is not None
    assert compiled.life.exhibited.name == "life"


def test_an_attribute_of_no_item_has_no_life() -> None:
    _, found = life_of("attribute def P { #StatusOf attribute phase : E; } enum def E { a; }", "")
    assert found == ["`phase` is no attribute of an item definition"]


def test_an_assignment_to_another_item_is_reported() -> None:
    frame = FRAME.replace("in item fruit : Fruit;", "in item fruit : Fruit; in n : Neighbour;")
    frame += "item def Neighbour { ref item fruit : Fruit; }"
    _, found = life_of(FRUIT, frame.replace("assign fruit.size", "assign n.fruit.size"))
    assert "an assignment to something else than the item is not compiled" in found


def test_only_one_parameter_may_be_the_item() -> None:
    frame = FRAME.replace("in item fruit : Fruit;", "in item fruit : Fruit; in item b : Fruit;")
    assert life_of(FRUIT, frame) == (None, ["several parameters may be the `Fruit`"])
