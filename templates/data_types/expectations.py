"""What the model says of each data type, written down a second time for the generated tests.

Knows features and constraints. Must not know how the types themselves are rendered.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

from generator.compile.types import DataDefinition, PythonTypes, python_types
from generator.emit.imports import Imports
from generator.emit.text import pystr
from generator.ir import (
    Argument,
    ConstraintUsage,
    Element,
    EnumerationUsage,
    Expression,
    Feature,
    InvocationExpression,
    LiteralInteger,
    LiteralRational,
    LiteralString,
    Model,
    Type,
)

from .classes import Classes, Kind
from .constraints import compiled_constraints, constraint_name
from .fields import data_features, default_text, is_identifier, narrow, scalar_general

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


def expectations(
    model: Model, system: str, classes: Classes, module: str, members: Sequence[DataDefinition]
) -> ExpectationModule:
    """The expectations of one module of data types."""
    types = python_types(model)
    imports = Imports(["v", "EXPECTED", "it"])
    package = model.package(members[0])
    found = [
        _expectation(model, types, classes, imports, each)
        for each in members
        if classes.kinds[each.id] is not Kind.ALIAS
    ]
    return ExpectationModule(
        path=f"{system}/tests/types/expect_{module}.py",
        origins=tuple(each.qualified_name for each in members),
        module=module,
        package=(package.name if package else None) or module,
        imports=imports.blocks(),
        expectations=tuple(found),
    )


def _expectation(
    model: Model,
    types: PythonTypes,
    classes: Classes,
    imports: Imports,
    definition: DataDefinition,
) -> Expectation:
    kind = classes.kinds[definition.id]
    class_name = types.class_name(definition) or ""
    name = imports.use(f"...types.{classes.module(definition)}", class_name)
    if kind is Kind.ENUMERATION:
        literals = (
            each for each in model.features(definition) if isinstance(each, EnumerationUsage)
        )
        members = types.literals(definition)  # type: ignore[arg-type]
        return Expectation(
            kind.value,
            name,
            literals=tuple(each.name or "" for each in literals if each.id in members),
        )
    if kind is Kind.OPAQUE:
        return Expectation(kind.value, name)
    names = types.members(definition)
    compiled, _ = compiled_constraints(model, definition, "it")
    for _constraint, condition in compiled:
        for each in condition.imports:
            imports.use(f"...{each.module}" if each.is_local else each.module, each.name)
    return Expectation(
        kind.value,
        name,
        fields=tuple(
            (names[each.id], _field(model, types, classes, imports, each))
            for each in data_features(model, definition)
        ),
        constraints=tuple(
            ExpectedConstraint(constraint_name(each, number), condition.code)
            for number, (each, condition) in enumerate(compiled, start=1)
        ),
        hints=hints(model, [each for each, _ in compiled]),
    )


def _field(
    model: Model, types: PythonTypes, classes: Classes, imports: Imports, feature: Feature
) -> str:
    type_ = model.type_of(feature)
    multiplicity = model.multiplicity(feature)
    shown = _one(model, types, classes, imports, type_)
    default = default_text(model, feature, lambda literal: pystr(literal.name or ""))
    if multiplicity.is_many:
        lower, upper = multiplicity.lower or 0, multiplicity.upper
        shown = f"v.many({shown}, {lower}, {upper})"
        if default is None and not lower:
            default = "()"
    elif multiplicity.is_optional:
        shown = f"v.optional({shown})"
        default = default or "None"
    if default is not None:
        return f"v.default({shown}, {default})"
    if not multiplicity.is_many and is_identifier(model, type_):
        return f"v.generated({shown})"
    return shown


def _one(
    model: Model, types: PythonTypes, classes: Classes, imports: Imports, type_: Type | None
) -> str:
    seen = 0
    while type_ is not None and type_.id in classes.kinds and seen < 50:
        seen += 1
        kind = classes.kinds[type_.id]
        if kind is not Kind.ALIAS:
            definition = classes.definitions[type_.id]
            class_name = types.class_name(definition) or ""
            name = imports.use(f"...types.{classes.module(definition)}", class_name)
            return f"v.instance({name})" if kind is not Kind.ENUMERATION else f"v.literal({name})"
        type_ = scalar_general(model, type_)
    narrowed = narrow(model, type_)
    if narrowed is not None:
        return f"v.{narrowed.lower()}()"
    return f"v.{_SCALARS.get(types.of_type(type_).text, 'anything')}()"


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
