"""The page about the generated package: its data types and workflows with the model elements they come from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.compile.types import data_definitions, python_types
from generator.compile.workflow_names import workflow_names
from generator.draw.notation import name_of
from generator.emit import names
from generator.ir import Definition, EnumerationDefinition, Feature, Role, Type

from .places import Link, Places, sentence

__all__ = ["ClassEntry", "CodePage", "FunctionEntry", "ModuleEntry", "code_page"]


@dataclass(frozen=True, slots=True)
class ClassEntry:
    """A data type: its class, its fields as in Python, the element it comes from."""

    name: str
    members: tuple[str, ...]
    element: Link
    doc: str


@dataclass(frozen=True, slots=True)
class ModuleEntry:
    """A module of data types."""

    name: str
    href: str
    classes: tuple[ClassEntry, ...]


@dataclass(frozen=True, slots=True)
class FunctionEntry:
    """A workflow: its function, its parameters and results as in Python."""

    name: str
    href: str
    parameters: tuple[str, ...]
    results: tuple[str, ...]
    element: Link
    doc: str


@dataclass(frozen=True, slots=True)
class CodePage:
    """`docs/code.md`."""

    path: str
    origins: tuple[str, ...]
    title: str
    system: str
    modules: tuple[ModuleEntry, ...]
    workflows: tuple[FunctionEntry, ...]

    @property
    def summary(self) -> str:
        """What stands on the page."""
        return "Code: the generated types and workflows"


def code_page(places: Places) -> CodePage | None:
    """The page about the generated package; None when nothing is generated from the model's types and actions."""
    modules, workflows = tuple(_modules(places)), tuple(_workflows(places))
    if not modules and not workflows:
        return None
    system = places.system
    return CodePage(
        path=f"{system.name}/docs/code.md",
        origins=tuple(root.qualified_name for root in system.roots),
        title=system.title,
        system=system.name,
        modules=modules,
        workflows=workflows,
    )


def _modules(places: Places) -> Iterator[ModuleEntry]:
    types = python_types(places.model)
    found: dict[str, list[ClassEntry]] = {}
    for definition in data_definitions(places.model):
        module = types.module(definition)
        if module is not None and definition in places.system:
            found.setdefault(module, []).append(_class(places, definition))
    for module in sorted(found):
        classes = tuple(sorted(found[module], key=lambda each: each.name))
        yield ModuleEntry(f"types.{module}", f"../types/{module}.py", classes)


def _class(places: Places, definition: Definition) -> ClassEntry:
    types = python_types(places.model)
    if isinstance(definition, EnumerationDefinition):
        members = tuple(types.literals(definition).values())
    else:
        features = {each.id: each for each in places.model.features(definition)}
        members = tuple(
            f"{name}: {types.of_feature(features[at]).text}"
            for at, name in types.members(definition).items()
            if at in features and _is_field(features[at])
        )
    name = types.class_name(definition) or name_of(definition)
    return ClassEntry(name, members, places.link(definition), sentence(definition.doc))


def _is_field(feature: Feature) -> bool:
    return feature.role is Role.FEATURE and "Constraint" not in feature.kind


def _workflows(places: Places) -> Iterator[FunctionEntry]:
    functions = workflow_names(places.model)
    for action in places.system.of_kind(Type):
        function = functions.function(action)
        if function is not None:
            yield FunctionEntry(
                name=function,
                href=f"../workflows/{function}.py",
                parameters=tuple(_parameters(places, action, ("in", "inout"))),
                results=tuple(_parameters(places, action, ("out", "inout"))),
                element=places.link(action),
                doc=sentence(action.doc),
            )


def _parameters(places: Places, action: Type, directions: tuple[str, ...]) -> Iterator[str]:
    types = python_types(places.model)
    for feature in places.model.features(action):
        if feature.direction is not None and feature.direction.value in directions:
            yield f"{names.snake(feature.name or 'value')}: {types.of_feature(feature).text}"
