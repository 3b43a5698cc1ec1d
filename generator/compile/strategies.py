"""Which values a test should try for a parameter: Hypothesis strategies as Python text.

Data classes are left to `instances` of the generated `tests/values.py`; scalars are small on purpose, so that
values meet the limits a model writes. Knows types of the model; must not know tests.
"""

from __future__ import annotations

from generator.compile.types import Annotation, ImportName, python_types
from generator.ir import Element, EnumerationDefinition, Feature, Model

__all__ = ["strategy_of"]

_SCALARS: tuple[tuple[str, str], ...] = (
    ("ScalarValues::Boolean", "st.booleans()"),
    ("ScalarValues::Positive", "st.integers(1, 12)"),
    ("ScalarValues::Natural", "st.integers(0, 12)"),
    ("ScalarValues::Integer", "st.integers(-12, 12)"),
    ("ScalarValues::NumericalValue", "st.floats(-1e3, 1e3)"),
    ("AgentSystems::Values::Secret", "st.text(max_size=9).map(SecretStr)"),
    ("AgentSystems::Values::Url", 'st.sampled_from(["https://a.org", "https://b.org/c"])'),
    ("ScalarValues::String", "st.text(max_size=9)"),
    ("AgentSystems::Values::Timestamp", "st.datetimes(timezones=st.just(timezone.utc))"),
    ("AgentSystems::Values::Date", "st.dates()"),
    ("AgentSystems::Values::Duration", "st.timedeltas()"),
    ("AgentSystems::Values::Vector", "st.lists(st.floats(-1e3, 1e3), max_size=4).map(tuple)"),
    ("Quantities::ScalarQuantityValue", "st.floats(-1e3, 1e3)"),
)
_IMPORTS = (
    ("SecretStr", ImportName("pydantic", "SecretStr")),
    ("timezone", ImportName("datetime", "timezone")),
    ("instances", ImportName("tests.values", "instances", is_local=True)),
)


def strategy_of(model: Model, feature: Feature) -> Annotation:
    """A strategy for the values of a feature, and the imports it needs beside `strategies as st`."""
    one = _one(model, model.type_of(feature))
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


def _one(model: Model, type_: Element | None) -> Annotation:
    if type_ is None:
        return Annotation("st.text(max_size=9)")
    annotation = python_types(model).of_type(type_)
    if isinstance(type_, EnumerationDefinition):
        return Annotation(f"st.sampled_from({annotation.text})", annotation.imports)
    for scalar, text in _SCALARS:
        if model.specializes(type_, scalar):
            return Annotation(text)
    if annotation.definition is not None:
        return Annotation(f"instances({annotation.text})", annotation.imports)
    return Annotation("st.text(max_size=9)")
