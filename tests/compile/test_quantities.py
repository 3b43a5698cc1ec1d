"""Quantities: units of the model in expressions, conversion, dimensions, JSON."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from generator.compile.support.quantities import (
    DimensionError,
    Quantity,
    Unit,
    UnitError,
    measures,
    quantity,
    seconds,
    total,
)
from generator.compile.support.units import atoms_of, text_of
from tests.compile.models import Found, compiled_all, evaluated, installed_library

DECLARATIONS = """
    private import ISQ::*;
    private import SI::*;
    private import MeasurementReferences::*;
    private import QuantityCalculations::*;
    attribute <fur> furlong : LengthUnit {
        :>> unitConversion : ConversionByConvention { :>> referenceUnit = m; :>> conversionFactor = 201.168; }
    }
    attribute <fn> fortnight : DurationUnit {
        :>> unitConversion : ConversionByConvention { :>> referenceUnit = d; :>> conversionFactor = 14; }
    }
    attribute <kfur> kilofurlong : LengthUnit {
        :>> unitConversion : ConversionByPrefix { :>> prefix = kilo; :>> referenceUnit = fur; }
    }
    attribute <speedy> 'a fast one' : SpeedUnit = fur / fn;
    attribute <lap> lap : LengthUnit;
    attribute <Pa> nap : DurationUnit {
        :>> unitConversion : ConversionByConvention { :>> referenceUnit = min; :>> conversionFactor = 20; }
    }
    attribute distance : LengthValue = 2 [km];
    attribute limit : SpeedValue = 72 [km/h];
"""
FEATURES = """
    in a : Integer; in way : LengthValue; in time : DurationValue; in ways : LengthValue [0..*]; in maybe : MassValue [0..1];
"""
IMPORTS = """
    private import ScalarValues::*;
    private import Base::Anything;
    private import ControlFunctions::*;
    private import TrigFunctions::*;
"""
Q = Quantity
GIVEN: dict[str, Any] = {
    "way": Q(36.0, "km"),
    "time": Q(30.0, "min"),
    "ways": (Q(1.0, "km"), Q(5.0, "m")),
    "maybe": None,
}
CASES: list[tuple[str, Any]] = [
    ("1.5 [kg]", Q(1.5, "kg")),
    ("10 [km/h]", Q(10, "km/h")),
    ("5 [N*m]", Q(5, "N*m")),
    ("5 [m/s**2]", Q(5, "m/s^2")),
    ("5 [m*s^-2]", Q(5, "m/s^2")),
    ("5 ['m/s']", Q(5, "m/s")),
    ("5 [SI::s^-1]", Q(5, "s^-1")),
    ("(a + 1) [m]", Q(4, "m")),
    ("3 [one]", 3),
    ("1 [km] + 5 [m]", Q(1.005, "km")),
    ("1 [km] - 5 [m]", Q(0.995, "km")),
    ("-(1 [km])", Q(-1, "km")),
    ("2 * 3 [kg]", Q(6, "kg")),
    ("3 [kg] / 2", Q(1.5, "kg")),
    ("way / time", Q(1.2, "km/min")),
    ("way / time == limit", True),
    ("10 [km/h] * time", Q(5, "km")),
    ("way / 18 [km]", 2.0),
    ("way / 500 [m] + 1", 73.0),
    ("2 [kg] * 3 [m/s^2] == 6 [N]", True),
    ("1 [N*m] == 1 [J]", True),
    ("(3 [m]) ** 2", Q(9, "m^2")),
    ("sqrt(9 [m^2])", Q(3.0, "m")),
    ("1 [h] > 59 [min]", True),
    ("60 [min] >= 1 [h] and 60 [min] <= 1 [h]", True),
    ("60 [min] < 1 [h]", False),
    ("1 [kg] == 1 [m]", False),
    ("distance + 1 [m]", Q(2.001, "km")),
    ("sum(ways)", Q(1.005, "km")),
    ("sum(ways->select { in w : LengthValue; w > 10 [fur] })", Q(0.0, "m")),
    ("max(1 [km], 2 [m])", Q(1, "km")),
    ("abs(-3 [kg])", Q(3, "kg")),
    ("round(2.5 [kg])", Q(3, "kg")),
    ("floor(2.5 [kg])", Q(2, "kg")),
    ("ConvertQuantity(way, m)", Q(36000.0, "m")),
    ("way.num", 36.0),
    ("ToReal(way) + 1", 37.0),
    ("maybe + 1 [kg]", None),
    ("maybe ?? 2 [kg]", Q(2, "kg")),
    ("sin(90 ['°'])", 1.0),
    ("25 ['°C_abs'] - 20 ['°C_abs']", Q(5, "°C")),
    ("20 ['°C_abs'] + 5 [K] == 25 ['°C_abs']", True),
    ("20 ['°C_abs'] == 293.15 [K]", True),
    ("1 [kfur] == 1000 [fur]", True),
    ("1 [fur] == 201.168 [m]", True),
    ("1 [speedy] == 1 [fur/fn]", True),
    ("1 [fn] == 14 [d]", True),
    ("2 [lap] + 1 [lap]", Q(3, "lap")),
    ("1 [Pa] == 20 [min]", True),
    ("1 [SI::N] == 1 [kg*m/s^2]", True),
    ("ToString(1.5 [kg])", "1.5 [kg]"),
]


@cache
def _cases(official: bool) -> dict[str, Found]:
    texts = (expression for expression, _ in CASES)
    return _compiled(texts, official=official)


def _compiled(texts: Iterable[str], *, official: bool = False) -> dict[str, Found]:
    return compiled_all(
        texts, DECLARATIONS, official=official, parameters=FEATURES, imports=IMPORTS
    )


@pytest.mark.parametrize(("expression", "expected"), CASES, ids=[c[0] for c in CASES])
def test_value(expression: str, expected: Any) -> None:
    found = evaluated(_cases(False)[expression], {**GIVEN, "a": 3})
    assert found == expected
    if isinstance(expected, Quantity):
        assert found.unit == expected.unit
    else:
        assert type(found) is type(expected)


@pytest.mark.skipif(installed_library() is None, reason="the official library is not installed")
def test_the_official_library_means_the_same() -> None:
    official, bundled = _cases(True), _cases(False)
    differing = {
        expression: (found and found.code, own and own.code)
        for expression, (found, _) in official.items()
        for own in (bundled[expression][0],)
        if (found and found.code) != (own and own.code)
    }
    assert differing == {}


@pytest.mark.parametrize(
    ("expression", "construct"),
    [
        ("5 [way]", "the unit `way`"),
        ("5 [a + a]", "the unit `a + a`"),
        ("ConvertQuantity(way, fur)", "the conversion to `fur`"),
    ],
)
def test_what_is_no_unit_is_named(expression: str, construct: str) -> None:
    found, (diagnostic,) = _compiled([expression])[expression]
    assert found is None
    assert diagnostic.message == f"{construct} is not compiled"


def test_quantities_that_measure_different_things_do_not_meet() -> None:
    with pytest.raises(DimensionError, match=r"`m` measures .length. and `kg` measures .mass."):
        Q(1, "kg") + Q(1, "m")
    for fault in (lambda: Q(1, "kg") < Q(1, "m"), lambda: Q(1, "kg") > 0, lambda: Q(1, "s").number):
        with pytest.raises(DimensionError):
            fault()
    assert Q(1, "kg") != Q(1, "m")


def test_readings_of_a_scale_are_not_added() -> None:
    with pytest.raises(DimensionError, match="two readings"):
        Q(1, "°C_abs") + Q(1, "°C_abs")
    assert Q(0, "°C_abs").to("K") == Q(273.15, "K")


def test_units_that_are_not_known_are_named() -> None:
    with pytest.raises(UnitError, match="`foo` is no unit"):
        Q(1, "foo").to("m")
    with pytest.raises(UnitError, match="defined twice"):
        quantity(1, "fur", Unit("fur", 201.168, "m")), quantity(1, "fur", Unit("fur", 200.0, "m"))


UNITS = ("m", "km", "mm", "h", "min", "kg", "g", "N", "km/h", "m/s", "N*m", "J", "kW", "L", "°")
amounts = st.floats(-1e6, 1e6).filter(lambda value: value == 0 or abs(value) > 1e-6)


@given(amounts, st.sampled_from([("m", "km"), ("min", "h"), ("J", "N*m"), ("km/h", "m/s")]))
def test_a_unit_and_back(value: float, pair: tuple[str, str]) -> None:
    there = Q(value, pair[0]).to(pair[1])
    assert there == Q(value, pair[0])
    assert there.to(pair[0]).value == pytest.approx(value)


@given(st.sampled_from(UNITS), amounts, amounts, amounts)
def test_quantities_of_a_unit_compute_like_numbers(unit: str, x: float, y: float, z: float) -> None:
    assert (Q(x, unit) + Q(y, unit)).value == x + y
    assert (Q(x, unit) < Q(y, unit)) is (x < y)
    assert (Q(x, unit) * z).value == x * z
    assert total([Q(x, unit), Q(y, unit), Q(z, unit)], unit).value == (x + y) + z
    assert hash(Q(x, unit)) == hash(Q(y, unit))


@given(st.sampled_from(UNITS), st.sampled_from(UNITS))
def test_products_and_quotients_undo_each_other(first: str, second: str) -> None:
    both = Q(6, first) * Q(2, second)
    assert both / Q(2, second) == Q(6, first)
    assert dict(atoms_of(both.unit)) == dict(atoms_of(text_of(atoms_of(both.unit))))


def test_units_are_read_as_models_write_them() -> None:
    assert dict(atoms_of("J/(kg⋅K)")) == {"J": 1, "kg": -1, "K": -1}
    assert dict(atoms_of("m⋅s⁻²")) == {"m": 1, "s": -2}
    assert dict(atoms_of("m^0.5*s^(-1)")) == {"m": 0.5, "s": -1}
    with pytest.raises(UnitError):
        atoms_of("m//")
    assert text_of({"s": -2}) == "s^-2"


def test_json_and_fields() -> None:
    class Parcel(BaseModel):
        mass: Quantity
        way: Any = None

    assert Parcel.model_validate_json('{"mass": {"value": 1.5, "unit": "kg"}}').mass == Q(1.5, "kg")
    assert Parcel(mass=Q(1.5, "kg")).model_dump_json() == (
        '{"mass":{"value":1.5,"unit":"kg"},"way":null}'
    )
    assert set(Parcel.model_json_schema()["properties"]["mass"]["required"]) == {"value", "unit"}
    for bad in (1.5, {"value": 1.5}, {"value": "x", "unit": "kg"}, {"value": 1, "unit": "foo"}):
        with pytest.raises(ValidationError):
            Parcel.model_validate({"mass": bad})
    assert Quantity.from_json(3) == 3
    assert Q(2.0, "1").to_json() == 2.0


def test_a_field_for_one_kind_refuses_the_others() -> None:
    check = measures("kg").func
    assert check(Q(5, "g")) == Q(5, "g")
    with pytest.raises(ValueError, match=r"`m` does not measure .mass."):
        check(Q(5, "m"))


def test_durations_move_points_in_time() -> None:
    noon = datetime(2025, 1, 1, 12, tzinfo=UTC)
    assert noon + Q(2, "h") == datetime(2025, 1, 1, 14, tzinfo=UTC)
    assert noon - Q(30, "min") == datetime(2025, 1, 1, 11, 30, tzinfo=UTC)
    assert seconds(Q(1.5, "min")) == 90


def test_pint_is_loaded_for_units_only() -> None:
    code = (
        "import sys; from generator.compile.support.quantities import Quantity; "
        "import generator.compile.expressions; x = Quantity(1, 'kg'); assert 'pint' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
