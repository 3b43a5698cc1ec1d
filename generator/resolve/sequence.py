"""The neighbours that shorthand successions and transitions leave out.

Source: SysML 2.0, clauses 7.17.3 and 7.18.3: `then x` starts from the action written before it; successions,
transitions, connectors, parameters and annotations in between do not count.
"""

from __future__ import annotations

from generator import ir
from generator.ir import Role
from generator.resolve.symbols import Symbol
from generator.syntax import ast

__all__ = ["Neighbours"]

_SKIPPED_ROLES = frozenset(
    {Role.PARAMETER, Role.RETURN, Role.DO, Role.EXIT, Role.SUBJECT, Role.OBJECTIVE}
)
_SKIPPED_KINDS = (ir.ConnectorAsUsage, ir.TransitionUsage, ir.MetadataUsage, ir.ConstraintUsage)


class Neighbours:
    """Finds the action before or after a succession; positions are computed once per owner."""

    def __init__(self) -> None:
        self._positions: dict[int, dict[int, int]] = {}
        self._before: dict[int, list[Symbol | None]] = {}

    def before(self, symbol: Symbol) -> Symbol | None:
        """The action (or the `first x;` that names one) written before a succession."""
        owner = symbol.owner
        if owner is None:
            return None
        if id(owner) not in self._before:
            self._before[id(owner)] = _previous(owner.members)
        return self._before[id(owner)][self._position(symbol, owner)]

    def after(self, symbol: Symbol) -> Symbol | None:
        """The member written right after a succession."""
        owner = symbol.owner
        if owner is None:
            return None
        at = self._position(symbol, owner) + 1
        return owner.members[at] if at < len(owner.members) else None

    def _position(self, symbol: Symbol, owner: Symbol) -> int:
        positions = self._positions.get(id(owner))
        if positions is None or id(symbol) not in positions:
            positions = {id(each): at for at, each in enumerate(owner.members)}
            self._positions[id(owner)] = positions
        return positions[id(symbol)]


def _previous(members: list[Symbol]) -> list[Symbol | None]:
    found: list[Symbol | None] = []
    last: Symbol | None = None
    for member in members:
        found.append(last)
        if isinstance(member.node, ast.InitialNodeMember) or _counts(member):
            last = member
    return found


def _counts(member: Symbol) -> bool:
    if not issubclass(member.kind, ir.OccurrenceUsage) or issubclass(member.kind, _SKIPPED_KINDS):
        return False
    if member.role in _SKIPPED_ROLES or issubclass(member.kind, ir.PortUsage):
        return False
    node = member.node
    return isinstance(node, ast.Usage) and node.direction is None
