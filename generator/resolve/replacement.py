"""Which features of a type stand in for which inherited ones.

Sources: KerML 1.0, clauses 8.3.3.1 (inherited memberships without redefined features) and 8.4.4.6
(parameters redefine by position). Must not know scopes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator import ir
from generator.ir import Role, SpecializationKind
from generator.resolve.symbols import General, Symbol
from generator.syntax import ast

__all__ = [
    "POSITIONAL",
    "is_redefining",
    "most_specific",
    "redefined_names",
    "replacement",
    "role_member",
]

_Generals = Callable[[Symbol], list[General]]

# Roles of features that redefine one another by position, whatever their names.
POSITIONAL = frozenset({Role.PARAMETER, Role.RETURN, Role.SUBJECT, Role.OBJECTIVE, Role.END})

# What states and transitions call the actions they own, whatever those are called themselves.
_ROLES = {
    "accepter": Role.TRIGGER,
    "effect": Role.EFFECT,
    "entryAction": Role.ENTRY,
    "doAction": Role.DO,
    "exitAction": Role.EXIT,
}
_OWNERS_OF_ROLES = (ir.TransitionUsage, ir.StateUsage, ir.StateDefinition)


def role_member(owner: Symbol, name: str) -> Symbol | None:
    """The action of a state or transition that stands for the library feature with a name, such as `effect`."""
    role = _ROLES.get(name)
    if role is None or not issubclass(owner.kind, _OWNERS_OF_ROLES):
        return None
    return next((each for each in owner.members if each.role is role), None)


def most_specific(candidates: Sequence[Symbol], generals: _Generals) -> Symbol:
    """The first of several inherited features that no other one of them redefines."""
    for candidate in candidates:
        if not any(is_redefining(other, candidate, generals) for other in candidates):
            return candidate
    return candidates[0]


def replacement(type_: Symbol, inherited: Symbol, generals: _Generals) -> Symbol | None:
    """What stands in a type for an inherited parameter: its own one in that position, if it has one.

    A parameter with another name takes the old name away: then nothing is left under it.
    """
    for member in type_.members:
        if member.role is inherited.role and is_redefining(member, inherited, generals):
            return member if member.declared_name is None else None
    return inherited


def is_redefining(feature: Symbol, other: Symbol, generals: _Generals) -> bool:
    """Whether a feature redefines another one, directly or through others."""
    seen = {id(feature)}
    stack = [feature]
    while stack:
        for general in generals(stack.pop()):
            target = general.target
            if general.kind is not SpecializationKind.REDEFINITION or target is None:
                continue
            if target is other:
                return True
            if id(target) not in seen:
                seen.add(id(target))
                stack.append(target)
    return False


def redefined_names(type_: Symbol) -> frozenset[str]:
    """Names that are no longer members of a type, because a feature with another name redefines them."""
    if type_.hidden is None:
        found = {name for member in type_.members for name in _written_redefinitions(member)}
        type_.hidden = frozenset(found - set(type_.names))
    return type_.hidden


def _written_redefinitions(member: Symbol) -> list[str]:
    if member.declared_name is None or not isinstance(member.node, ast.Type):
        return []
    found = []
    for each in member.node.specializations:
        if isinstance(each, ast.Redefinition):
            target = each.target
            last = target.links[-1] if isinstance(target, ast.FeatureChain) else target
            found += [last.segments[-1].text] if last.segments else []
    return found
