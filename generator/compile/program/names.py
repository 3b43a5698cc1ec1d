"""Names of the classes of a program and of their attributes.

An attribute is named after the feature at the root of its redefinitions, so that what a base class says about it
holds in every subclass. Knows the model and Python's rules for names; must not know how classes are written.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.compile.program.bodies_frames import inner_features, is_control
from generator.compile.types import Annotation, ImportName, PythonTypes
from generator.emit import names
from generator.ir import (
    Element,
    ElementId,
    EnumerationDefinition,
    EnumerationUsage,
    Feature,
    Library,
    Model,
    Namespace,
    Role,
    Type,
)

__all__ = ["ProgramTypes", "is_scalar"]

RESERVED = frozenset(
    [
        "act",
        "begin",
        "begins",
        "enter",
        "is_parallel",
        "leave",
        "substates",
        "transitions",
        "around",
        "bindings",
        "connections",
        "features",
        "is_performance",
        "only",
        "owner",
        "perform",
        "perform_body",
        "result",
        "self",
        "type_name",
    ]
)
_RESERVED_CLASSES = frozenset(
    [
        "Accept",
        "After",
        "Any",
        "At",
        "Calculation",
        "Constraint",
        "Data",
        "Enum",
        "Feature",
        "Kind",
        "Literal",
        "Node",
        "Occurrence",
        "Performance",
        "Requirement",
        "Unsupported",
        "Way",
        "asyncio",
        "date",
        "datetime",
        "feature",
        "IntegerLiteral",
        "RealLiteral",
        "Same",
        "State",
        "StateOccurrence",
        "Substate",
        "TextLiteral",
        "Transition",
        "When",
        "inf",
        "many",
        "math",
        "optional",
        "timedelta",
        "value",
        "BUDGET",
    ]
)
_SCALARS = (
    "ScalarValues::ScalarValue",
    "Quantities::TensorQuantityValue",
    "MeasurementReferences::TensorMeasurementReference",
    "Collections::Collection",
    "AgentSystems::Values::Timestamp",
    "AgentSystems::Values::Date",
    "AgentSystems::Values::Duration",
    "AgentSystems::Values::Json",
    "AgentSystems::Values::Vector",
)


def is_scalar(model: Model, type_: Element) -> bool:
    """Whether values of a type are plain Python values or quantities."""
    if isinstance(type_, EnumerationDefinition):
        return False
    return any(model.specializes(type_, each) for each in _SCALARS)


class ProgramTypes(PythonTypes):
    """The names in one program. `ensure` gives the class of a type and sees that it is written."""

    def __init__(self, model: Model, ensure: Callable[[Type], str | None]) -> None:
        self._model = model
        self._ensure = ensure
        self._modules = {}
        self._classes = {}
        self._members = {}
        self._attributes: dict[ElementId, str] = {}
        self._class_scope = names.Names(_RESERVED_CLASSES)
        types = [each for each in model.user_elements if isinstance(each, Type)]
        for type_ in sorted(types, key=self._is_unambiguous):
            self._name_attributes(type_)

    # -- attributes -------------------------------------------------------------------------------

    def _is_unambiguous(self, type_: Type) -> bool:
        """Whether all features of a type are called differently; what is not is named first."""
        roots = {each.id: each for each in map(self.root, self._model.features(type_))}
        return len({_plain(each) for each in roots.values()}) == len(roots)

    def _name_attributes(self, type_: Type) -> None:
        """Give the roots of a type's features names that differ from each other."""
        if is_control(type_):
            return  # its features are those of the action around it
        features = (*self._model.features(type_), *inner_features(self._model, type_))
        roots = sorted({self.root(each).id for each in features})
        taken = names.Names((*RESERVED, *filter(None, map(self._attributes.get, roots))))
        for at in roots:
            if at not in self._attributes:
                self._attributes[at] = taken.unique(_plain(self._model.element(at)))

    def root(self, feature: Feature) -> Feature:
        """What a feature is a redefinition of in the end; library features that everything has do not count."""
        redefined = [
            each
            for each in self._model.redefined(feature)
            if each.library is not Library.STANDARD and each.role is not Role.RETURN
        ]
        for each in redefined:
            if not any(
                other.library is not Library.STANDARD for other in self._model.redefined(each)
            ):
                return each
        return feature

    def attribute(self, feature: Feature) -> str:
        """The attribute that holds a feature."""
        if feature.role is Role.RETURN:
            return "result"
        root = self.root(feature)
        found = self._attributes.get(root.id)
        if found is None:
            found = self._attributes[root.id] = names.Names(RESERVED).unique(_plain(root))
        return found

    def other_names(self, feature: Feature) -> tuple[str, ...]:
        """The attributes of further features that a feature redefines too."""
        own = self.attribute(feature)
        found = [
            self.attribute(each)
            for each in self._model.redefined(feature)
            if each.library is not Library.STANDARD
        ]
        return tuple(dict.fromkeys(each for each in found if each != own))

    def field_name(self, feature: Feature) -> str:
        """The Python attribute that holds a feature."""
        return self.attribute(feature)

    def members(self, owner: Type) -> dict[ElementId, str]:
        """The Python attribute of each effective feature of a type."""
        known = self._members.get(owner.id)
        if known is None:
            features = self._model.features(owner)
            known = self._members[owner.id] = {each.id: self.attribute(each) for each in features}
        return known

    # -- classes ----------------------------------------------------------------------------------

    def new_class(self, type_: Namespace) -> str:
        """A name for the class of a type; a usage is called after its owner too."""
        owner = self._model.owner(type_)
        while isinstance(owner, Feature) and owner.name is None:
            owner = self._model.owner(owner)
        words = names.pascal(type_.name or type_.kind.removesuffix("Usage"))
        if isinstance(type_, Feature) and isinstance(owner, Type):
            words = (self._classes.get(owner.id) or names.pascal(owner.name or "")) + words
        found = self._class_scope.unique(words)
        self._classes[type_.id] = found
        return found

    def module(self, definition: Element) -> str | None:
        """All classes are in the program itself."""
        return "program" if self.class_name(definition) is not None else None

    def class_name(self, definition: Element) -> str | None:
        """The class of a type, which is written because somebody asks; None for scalar types."""
        return self._ensure(definition) if isinstance(definition, Type) else None

    def of_type(self, type_: Element | None) -> Annotation:
        """The annotation of one value of a type."""
        if type_ is None:
            return Annotation("Any")
        name = self.class_name(type_)
        if name is not None:
            return Annotation(name, (ImportName("program", name, is_local=True),), type_.id)
        found = super().of_type(type_)
        if found.text in ("object", "SecretStr", "JsonValue"):
            return Annotation("str" if found.text == "SecretStr" else "Any")
        return found


def _plain(feature: Element) -> str:
    if isinstance(feature, EnumerationUsage) and feature.role is Role.VARIANT:
        return names.constant(feature.name or "")
    return names.field(feature.name or feature.kind.removesuffix("Usage"))
