"""What the model says of each data type, written down a second time for the generated tests.

Knows features and constraints. Must not know how the types themselves are rendered.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, fields

from generator.compile.bound_values import Binding, BoundValue, bound_values
from generator.compile.calculations import is_pure
from generator.compile.code import Compiled
from generator.compile.complete_parts import complete_parts
from generator.compile.data_fields import (
    data_features,
    default_text,
    is_identifier,
    scalar_general,
)
from generator.compile.types import DataDefinition, python_types
from generator.compile.units import unit_of_type
from generator.emit.imports import Imports
from generator.emit.text import pystr
from generator.ir import (
    Argument,
    ConstraintUsage,
    Element,
    ElementId,
    EnumerationDefinition,
    Expression,
    Feature,
    InvocationExpression,
    LiteralInteger,
    LiteralRational,
    LiteralString,
    Model,
    PartUsage,
    Type,
)

from .classes import Classes, Kind
from .constraints import compiled_constraints, constraint_name
from .fields import label_of, narrow

_SCALARS = {
    "bool": "boolean",
    "int": "integer",
    "float": "real",
    "str": "text",
    "SecretStr": "secret",
    "datetime": "timestamp",
    "date": "date",
    "timedelta": "duration",
    "JsonValue": "json",
    "tuple[float, ...]": "vector",
}


@dataclass(frozen=True, slots=True)
class ExpectedConstraint:
    """A condition on `it`, written as Python."""

    name: str
    condition: str


@dataclass(frozen=True, slots=True)
class Expectation:
    """A record, an enumeration or an opaque value, and what is true of it."""

    kind: str
    name: str
    bases: tuple[str, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    literals: tuple[str, ...] = ()
    constraints: tuple[ExpectedConstraint, ...] = ()
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExpectationModule:
    """`tests/types/expect_<package>.py`."""

    path: str
    origins: tuple[str, ...]
    module: str
    package: str
    imports: tuple[tuple[str, ...], ...]
    expectations: tuple[Expectation, ...]
    has_quantities: bool = False
    has_labels: bool = False


def expectations(
    model: Model, system: str, classes: Classes, module: str, members: Sequence[DataDefinition]
) -> ExpectationModule:
    """The expectations of one module of data types."""
    imports = Imports(["v", "EXPECTED", "it"])
    facts = _Facts(model, classes, imports)
    package = model.package(members[0])
    found = [
        facts.expectation(each)
        for each in members
        if classes.kinds[each.id] is not Kind.ALIAS and each.id in classes.finite
    ]
    return ExpectationModule(
        path=f"{system}/tests/types/expect_{module}.py",
        origins=tuple(each.qualified_name for each in members),
        module=module,
        package=(package.name if package else None) or module,
        imports=imports.blocks(),
        expectations=tuple(found),
        has_quantities=facts.has_quantities,
        has_labels=facts.has_labels,
    )


class _Facts:
    """Says what the model does of the data definitions of one module."""

    def __init__(self, model: Model, classes: Classes, imports: Imports) -> None:
        self._model = model
        self._classes = classes
        self._imports = imports
        self._types = python_types(model)
        self._values: dict[ElementId, str] = {}
        self.has_quantities = False
        self.has_labels = False

    def expectation(self, definition: DataDefinition) -> Expectation:
        """What is true of a definition, apart from what it inherits from the bases of its class."""
        kind = self._classes.kinds[definition.id]
        name = self._name(definition)
        if isinstance(definition, EnumerationDefinition) and kind is Kind.ENUMERATION:
            members = self._types.literals(definition)
            literals = (self._model.element(at).name or "" for at in members)
            return Expectation(kind.value, name, literals=tuple(literals))
        if kind is Kind.OPAQUE:
            return Expectation(kind.value, name)
        bases = [self._classes.definitions[at] for at in self._classes.bases(definition)]
        inherited = {each.id for base in bases for each in self._model.features(base)}
        compiled, _ = compiled_constraints(self._model, definition, "it", without=inherited)
        for _, condition in compiled:
            self._import(condition)
        return Expectation(
            kind.value,
            name,
            bases=tuple(map(self._name, bases)),
            fields=self._fields(definition, inherited),
            constraints=tuple(
                ExpectedConstraint(constraint_name(each, number), condition.code)
                for number, (each, condition) in enumerate(compiled, start=1)
            ),
            hints=hints(self._model, [each for each, _ in compiled]),
        )

    def _import(self, condition: Compiled) -> None:
        for each in condition.imports:
            self._imports.use(f"...{each.module}" if each.is_local else each.module, each.name)

    def _fields(
        self, definition: DataDefinition, inherited: Container[ElementId]
    ) -> tuple[tuple[str, str], ...]:
        """The fields by name; `computed` ones with the expression for their value."""
        names = self._types.members(definition)
        bound = {each.feature.id: each for each in bound_values(self._model, definition, "it")[0]}
        found = []
        for feature in data_features(self._model, definition):
            if feature.id in inherited:
                continue
            value = bound.get(feature.id)
            shown = self._field(feature) if value is None else self._computed(feature, value)
            name = names[feature.id]
            label = label_of(self._model, feature, name)
            if label != name:
                self.has_labels = True
                shown = f"v.labelled({shown}, {pystr(label)})"
            found.append((name, shown))
        return tuple(found)

    def _computed(self, feature: Feature, value: BoundValue) -> str:
        if not is_pure(value.compiled.imports):  # nobody can say twice what it is
            return f"v.assembled({self._several(feature)[0]})"
        self._import(value.compiled)
        how = {Binding.DEFAULT: ", is_free=True", Binding.INITIAL: ", is_initial=True"}
        shown = f"{self._several(feature)[0]}, lambda it: {value.compiled.code}"
        return f"v.computed({shown}{how.get(value.binding, '')})"

    def _several(self, feature: Feature) -> tuple[str, str | None]:
        """What may stand in a field by its type and multiplicity, and what does when nothing is given."""
        multiplicity = self._model.multiplicity(feature)
        shown = self._one(self._model.type_of(feature))
        if multiplicity.is_many:
            lower, upper = multiplicity.lower or 0, multiplicity.upper
            return f"v.many({shown}, {lower}, {upper})", None if lower else "()"
        return (f"v.optional({shown})", "None") if multiplicity.is_optional else (shown, None)

    def _name(self, definition: DataDefinition) -> str:
        class_name = self._types.class_name(definition) or ""
        return self._imports.use(f"...types.{self._classes.module(definition)}", class_name)

    def _field(self, feature: Feature) -> str:
        type_ = self._model.type_of(feature)
        multiplicity = self._model.multiplicity(feature)
        shown, empty = self._several(feature)
        default = default_text(self._model, feature, lambda literal: pystr(literal.name or ""))
        default = default or empty
        if default is not None:
            if default.startswith("Quantity("):
                self._imports.use("...support.quantities", "Quantity")
            return f"v.default({shown}, {default})"
        if not multiplicity.is_many and is_identifier(self._model, type_):
            return f"v.generated({shown})"
        is_part = isinstance(feature, PartUsage) and not multiplicity.is_many
        if is_part and type_ is not None and type_.id in complete_parts(self._model):
            return f"v.assembled({shown})"
        return shown

    def _one(self, type_: Type | None) -> str:
        if type_ is None:
            return "v.anything()"
        known = self._values.get(type_.id)
        if known is None:
            known = self._values[type_.id] = self._find_one(type_)
        return known

    def _find_one(self, type_: Type) -> str:
        kind = self._classes.kinds.get(type_.id)
        if kind is Kind.ALIAS:
            return self._one(scalar_general(self._model, type_))
        if kind is not None:
            name = self._name(self._classes.definitions[type_.id])
            return f"v.literal({name})" if kind is Kind.ENUMERATION else f"v.instance({name})"
        narrowed = narrow(self._model, type_)
        if narrowed is not None:
            return f"v.{narrowed.lower()}()"
        if self._types.of_type(type_).text == "Quantity":
            self.has_quantities = True
            return f"v.quantity({pystr(unit_of_type(self._model, type_) or '1')})"
        return f"v.{_SCALARS.get(self._types.of_type(type_).text, 'anything')}()"


def hints(model: Model, constraints: Sequence[Element]) -> tuple[str, ...]:
    """The literals of constraints as Python text, sorted: values near them are worth trying."""
    found: set[str] = set()
    for each in constraints:
        found.update(_literals(model, each, set()))
    return tuple(sorted(found))


def _literals(model: Model, element: Element, seen: set[int]) -> Iterator[str]:
    if element.id in seen:
        return
    seen.add(element.id)
    written = [getattr(element, "result", None)]
    for feature in model.owned(element, Feature):
        written.append(getattr(feature, "result", None))
        written.append(feature.value.expression if feature.value is not None else None)
    for expression in written:
        if expression is not None:
            yield from _walk(model, expression, seen)
    if isinstance(element, ConstraintUsage):
        related = [model.target(element.reference), *model.types(element)]
        for each in related:
            if each is not None and each.library is None:
                yield from _literals(model, each, seen)


def _walk(model: Model, expression: Expression, seen: set[int]) -> Iterator[str]:
    if isinstance(expression, LiteralInteger | LiteralRational):
        yield repr(expression.value)
    elif isinstance(expression, LiteralString):
        yield pystr(expression.value)
    if isinstance(expression, InvocationExpression):
        function = model.target(expression.function)
        if function is not None and function.library is None:
            yield from _literals(model, function, seen)
    for field in fields(expression):
        value = getattr(expression, field.name)
        for each in value if isinstance(value, tuple) else (value,):
            inner = each.value if isinstance(each, Argument) else each
            if isinstance(inner, Expression):
                yield from _walk(model, inner, seen)
