"""Expressions of the model and their Python have the same value."""

from __future__ import annotations

import math
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.compile.behavior_names import behavior_names
from generator.compile.calculations import compile_calculation
from generator.ir import CalculationDefinition, CalculationUsage
from tests.compile.models import (
    Found,
    compiled,
    compiled_all,
    define,
    evaluated,
    installed_library,
    model_of,
    value,
)

CASES: list[tuple[str, dict[str, Any], Any]] = [
    # literals
    ("1", {}, 1),
    ("1.5", {}, 1.5),
    ("true", {}, True),
    ('"a\\"b"', {}, 'a"b'),
    ("null", {}, None),
    # arithmetic: `/` of Integers is real division, unary minus binds tighter than `**`
    ("7 / 2", {}, 3.5),
    ("-2 ** 2", {}, 4),
    ("2 ** 3 ** 2", {}, 512),
    ("1 + 2 * 3", {}, 7),
    ("(1 + 2) * 3", {}, 9),
    ("7 % 4", {}, 3),
    ("a - b - 1", {"a": 5, "b": 2}, 2),
    ("+a", {"a": 5}, 5),
    ('s + "!"', {"s": "hi"}, "hi!"),
    # comparison and logic
    ("a == b", {"a": 1, "b": 1}, True),
    ("a != b", {"a": 1, "b": 1}, False),
    ("a < b and b < 10", {"a": 1, "b": 2}, True),
    ("t xor u", {"t": True, "u": True}, False),
    ("t implies u", {"t": True, "u": False}, False),
    ("t implies u", {"t": False, "u": False}, True),
    ("not t or u", {"t": True, "u": True}, True),
    ("t | u", {"t": False, "u": True}, True),
    ("t & u", {"t": False, "u": True}, False),
    ("not (t and u)", {"t": True, "u": True}, False),
    # conditions
    ("if a > b ? a else b", {"a": 3, "b": 9}, 9),
    ("if t ? 1 else if u ? 2 else 3", {"t": False, "u": True}, 2),
    ("o ?? 7", {"o": None}, 7),
    ("o ?? 7", {"o": 0}, 0),
    # null is the empty sequence
    ("o == null", {"o": None}, True),
    ("o != null", {"o": 3}, True),
    ("xs == null", {"xs": ()}, True),
    ("isEmpty(o)", {"o": None}, True),
    ("size(o)", {"o": 3}, 1),
    ("size(o)", {"o": None}, 0),
    ("size(a)", {"a": 3}, 1),
    # an operation on an absent value is absent, an ordering with it false
    ("o + 1", {"o": None}, None),
    ("o + 1", {"o": 1}, 2),
    ("o > 3", {"o": None}, False),
    ("o > 3", {"o": 4}, True),
    ("-o", {"o": None}, None),
    # sequences
    ("(1, 2, 3)", {}, (1, 2, 3)),
    ("(xs, 9, o)", {"xs": (1, 2), "o": None}, (1, 2, 9)),
    ("1..3", {}, (1, 2, 3)),
    ("a..b", {"a": 2, "b": 4}, (2, 3, 4)),
    ("3..1", {}, ()),
    ("xs#(1)", {"xs": (7, 8)}, 7),
    ("xs#(2)", {"xs": (7, 8)}, 8),
    ("xs#(3)", {"xs": (7, 8)}, None),
    ("xs#(a)", {"xs": (7, 8), "a": 2}, 8),
    ("size(xs)", {"xs": (1, 1)}, 2),
    ("notEmpty(xs)", {"xs": ()}, False),
    ("includes(xs, 3)", {"xs": (1, 3)}, True),
    ("excludes(xs, 3)", {"xs": (1, 3)}, False),
    ("includes(xs, (1, 3))", {"xs": (3, 2, 1)}, True),
    ("includesOnly(xs, (1, 3, 3))", {"xs": (3, 1)}, True),
    ("includesOnly(xs, (1, 3))", {"xs": (3, 1, 2)}, False),
    ("equals(xs, (1, 3))", {"xs": (1, 3)}, True),
    ("subsequence(xs, 2, 3)", {"xs": (5, 6, 7, 8)}, (6, 7)),
    ("subsequence(xs, 2)", {"xs": (5, 6, 7)}, (6, 7)),
    ("including(xs, 4)", {"xs": (5,)}, (5, 4)),
    ("excluding(xs, 5)", {"xs": (5, 6, 5)}, (6,)),
    ("intersection(xs, (1, 2))", {"xs": (2, 3)}, (2,)),
    ("union(xs, o)", {"xs": (2, 3), "o": 4}, (2, 3, 4)),
    ("allTrue((t, u))", {"t": True, "u": False}, False),
    ("anyTrue((t, u))", {"t": True, "u": False}, True),
    ("head(xs)", {"xs": (5, 6)}, 5),
    ("head(xs)", {"xs": ()}, None),
    ("last(xs)", {"xs": (5, 6)}, 6),
    ("tail(xs)", {"xs": (5, 6, 7)}, (6, 7)),
    ("sum(xs)", {"xs": (1, 2)}, 3),
    ("sum(xs) / size(xs)", {"xs": (1, 2)}, 1.5),
    ("max(a, b)", {"a": 1, "b": 2}, 2),
    # functions with a body
    ("xs->select { in e : Integer; e > 1 }", {"xs": (1, 2, 3)}, (2, 3)),
    ("xs->reject { in e : Integer; e > 1 }", {"xs": (1, 2, 3)}, (1,)),
    ("xs->collect { in e : Integer; e * a }", {"xs": (1, 2), "a": 10}, (10, 20)),
    ("xs->collect { in e : Integer; (e, e) }", {"xs": (1, 2)}, (1, 1, 2, 2)),
    ("xs->forAll { in e : Integer; e > 0 }", {"xs": (1, 2)}, True),
    ("xs->exists { in e : Integer; e > 1 }", {"xs": (1,)}, False),
    ("xs->reduce { in p : Integer; in q : Integer; p * q }", {"xs": (2, 3, 4)}, 24),
    ("xs->reduce { in p : Integer; in q : Integer; p * q }", {"xs": ()}, None),
    ("xs->selectOne { in e : Integer; e > 1 }", {"xs": (1, 2, 3)}, 2),
    ("xs.?{ in e : Integer; e > 1 }", {"xs": (1, 2)}, (2,)),
    ("xs.{ in e : Integer; e + 1 }", {"xs": (1, 2)}, (2, 3)),
    ("size(xs->select { in xs : Integer; xs > 1 })", {"xs": (1, 2, 3)}, 2),
    # numbers and strings
    ("abs(a)", {"a": -3}, 3),
    ("floor(x)", {"x": 2.7}, 2),
    ("round(x)", {"x": 2.5}, 3),
    ("sqrt(x)", {"x": 9.0}, 3.0),
    ("Length(s)", {"s": "abc"}, 3),
    ("Substring(s, 2, 3)", {"s": "abcd"}, "bc"),
    ("sum(xs->select { in e : Integer; e > 1 })", {"xs": (1, 2, 3)}, 5),
    ("product(xs)", {"xs": (2, 3)}, 6),
    ("sum0(xs, 7)", {"xs": ()}, 7),
    ("max(o, a)", {"a": 1, "o": None}, None),
    ("min(xs)", {"xs": ()}, None),
    ("isZero(a)", {"a": 0}, True),
    ("IntegerFunctions::ToString(a)", {"a": 12}, "12"),
    ("BooleanFunctions::ToString(t)", {"t": True}, "true"),
    ('IntegerFunctions::ToInteger("12")', {}, 12),
    ('BooleanFunctions::ToBoolean("false")', {}, False),
    ("RationalFunctions::numer(x)", {"x": 0.75}, 3),
    ("RationalFunctions::gcd(a, b)", {"a": 12, "b": 18}, 6),
    ("round(x)", {"x": -2.5}, -2),
    ("sin(pi / 2)", {}, 1.0),
    ("deg(pi)", {}, 180.0),
    ("arctan(0.0)", {}, 0.0),
    ("cot(pi / 4) > 0.99", {}, True),
    # classification
    ("a istype Integer", {"a": 3}, True),
    ("s istype Integer", {"s": "3"}, False),
    ("t istype Integer", {"t": True}, False),
    ("a istype Natural", {"a": -3}, False),
    ("x hastype Real", {"x": 1.5}, True),
    ("xs istype Integer", {"xs": (1, 2)}, True),
    ("xs istype Integer", {"xs": ()}, False),
    ("o istype Integer", {"o": None}, False),
    ("xs->head() istype Natural", {"xs": (1, 2)}, True),
    ("(a, s, 2.5) as String", {"a": 1, "s": "x"}, ("x",)),
    ("o as Integer", {"o": 3}, 3),
    ("x as Integer", {"x": 2.5}, None),
    ("null istype Integer", {}, False),
    # null, a value and a sequence meet
    ("null == null", {}, True),
    ("() == null", {}, True),
    ("a == null", {"a": 1}, False),
    ("null ?? a", {"a": 1}, 1),
    ("a ?? 2", {"a": 1}, 1),
    ("xs ?? 9", {"xs": ()}, (9,)),
    ("xs ?? o", {"xs": (), "o": None}, ()),
    ("o ?? xs", {"o": None, "xs": (1, 2)}, (1, 2)),
    ("xs->head() ?? 9", {"xs": ()}, 9),
    ("xs->head() ?? xs", {"xs": (4,)}, (4,)),
    ("xs->head() ?? (1, 2)", {"xs": ()}, (1, 2)),
    ("xs->head() ?? o ?? 3", {"xs": (), "o": None}, 3),
    ("(xs ?? 9)->collect { in e : Integer; e + 1 }", {"xs": ()}, (10,)),
    ("(xs->head() ?? (1, 2))->collect { in e : Integer; e + 1 }", {"xs": ()}, (2, 3)),
    ("(1) == 1", {}, True),
    ("xs == a", {"xs": (3,), "a": 3}, True),
    ("xs != a", {"xs": (3, 3), "a": 3}, True),
    ("xs === (1, 2)", {"xs": (1, 2)}, True),
    ("o === a", {"o": 2, "a": 2}, True),
    ("o !== a", {"o": None, "a": 2}, True),
    ("xs + 1", {"xs": (3,)}, 4),
    ("xs + 1", {"xs": ()}, None),
    ("xs > 1", {"xs": ()}, False),
    ("xs->head() > o", {"xs": (2,), "o": 1}, True),
    ("xs->head() > o", {"xs": (), "o": 1}, False),
    ("xs->head() + xs->last()", {"xs": (2, 5)}, 7),
    ("-(xs->head())", {"xs": (2, 5)}, -2),
    ("null + 1", {}, None),
    ("null > 1", {}, False),
    ("not null", {}, True),
    ("1..null", {}, ()),
    ("o..3", {"o": None}, ()),
    ("o..3", {"o": 2}, (2, 3)),
    ("xs->head()..3", {"xs": (2,)}, (2, 3)),
    ("t == 1", {"t": True}, False),
    ("t != 0", {"t": False}, True),
    ("~t", {"t": True}, False),
    ("if o > 1 ? xs else a", {"o": 2, "xs": (1, 2), "a": 3}, (1, 2)),
    ("if t ? null else a", {"t": False, "a": 3}, 3),
    ("if t ? 1 else if u ? o else xs", {"t": False, "u": False, "o": 1, "xs": (3,)}, (3,)),
    ("t xor u implies u", {"t": True, "u": False}, False),
    ("t and not u xor u", {"t": True, "u": True}, True),
    ("2 ^ 3", {}, 8),
    ("-a ** 2", {"a": 3}, 9),
    ("7 % 4 * 2", {}, 6),
    ("1..2 + 1", {}, (1, 2, 3)),
    ("1 + 2 == 3 and 2 > 1", {}, True),
    # positions
    ("xs#(0)", {"xs": (7, 8)}, None),
    ("xs#(a)", {"xs": (7, 8), "a": -1}, None),
    ("xs#(o)", {"xs": (7, 8), "o": None}, None),
    ("o#(1)", {"o": 4}, 4),
    ("o#(1)", {"o": None}, None),
    ("subsequence(xs, a, b)", {"xs": (5, 6, 7), "a": 0, "b": 2}, (5, 6)),
    ("subsequence(xs, 2, 9)", {"xs": (5, 6, 7)}, (6, 7)),
    ("subsequence(seq = xs, endIndex = 2, startIndex = 1)", {"xs": (5, 6, 7)}, (5, 6)),
    ("includingAt(xs, (8, 9), 2)", {"xs": (5, 6, 7)}, (5, 8, 9, 7)),
    ("excludingAt(xs, 2)", {"xs": (5, 6, 7)}, (5, 7)),
    ("excludingAt(xs, 1, 2)", {"xs": (5, 6, 7)}, (7,)),
    ("same(xs, (1, 2))", {"xs": (1, 2)}, True),
    ("includes(o, null)", {"o": None}, True),
    ("xs->intersection(o)", {"xs": (1, 2), "o": 2}, (2,)),
    ("xs->excluding((1, 2))", {"xs": (1, 2, 3)}, (3,)),
    # functions for functions
    ("xs->reduce '+'", {"xs": (1, 2, 3)}, 6),
    ("xs->reduce max", {"xs": (1, 5, 3)}, 5),
    ("xs->collect Square", {"xs": (1, 2)}, (1, 4)),
    ("xs->select IsBig", {"xs": (1, 20)}, (20,)),
    ("xs->collect abs", {"xs": (-1, 2)}, (1, 2)),
    ("xs->minimize { in e : Integer; -e }", {"xs": (1, 2)}, -2),
    ("xs->maximize { in e : Integer; e * 2 }", {"xs": (1, 2)}, 4),
    ("xs->collect { in e : Integer; attribute d = e * 2; d + d }", {"xs": (1, 2)}, (4, 8)),
    ("xs->collect { in each : Integer; includes(xs, (each, 1)) }", {"xs": (2, 1)}, (True, True)),
    ("(xs->collect { in e : Integer; e + 1 })->reduce '*'", {"xs": (1, 2)}, 6),
    ("xs->forAll IsBig and xs->notEmpty()", {"xs": ()}, False),
    ("allTrue(xs->collect { in e : Integer; e > 1 })", {"xs": (2,)}, True),
    ("Square(Square(a))", {"a": 2}, 16),
    ("Least(a)", {"a": 3}, 3),
    ("Least(n = a, bound = 5)", {"a": 3}, 5),
    ("Least(bound = 5, n = a)", {"a": 8}, 8),
    ("Twice({ in v : Integer; v + a }, 1)", {"a": 10}, 21),
    ("Twice(Square, 3)", {}, 81),
    ("Both(a)", {"a": 3}, (3, 9)),
    ("Both(a)#(2)", {"a": 3}, 9),
    ("size(Both(a))", {"a": 3}, 2),
    ("nine.result + nine", {}, 18),
    ("max3(1, 5, 2)", {}, 5),
    # texts and times of the domain library
    ('Join(Split("a,b", ","), "-") + Upper("x") + Trim("  y ")', {}, "a-bXy"),
    ('Contains(s, "b") and StartsWith(s, "a") and EndsWith(s, "c")', {"s": "abc"}, True),
    ('IndexOf(s, "c") + IndexOf(s, "z")', {"s": "abc"}, 3),
    ('Matches(s, "[a-c]+")', {"s": "abcd"}, False),
    ("FormatNumber(x, 2) + FormatNumber(x, a)", {"x": 1.256, "a": 1}, "1.261.3"),
    ("ToJson((a, s, t, o))", {"a": 1, "s": "x", "t": True, "o": None}, '[1, "x", true]'),
    ('FromJson("{}")', {}, {}),
    ('Size(Lines("a\\nb"))', {}, 2),
    ('Replace(s, "b", "d") + PadLeft("7", 3, "0")', {"s": "abc"}, "adc007"),
    ('Digest("")->Substring(1, 8)', {}, "e3b0c442"),
    ('Digest("é" + "")->Substring(1, 8)', {}, "4a99557e"),
    ('Digest("é")->Substring(1, 8)', {}, "4a99557e"),
    (
        'Seconds(TimestampOf("2025-01-01T00:01:00Z") - TimestampOf("2025-01-01T00:00:00Z"))',
        {},
        60.0,
    ),
    (
        'IsoText(TimestampOf("2025-01-01T00:00:00Z") + DurationOf(90))',
        {},
        "2025-01-01T00:01:30+00:00",
    ),
    ('DaysBetween(DateOfText("2025-01-01"), DateOf(TimestampOf("2025-02-01T00:00:00Z")))', {}, 31),
    ("Now() - DurationOf(60) < Now()", {}, True),
    ("Length(NewIdentifier())", {}, 36),
]
DECLARATIONS = """
    calc def Square { in n : Integer; return : Integer [1] = n * n; }
    calc def IsBig { in n : Integer; return : Boolean [1] = n > 10; }
    calc def Least { in n : Integer; in bound : Integer default 2; return : Integer [1] = if n < bound ? bound else n; }
    calc def Twice { in calc f { in x : Integer; return : Integer [1]; } in v : Integer; return : Integer [1] = f(f(v)); }
    calc def Both { in n : Integer; attribute square = n * n; return : Integer [0..*] = (n, square); }
    calc def max3 { in x : Integer; in y : Integer; in z : Integer; return : Integer [1] = max(x, max(y, z)); }
    calc def Size { in text : String [0..*]; return : Integer [1] = size(text); }
    calc nine : Square { in n = 3; }
"""


@cache
def _cases() -> dict[str, Found]:
    """Every expression of the table, compiled in one model."""
    return compiled_all((expression for expression, _, _ in CASES), DECLARATIONS)


@cache
def _functions() -> dict[str, Any]:
    """The functions the declarations become, as a module."""
    names: dict[str, Any] = {}
    model = model_of(DECLARATIONS)
    for definition in model.of_kind(CalculationDefinition) + model.of_kind(CalculationUsage):
        if behavior_names(model).function(definition) is not None:
            code, faults = compile_calculation(model, definition)
            assert not faults
            define(code, names)
    return names


@pytest.mark.parametrize(("expression", "given", "expected"), CASES, ids=[c[0] for c in CASES])
def test_value(expression: str, given: dict[str, Any], expected: Any) -> None:
    found = evaluated(_cases()[expression], {**_functions(), **given})
    assert found == expected
    assert type(found) is type(expected)


def test_infinity_is_unbounded() -> None:
    assert value("if a < 3 ? * else 1", a=1) == math.inf


def test_chains_go_over_sequences_and_skip_what_is_absent() -> None:
    declarations = """
        attribute def Inner { attribute n : Integer [0..1]; attribute many : Integer [0..*]; }
        attribute def Outer { attribute inner : Inner [0..*]; attribute one : Inner [0..1]; }
    """

    class Inner:
        def __init__(self, n: int | None, *many: int) -> None:
            self.n, self.many = n, many

    class Outer:
        inner = (Inner(1, 4, 5), Inner(None, 6))
        one = None

    def found(expression: str) -> Any:
        return value(expression, declarations, "in outer : Outer;", outer=Outer())

    assert found("outer.inner.n") == (1,)
    assert found("outer.inner.many") == (4, 5, 6)
    assert found("outer.one.n") is None
    assert found("outer.one.many") == ()
    assert found("size(outer.one.many)") == 0


def test_enumeration_literals_and_constructors_name_their_classes() -> None:
    declarations = """
        enum def Color { red; 'dark green'; }
        attribute def Paint { attribute color : Color; attribute coats : Integer; attribute tags : String [0..*]; }
    """
    literal, _ = compiled("Color::'dark green'", declarations)
    made, _ = compiled('new Paint(Color::red, a, "x")', declarations)
    assert literal is not None
    assert made is not None
    assert literal.code == "Color.DARK_GREEN"
    assert [each.statement("..") for each in literal.imports] == ["from ..types.m import Color"]
    assert made.code == "Paint(color=Color.RED, coats=a, tags=('x',))"
    assert made.names == ("Color", "Paint", "a")


def test_calls_of_calculations_pass_arguments_by_name() -> None:
    declarations = (
        "calc def Twice { in n : Integer; in m : Integer; return : Integer = n * 2 + m; }"
    )
    found, _ = compiled("Twice(a, b) + Twice(m = a, n = b)", declarations)
    assert found is not None
    assert found.code == "twice(n=a, m=b) + twice(m=a, n=b)"
    assert [each.statement(".") for each in found.imports] == ["from .calculations import twice"]


def test_a_bound_constant_is_written_in_place() -> None:
    assert value("limit + 1", "attribute limit : Integer = 3 * 4;") == 13


@pytest.mark.parametrize(
    ("expression", "construct"),
    [
        ("5 [a]", "the unit `a`"),
        ("a.metadata", "`a.metadata`"),
        ("ComplexFunctions::rect(x, x)", "the function `ComplexFunctions::rect`"),
        ("xs#(1, 2)", "an index of several positions"),
        ("a @@ KerML::Feature", "the operator `@@`"),
        ("~a", "the operator `~`"),
        (
            "all Anything",
            "`all Anything` here, which generated workflows read from their database,",
        ),
        ("loose + 1", "`loose`, which has no value here,"),
        ("knot", "an expression nested this deeply, or bound to itself,"),
    ],
)
def test_what_is_not_supported_is_named(expression: str, construct: str) -> None:
    declarations = "attribute loose : Integer; attribute knot : Integer = knot + 1;"
    found, (diagnostic,) = compiled(expression, declarations)
    assert found is None
    assert diagnostic.code == "unsupported-expression"
    assert diagnostic.message == f"{construct} is not compiled"
    assert diagnostic.span.text


def test_strings_of_a_model_stay_strings() -> None:
    hostile = "'); import os  # {{ x }} \u202e \x00"
    found, _ = compiled('s == "' + hostile + '"')
    assert found is not None
    assert value('s == "' + hostile + '"', s=hostile) is True
    assert found.code.isprintable()


numbers = st.integers(-9, 9)
trees = st.recursive(
    numbers.map(lambda n: (str(n) if n >= 0 else f"({n})", n)),
    lambda inner: st.tuples(st.sampled_from("+-*"), inner, inner).map(
        lambda each: (
            f"({each[1][0]} {each[0]} {each[2][0]})",
            {"+": int.__add__, "-": int.__sub__, "*": int.__mul__}[each[0]](each[1][1], each[2][1]),
        )
    ),
    max_leaves=6,
)


@settings(max_examples=15, deadline=None)
@given(trees)
def test_parentheses_keep_their_meaning(tree: tuple[str, int]) -> None:
    expression, expected = tree
    assert value(expression) == expected


@settings(max_examples=15, deadline=None)
@given(st.lists(numbers).map(tuple), st.none() | numbers)
def test_sequence_functions_agree_with_python(xs: tuple[int, ...], o: int | None) -> None:
    given = {"xs": xs, "o": o}
    assert value("size((xs, o))", **given) == len(xs) + (o is not None)
    assert value("sum(xs) == 0 or isEmpty(xs) or notEmpty(xs)", **given)
    assert value("xs->select { in e : Integer; e == o }", **given) == tuple(
        each for each in xs if each == o
    )


@pytest.mark.skipif(installed_library() is None, reason="the official library is not installed")
def test_the_official_library_means_the_same() -> None:
    texts = [expression for expression, _, _ in CASES]
    official = compiled_all(texts, DECLARATIONS, official=True)
    differing = {
        text: [each and each.code for each in (found, _cases()[text][0])]
        for text, (found, _) in official.items()
        if (found and found.code) != (_cases()[text][0] and _cases()[text][0].code)  # type: ignore[union-attr]
    }
    assert differing == {}
