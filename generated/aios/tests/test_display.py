# Generated from AIOS_Agents::Init (ssot/aios/agents.sysml) and 79 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What people see of values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import pytest
from pydantic import BaseModel, Field

from aios import display


class Kind(StrEnum):
    """Two kinds."""

    GOOD = "very good"
    BAD = "bad"


class Sample(BaseModel):
    """An item."""

    name: str
    kind: Kind = Kind.GOOD
    note: str | None = None
    inner: Sample | None = None
    words: tuple[str, ...] = ()


@dataclass
class Result:
    """Several outputs."""

    number: int
    items: tuple[Sample, ...]


@dataclass
class Reserved:
    """Fields that Python has words for."""

    next_: int | None
    items: tuple[Labelled, ...] = ()


class Labelled(BaseModel):
    """An item with names of its own."""

    from_: str
    details: int = Field(default=0, serialization_alias="metadata")


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        (None, []),
        ("a\nb", ["a", "b"]),
        (Kind.GOOD, ["very good"]),
        (True, ["true"]),
        (2.5, ["2.5"]),
        ((), []),
        (("a", "b c"), ["a", "b c"]),
        (
            Sample(name="", note="p\n\nq"),
            ["name:", "kind: very good", "note:", "  p", "", "  q", "words:", "  -"],
        ),
        (Sample(name="x"), ["name: x", "kind: very good", "words:", "  -"]),
        (
            Sample(name="x", inner=Sample(name="y", words=("p",))),
            [
                "name: x",
                "kind: very good",
                "inner:",
                "  name: y",
                "  kind: very good",
                "  words:",
                "    p",
                "words:",
                "  -",
            ],
        ),
        (
            (Sample(name="x"), Sample(name="long", kind=Kind.BAD)),
            ["name  kind", "x     very good", "long  bad"],
        ),
        (
            (Sample(name="x", note="1 \n2", inner=Sample(name="y"), words=("a", "b")),),
            [
                "name  kind       note  inner  words",
                "x     very good  1 2   y      a, b",
            ],
        ),
        (
            Result(3, (Sample(name="x"),)),
            ["number: 3", "items:", "  name  kind", "  x     very good"],
        ),
        (Result(3, ()), ["number: 3", "items:", "  -"]),
        (Reserved(1), ["next: 1", "items:", "  -"]),
        (Labelled(from_="a"), ["from: a", "metadata: 0"]),
        (
            (Labelled(from_="a"), Labelled(from_="bc")),
            ["from  metadata", "a     0", "bc    0"],
        ),
    ],
)
def test_lines(value: object, lines: list[str]) -> None:
    """Texts, plain values, items, tables and results."""
    assert display.lines_of(value) == lines


def test_json() -> None:
    """Results have the names of the model, also inside of others; items know theirs."""
    inner = Labelled(from_="a")
    found = display.plain((Reserved(1, (inner,)), "text", 2, [Reserved(None)]))
    assert found == [
        {"next": 1, "items": [inner]},
        "text",
        2,
        [{"next": None, "items": []}],
    ]
    assert display.plain(Reserved) is Reserved


def test_table() -> None:
    """Columns are as wide as they have to be; long cells are cut."""
    assert display.table(["a", "bb"], []) == ["a  bb"]
    lines = display.table(["a", "b"], [["x" * 99, None], ["y", 7]])
    assert lines == ["a" + " " * 61 + "b", "x" * 59 + "…", "y" + " " * 61 + "7"]
