"""Who may do what, as the model says it: the session entity, what roles are granted, what actions require.

Reads `Grants`, `Requires`, `caller` and the marks on the attributes of a session entity. Knows metadata and
parameters; must not know how a surface asks for a session.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.compile.actions import Port, inputs
from generator.compile.constants import annotated
from generator.compile.workflow_names import workflow_names
from generator.diagnostics import Diagnostic, Severity
from generator.ir import (
    ActionDefinition,
    ActionUsage,
    Element,
    ElementId,
    EnumerationDefinition,
    EnumerationUsage,
    Feature,
    ItemDefinition,
    MetadataUsage,
    Model,
    Role,
    Type,
)
from generator.ir.constants import metadata_values

__all__ = ["Authorization", "Requirement", "authorization_of", "is_caller"]

GRANTS = "AgentSystems::Security::Grants"
REQUIRES = "AgentSystems::Security::Requires"
CALLER = "AgentSystems::Security::caller"
TOKEN = "AgentSystems::Security::sessionToken"  # noqa: S105 - the name of a library element
ROLE = "AgentSystems::Security::sessionRole"
SCOPE = "AgentSystems::Security::sessionScope"
EXPIRY = "AgentSystems::Security::sessionExpiry"
END = "AgentSystems::Security::sessionEnd"
REFUSAL = "AgentSystems::Security::Refusal"


@dataclass(frozen=True, slots=True)
class Requirement:
    """What one action requires of a session: a permission, or none; `scope` is the input that has to be in scope.

    `caller` is the input that is given the session.
    """

    action: Type
    permission: EnumerationUsage | None
    scope: Port | None
    caller: Port | None


@dataclass(frozen=True, slots=True)
class Authorization:
    """The rules of a system. `grants` has every role in the order of the model, `scope` may be missing."""

    entity: ItemDefinition
    token: Feature
    role: Feature
    roles: EnumerationDefinition
    scope: Feature | None
    expiry: Feature | None
    end: Feature | None
    grants: tuple[tuple[EnumerationUsage, tuple[EnumerationUsage, ...]], ...]
    requirements: tuple[Requirement, ...]
    refusal: ItemDefinition | None

    @property
    def guarded(self) -> frozenset[ElementId]:
        """The actions that are done for a session only."""
        return frozenset(each.action.id for each in self.requirements)

    def may(self, role: EnumerationUsage, requirement: Requirement) -> bool:
        """Whether a role is granted what an action requires."""
        if requirement.permission is None:
            return True
        given = next((found for each, found in self.grants if each.id == role.id), ())
        return any(each.id == requirement.permission.id for each in given)


def is_caller(model: Model, feature: Feature) -> bool:
    """Whether an input is given the session of whoever asks, instead of a value."""
    return annotated(model, feature, CALLER)


def authorization_of(
    model: Model, within: Iterable[Element]
) -> tuple[Authorization | None, tuple[Diagnostic, ...]]:
    """The rules of the elements of a system; None, with what is missing, where they cannot be enforced."""
    elements = tuple(within)
    diagnostics: list[Diagnostic] = []
    found = (_requirement(model, each, diagnostics) for each in elements)
    requirements = tuple(each for each in found if each is not None)
    entity = next((each for each in elements if _is_session(model, each)), None)
    if not isinstance(entity, ItemDefinition):
        for each in requirements:
            message = f"`{each.action.name}` requires a session, and no entity has a `sessionToken`"
            diagnostics.append(_fault("authorization-session", each.action, message))
        return None, tuple(diagnostics)
    marked = {at: _marked(model, entity, at) for at in (TOKEN, ROLE, SCOPE, EXPIRY, END)}
    token, role = marked[TOKEN], marked[ROLE]
    roles = model.type_of(role) if role is not None else None
    if token is None or role is None or not isinstance(roles, EnumerationDefinition):
        message = f"the session `{entity.name}` has no `sessionRole` typed by an enumeration"
        diagnostics.append(_fault("authorization-role", entity, message))
        return None, tuple(diagnostics)
    rules = Authorization(
        entity,
        token,
        role,
        roles,
        marked[SCOPE],
        marked[EXPIRY],
        marked[END],
        _grants(model, roles),
        requirements,
        _refusal(model, elements),
    )
    diagnostics += _unreachable(rules)
    return rules, tuple(diagnostics)


def _is_session(model: Model, element: Element) -> bool:
    return isinstance(element, ItemDefinition) and _marked(model, element, TOKEN) is not None


def _marked(model: Model, entity: ItemDefinition, mark: str) -> Feature | None:
    return next((each for each in model.features(entity) if annotated(model, each, mark)), None)


def _refusal(model: Model, elements: Iterable[Element]) -> ItemDefinition | None:
    found = (each for each in elements if isinstance(each, ItemDefinition))
    return next((e for e in found if model.specializes(e, REFUSAL) and not e.is_abstract), None)


def _grants(
    model: Model, roles: EnumerationDefinition
) -> tuple[tuple[EnumerationUsage, tuple[EnumerationUsage, ...]], ...]:
    literals = (each for each in model.features(roles) if isinstance(each, EnumerationUsage))
    return tuple(
        (
            each,
            tuple(
                literal
                for usage in model.metadata(each, GRANTS)
                for literal in _literals(model, usage, "permissions")
            ),
        )
        for each in literals
        if each.role is Role.VARIANT
    )


def _literals(model: Model, usage: MetadataUsage, name: str) -> tuple[EnumerationUsage, ...]:
    """The enumeration literals an annotation gives to one of its attributes."""
    found = metadata_values(model, usage).get(name)
    values = found if isinstance(found, tuple) else (found,)
    return tuple(each for each in values if isinstance(each, EnumerationUsage))


def _requirement(
    model: Model, action: Element, diagnostics: list[Diagnostic]
) -> Requirement | None:
    """What an action requires; an input that is given the session requires one, too."""
    usage = next(iter(model.metadata(action, REQUIRES)), None)
    if not isinstance(action, ActionDefinition | ActionUsage):
        return None
    if (
        workflow_names(model).function(action) is None
    ):  # a use of an action: its definition is asked
        return None
    ports = inputs(model, action)
    caller = next((each for each in ports if is_caller(model, each.feature)), None)
    if usage is None:
        return None if caller is None else Requirement(action, None, None, caller)
    wanted = metadata_values(model, usage).get("scope")
    scope = next((each for each in ports if each.feature.name == wanted), None)
    if wanted is not None and scope is None:
        message = f"`{action.name}` has no input `{wanted}` that could be in scope"
        diagnostics.append(_fault("authorization-scope", usage, message))
    permission = next(iter(_literals(model, usage, "permission")), None)
    return Requirement(action, permission, scope, caller)


def _unreachable(rules: Authorization) -> list[Diagnostic]:
    """Actions nobody may do are a slip of the model."""
    diagnostics = []
    for each in rules.requirements:
        if not any(rules.may(role, each) for role, _ in rules.grants):
            message = f"no role is granted what `{each.action.name}` requires"
            diagnostics.append(
                Diagnostic("authorization-nobody", Severity.WARNING, message, each.action.span)
            )
        if each.scope is not None and rules.scope is None:
            message = f"`{each.action.name}` asks for a scope, and the session entity has no `sessionScope`"
            diagnostics.append(_fault("authorization-scope", each.action, message))
    return diagnostics


def _fault(code: str, element: Element, message: str) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, element.span)
