# Generated from CMOS (ssot/cmos/cmos.sysml) and 14 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Every data type holds what the model says of it, and nothing else."""

from __future__ import annotations

from enum import StrEnum
from functools import cache, partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample, Unsatisfiable
from pydantic import BaseModel, SecretStr, ValidationError, create_model


from .. import values as v
from ...types._base import Natural, Positive, Url

ALL = [v.expected(kind) for kind in v.expectations()]
ENUMERATIONS = [each for each in ALL if issubclass(each.kind, StrEnum)]
MODELS = [each for each in ALL if issubclass(each.kind, BaseModel)]
QUICK = settings(max_examples=15)
RECORDS = [each for each in ALL if each.fields]
LABELLED = [
    (each, name)
    for each in RECORDS
    for name, field in each.fields.items()
    if field.label
]
CONSTRAINED = [each for each in RECORDS if each.constraints]
THOROUGH = settings(QUICK, max_examples=80)
CONSTRAINTS = [(each, name) for each in RECORDS for name in each.constraints]


def _name(parameter: Any) -> str | None:
    return parameter.kind.__name__ if isinstance(parameter, v.Expected) else None


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (Natural, 0, -1),
        (Positive, 1, 0),
        (Url, "https://example.org/a", "example.org/a"),
        (Url, "urn:a", "urn:a b"),
    ],
)
def test_numbers_and_addresses_are_limited(
    kind: Any, good: object, bad: object
) -> None:
    holder = create_model("Holder", value=(kind, ...))
    assert dict(holder(value=good)) == {"value": good}
    with pytest.raises(ValidationError):
        holder(value=bad)


@cache
def _complete(kind: type[BaseModel]) -> dict[str, Any]:
    """Fields that make a valid value."""
    made = v.example(v.inputs(kind), lambda given: v.attempt(kind, given) is not None)
    return dict(made)


@pytest.mark.parametrize("expected", ENUMERATIONS, ids=_name)
def test_an_enumeration_has_exactly_the_literals_of_the_model(
    expected: v.Expected,
) -> None:
    assert tuple(each.value for each in expected.kind) == expected.literals
    with pytest.raises(ValueError, match="no such literal"):
        expected.kind("no such literal")


@pytest.mark.parametrize("expected", MODELS, ids=_name)
@given(data=st.data())
@QUICK
def test_a_value_survives_the_way_to_json_and_back(
    expected: v.Expected, data: st.DataObject
) -> None:
    value = data.draw(v.instances(expected.kind))
    assert expected.kind.model_validate(value.model_dump()) == value
    if not _has_secret(value):
        assert expected.kind.model_validate_json(value.model_dump_json()) == value


def _has_secret(value: Any) -> bool:
    if isinstance(value, BaseModel):
        return any(_has_secret(each) for _, each in value)
    return (
        any(map(_has_secret, value))
        if isinstance(value, tuple)
        else isinstance(value, SecretStr)
    )


@pytest.mark.parametrize("expected", RECORDS, ids=_name)
def test_a_type_has_the_fields_of_the_model_and_no_other(expected: v.Expected) -> None:
    assert set(expected.kind.model_fields) == set(expected.fields)
    with pytest.raises(ValidationError, match="extra_forbidden"):
        expected.kind.model_validate({**_complete(expected.kind), "no such field": 1})


@pytest.mark.parametrize(("expected", "name"), LABELLED, ids=_name)
def test_a_field_goes_by_its_label_outside(expected: v.Expected, name: str) -> None:
    value, label = (
        expected.kind.model_validate(_complete(expected.kind)),
        expected.fields[name].label,
    )
    shown = value.model_dump(by_alias=True)
    assert label in shown
    assert name not in shown
    assert expected.kind.model_validate(shown) == value


@pytest.mark.parametrize("expected", RECORDS, ids=_name)
def test_a_field_without_a_default_is_required(expected: v.Expected) -> None:
    for name, field in expected.fields.items():
        complete = _complete(expected.kind)
        if field.is_required:
            with pytest.raises(ValidationError, match="missing"):
                expected.kind.model_validate(_without(name, complete))
            continue
        given = v.example(
            v.inputs(expected.kind), partial(_may_lack, expected.kind, name)
        )
        left_out = [
            expected.kind.model_validate(_without(name, given)) for _ in range(2)
        ]
        made = [getattr(each, name) for each in left_out]
        if field.formula is not None:
            assert [field.formula(each) for each in left_out] == made
        elif field.default is not v.MISSING:
            written = {**_without(name, given), name: field.default}
            assert made[0] == getattr(expected.kind.model_validate(written), name)
        elif field.is_new:
            assert made[0] != made[1]


def _without(name: str, given: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in given.items() if key != name}


def _may_lack(kind: type[BaseModel], name: str, given: dict[str, Any]) -> bool:
    return v.attempt(kind, _without(name, given)) is not None


@pytest.mark.parametrize("expected", RECORDS, ids=_name)
def test_a_bad_value_is_refused_at_its_field(expected: v.Expected) -> None:
    complete = _complete(expected.kind)
    for name, field in expected.fields.items():
        for bad in field.bad():
            with pytest.raises(ValidationError) as refused:
                expected.kind.model_validate({**complete, name: bad})
            assert name in {
                error["loc"][0] for error in refused.value.errors() if error["loc"]
            }


@pytest.mark.parametrize("expected", RECORDS, ids=_name)
def test_a_value_cannot_be_changed(expected: v.Expected) -> None:
    value = expected.kind.model_validate(_complete(expected.kind))
    for name in expected.fields:
        with pytest.raises(ValidationError, match="frozen"):
            setattr(value, name, getattr(value, name))


@pytest.mark.parametrize("expected", CONSTRAINED, ids=_name)
@given(data=st.data())
@THOROUGH
def test_a_value_is_accepted_exactly_when_its_constraints_hold(
    expected: v.Expected, data: st.DataObject
) -> None:
    fields = data.draw(v.inputs(expected.kind))
    candidate = v.draft(expected.kind, fields)
    holds = candidate is not None and all(
        constraint(candidate) for constraint in expected.constraints.values()
    )
    assert (v.attempt(expected.kind, fields) is not None) == holds


def _broken(expected: v.Expected, fields: dict[str, Any]) -> set[str]:
    """The names of the constraints that fields break."""
    candidate = v.draft(expected.kind, fields)
    if candidate is None:
        return set()
    return {
        name for name, holds in expected.constraints.items() if not holds(candidate)
    }


@pytest.mark.parametrize(("expected", "name"), CONSTRAINTS, ids=_name)
def test_a_broken_constraint_is_named(expected: v.Expected, name: str) -> None:
    """By a value that breaks no other constraint, if there is one."""
    fields = v.inputs(expected.kind)
    try:
        broken = v.example(fields, lambda given: _broken(expected, given) == {name})
    except (NoSuchExample, Unsatisfiable):
        try:
            broken = v.example(fields, lambda given: name in _broken(expected, given))
        except (NoSuchExample, Unsatisfiable):
            pytest.skip("no value was found that breaks it")
    with pytest.raises(ValidationError) as refused:
        expected.kind.model_validate(broken)
    said = str(refused.value)
    assert any(f"{each} does not hold: " in said for each in _broken(expected, broken))
