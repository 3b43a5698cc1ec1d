"""Fields of data classes: annotation, default and bounds of a feature.

Knows features, multiplicities and constant values. Must not know classes or modules.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.compile.complete_parts import complete_parts
from generator.compile.constants import annotation_value
from generator.compile.data_fields import (
    default_text,
    is_identifier,
    scalar_general,
)
from generator.compile.types import python_types
from generator.compile.units import unit_of_type
from generator.emit.imports import Imports
from generator.emit.names import outside
from generator.emit.text import pystr
from generator.ir import (
    Element,
    EnumerationDefinition,
    EnumerationUsage,
    Feature,
    Model,
    PartUsage,
    Type,
)

# Scalar types whose values are narrower than those of the Python type that stands for them.
_NARROW = (
    ("ScalarValues::Positive", "Positive"),
    ("ScalarValues::Natural", "Natural"),
    ("AgentSystems::Values::Url", "Url"),
)
LABEL = "AgentSystems::Files::Label"
_PARSED = frozenset({"datetime", "date", "timedelta"})


@dataclass(frozen=True, slots=True)
class FieldView:
    """One line of a class body."""

    declaration: str


def narrow(model: Model, type_: Type | None) -> str | None:
    """The name of the narrowed scalar a type of the library stands for: `Natural`, `Positive` or `Url`."""
    if type_ is None:
        return None
    return next((name for general, name in _NARROW if model.specializes(type_, general)), None)


def is_enumeration(type_: Type | None) -> bool:
    """Whether a type is an enumeration definition."""
    return isinstance(type_, EnumerationDefinition)


def label_of(model: Model, feature: Feature, name: str) -> str:
    """What a field is called outside of its class."""
    given = annotation_value(model, feature, LABEL, "name")
    return given if isinstance(given, str) else outside(name)


class Fields:
    """Makes the fields of the classes of one module."""

    def __init__(
        self,
        model: Model,
        imports: Imports,
        module: str,
        is_cyclic: Callable[[str, str], bool],
    ) -> None:
        self._model = model
        self._types = python_types(model)
        self._imports = imports
        self._module = module
        self._is_cyclic = is_cyclic

    def field(self, owner: Type, feature: Feature, *, is_computed: bool) -> FieldView:
        """The field for a feature of a type, with the bounds and the default the model gives it.

        A computed one gets its value when all others are there.
        """
        name = self._types.members(owner)[feature.id]
        type_ = self._model.type_of(feature)
        one, plain = self.annotation(type_)
        multiplicity = self._model.multiplicity(feature)
        arguments: list[str] = []
        if multiplicity.is_many:
            shown = f"tuple[{one}, ...]"
            if multiplicity.lower:
                arguments.append(f"min_length={multiplicity.lower}")
            if multiplicity.upper is not None:
                arguments.append(f"max_length={multiplicity.upper}")
        else:
            shown = f"{one} | None" if multiplicity.is_optional and one != "object" else one
        default = None if is_computed else self._default(feature)
        if is_computed:
            arguments.insert(0, f"default_factory={self._imports.use('._base', 'later')}")
        elif default is None:
            arguments[:0] = self._factory(feature, one)
        elif (plain in _PARSED and default not in ("None", "()")) or (
            is_enumeration(type_) and '"' in default
        ):
            arguments.append("validate_default=True")
        label = label_of(self._model, feature, name)
        if label != name:
            choices = self._imports.use("pydantic", "AliasChoices")
            arguments.append(f"validation_alias={choices}({pystr(label)}, {pystr(name)})")
            arguments.append(f"serialization_alias={pystr(label)}")
        doc = self._doc(feature)
        if doc:
            arguments.append(f"description={pystr(doc)}")
        return FieldView(self._declaration(name, shown, default, arguments))

    def _default(self, feature: Feature) -> str | None:
        default = default_text(self._model, feature, self._member)
        multiplicity = self._model.multiplicity(feature)
        if default is None and multiplicity.is_optional:
            return "()" if multiplicity.is_many else "None"
        return default

    def _factory(self, feature: Feature, one: str) -> list[str]:
        """The argument for what makes the value of a field when none is given, if there is any."""
        type_ = self._model.type_of(feature)
        if not self._model.multiplicity(feature).is_many and is_identifier(self._model, type_):
            return [f"default_factory={self._imports.use('._base', 'new_identifier')}"]
        if self._is_made(feature, type_):  # late, for the class may be defined further below
            return [f"default_factory=lambda: {one}()"]
        return []

    def _is_made(self, feature: Feature, type_: Type | None) -> bool:
        """Whether a part is made with its owner when none is given."""
        return (
            isinstance(feature, PartUsage)
            and not self._model.multiplicity(feature).is_many
            and type_ is not None
            and type_.id in complete_parts(self._model)
        )

    def _declaration(self, name: str, shown: str, default: str | None, arguments: list[str]) -> str:
        if arguments:
            if default is not None:
                arguments.insert(0, f"default={default}")
            field = self._imports.use("pydantic", "Field")
            return f"{name}: {shown} = {field}({', '.join(arguments)})"
        return f"{name}: {shown}" if default is None else f"{name}: {shown} = {default}"

    def _doc(self, feature: Feature) -> str:
        documented = (each.doc for each in (feature, *self._model.redefined(feature)))
        return " ".join(next((doc for doc in documented if doc), "").split())

    def annotation(self, type_: Type | None) -> tuple[str, str]:
        """What one value of a type is called in this module, and the bare Python type behind it."""
        found = self._types.of_type(type_)
        for imported in found.imports:
            if not imported.is_local:
                return self._imports.use(imported.module, imported.name), found.text
            if imported.module.startswith("support."):
                return self._quantity(type_, f"..{imported.module}"), found.text
            module = imported.module.removeprefix("types.")
            if module == self._module:
                return found.text, found.text
            late = self._is_cyclic(self._module, module)
            return self._imports.use(f".{module}", imported.name, late=late), found.text
        narrowed = narrow(self._model, type_)
        if narrowed is not None:
            return self._imports.use("._base", narrowed), found.text
        return found.text, found.text

    def _quantity(self, type_: Type | None, module: str) -> str:
        """A quantity of one kind."""
        name = self._imports.use(module, "Quantity")
        unit = unit_of_type(self._model, type_)
        if unit is None:
            return name
        check = self._imports.use(module, "measures")
        return f"{self._imports.use('typing', 'Annotated')}[{name}, {check}({pystr(unit)})]"

    def alias(self, definition: Type) -> str:
        """What an alias stands for: another alias, or the type of the library it specialises."""
        return self.annotation(scalar_general(self._model, definition))[0]

    def base(self, definition: Element) -> str:
        """The class of another definition as a base class: it has to be there first."""
        module, name = self._types.module(definition), self._types.class_name(definition) or ""
        return name if module == self._module else self._imports.use(f".{module}", name)

    def _member(self, literal: EnumerationUsage) -> str | None:
        owner = self._model.owner(literal)
        if not isinstance(owner, EnumerationDefinition) or literal.name is None:
            return None
        member = self._types.literals(owner).get(literal.id)
        class_, module = self._types.class_name(owner), self._types.module(owner)
        if member is None or class_ is None or module is None:
            return None
        if module == self._module:
            return f"{class_}.{member}"
        if self._is_cyclic(self._module, module):
            return pystr(literal.name)
        return f"{self._imports.use(f'.{module}', class_)}.{member}"
