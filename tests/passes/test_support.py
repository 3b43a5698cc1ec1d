"""Packages carry the support modules they import, and no others."""

from __future__ import annotations

import ast

from tests.passes.generated import artifacts_of, model_of

PASSES = ("package", "data_types", "calculations", "support")
MODEL = """
package Shop {
    private import ScalarValues::*;
    private import ISQ::*;
    private import SI::*;
    private import SequenceFunctions::*;
    attribute def Parcel {
        attribute mass : MassValue;
        attribute way : LengthValue default 2 [km];
        assert constraint { mass < 30 [kg] }
    }
    calc def Speed { in d : LengthValue; in t : DurationValue; return : SpeedValue [1] = d / t; }
    calc def Ratio { in a : LengthValue; in b : LengthValue; return : Real [1] = a / b; }
    calc def First { in xs : Integer [0..*]; return : Integer [0..1] = xs->head(); }
}
"""
PLAIN = "package Shop { calc def One { return : ScalarValues::Integer [1] = 1; } }"


def _texts(model: str) -> dict[str, str]:
    found, faults = artifacts_of(model_of({"shop.sysml": model}), PASSES)
    assert not faults
    return {artifact.path.partition("/")[2]: artifact.text for _, artifact in found.items()}


def test_what_is_imported_is_carried_with_what_that_needs() -> None:
    texts = _texts(MODEL)
    carried = {each for each in texts if each.startswith("support/")}
    assert carried == {
        f"support/{each}.py" for each in ("__init__", "quantities", "sequences", "units")
    }
    for each in carried:
        imported = [
            node for node in ast.walk(ast.parse(texts[each])) if isinstance(node, ast.ImportFrom)
        ]
        assert not [node.module for node in imported if (node.module or "").startswith("generator")]


def test_a_package_that_needs_none_carries_none() -> None:
    assert not [each for each in _texts(PLAIN) if each.startswith("support")]


def test_quantities_are_fields_with_a_dimension_and_calculations_with_units() -> None:
    texts = _texts(MODEL)
    types, functions = texts["types/shop.py"], texts["calculations.py"]
    assert 'mass: Annotated[Quantity, measures("kg")]\n' in types
    assert 'way: Annotated[Quantity, measures("m")] = Quantity(2.0, "km")\n' in types
    assert 'if not self.mass < Quantity(30, "kg"):' in types
    assert "def speed(*, d: Quantity, t: Quantity) -> Quantity:" in functions
    assert "return (a / b).number\n" in functions
    assert 'v.quantity("kg")' in texts["tests/types/expect_shop.py"]
