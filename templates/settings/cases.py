"""What tests expect of settings: a text for each variable and the value it stands for.

Must not know how settings are read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.compile.types import python_types
from generator.emit.passes import System
from generator.emit.text import pystr
from generator.ir import EnumerationDefinition, Model

from .limits import limits
from .variables import Setting, SettingsClass


@dataclass(frozen=True, slots=True)
class SettingCase:
    """One setting: `given` is a text for its variable, `expected` the value as Python, `bad` a text it refuses or "".

    `given` is "" when a constraint limits the setting.

    `default` is the value without the variable as Python, "" when the variable is required. `limits` are texts at and
    next to the numbers that bounds and constraints compare the setting with, and whether each is accepted.
    """

    settings: str
    name: str
    variable: str
    given: str
    expected: str
    default: str
    bad: str
    is_secret: bool
    limits: tuple[tuple[str, bool], ...] = ()


def setting_cases(
    model: Model, system: System, classes: tuple[SettingsClass, ...], database: Setting | None
) -> tuple[SettingCase, ...]:
    """The cases of all settings whose type has an example."""
    examples = _enumerations(model, system)
    found = [("DatabaseSettings", database)] if database is not None else []
    found += [(each.name, setting) for each in classes for setting in _makeable(each)]
    limited = {(each.name, name) for each in classes for name in _limited(each)}
    tried = {each.name: limits(each) for each in classes}
    cases = []
    for name, setting in found:
        if setting is None:
            continue
        example = _example(setting, examples)
        if example is not None:
            is_limited = (name, setting.name) in limited
            cases.append(
                SettingCase(
                    settings=name,
                    name=setting.name,
                    variable=setting.variable,
                    given="" if is_limited else example[0],
                    expected=setting.default if is_limited else example[1],
                    default=setting.default,
                    bad=_bad(setting, example[1]),
                    is_secret=setting.is_secret,
                    limits=tried.get(name, {}).get(setting.name, ()),
                )
            )
    return tuple(cases)


def _limited(settings: SettingsClass) -> frozenset[str]:
    """The settings whose values a constraint limits, so that an example may break it."""
    said = " ".join(each.broken for each in settings.constraints)
    names = (each.name for each in settings.settings)
    return frozenset(name for name in names if re.search(rf"\bself\.{name}\b", said))


def _makeable(settings: SettingsClass) -> tuple[Setting, ...]:
    """All settings; none if a limited one is required, for then no test can make the settings."""
    limited = _limited(settings)
    if any(each.name in limited and not each.default for each in settings.settings):
        return ()
    return settings.settings


def _enumerations(model: Model, system: System) -> dict[str, tuple[str, str]]:
    """For each enumeration by its Python name: its last literal as text and as Python."""
    types, found = python_types(model), {}
    for each in system.of_kind(EnumerationDefinition):
        literals = list(types.literals(each).items())
        if literals:
            at, member = literals[-1]
            name = types.of_type(each).text
            found[name] = (model.element(at).name or "", f"{name}.{member}")
    return found


def _example(setting: Setting, enumerations: dict[str, tuple[str, str]]) -> tuple[str, str] | None:
    annotation = setting.annotation.removesuffix(" | None")
    if annotation.startswith("tuple["):
        if annotation == "tuple[str, ...]":
            return '["first", "second"]', '("first", "second")'
        return None
    if annotation in enumerations:
        return enumerations[annotation]
    if annotation == "bool":
        return ("false", "False") if setting.default == "True" else ("true", "True")
    return {
        "str": ("given text", pystr("given text")),
        "int": ("977", "977"),
        "float": ("97.5", "97.5"),
        "SecretStr": ("hidden text", pystr("hidden text")),
    }.get(annotation)


def _bad(setting: Setting, expected: str) -> str:
    if setting.bound:
        return "0" if setting.bound.startswith("gt") else "-1"
    annotation = setting.annotation.removesuffix(" | None")
    is_text = annotation in ("str", "SecretStr") or annotation.startswith("tuple[")
    return "" if is_text else "no such value"
