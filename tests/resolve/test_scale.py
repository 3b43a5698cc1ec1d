"""Depth does not overflow, and size costs in proportion."""

from __future__ import annotations

import time

import pytest

from generator.resolve import resolve
from generator.source import SourceFile
from generator.syntax import parse
from tests.resolve.workspace import library_model, model_of

DEEP = 3000


def _chain(before: str, link: str, after: str, depth: int = DEEP) -> str:
    return before + "".join(link.format(i, i + 1) for i in range(depth)) + after.format(depth)


@pytest.mark.parametrize(
    "text",
    [
        _chain("", "package p{0} {{ part def D{0}; part x : D{0};", "}}" * DEEP),
        _chain("package P {", "part p{0} {{ attribute a{0} : ScalarValues::Real;", "}}" * DEEP + "}}"),
        _chain("package P {", "part def D{0} :> D{1} {{ attribute :>> x; }}", "part def D{0} {{ attribute x; }} }}"),
        _chain("package P {", "alias a{0} for a{1};", "part def a{0}; part x : a0; }}"),
        _chain("", "package p{0} {{ public import p{1}::*; }}", "package p{0} {{ part def D; }} part x : p0::D;"),
        _chain("package P {", "part c{0} {{ part n :> c{1}.n; }}", "part c{0} {{ part n; }} }}"),
        "package P { attribute a = 1" + " + 1" * DEEP + "; }",
    ],
    ids=["packages", "parts", "redefinitions", "aliases", "imports", "features", "operands"],
)  # fmt: skip
def test_deep_model_resolves(text: str) -> None:
    assert model_of(text)[1] == ()


def test_too_deep_an_expression_is_an_error_not_a_crash() -> None:
    text = "package P { attribute a; attribute b = " + "(a + " * DEEP + "a" + ")" * DEEP + "; }"
    assert [each.code for each in model_of(text)[1]] == ["expression-too-deep"]


def _seconds(types: int) -> float:
    lines = [
        f"part def T{i} :> T{i - i % 10} {{ part other : T{i // 2}; attribute q = other.a{i // 2};"
        + f"attribute a{i} : Real;" * (i % 10 > 0)
        + "}"
        for i in range(1, types)
    ]
    text = "package P { private import ScalarValues::*; part def T0;" + "".join(lines) + "}"
    source = SourceFile("p.sysml", text)
    tree, _ = parse(source)
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        resolve([(source, tree)], library_model())
        best = min(best, time.process_time() - start)
    return best


def test_time_grows_in_proportion_to_size() -> None:
    assert _seconds(2000) < 8 * _seconds(500) + 0.05
