"""Static types of expressions: of each feature's value the kinds it conforms to and its dimension."""

from __future__ import annotations

import pytest

from generator.diagnostics import Severity
from generator.ir import Feature, Model, ValueType, dimension_text
from tests.resolve.workspace import model_of

BEFORE = """
private import ScalarValues::*;
private import ISQ::*;
private import SI::*;
private import SequenceFunctions::*;
private import NumericalFunctions::*;
private import ControlFunctions::*;
attribute flag : Boolean;
attribute count : Integer;
attribute many : Natural[0..*];
attribute ratio : Real;
attribute word : String;
attribute mass : MassValue;
attribute length : LengthValue;
attribute time : DurationValue;
attribute loose;
part def Wheel { attribute size : LengthValue; attribute bolts : Natural[5]; }
part def Car { part wheels : Wheel[4]; part spare : Wheel; }
part car : Car;
calc def Twice { in x : Real; return y : Real; }
enum def Colour { red; green; }
"""

SAMPLES = {
    "true": "Boolean",
    "1": "Natural 1",
    "1.5": "Rational 1",
    '"a"': "String",
    "not flag": "Boolean",
    "count < 3": "Boolean",
    "1 + 2": "Natural 1",
    "1 - 2": "Integer 1",
    "-count": "Integer 1",
    "count / 2": "Rational 1",
    "count * ratio": "Real 1",
    "2 ** 3": "Natural 1",
    '"a" + word': "String",
    "1..3": "Integer* 1",
    "(1, 2)": "Natural* 1",
    "(1, 1.5)": "Rational* 1",
    "(1, word)": "?*",
    "if flag ? 1 else ratio": "Real 1",
    "many#(2)": "Natural 1",
    "many": "Natural* 1",
    "count ?? 1": "Integer 1",
    "5 [kg]": "MassValue M",
    "5 [kg] + mass": "MassValue M",
    "2 * mass": "MassValue M",
    "mass / 2": "MassValue M",
    "mass / length ** 3": "? L^-3·M",
    "length / time": "? L·T^-1",
    "kg * m / s ** 2": "? L·M·T^-2",
    "mass + length": "?",
    "N": "ForceUnit L·M·T^-2",
    "loose": "?",
    "car.wheels.size": "LengthValue* L",
    "car.spare.size": "LengthValue L",
    "car.spare.bolts": "Natural* 1",
    "car.wheels.{in w : Wheel; w.size}": "LengthValue* L",
    "car.wheels.?{in w : Wheel; true}": "Wheel*",
    "car.wheels->collect {in w : Wheel; w.size}": "LengthValue* L",
    "car.wheels->select {in w : Wheel; true}": "Wheel*",
    "size(many)": "Natural 1",
    "sum(many)": "Natural 1",
    "Twice(count)": "Real 1",
    "new Car()": "Car",
    "car as Wheel": "Wheel",
    "Colour::red": "Colour",
    "car istype Wheel": "Boolean",
    "null": "?",
}


def _model(value: str) -> Model:
    model, diagnostics = model_of(f"package P {{ {BEFORE} ref sample = {value}; }}")
    errors = [each.message for each in diagnostics if each.severity is Severity.ERROR]
    assert errors == []
    return model


def _shown(model: Model, found: ValueType) -> str:
    names = " ".join(each.name or "" for each in found.types) or "?"
    dimension = "" if found.dimension is None else " " + dimension_text(found.dimension)
    return names + "*" * found.is_many + dimension


@pytest.mark.parametrize("value", SAMPLES)
def test_type_of_a_value(value: str) -> None:
    model = _model(value)
    sample = model["P::sample"]
    assert isinstance(sample, Feature)
    assert sample.value is not None
    assert _shown(model, model.inference.of(sample.value.expression)) == SAMPLES[value]


def test_untyped_features_have_the_type_of_their_value_and_circles_end() -> None:
    text = "package P { attribute a = b + 1; attribute b = a; attribute c = d * 2; attribute d = 3 + 4.5; }"
    model, _ = model_of(text)
    shown = {}
    for name in "acd":
        feature = model[f"P::{name}"]
        assert isinstance(feature, Feature)
        shown[name] = _shown(model, model.inference.of_feature(feature))
    assert shown == {"a": "?", "c": "Rational 1", "d": "Rational 1"}


def test_conformance_has_three_answers() -> None:
    model = _model("1")
    scalars = model.inference.scalars
    assert scalars.conforms(scalars.scalar("Natural"), "Integer") is True
    assert scalars.conforms(scalars.scalar("Integer"), "Natural") is None
    assert scalars.conforms(scalars.scalar("String"), "Natural") is False
    assert scalars.conforms(ValueType(), "Natural") is None
