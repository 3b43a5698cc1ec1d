"""Which values a test should try for a parameter: Hypothesis strategies as Python text.

Data classes are left to `instances` of the generated `tests/values.py`; scalars are small on purpose, so that
values meet the limits a model writes. Knows types of the model; must not know tests.
"""

from __future__ import annotations

import dataclasses
from typing import TypeAlias

from generator.compile.types import Annotation, ImportName, python_types
from generator.compile.units import unit_of_type
from generator.ir import (
    CalculationUsage,
    Element,
    EnumerationDefinition,
    ExpressionFeature,
    Feature,
    LiteralInteger,
    LiteralRational,
    LiteralString,
    Model,
    Role,
)
from generator.source import Span

__all__ = ["Hints", "literals", "strategy_of", "type_strategy"]

Hints: TypeAlias = tuple[int | float | str, ...]

_QUANTITY = "Quantities::ScalarQuantityValue"
_SCALARS: tuple[tuple[str, str], ...] = (
    ("ScalarValues::Boolean", "st.booleans()"),
    ("ScalarValues::Positive", "st.integers(1, 12)"),
    ("ScalarValues::Natural", "st.integers(0, 12)"),
    ("ScalarValues::Integer", "st.integers(-12, 12)"),
    ("ScalarValues::NumericalValue", "st.floats(-1e3, 1e3)"),
    ("AgentSystems::Values::Secret", "st.text(max_size=9).map(SecretStr)"),
    ("AgentSystems::Values::Url", 'st.sampled_from(["https://a.org", "https://b.org/c"])'),
    ("ScalarValues::String", "st.text(max_size=9)"),
    ("AgentSystems::Values::Timestamp", "st.datetimes(timezones=st.just(UTC))"),
    ("AgentSystems::Values::Date", "st.dates()"),
    ("AgentSystems::Values::Duration", "st.timedeltas()"),
    ("AgentSystems::Values::Vector", "st.lists(st.floats(-1e3, 1e3), max_size=4).map(tuple)"),
)
_IMPORTS = (
    ("SecretStr", ImportName("pydantic", "SecretStr")),
    ("UTC", ImportName("datetime", "UTC")),
    ("instances", ImportName("tests.values", "instances", is_local=True)),
)


def strategy_of(model: Model, feature: Feature, hints: Hints = ()) -> Annotation:
    """A strategy for the values of a feature, and the imports it needs beside `strategies as st`.

    `hints` are literals of the code under test: values near them are tried more often.
    """
    if isinstance(feature, CalculationUsage | ExpressionFeature):
        return _function_strategy(model, feature, hints)
    one = _one(model, model.type_of(feature), hints)
    multiplicity = model.multiplicity(feature)
    text = one.text
    if multiplicity.is_many:
        lower = multiplicity.lower or 0
        upper = multiplicity.upper if multiplicity.upper is not None else lower + 3
        text = f"st.lists({text}, min_size={lower}, max_size={upper}).map(tuple)"
    elif multiplicity.is_optional:
        text = f"st.none() | {text}"
    needed = tuple(each for name, each in _IMPORTS if name in text)
    return Annotation(text, (*one.imports, *needed), one.definition)


def _function_strategy(
    model: Model, feature: CalculationUsage | ExpressionFeature, hints: Hints
) -> Annotation:
    """Functions that give the same for the same arguments."""
    result = next((each for each in model.features(feature) if each.role is Role.RETURN), None)
    given = Annotation("st.none()") if result is None else strategy_of(model, result, hints)
    text = f"st.functions(like=lambda *values: None, returns={given.text}, pure=True)"
    return Annotation(text, given.imports, given.definition)


def type_strategy(model: Model, type_: Element | None, hints: Hints = ()) -> Annotation:
    """A strategy for the values of a type, as `strategy_of`."""
    one = _one(model, type_, hints)
    needed = tuple(each for name, each in _IMPORTS if name in one.text)
    return Annotation(one.text, (*one.imports, *needed), one.definition)


def literals(*values: object) -> Hints:
    """The literals in expressions, without doubles: numbers first, each kind sorted."""
    found: set[int | float | str] = set()
    stack: list[object] = list(values)
    while stack:
        each = stack.pop()
        if isinstance(each, LiteralInteger | LiteralRational | LiteralString):
            found.add(each.value)
        elif isinstance(each, tuple):
            stack += each
        elif dataclasses.is_dataclass(each) and not isinstance(each, Element | Span | type):
            stack += [getattr(each, one.name) for one in dataclasses.fields(each)]
    numbers = sorted(each for each in found if not isinstance(each, str))
    return (*numbers, *sorted(each for each in found if isinstance(each, str)))


def _one(model: Model, type_: Element | None, hints: Hints) -> Annotation:
    if type_ is None:
        return Annotation("st.text(max_size=9)")
    annotation = python_types(model).of_type(type_)
    if isinstance(type_, EnumerationDefinition):
        return Annotation(f"st.sampled_from({annotation.text})", annotation.imports)
    if model.specializes(type_, _QUANTITY):
        return _quantities(model, type_, annotation)
    for scalar, text in _SCALARS:
        if model.specializes(type_, scalar):
            return Annotation(_near(text, scalar, hints))
    if annotation.definition is not None:
        given = f", {hints!r}" if hints else ""
        return Annotation(f"instances({annotation.text}{given})", annotation.imports)
    return Annotation("st.text(max_size=9)")


def _quantities(model: Model, type_: Element, annotation: Annotation) -> Annotation:
    """Quantities in the base unit of their dimension."""
    unit = unit_of_type(model, type_) or "1"
    text = f'st.floats(-1e3, 1e3).map(lambda value: Quantity(value, "{unit}"))'
    return Annotation(text, annotation.imports, annotation.definition)


def _near(text: str, scalar: str, hints: Hints) -> str:
    """A strategy that also tries values at the literals of the code and on both sides of them."""
    numbers = [each for each in hints if not isinstance(each, str)]
    found: list[int | float | str] = []
    if scalar in _WHOLE:
        around = {int(each) + step for each in numbers for step in (-1, 0, 1)}
        found += sorted(each for each in around if each >= _WHOLE[scalar])
    elif text.startswith("st.floats"):
        found += [float(each) for each in numbers]
        found += [float(each) + step for each in numbers for step in (-0.5, 0.5)]
    elif scalar == "ScalarValues::String":
        found += [each for each in hints if isinstance(each, str)]
    return f"st.sampled_from({found!r}) | {text}" if found else text


_WHOLE: dict[str, float] = {
    "ScalarValues::Positive": 1,
    "ScalarValues::Natural": 0,
    "ScalarValues::Integer": float("-inf"),
}
