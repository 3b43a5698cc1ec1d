"""Authorization: sessions, the permissions of roles, and what each action requires, checked in one place.

Knows the rules of a system by their Python names; must not know which surface asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.compile.authorization import Authorization, Requirement, authorization_of
from generator.compile.code import Shape
from generator.compile.import_blocks import import_blocks
from generator.compile.types import ImportName, python_types
from generator.compile.workflow_names import workflow_names
from generator.emit.names import snake
from generator.emit.passes import PassContext, System
from generator.ir import EnumerationDefinition, EnumerationUsage, Feature, ItemDefinition, Model
from generator.schema.build import build_schema


@dataclass(frozen=True, slots=True)
class GrantView:
    """A role and its permissions, as Python."""

    role: str
    permissions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RuleView:
    """What a workflow requires: a permission as Python or "", inputs by name or ""; who may, and who may not."""

    workflow: str
    permission: str
    scope: str
    is_many: bool
    caller: str
    allowed: tuple[str, ...]
    forbidden: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SessionView:
    """The session entity: its class, and the field for each thing that is looked at; "" for what it does not have."""

    item: str
    all_method: str
    token: str
    column: str
    role: str
    roles: str
    scope: str
    is_many: bool
    expiry: str
    end: str


@dataclass(frozen=True, slots=True)
class RefusalView:
    """Where refusals are kept: the class, the method that adds one, and the fields."""

    item: str
    add_method: str
    all_method: str


@dataclass(frozen=True, slots=True)
class SecurityModule:
    """`security.py`."""

    path: str
    origins: tuple[str, ...]
    imports: tuple[str, ...]
    session: SessionView
    permissions: str
    grants: tuple[GrantView, ...]
    rules: tuple[RuleView, ...]
    refusal: RefusalView | None


@dataclass(frozen=True, slots=True)
class SecurityTest:
    """`tests/test_security.py`: each role with each action, and every way of having no session."""

    path: str
    origins: tuple[str, ...]
    system: str
    imports: tuple[str, ...]
    session: SessionView
    rules: tuple[RuleView, ...]
    refusal: RefusalView | None
    strongest: str


def select(model: Model, context: PassContext) -> Iterator[SecurityModule | SecurityTest]:
    """The rules of each system that has a session entity."""
    for system in context.systems:
        rules, faults = authorization_of(model, system.elements())
        context.report(*faults)
        if rules is not None:
            yield from _system(model, system, rules)


def _system(
    model: Model, system: System, rules: Authorization
) -> Iterator[SecurityModule | SecurityTest]:
    names = _Names(model)
    session = _session(model, names, rules, _column(model, system, rules))
    permissions = _permission_types(model, rules)
    views = tuple(_rule(model, names, rules, each) for each in rules.requirements)
    refusal = _refusal(model, names, rules)
    origins = (
        rules.entity.qualified_name,
        rules.roles.qualified_name,
        *(each.action.qualified_name for each in rules.requirements),
    )
    grants = tuple(
        GrantView(names.literal(role), tuple(names.literal(each) for each in granted))
        for role, granted in rules.grants
    )
    imported = [rules.entity, rules.roles, *permissions]
    imported += [rules.refusal] if rules.refusal is not None else []
    yield SecurityModule(
        path=f"{system.name}/security.py",
        origins=origins,
        imports=names.imports(imported),
        session=session,
        permissions=" | ".join(names.of(each) for each in permissions) or "str",
        grants=grants,
        rules=views,
        refusal=refusal,
    )
    strongest = max(grants, key=lambda each: len(each.permissions), default=None)
    yield SecurityTest(
        path=f"{system.name}/tests/test_security.py",
        origins=origins,
        system=system.name,
        imports=names.imports([rules.entity, rules.roles], system.name),
        session=session,
        rules=views,
        refusal=refusal,
        strongest=strongest.role if strongest is not None else "",
    )


class _Names:
    """Python names of what rules mention."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._types = python_types(model)

    def of(self, type_: ItemDefinition | EnumerationDefinition) -> str:
        return self._types.of_type(type_).text

    def literal(self, each: EnumerationUsage) -> str:
        owner = self._model.owner(each)
        if not isinstance(owner, EnumerationDefinition):
            return ""
        return f"{self.of(owner)}.{self._types.literals(owner)[each.id]}"

    def field(self, feature: Feature | None) -> str:
        return "" if feature is None else self._types.field_name(feature)

    def imports(
        self, types: Iterable[ItemDefinition | EnumerationDefinition], system: str = ""
    ) -> tuple[str, ...]:
        """Import statements for types: relative, or those of a test of a system."""
        found: set[ImportName] = set()
        for each in types:
            found.update(self._types.of_type(each).imports)
        blocks = import_blocks([], found, system, is_absolute=bool(system))
        return tuple(line for block in blocks for line in block)


def _column(model: Model, system: System, rules: Authorization) -> str:
    """The column of the token."""
    schema, _ = build_schema(model, system.elements())
    tables = (each for each in schema.tables if each.entity == rules.entity.qualified_name)
    columns = (column for table in tables for column in table.columns)
    return next(each.name for each in columns if model.find(each.origin) is rules.token)


def _session(model: Model, names: _Names, rules: Authorization, column: str) -> SessionView:
    scope = rules.scope
    return SessionView(
        item=names.of(rules.entity),
        all_method=f"all_{snake(rules.entity.name or '')}",
        token=names.field(rules.token),
        column=column,
        role=names.field(rules.role),
        roles=names.of(rules.roles),
        scope=names.field(scope),
        is_many=scope is not None and model.multiplicity(scope).is_many,
        expiry=names.field(rules.expiry),
        end=names.field(rules.end),
    )


def _rule(model: Model, names: _Names, rules: Authorization, requirement: Requirement) -> RuleView:
    scope, caller = requirement.scope, requirement.caller
    may = [(names.literal(role), rules.may(role, requirement)) for role, _ in rules.grants]
    wanted = requirement.permission
    return RuleView(
        workflow=workflow_names(model).function(requirement.action) or "",
        permission="" if wanted is None else names.literal(wanted),
        scope="" if scope is None else scope.name,
        is_many=scope is not None and scope.shape is Shape.MANY,
        caller="" if caller is None else caller.name,
        allowed=tuple(role for role, allowed in may if allowed),
        forbidden=tuple(role for role, allowed in may if not allowed),
    )


def _permission_types(model: Model, rules: Authorization) -> list[EnumerationDefinition]:
    """The enumerations permissions are literals of."""
    literals = [each for _, granted in rules.grants for each in granted]
    literals += [each.permission for each in rules.requirements if each.permission is not None]
    owners = {each.id: each for each in map(model.owner, literals) if each is not None}
    return [each for each in owners.values() if isinstance(each, EnumerationDefinition)]


def _refusal(model: Model, names: _Names, rules: Authorization) -> RefusalView | None:
    if rules.refusal is None:
        return None
    name = snake(rules.refusal.name or "")
    return RefusalView(names.of(rules.refusal), f"store_{name}", f"all_{name}")
