"""Data types: enumerations, aliases and frozen classes from attribute, item, port and part definitions.

One module per package of the model that owns data definitions. Knows what a class looks like; must not know
who uses it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.compile.bound_values import bound_values
from generator.compile.data_fields import data_features
from generator.compile.types import DataDefinition, data_definitions, python_types
from generator.emit.imports import Imports, statements
from generator.emit.passes import PassContext, System
from generator.emit.text import pystr
from generator.ir import EnumerationDefinition, EnumerationUsage, Model

from .bindings import BindingView, binding_imports, binding_views, is_inherited
from .classes import Classes, Kind
from .constraints import ConstraintView, constraint_views
from .expectations import ExpectationModule, expectations
from .fields import Fields, FieldView

_SECRETIVE = re.compile(r"(^|_)(PASS|PASSWORD|PASSPHRASE|PWD|TOKEN|SECRET)($|_)")


@dataclass(frozen=True, slots=True)
class LiteralView:
    """One member of an enumeration."""

    member: str
    value: str
    doc: str


@dataclass(frozen=True, slots=True)
class DefinitionView:
    """One definition; `kind` says which of the other fields matter."""

    kind: str
    name: str
    doc: str
    bases: str = ""
    target: str = ""
    literals: tuple[LiteralView, ...] = ()
    fields: tuple[FieldView, ...] = ()
    bindings: tuple[BindingView, ...] = ()
    binding_imports: tuple[str, ...] = ()
    constraints: tuple[ConstraintView, ...] = ()


@dataclass(frozen=True, slots=True)
class TypesModule:
    """`types/<package>.py`."""

    path: str
    origins: tuple[str, ...]
    doc: str
    imports: tuple[tuple[str, ...], ...]
    late_imports: tuple[str, ...]
    definitions: tuple[DefinitionView, ...]


@dataclass(frozen=True, slots=True)
class TypesPackage:
    """`types/__init__.py`; `late` are module, local name, other module and name of imports that wait."""

    path: str
    origins: tuple[str, ...]
    doc: str
    modules: tuple[str, ...]
    late: tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True, slots=True)
class BaseModule:
    """`types/_base.py`."""

    path: str
    origins: tuple[str, ...]
    has_bindings: bool


@dataclass(frozen=True, slots=True)
class ValuesModule:
    """`tests/values.py`: values of every data type, for the tests of the system."""

    path: str
    origins: tuple[str, ...]
    modules: tuple[str, ...]
    has_quantities: bool


@dataclass(frozen=True, slots=True)
class TypesTest:
    """`tests/types/test_types.py`."""

    path: str
    origins: tuple[str, ...]
    has_enumerations: bool
    has_models: bool
    has_records: bool
    has_constraints: bool
    has_computed: bool
    has_labels: bool


@dataclass(frozen=True, slots=True)
class ExpectationsPackage:
    """`tests/types/__init__.py`."""

    path: str
    origins: tuple[str, ...]


TypesView = (
    TypesModule
    | TypesPackage
    | BaseModule
    | ValuesModule
    | TypesTest
    | ExpectationsPackage
    | ExpectationModule
)


def select(model: Model, context: PassContext) -> Iterator[TypesView]:
    """The modules of data types of each system, and what their tests know about them."""
    for system in context.systems:
        found = [each for each in data_definitions(model) if each in system]
        if found:
            yield from _system(model, context, system, Classes(model, python_types(model), found))


def _system(
    model: Model, context: PassContext, system: System, classes: Classes
) -> Iterator[TypesView]:
    origins = tuple(root.qualified_name for root in system.roots)
    modules: dict[str, list[DataDefinition]] = {}
    for each in classes.definitions.values():
        modules.setdefault(classes.module(each), []).append(each)
    late: list[tuple[str, str, str, str]] = []
    facts: list[ExpectationModule] = []
    made: list[DefinitionView] = []
    for module, members in sorted(modules.items()):
        view, waiting = _module(model, context, system.name, classes, module, members)
        late += waiting
        made += view.definitions
        yield view
        facts.append(expectations(model, system.name, classes, module, members))
    yield from facts
    names = tuple(sorted(modules))
    folder = system.name
    yield TypesPackage(
        path=f"{folder}/types/__init__.py",
        origins=origins,
        doc=f"Data types of {system.title}, one module per package of the model.",
        modules=tuple(sorted({each for row in late for each in (row[0], row[2])})),
        late=tuple(late),
    )
    has_bindings = any(each.bindings for each in made)
    yield BaseModule(f"{folder}/types/_base.py", origins, has_bindings)
    has_quantities = any(module.has_quantities for module in facts)
    yield ValuesModule(f"{folder}/tests/values.py", origins, names, has_quantities)
    yield ExpectationsPackage(f"{folder}/tests/types/__init__.py", origins)
    expected = [each for module in facts for each in module.expectations]
    yield TypesTest(
        path=f"{folder}/tests/types/test_types.py",
        origins=origins,
        has_enumerations=any(each.kind == Kind.ENUMERATION.value for each in expected),
        has_models=any(each.kind != Kind.ENUMERATION.value for each in expected),
        has_records=any(each.fields for each in expected),
        has_constraints=any(each.constraints for each in expected),
        has_computed=has_bindings,
        has_labels=any(module.has_labels for module in facts),
    )


def _module(
    model: Model,
    context: PassContext,
    system: str,
    classes: Classes,
    module: str,
    members: list[DataDefinition],
) -> tuple[TypesModule, list[tuple[str, str, str, str]]]:
    types = python_types(model)
    taken = {types.class_name(each) or "" for each in members}
    for each in members:
        taken.update(types.members(each).values())
    imports = Imports(taken)
    fields = Fields(model, imports, module, classes.is_cyclic)
    ordered = [classes.definitions[at] for at in classes.ordered(each.id for each in members)]
    views = tuple(_definition(model, context, classes, fields, imports, each) for each in ordered)
    late = imports.late()
    if late:
        imports.use("typing", "TYPE_CHECKING")
    package = model.package(members[0])
    origins = [each.qualified_name for each in (package, *members) if each is not None]
    view = TypesModule(
        path=f"{system}/types/{module}.py",
        origins=tuple(dict.fromkeys(origins)),
        doc=(package.doc if package else "")
        or f"Data types of {package.name if package else module}.",
        imports=imports.blocks(),
        late_imports=statements(late),
        definitions=views,
    )
    return view, [(module, local, at.removeprefix("."), name) for at, name, local in late]


def _definition(
    model: Model,
    context: PassContext,
    classes: Classes,
    fields: Fields,
    imports: Imports,
    definition: DataDefinition,
) -> DefinitionView:
    kind = classes.kinds[definition.id]
    name = python_types(model).class_name(definition) or ""
    view = DefinitionView(kind.value, name, definition.doc)
    if kind is Kind.ENUMERATION and isinstance(definition, EnumerationDefinition):
        base = imports.use("enum", "StrEnum")
        return replace(view, bases=base, literals=_literals(model, definition, imports))
    if kind is Kind.ALIAS:
        imports.use("typing", "TypeAlias")
        return replace(view, target=fields.alias(definition))
    return _class(model, context, classes, fields, imports, definition, view)


def _class(
    model: Model,
    context: PassContext,
    classes: Classes,
    fields: Fields,
    imports: Imports,
    definition: DataDefinition,
    view: DefinitionView,
) -> DefinitionView:
    """The view with what a class has beyond its name: bases, fields, computed values and constraints."""
    bases = [classes.definitions[at] for at in classes.bases(definition)]
    shown = [fields.base(each) for each in bases]
    if not shown:
        is_record = classes.kinds[definition.id] is Kind.RECORD
        shown = [imports.use("._base", "FrozenModel" if is_record else "OpaqueValue")]
    inherited = {each.id for base in bases for each in model.features(base)}
    module = classes.module(definition)
    constraints, faults = constraint_views(model, definition, view.name, imports, module, inherited)
    values, unbound = bound_values(model, definition, reported=inherited)
    context.report(*faults, *unbound)
    if constraints:
        imports.use("typing", "Self")
        imports.use("pydantic", "model_validator")
    own = () if is_inherited(model, values, bases) else values
    computed = {each.feature.id for each in values}
    return replace(
        view,
        bases=", ".join(shown),
        fields=tuple(
            fields.field(definition, each, is_computed=each.id in computed)
            for each in data_features(model, definition)
            if each.id not in inherited
        ),
        bindings=binding_views(own),
        binding_imports=binding_imports(own, imports, module),
        constraints=constraints,
    )


def _literals(
    model: Model, enumeration: EnumerationDefinition, imports: Imports
) -> tuple[LiteralView, ...]:
    members = python_types(model).literals(enumeration)
    return tuple(
        LiteralView(
            members[each.id], _literal_value(members[each.id], each.name or "", imports), each.doc
        )
        for each in model.features(enumeration)
        if isinstance(each, EnumerationUsage) and each.id in members
    )


def _literal_value(member: str, value: str, imports: Imports) -> str:
    """The value as Python; one that linters would take for a password is made from the name of its member."""
    if _SECRETIVE.search(member) and value == member.lower():
        return f"{imports.use('enum', 'auto')}()"
    return pystr(value)
