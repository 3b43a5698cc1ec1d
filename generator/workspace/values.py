"""Values of a run as JSON and back: numbers, texts, quantities, enumeration literals, instances, sequences.

Input is converted by the type its feature has and checked. Knows occurrences; must not know models or programs.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Any

from generator.compile.support.failures import MissingValue, RunFailure
from generator.compile.support.occurrences import Feature, Occurrence
from generator.compile.support.quantities import DimensionError, Quantity

__all__ = [
    "constraints_json",
    "features_json",
    "from_json",
    "give",
    "signal",
    "to_json",
    "violations",
]

_SCALARS = ("Boolean", "Integer", "Natural", "Positive", "Rational", "Real", "String")
_QUANTITY = re.compile(
    r"\s*([-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?)\s*\[\s*(.+?)\s*\]\s*"
)
_SHOWN_ROLES = ("attribute", "item", "subject", "actor", "stakeholder")


_FAULTS = (ZeroDivisionError, OverflowError, DimensionError)
"""What keeps a single value from being computed, and the others not."""


def to_json(
    value: Any, around: tuple[Occurrence, ...] = (), faults: list[Exception] | None = None
) -> Any:
    """A value as JSON data; numbers JSON has no word for are texts.

    An occurrence that is met inside itself is only named by its type. See `features_json` for faults.
    """
    if isinstance(value, Enum):
        return value._value_
    if isinstance(value, Quantity):
        return value.to_json()
    if isinstance(value, Occurrence):
        if any(value is each for each in around):
            return {"$type": value.type_name}
        return {"$type": value.type_name, **features_json(value, around, faults)}
    if isinstance(value, tuple | list):
        return [to_json(each, around, faults) for each in value]
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, float) and not math.isfinite(value):
        return "nan" if math.isnan(value) else "*" if value > 0 else "-*"
    return value


def features_json(
    occurrence: Occurrence,
    around: tuple[Occurrence, ...] = (),
    faults: list[Exception] | None = None,
) -> dict[str, Any]:
    """The features of an occurrence that hold values, by their names in the model; absent ones are null.

    Where faults are collected, one that cannot be computed is null too.
    """
    found: dict[str, Any] = {}
    inside = (*around, occurrence)
    for each in type(occurrence).features():
        if each.role in _SHOWN_ROLES:
            try:
                value = getattr(occurrence, each.attribute)
                found[each.name] = to_json(value, inside, faults)
            except MissingValue:
                found[each.name] = None
            except _FAULTS as fault:
                found[each.name] = None
                _collect(fault, faults)
    return found


_CHECKED = (
    "constraint",
    "assert",
    "requirement",
    "assume",
    "require",
    "satisfy",
    "frame",
    "verify",
)


def _collect(fault: Exception, faults: list[Exception] | None) -> None:
    if faults is None:
        raise fault
    faults.append(fault)


def constraints_json(
    occurrence: Occurrence, faults: list[Exception] | None = None
) -> dict[str, bool | None]:
    """Whether each constraint of an occurrence holds; null where a value it needs is not known."""
    return {
        each.name: _holds(occurrence, each, faults)
        for each in type(occurrence).features()
        if each.role in _CHECKED
    }


def _holds(
    occurrence: Occurrence, feature: Feature[Any], faults: list[Exception] | None = None
) -> bool | None:
    try:
        return all(bool(one.result) for one in feature.values(occurrence))
    except MissingValue:
        return None
    except _FAULTS as fault:
        _collect(fault, faults)
        return None


def violations(occurrence: Occurrence, faults: list[Exception] | None = None) -> list[str]:
    """The asserted constraints that do not hold, of an occurrence and of what it is composed of."""
    found: list[str] = []
    for each in type(occurrence).features():
        if each.role in ("assert", "satisfy") and _holds(occurrence, each, faults) is False:
            found.append(f"`{each.name}` of {occurrence} does not hold")
        if each.is_composite and each.role in _SHOWN_ROLES:
            for one in each.values(occurrence):
                if isinstance(one, Occurrence) and one.owner is occurrence:
                    found += violations(one, faults)
    return found


def give(occurrence: Occurrence, inputs: Mapping[str, Any], namespace: Mapping[str, Any]) -> None:
    """Set features of an occurrence by JSON data; RunFailure for names it does not have and for wrong values."""
    features = {each.name: each for each in type(occurrence).features()}
    given: list[Feature[Any]] = []
    for name, data in inputs.items():
        if name == "$type":
            continue
        feature = features.get(name)
        if feature is None and occurrence.owner is not None:
            outer = {each.name for each in type(occurrence.owner).features()}
            if name in outer:
                give(occurrence.owner, {name: data}, namespace)
                continue
        if feature is None:
            known = ", ".join(f"`{each}`" for each in features) or "none"
            raise RunFailure("unknown-input", f"{occurrence} has no `{name}`; it has {known}")
        value = _feature_value(feature, data, occurrence, namespace)
        feature.give(occurrence, value)
        if feature.mode == "computed" and not isinstance(value, Occurrence | tuple):
            given.append(feature)
    for feature in given:
        _refuse_another_value(occurrence, feature)


def _refuse_another_value(occurrence: Occurrence, feature: Feature[Any]) -> None:
    """RunFailure when a feature was given another value than the one it is bound to."""
    given = feature.values(occurrence)
    bound = feature.inherited(occurrence)
    feature.give(occurrence, bound)
    if feature.values(occurrence) != given:
        text = f"`{feature.name}` of {occurrence} is bound to {to_json(bound)}, not {to_json(given[0])}"
        raise RunFailure("wrong-input", text)


def signal(event: Mapping[str, Any], namespace: Mapping[str, Any]) -> object:
    """What an event carries: an instance of the type it names, or the value of a scalar one.

    A type the program does not mention is one it cannot accept: the event stays as it is.
    """
    wanted = str(event.get("signal"))
    args = event.get("args") or {}
    for each in namespace.values():
        if not (isinstance(each, type) and issubclass(each, Occurrence)):
            continue
        if wanted in (each.type_name, each.type_name.rpartition("::")[2]) and not vars(each).get(
            "element"
        ):
            found = each()
            give(found, args, namespace)
            return found
    is_scalar = wanted.rpartition("::")[2] in _SCALARS and len(args) == 1
    return next(iter(args.values())) if is_scalar else event


def _feature_value(
    feature: Feature[Any], data: Any, occurrence: Occurrence, namespace: Mapping[str, Any]
) -> Any:
    where = f"`{feature.name}` of {occurrence}"
    if feature.is_many:
        values = data if isinstance(data, list) else [] if data is None else [data]
        return tuple(from_json(each, feature, where, occurrence, namespace) for each in values)
    if isinstance(data, list):
        raise RunFailure("wrong-input", f"{where} takes one value, not a list")
    if data is None:
        return None
    kind = feature.kind()
    if isinstance(data, dict) and "$type" not in data and feature.is_composite:
        held = feature.values(occurrence)
        if held and isinstance(held[0], Occurrence) and isinstance(held[0], kind):
            give(held[0], data, namespace)
            return held[0]
    return from_json(data, feature, where, occurrence, namespace)


def from_json(
    data: Any, feature: Feature[Any], where: str, owner: Occurrence, namespace: Mapping[str, Any]
) -> Any:
    """One value of JSON data as a feature wants it."""
    kind = feature.kind()
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _literal(data, kind, where)
    if isinstance(kind, type) and issubclass(kind, Occurrence):
        return _instance(data, kind, where, owner if feature.is_composite else None, namespace)
    if kind is Quantity:
        return _quantity(data, feature.unit, where)
    return _scalar(data, kind, feature.of, where)


def _literal(data: Any, kind: type[Enum], where: str) -> Enum:
    for each in kind:
        if data == each._value_ or (
            isinstance(data, str) and data.split("::")[-1] == str(each._value_).split("::")[-1]
        ):
            return each
    known = ", ".join(str(each._value_) for each in kind)
    raise RunFailure("wrong-input", f"{where} is one of {known}, not {data!r}")


def _instance(
    data: Any,
    kind: type[Occurrence],
    where: str,
    owner: Occurrence | None,
    namespace: Mapping[str, Any],
) -> Occurrence:
    if isinstance(data, str):
        return _named(data, kind, where, owner, namespace)
    if not isinstance(data, dict):
        raise RunFailure(
            "wrong-input", f"{where} is a {kind.type_name}, given as an object, not {data!r}"
        )
    wanted = data.get("$type")
    if wanted is not None and wanted != kind.type_name:
        kind = _class_called(wanted, kind, where, namespace)
    found = kind(owner)
    give(found, data, namespace)
    return found


def _named(
    name: str,
    kind: type[Occurrence],
    where: str,
    owner: Occurrence | None,
    namespace: Mapping[str, Any],
) -> Occurrence:
    """A usage of the model by its name: a variant, or one that belongs to a package."""
    usages = {
        each.__dict__["element"]: each
        for each in namespace.values()
        if isinstance(each, type) and issubclass(each, kind) and "element" in each.__dict__
    }
    short = name.rpartition("::")[2]
    for element, each in usages.items():
        if name == element or (each.is_variant and element.rpartition("::")[2] == short):
            return each.only()
    known = ", ".join(f"`{each}`" for each in usages) or "none by name"
    raise RunFailure(
        "wrong-input",
        f"{where} is a {kind.type_name}, given as an object or as one of {known}, not {name!r}",
    )


def _class_called(
    wanted: str, kind: type[Occurrence], where: str, namespace: Mapping[str, Any]
) -> type[Occurrence]:
    known = [
        each
        for each in namespace.values()
        if isinstance(each, type) and issubclass(each, kind) and not vars(each).get("element")
    ]
    for each in known:
        if wanted in (each.type_name, each.type_name.rpartition("::")[2]):
            return each
    names = ", ".join(each.type_name for each in known)
    raise RunFailure("wrong-input", f"{where} is a {kind.type_name}; `{wanted}` is none of {names}")


def _scalar(data: Any, kind: Any, of: str, where: str) -> Any:
    wrong = RunFailure("wrong-input", f"{where} is a {of or kind.__name__}, not {data!r}")
    if of == "Boolean" or kind is bool:
        if not isinstance(data, bool):
            raise wrong
        return data
    if of in ("Integer", "Natural", "Positive") or kind is int:
        if isinstance(data, float) and data.is_integer():
            data = int(data)
        if not isinstance(data, int) or isinstance(data, bool):
            raise wrong
        if data < {"Natural": 0, "Positive": 1}.get(of, data):
            raise wrong
        return data
    if kind is float:
        if data in ("*", "inf"):
            return math.inf
        if not isinstance(data, int | float) or isinstance(data, bool):
            raise wrong
        return float(data)
    if kind is str and not isinstance(data, str):
        raise wrong
    if kind in (date, datetime, timedelta):
        return _time(data, kind, wrong)
    return tuple(data) if isinstance(data, list) else data


def _quantity(data: Any, unit: str, where: str) -> Quantity:
    """A quantity as JSON or as in the notation, `5 [kg]`; a bare number has no unit, and none is supplied."""
    written = _QUANTITY.fullmatch(data) if isinstance(data, str) else None
    if written is not None:
        number = float(written[1])
        data = {"value": int(number) if number.is_integer() else number, "unit": written[2]}
    form = unit or "m/s"
    try:
        found = Quantity.from_json(data)
    except ValueError as fault:
        text = f'{where}: {fault}, as in {{"value": 5, "unit": "{form}"}} or "5 [{form}]"'
        raise RunFailure("wrong-input", text) from fault
    if unit and found.unit == "1":
        try:
            found.to(unit)
        except TypeError as fault:
            text = (
                f"{where} is measured in {unit}, and {data} is dimensionless: write"
                f' {{"value": {data}, "unit": "{unit}"}} or "{data} [{unit}]"'
            )
            raise RunFailure("dimension-mismatch", text) from fault
    return found


def _time(data: Any, kind: Any, wrong: RunFailure) -> date | timedelta:
    """A point in time written by ISO 8601, or a duration as a number of seconds."""
    try:
        if kind is timedelta:
            return timedelta(seconds=data)
        found: date = kind.fromisoformat(data)
        return found
    except (TypeError, ValueError) as fault:
        raise wrong from fault
