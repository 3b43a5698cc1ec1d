"""Settings: what a system reads from its environment, as classes, and as a template of the file that sets it.

Knows `Configuration` definitions and the attributes of agents; must not know services or the database's tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.compile.types import ImportName
from generator.emit.passes import PassContext, System
from generator.ir import Model
from generator.schema.build import entities

from .cases import SettingCase, setting_cases
from .variables import (
    DATABASE,
    Group,
    Setting,
    SettingsClass,
    agent_groups,
    database_setting,
    settings_classes,
)


@dataclass(frozen=True, slots=True)
class SettingsModule:
    """`settings.py`: one class per configuration definition."""

    path: str
    origins: tuple[str, ...]
    imports: tuple[tuple[str, ...], ...]
    classes: tuple[SettingsClass, ...]
    database: Setting | None


@dataclass(frozen=True, slots=True)
class LocationModule:
    """`location.py`: where the database is."""

    path: str
    origins: tuple[str, ...]
    variable: str
    default: str


@dataclass(frozen=True, slots=True)
class LocationTest:
    """`tests/test_location.py`."""

    path: str
    origins: tuple[str, ...]
    system: str


@dataclass(frozen=True, slots=True)
class EnvTemplate:
    """`deploy/.env.template`: every variable the system reads, with its meaning and default."""

    path: str
    origins: tuple[str, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class SettingsTest:
    """`tests/test_settings.py`: each variable, its default, its limits and whether it is hidden."""

    path: str
    origins: tuple[str, ...]
    system: str
    imports: tuple[str, ...]
    cases: tuple[SettingCase, ...]
    variables: tuple[str, ...]


View = SettingsModule | LocationModule | LocationTest | EnvTemplate | SettingsTest


def select(model: Model, context: PassContext) -> Iterator[View]:
    """The settings of each system that has a configuration, entities or agents."""
    for system in context.systems:
        yield from _system(model, context, system)


def _system(model: Model, context: PassContext, system: System) -> Iterator[View]:
    classes, imports, origins, faults = settings_classes(model, system)
    context.report(*faults)
    tables = entities(model, system.elements())
    database = database_setting(system.name, classes) if tables else None
    if tables:
        origins += tuple(each.qualified_name for each in tables)
    if classes or database:
        path = f"{system.name}/settings.py"
        yield SettingsModule(path, origins, _blocks(imports, classes), classes, database)
    if database is not None:
        yield LocationModule(
            f"{system.name}/location.py", origins, database.variable, database.default
        )
        yield LocationTest(f"{system.name}/tests/test_location.py", origins, system.name)
    groups = [Group(each.name, each.doc, each.settings) for each in classes]
    known = {setting.variable for group in groups for setting in group.settings}
    if database is not None and DATABASE not in known:
        groups.append(Group("Database", "Where the system keeps its rows.", (database,)))
    agents, agent_origins = agent_groups(model, system)
    groups = list(_each_once([*groups, *agents]))
    origins += agent_origins
    if groups:
        yield EnvTemplate(f"{system.name}/deploy/.env.template", origins, tuple(groups))
    if classes or database:
        cases = setting_cases(model, system, classes, database)
        variables = tuple(setting.variable for group in groups for setting in group.settings)
        path = f"{system.name}/tests/test_settings.py"
        yield SettingsTest(
            path, origins, system.name, _test_imports(system.name, imports, cases), cases, variables
        )


def _each_once(groups: Iterable[Group]) -> Iterator[Group]:
    """The groups with each variable where it is first, for settings that share one."""
    known: set[str] = set()
    for group in groups:
        settings = []
        for setting in group.settings:
            if setting.variable not in known:
                known.add(setting.variable)
                settings.append(setting)
        yield replace(group, settings=tuple(settings))


def _test_imports(
    system: str, imports: tuple[ImportName, ...], cases: tuple[SettingCase, ...]
) -> tuple[str, ...]:
    """The data types the expected values mention."""
    shown = " ".join(f"{each.expected} {each.default}" for each in cases)
    local = [each for each in imports if each.is_local and f"{each.name}." in shown]
    return tuple(sorted(each.statement(f"{system}.") for each in local))


def _blocks(
    imports: tuple[ImportName, ...], classes: tuple[SettingsClass, ...]
) -> tuple[tuple[str, ...], ...]:
    """Import statements in blocks: the standard library, what is installed, the system itself."""
    outside = {each for each in imports if not each.is_local}
    is_checked = any(each.constraints for each in classes)
    installed = {"Field"} | ({"model_validator"} if is_checked else set())
    installed |= {each.name for each in outside if each.module == "pydantic"}
    blocks = (
        [
            *sorted(each.plain() for each in outside if each.module != "pydantic"),
            *(["from typing import Self"] if is_checked else []),
        ],
        [
            f"from pydantic import {', '.join(sorted(installed))}",
            "from pydantic_settings import BaseSettings, SettingsConfigDict",
        ],
        sorted(each.statement(".") for each in imports if each.is_local),
    )
    return tuple(tuple(block) for block in blocks if block)
