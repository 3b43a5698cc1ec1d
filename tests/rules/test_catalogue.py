"""The catalogue of constraints: complete, without contradictions, and the pages made from it."""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path

import pytest

from generator import ir
from generator.resolve.kinds import base_names
from generator.rules import all_rules
from generator.rules.catalogue import AREAS, FAMILIES, State, constraints, ours
from generator.rules.pages import constraints_page, rules_page

CODES = frozenset(rule.code for rule in all_rules())
CONSTRAINTS = constraints(CODES)
DOCS = Path(__file__).parents[2] / "docs"
_OWNED_RULE = re.compile(r'<ownedRule [^>]*?\bname="((?:validate|check|derive)\w+)"')


def test_every_constraint_has_one_state() -> None:
    names = Counter(each.name for each in CONSTRAINTS)
    assert [name for name, count in names.items() if count > 1] == []
    assert {each.family for each in CONSTRAINTS} == set(FAMILIES)
    assert {each.area for each in CONSTRAINTS} == set(AREAS)


def test_unchecked_constraints_say_why() -> None:
    for each in CONSTRAINTS:
        assert bool(each.reason) == (each.state is not State.CHECKED), each.name
        assert not each.reason or re.match(r"[A-Z`].*\.$", each.reason), each.name


def test_every_rule_is_a_constraint_or_marked_as_ours() -> None:
    names = {each.name for each in CONSTRAINTS}
    assert names - CODES == {each.name for each in CONSTRAINTS if each.state is not State.CHECKED}
    assert sorted(CODES - names) == sorted(ours()), "see [ours] in constraints.toml"
    assert set(ours().values()) <= {"reference", "own"}


def test_a_rule_for_an_unchecked_constraint_is_a_contradiction() -> None:
    unchecked = next(each for each in CONSTRAINTS if each.state is State.NEVER)
    with pytest.raises(ValueError, match=unchecked.name):
        constraints(CODES | {unchecked.name})
    checked = next(each for each in CONSTRAINTS if each.state is State.CHECKED)
    with pytest.raises(ValueError, match=checked.name):
        constraints(CODES - {checked.name})


# What the notation makes of a metaclass, where the model has no class of that name.
_MADE = {
    "ControlNode": "ForkNode",
    "Expression": "ExpressionFeature",
    "MetadataFeature": "MetadataUsage",
    "SuccessionFlow": "Flow",
}


def test_what_is_said_to_specialise_its_base_does() -> None:
    for each in CONSTRAINTS:
        if each.family == "check" and "the type of the library" in each.reason:
            if each.name != f"check{each.metaclass}Specialization" or "binary" in each.reason:
                continue
            kind = getattr(ir, _MADE.get(each.metaclass, each.metaclass), None)
            assert kind is None or base_names(kind), each.name


def test_the_list_is_that_of_the_metamodel() -> None:
    path = os.environ.get("SSOT_METAMODEL")
    if path is None:
        pytest.skip("SSOT_METAMODEL does not name the UML file of the metamodel")
    wanted = set(_OWNED_RULE.findall(Path(path).read_text(encoding="utf-8")))
    assert wanted
    assert {each.name for each in CONSTRAINTS} == wanted


@pytest.mark.parametrize("name", ["constraints", "rules"])
def test_pages_are_up_to_date(name: str) -> None:
    page = constraints_page() if name == "constraints" else rules_page()
    hint = f"python -m generator.rules {name} > docs/{name}.md"
    assert (DOCS / f"{name}.md").read_text(encoding="utf-8") == page, hint


def test_every_checked_constraint_leads_to_its_section() -> None:
    sections = {line[3:].lower() for line in rules_page().split("\n") if line.startswith("## ")}
    links = set(re.findall(r"\(rules\.md#([\w-]+)\)", constraints_page()))
    assert links == sections == {code.lower() for code in CODES}
