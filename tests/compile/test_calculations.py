"""Calculations become functions: parameters, results of any shape, local values, functions as arguments."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from generator.compile.behavior_names import behavior_names
from generator.compile.calculations import FunctionCode, compile_calculation
from generator.compile.support.sequences import (
    MultiplicityError,
    at_most_one,
    bounded,
    distinct,
    subsequence,
)
from generator.diagnostics import Diagnostic
from generator.ir import CalculationDefinition, CalculationUsage, ConstraintDefinition
from tests.compile.models import define, model_of

MODEL = """
    enum def Level :> Integer { low = 1; high = 10; }
    calc def Evens { in ns : Integer [0..*]; return : Integer [0..*] = ns->select { in e : Integer; e % 2 == 0 }; }
    calc def OpenMany { in ns : Integer [0..*]; return r = ns->select { in e : Integer; e > 1 }; }
    calc def OpenFirst { in ns : Integer [0..*]; return : Integer = Evens(ns)#(1); }
    calc def First { in ns : Integer [0..*]; return : Integer [1] = Evens(ns)#(1); }
    calc def Only { in ns : Integer [0..*]; return : Integer [1] = Evens(ns); }
    calc def AtMost { in ns : Integer [0..*]; return : Integer [0..1] = Evens(ns); }
    calc def OrZero { in ns : Integer [0..*]; return : Integer [1] = Evens(ns) ?? 0; }
    calc def Ended { in n : Integer; n + 1 }
    calc def Declared { in n : Integer; return : Integer; n + 2 }
    calc def Fact { in n : Integer; return : Integer [1] = if n <= 1 ? 1 else n * Fact(n - 1); }
    calc def Total { in ns : Integer [0..*] ordered nonunique; return : Integer [1] = if isEmpty(ns) ? 0 else ns->head() + Total(ns->tail()); }
    calc def Twice { in n : Integer; attribute square = n * n; return : Integer [1] = square * square; }
    calc def Lazy { in n : Integer; attribute share = 12 / n; return : Real [1] = if n == 0 ? 0.0 else share + share; }
    calc def Once { in n : Integer; attribute square = n * n; return : Integer [1] = square + 1; }
    calc def Steps { in n : Integer; attribute p = n + 1; attribute q = p * p; return : Integer [1] = q * q + p; }
    calc def Apply { in calc f { in x : Integer; return : Integer [1]; } in n : Integer; return : Integer [1] = f(f(n)); }
    calc def Applied { in n : Integer; return : Integer [1] = Apply(Ended, n) + Apply({ in q : Integer; q * n }, n); }
    calc def Passed { in calc f { in x : Integer; return : Integer [1]; } return : Integer [1] = Apply(f, 1); }
    calc def Nested { in n : Integer; calc add { in m : Integer; return : Integer = n + m; } calc two : Ended { in n = 5; } return : Integer [1] = add(3) + two.result + two(1); }
    calc def Outs { in n : Integer; out twice : Integer = n * 2; return : Integer [1] = twice + 1; }
    calc fixed : Twice { in n = 3; }
    calc def UsesFixed { return : Integer [1] = fixed() + fixed.result + fixed(1); }
    calc def More :> Ended { in n : Integer default 4; }
    calc def LevelOf { return : Integer [1] = Level::high + 1; }
    calc def Above { in level : Level; return : Boolean [1] = level > Level::low; }
    calc def Clock { return : Timestamp [1] = Now(); }
    calc def floor { in n : Integer; return : Integer [1] = RealFunctions::floor(n / 2); }
    constraint def Positive { in n : Integer; n > 0 }
    constraint def Some { in ns : Boolean [0..*]; ns }
    calc def Checks { in n : Integer; return : Boolean [1] = Positive(n) and not Positive(n = -n); }
"""


@cache
def _functions() -> tuple[dict[str, Any], dict[str, FunctionCode], list[Diagnostic]]:
    model = model_of(MODEL)
    names: dict[str, Any] = {}
    codes: dict[str, FunctionCode] = {}
    found: list[Diagnostic] = []
    kinds = (CalculationDefinition, CalculationUsage, ConstraintDefinition)
    for each in model.user_elements:
        if isinstance(each, kinds) and behavior_names(model).function(each) is not None:
            code, faults = compile_calculation(model, each)
            found += faults
            codes[each.name or ""] = code
            if code.body is not None:
                define(code, names)
    return names, codes, found


CASES: list[tuple[str, dict[str, Any], Any]] = [
    ("evens", {"ns": (1, 2, 4)}, (2, 4)),
    ("open_many", {"ns": (1, 2, 3)}, (2, 3)),
    ("open_first", {"ns": (1,)}, None),
    ("first", {"ns": (1, 4, 6)}, 4),
    ("only", {"ns": (1, 4)}, 4),
    ("at_most", {"ns": (1,)}, None),
    ("at_most", {"ns": (4,)}, 4),
    ("or_zero", {"ns": (1,)}, 0),
    ("ended", {"n": 1}, 2),
    ("declared", {"n": 1}, 3),
    ("fact", {"n": 5}, 120),
    ("total", {"ns": (1, 2, 3)}, 6),
    ("twice", {"n": 3}, 81),
    ("lazy", {"n": 0}, 0.0),
    ("lazy", {"n": 3}, 8.0),
    ("steps", {"n": 1}, 18),
    ("applied", {"n": 2}, 12),
    ("passed", {"f": lambda x: x + 5}, 11),
    ("nested", {"n": 2}, 13),
    ("outs", {"n": 2}, 5),
    ("fixed", {}, 81),
    ("uses_fixed", {}, 163),
    ("more", {}, 5),
    ("level_of", {}, 11),
    ("floor", {"n": 5}, 2),
    ("positive", {"n": 0}, False),
    ("some", {"ns": (True,)}, True),
    ("some", {"ns": ()}, False),
    ("checks", {"n": 3}, True),
]


@pytest.mark.parametrize(("function", "given", "expected"), CASES)
def test_value(function: str, given: dict[str, Any], expected: Any) -> None:
    found = _functions()[0][function](**given)
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize(
    ("function", "given"),
    [
        ("first", {"ns": (1,)}),
        ("only", {"ns": ()}),
        ("only", {"ns": (2, 4)}),
        ("at_most", {"ns": (2, 4)}),
        ("or_zero", {"ns": (2, 4)}),
        ("some", {"ns": (True, True)}),
    ],
)
def test_too_few_or_too_many_are_an_error(function: str, given: dict[str, Any]) -> None:
    with pytest.raises(MultiplicityError):
        _functions()[0][function](**given)


@pytest.mark.parametrize(
    ("calculation", "statements", "body"),
    [
        ("Twice", ("square = n * n",), "square * square"),
        ("Once", (), "n * n + 1"),
        ("Lazy", (), "0.0 if n == 0 else 12 / n + 12 / n"),
        ("Steps", ("p = n + 1", "q = p * p"), "q * q + p"),
        ("Total", (), "0 if not ns else required(at(ns, 1)) + total(ns=ns[1:])"),
        ("OrZero", (), "exactly_one(evens(ns=ns) or (0,))"),
        ("Applied", (), "apply(f=lambda each: ended(n=each), n=n) + apply(f=lambda q: q * n, n=n)"),
        ("floor", (), "floor_2(n / 2)"),
    ],
)
def test_code_is_what_a_person_would_write(
    calculation: str, statements: tuple[str, ...], body: str
) -> None:
    code = _functions()[1][calculation]
    assert (code.statements, code.body) == (statements, body)


def test_types_of_results_follow_how_many_there_are() -> None:
    codes = _functions()[1]
    found = {name: codes[name].result for name in ("Evens", "OpenMany", "OpenFirst", "First")}
    assert found == {
        "Evens": "tuple[int, ...]",
        "OpenMany": "tuple[object, ...]",
        "OpenFirst": "int | None",
        "First": "int",
    }
    assert codes["Apply"].parameters[0].annotation == "Callable[..., int]"


def test_what_depends_on_the_time_is_marked() -> None:
    codes = _functions()[1]
    assert not codes["Clock"].is_pure
    assert all(code.is_pure for name, code in codes.items() if name != "Clock")


def test_an_order_of_literals_that_packages_do_not_know_is_reported() -> None:
    _, codes, (fault,) = _functions()
    assert fault.message == "`>` on values of the enumeration `Level` is not compiled"
    assert codes["Above"].body is None


def test_helpers_for_sequences() -> None:
    assert distinct((1, 2, 1)) == (1, 2)
    assert distinct(([1], [2], [1])) == ([1], [2])
    assert bounded((1, 2), 1, 2) == (1, 2)
    assert subsequence((1, 2, 3), 0, 2) == (1, 2)
    assert at_most_one(()) is None
    for values, lower, upper in (((1,), 2, None), ((1, 2), 0, 1)):
        with pytest.raises(MultiplicityError, match=r"values are allowed, there are"):
            bounded(values, lower, upper)
