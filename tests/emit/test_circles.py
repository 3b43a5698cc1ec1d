"""Types that specialise themselves: a warning of the rules, an error of generation."""

from __future__ import annotations

from generator.emit.passes import discover, render
from tests.resolve.workspace import model_of


def _codes(text: str) -> tuple[set[str], int]:
    model, _ = model_of(text)
    passes, templates = discover(wanted=["data_types"])
    artifacts, found = render(model, passes=passes, templates=templates)
    return {each.code for each in found}, len(artifacts)


def test_nothing_is_made_of_types_in_a_circle() -> None:
    text = "package P { item def Hen :> Egg; item def Egg :> Hen; item def Nest; }"
    assert _codes(text) == ({"emit-circular-type"}, 0)


def test_the_other_types_are_made() -> None:
    codes, count = _codes("package P { item def Bird; item def Hen :> Bird; }")
    assert "emit-circular-type" not in codes
    assert count > 0
