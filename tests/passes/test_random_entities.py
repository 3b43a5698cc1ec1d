"""Entities of all shapes, made at random, are stored and come back: the generated tests of each model pass."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from tests.passes.generated import artifacts_of, model_of, run_tests, write

PASSES = (
    *("package", "data_types", "calculations", "settings", "files", "telemetry"),
    *("persistence", "migrations", "orchestrators"),
)
HEAD = """package Shapes {
    private import AgentSystems::*;
    private import ScalarValues::*;
    enum def Hue { red; 'deep blue'; none; }
    attribute def Spot { attribute x : Real; attribute tags : String [0..*]; attribute hue : Hue [0..1]; }
    %s
}
"""
KEYS = ("String", "Identifier", "Integer", "Positive", "Hue", "Date", "Timestamp")
KINDS = (*KEYS, "Text", "Natural", "Real", "Boolean", "Spot", "Duration", "Json", "Url")
DEFAULTS = {
    "String": '"a\'b"',
    "Integer": "-3",
    "Natural": "2",
    "Boolean": "true",
    "Hue": "Hue::'deep blue'",
    "Real": "1.5",
}
FAST = (1, 25, 36)
"""Items of one kind in each other, keys that are references, and entities known by what the database numbers."""


def shapes(random: Random) -> str:
    """A model of two to four entities that refer to each other."""
    names = ("Alpha", "Beta", "Order", "Delta")[: random.randint(2, 4)]
    made = [
        f"item def {name} :> Entity {{ {' '.join(_members(random, names, at))} }}"
        for at, name in enumerate(names)
    ]
    random.shuffle(made)
    return HEAD % "\n    ".join(made)


def _members(random: Random, names: tuple[str, ...], at: int) -> Iterator[str]:
    yield from _key(random, names[:at])
    for number in range(random.randint(1, 4)):
        yield _attribute(random, number)
    for number in range(random.randint(0, 2)):
        chance = random.random()
        if chance < 0.45 and at:
            yield f"ref item r{number} : {random.choice(names[:at])};"
        else:
            many = "[0..*]" if chance > 0.75 else "[0..1]"
            owned = "item" if chance > 0.9 else "ref item"
            yield f"{owned} r{number} : {random.choice(names)} {many};"


def _key(random: Random, before: tuple[str, ...]) -> Iterator[str]:
    chance = random.random()
    if chance < 0.2:
        return
    if chance < 0.5 and before:
        yield f"ref #key item owner : {random.choice(before)};"
        if random.random() < 0.5:
            return
    yield f"#key attribute code : {random.choice(KEYS)};"
    if chance > 0.8:
        yield f"#key attribute piece : {random.choice(KEYS)};"


def _attribute(random: Random, number: int) -> str:
    kind = random.choice(KINDS)
    many = random.choice(("", "", "[0..1]", "[0..*]", "[1..3]", "[2]"))
    if kind == "Json" and many != "[0..1]":
        many = ""
    mark = "#unique " if kind in ("String", "Integer", "Hue") and not many else ""
    mark = random.choice(("", mark, "#indexed " if mark else ""))
    default = f" default {DEFAULTS[kind]}" if kind in DEFAULTS and not many else ""
    default = random.choice(("", default))
    name = random.choice(("a", "b", "type", "class", "value", "name"))
    return f"{mark}attribute {name}{number} : {kind} {many}{default};"


@pytest.mark.parametrize(
    "seed",
    [*FAST, *(pytest.param(each, marks=pytest.mark.slow) for each in range(200, 240))],
)
def test_what_is_stored_comes_back(seed: int, tmp_path: Path) -> None:
    text = shapes(Random(seed))
    artifacts, found = artifacts_of(model_of({"shapes.sysml": text}), PASSES)
    assert [each.message for each in found if each.severity == "error"] == [], text
    folder = write(artifacts, tmp_path)
    assert " passed" in run_tests(folder, "made/tests/persistence", "made/tests/types"), text
