"""Which Python type stands for which type of the model, and where the generated package defines it.

The one place that decides names and modules of data types, so that every pass that mentions a type agrees
with the pass that defines it. Knows the scalar types of the libraries and Python's; must not know templates
or systems.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import PurePosixPath
from typing import TypeAlias

from generator.emit import names
from generator.ir import (
    AttributeDefinition,
    Element,
    ElementId,
    EnumerationDefinition,
    EnumerationUsage,
    Feature,
    ItemDefinition,
    Library,
    MetadataDefinition,
    Model,
    PartDefinition,
    PortDefinition,
    RenderingDefinition,
    Role,
    Type,
    ViewDefinition,
)

__all__ = [
    "Annotation",
    "ImportName",
    "PythonTypes",
    "data_definitions",
    "model_folder",
    "python_types",
]

DataDefinition: TypeAlias = AttributeDefinition | ItemDefinition | PortDefinition

# The first entry a type specialises wins: narrower types stand before wider ones.
_SCALARS: tuple[tuple[str, str, str], ...] = (
    ("ScalarValues::Boolean", "", "bool"),
    ("ScalarValues::Integer", "", "int"),
    ("Quantities::ScalarQuantityValue", "support.quantities", "Quantity"),
    ("ScalarValues::NumericalValue", "", "float"),
    ("AgentSystems::Values::Secret", "pydantic", "SecretStr"),
    ("ScalarValues::String", "", "str"),
    ("AgentSystems::Values::Timestamp", "datetime", "datetime"),
    ("AgentSystems::Values::Date", "datetime", "date"),
    ("AgentSystems::Values::Duration", "datetime", "timedelta"),
    ("AgentSystems::Values::Json", "pydantic", "JsonValue"),
    ("AgentSystems::Values::Vector", "", "tuple[float, ...]"),
    ("Quantities::VectorQuantityValue", "", "tuple[float, ...]"),
    ("ScalarValues::Number", "", "float"),
    ("ScalarValues::ScalarValue", "", "str | int | float | bool"),
)
# Names the modules of data types need for themselves.
_RESERVED_CLASSES = frozenset(
    [
        "Annotated",
        "Any",
        "BaseModel",
        "ConfigDict",
        "Decimal",
        "Enum",
        "Field",
        "JsonValue",
        "Literal",
        "NewType",
        "Quantity",
        "Self",
        "SecretStr",
        "StrEnum",
        "TypeAlias",
        "UUID",
        "date",
        "datetime",
        "timedelta",
    ]
)


@dataclass(frozen=True, slots=True, order=True)
class ImportName:
    """`from module import name`; a local module is one of the generated package, as `types.structure`."""

    module: str
    name: str
    is_local: bool = False

    @property
    def bound(self) -> str:
        """The variable the import binds: the name, or what follows `as`."""
        return self.name.rpartition(" as ")[2]

    def statement(self, package: str) -> str:
        """The import as Python text; `package` is what a local module is looked up in: `..` or `hive.`."""
        return f"from {package}{self.module} import {self.name}" if self.is_local else self.plain()

    def plain(self) -> str:
        """The import of something outside the generated package."""
        return f"from {self.module} import {self.name}"


@dataclass(frozen=True, slots=True)
class Annotation:
    """A Python type expression and the imports it needs."""

    text: str
    imports: tuple[ImportName, ...] = ()
    definition: ElementId | None = field(default=None, compare=False)

    def many(self) -> Annotation:
        """The type of a sequence of such values."""
        return Annotation(f"tuple[{self.text}, ...]", self.imports, self.definition)

    def optional(self) -> Annotation:
        """The type of such a value or none."""
        if self.text.endswith("| None") or self.text == "object":
            return self
        return Annotation(f"{self.text} | None", self.imports, self.definition)


def data_definitions(model: Model) -> tuple[DataDefinition, ...]:
    """The user's definitions that become data classes, enumerations or aliases, in source order.

    Part definitions count as far as they are structure: what specialises a part definition of a domain
    library (an agent, a service) is generated from by others.
    """
    return tuple(
        each
        for each in model.user_elements
        if isinstance(each, AttributeDefinition | ItemDefinition | PortDefinition)
        and not isinstance(each, MetadataDefinition | ViewDefinition | RenderingDefinition)
        and not (isinstance(each, PartDefinition) and _is_of_domain(model, each))
    )


def _is_of_domain(model: Model, part: PartDefinition) -> bool:
    generals = (model.element(at) for at in model.all_generals(part))
    return any(
        each.library is Library.DOMAIN and isinstance(each, PartDefinition) for each in generals
    )


class PythonTypes:
    """The Python names of the data types of one model. Made once per model by `python_types`."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._modules: dict[ElementId, str] = {}
        self._classes: dict[ElementId, str] = {}
        self._members: dict[ElementId, dict[ElementId, str]] = {}
        module_names: dict[str, names.Names] = {}
        class_names: dict[str, names.Names] = {}
        for definition in data_definitions(model):
            package = model.package(definition) or definition
            folder = model_folder(definition)
            module = self._module(package, folder, module_names)
            # Once per folder, not per module: whoever imports from two modules needs no alias.
            scope = class_names.setdefault(folder, names.Names(_RESERVED_CLASSES))
            self._modules[definition.id] = module
            self._classes[definition.id] = scope.unique(names.pascal(definition.name or ""))

    def _module(self, package: Element, folder: str, scopes: dict[str, names.Names]) -> str:
        if package.id not in self._modules:
            scope = scopes.setdefault(folder, names.Names(ignore_case=True))
            self._modules[package.id] = scope.unique(names.module(package.name or ""))
        return self._modules[package.id]

    def module(self, definition: Element) -> str | None:
        """The module below `types` that defines a data definition; None for anything else."""
        return self._modules.get(definition.id) if definition.id in self._classes else None

    def class_name(self, definition: Element) -> str | None:
        """The Python name of a data definition; None for anything else."""
        return self._classes.get(definition.id)

    @property
    def class_names(self) -> frozenset[str]:
        """All class names given out."""
        return frozenset(self._classes.values())

    def field_name(self, feature: Feature) -> str:
        """The Python attribute that holds a feature in the class generated for its owner."""
        owner = self._model.owner(feature)
        if not isinstance(owner, Type):
            return names.field(feature.name or "")
        found = self.members(owner)
        return found.get(feature.id) or names.field(feature.name or "")

    def members(self, owner: Type) -> dict[ElementId, str]:
        """The Python attribute of each effective feature of a type, each name once."""
        known = self._members.get(owner.id)
        if known is None:
            scope = names.Names()
            known = {}
            for feature in self._model.features(owner):
                if feature.name is not None:
                    make = names.constant if isinstance(feature, EnumerationUsage) else names.field
                    known[feature.id] = scope.unique(make(feature.name))
            self._members[owner.id] = known
        return known

    def literals(self, enumeration: EnumerationDefinition) -> dict[ElementId, str]:
        """The Python member of each literal an enumeration definition owns or inherits."""
        scope = names.Names(("name", "value"))
        return {
            each.id: scope.unique(names.constant(each.name or ""))
            for each in self._model.features(enumeration)
            if isinstance(each, EnumerationUsage) and each.role is Role.VARIANT
        }

    def of_type(self, type_: Element | None) -> Annotation:
        """The annotation of one value of a type; `object` when the model says nothing usable."""
        if type_ is None:
            return Annotation("object")
        name = self._classes.get(type_.id)
        if name is not None:
            imports = (ImportName(f"types.{self._modules[type_.id]}", name, is_local=True),)
            return Annotation(name, imports, type_.id)
        for scalar, module, text in _SCALARS:
            if self._model.specializes(type_, scalar):
                is_local = module.startswith("support.")
                return Annotation(text, (ImportName(module, text, is_local),) if module else ())
        return Annotation("object")

    def of_feature(self, feature: Feature) -> Annotation:
        """The annotation of a feature with its multiplicity: `T`, `T | None` or `tuple[T, ...]`."""
        one = self.of_type(self._model.type_of(feature))
        multiplicity = self._model.multiplicity(feature)
        if multiplicity.is_many:
            return one.many()
        return one.optional() if multiplicity.is_optional else one


def model_folder(element: Element) -> str:
    """The folder of the file an element is in: what shares names, as one folder is at most a few systems."""
    return str(PurePosixPath(element.span.path).parent)


@lru_cache(maxsize=8)
def python_types(model: Model) -> PythonTypes:
    """The Python names of the data types of a model, computed once."""
    return PythonTypes(model)
