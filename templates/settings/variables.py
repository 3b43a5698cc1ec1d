"""Environment variables of a system, read off configurations and agents.

Must not know how they are written down.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from generator.compile.constants import Scalar, annotation_value, feature_constants
from generator.compile.types import ImportName, python_types
from generator.diagnostics import Diagnostic
from generator.emit.names import Names, constant, pascal
from generator.emit.passes import System
from generator.emit.text import pystr
from generator.ir import AttributeUsage, EnumerationDefinition, Feature, Model, PartDefinition

from .constraints import Constraint, constraints_of

CONFIGURATION = "AgentSystems::Infrastructure::Configuration"
VARIABLE = "AgentSystems::Infrastructure::Variable"
AGENT = "AgentSystems::Agents::Agent"
SECRET = "AgentSystems::Values::Secret"  # noqa: S105 the name of a type
DATABASE = "DATABASE_URL"
_PLAIN_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")
# What an environment file cannot hold exactly in every tool that reads one.
_NOT_SHOWN = "'\\"
_RESERVED_CLASSES = ("DatabaseSettings", "BaseSettings", "SettingsConfigDict", "Field", "SecretStr")
_BOUNDS = (("ScalarValues::Positive", "gt=0"), ("ScalarValues::Natural", "ge=0"))


@dataclass(frozen=True, slots=True)
class Setting:
    """One variable.

    `default` is Python, "" when the variable is required; `text` is the default as it stands in an environment file,
    "" when there is none to show. `bound` is an argument of `Field`, or "".
    """

    name: str
    variable: str
    annotation: str
    default: str
    text: str
    bound: str
    is_secret: bool
    doc: str


@dataclass(frozen=True, slots=True)
class SettingsClass:
    """One configuration definition."""

    name: str
    doc: str
    settings: tuple[Setting, ...]
    constraints: tuple[Constraint, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Variables that belong together."""

    title: str
    doc: str
    settings: tuple[Setting, ...]


def settings_classes(
    model: Model, system: System
) -> tuple[
    tuple[SettingsClass, ...], tuple[ImportName, ...], tuple[str, ...], tuple[Diagnostic, ...]
]:
    """The classes of the concrete configurations of a system, the imports they need, their origins, and faults."""
    scope = Names(_RESERVED_CLASSES)
    classes: list[SettingsClass] = []
    imports: set[ImportName] = set()
    origins: list[str] = []
    faults: list[Diagnostic] = []
    for definition in system.of_kind(PartDefinition):
        if definition.is_abstract or not model.specializes(definition, CONFIGURATION):
            continue
        members, settings = python_types(model).members(definition), []
        for feature in model.features(definition):
            if not isinstance(feature, AttributeUsage) or not feature.name or feature.is_derived:
                continue
            setting, needed = _setting(model, feature, members[feature.id])
            settings.append(setting)
            imports |= needed
            origins.append(feature.qualified_name)
        name = scope.unique(pascal(definition.name or "Settings"))
        constraints, found = constraints_of(model, definition)
        faults += found
        classes.append(SettingsClass(name, definition.doc, tuple(settings), constraints))
        origins.insert(0, definition.qualified_name)
    return (
        tuple(classes),
        tuple(sorted(imports)),
        tuple(dict.fromkeys(origins)),
        tuple(faults),
    )


def _setting(model: Model, feature: Feature, name: str) -> tuple[Setting, set[ImportName]]:
    types = python_types(model)
    annotation = types.of_feature(feature)
    text = annotation.text.replace("object", "str")
    multiplicity = model.multiplicity(feature)
    is_secret = any(model.specializes(type_, SECRET) for type_ in model.types(feature))
    values = None if is_secret else feature_constants(model, feature)
    shown, code = _default(model, feature, values or (), multiplicity.is_many)
    if not code and multiplicity.is_many:
        code = "()"
    elif not code and multiplicity.is_optional:
        code = "None"
    setting = Setting(
        name=name,
        variable=variable_name(model, feature),
        annotation=text,
        default=code,
        text="" if any(char in _NOT_SHOWN or not char.isprintable() for char in shown) else shown,
        bound="" if multiplicity.is_many else _bound(model, feature),
        is_secret=is_secret,
        doc=feature.doc,
    )
    return setting, set(annotation.imports)


def _bound(model: Model, feature: Feature) -> str:
    for type_ in model.types(feature):
        for name, bound in _BOUNDS:
            if model.specializes(type_, name):
                return bound
    return ""


def variable_name(model: Model, feature: Feature) -> str:
    """The environment variable of a setting: what `@Variable` says, else its name in capitals."""
    given = annotation_value(model, feature, VARIABLE, "name")
    if isinstance(given, str) and _PLAIN_VARIABLE.match(given):
        return given
    return constant(given if isinstance(given, str) else feature.name or "")


def _default(
    model: Model, feature: Feature, values: tuple[Scalar, ...], many: bool
) -> tuple[str, str]:
    """A default as it stands in an environment file, and as Python."""
    if not values:
        return "", ""
    if many:
        items = ", ".join(_code(each) for each in values)
        return json.dumps(list(values)), f"({items},)"
    value = values[0]
    for type_ in model.types(feature):
        if isinstance(type_, EnumerationDefinition):
            members = python_types(model).literals(type_)
            for at, member in members.items():
                if model.element(at).name == value:
                    return str(value), f"{python_types(model).of_type(type_).text}.{member}"
            return "", ""
        if model.specializes(type_, "ScalarValues::Real") and isinstance(value, int):
            is_whole = model.specializes(type_, "ScalarValues::Integer")
            value = value if is_whole or isinstance(value, bool) else float(value)
    shown = str(value).lower() if isinstance(value, bool) else str(value)
    return shown, _code(value)


def _code(value: Scalar) -> str:
    return pystr(value) if isinstance(value, str) else repr(value)


def database_setting(system: str, classes: tuple[SettingsClass, ...]) -> Setting:
    """Where the system's database is: as a configuration says, else a file beside the process."""
    for each in classes:
        for setting in each.settings:
            if setting.variable == DATABASE and setting.text:
                return Setting(
                    "database_url",
                    DATABASE,
                    "str",
                    setting.default,
                    setting.text,
                    "",
                    False,
                    setting.doc,
                )
    url = f"sqlite:///{system}.db"
    doc = "SQLite by default; PostgreSQL as `postgresql://user:password@host/database`."
    return Setting("database_url", DATABASE, "str", pystr(url), url, "", False, doc)


def agent_groups(model: Model, system: System) -> tuple[list[Group], tuple[str, ...]]:
    """The variables that agents read: one for each attribute with a value, `MODEL_` and the agent's name."""
    groups, origins = [], []
    for agent in system.of_kind(PartDefinition):
        if agent.is_abstract or not model.specializes(agent, AGENT):
            continue
        settings = []
        for feature in model.features(agent):
            values = (
                feature_constants(model, feature) if isinstance(feature, AttributeUsage) else ()
            )
            if values and len(values) == 1:
                variable = f"{constant(feature.name or '')}_{agent_suffix(agent.name or '')}"
                shown = str(values[0])
                settings.append(Setting("", variable, "str", "", shown, "", False, feature.doc))
                origins.append(feature.qualified_name)
        if settings:
            groups.append(Group(f"Agent {agent.name}", "", tuple(settings)))
            origins.append(agent.qualified_name)
    return groups, tuple(origins)


def agent_suffix(name: str) -> str:
    """`SecurityReviewerAgent` gives `SECURITY_REVIEWER`."""
    stem = name.removesuffix("Agent")
    return constant(stem or name)
