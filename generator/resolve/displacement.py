"""Why a name is not known although it is inherited: a feature of another name redefines what it stands for.

Source: KerML 1.0, clause 8.4.4.6 (parameters redefine by position). Asked only when something is wrong. Must not
report anything.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator import ir
from generator.diagnostics import Edit, Fix, Related
from generator.ir import Role
from generator.resolve.replacement import POSITIONAL, is_redefining
from generator.resolve.scopes import Scopes
from generator.resolve.suggest import path_name, quoted
from generator.resolve.symbols import General, Symbol
from generator.source import Span
from generator.syntax import ast

__all__ = ["Displacement", "Displacements"]


@dataclass(frozen=True, slots=True)
class Displacement:
    """`taker` of a type redefines `lost`, whose name is gone therefore."""

    taker: Symbol
    lost: Symbol

    def hint(self) -> str:
        """What happened, and what to do about it."""
        told = f"`{quoted(self.taker.label())}` redefines `{path_name(self.lost)}`"
        if self._is_by_position():
            return f"{told} by position; write `{self._written()}` before it to keep both"
        return f"{told}, so it has that name here"

    def related(self) -> tuple[Related, ...]:
        """Where the one is that took the place, and the other one."""
        return (
            Related("this one takes its place", self.taker.name_span()),
            Related("it is declared here", self.lost.name_span()),
        )

    def fix(self) -> Fix | None:
        """Redefine the lost parameter before the one that took its place, if that is in a model of the user."""
        if not self._is_by_position() or self.taker.library is not None:
            return None
        place = Span(self.taker.source, self.taker.start, self.taker.start)
        title = f"write `{self._written()}` before `{self.taker.label()}`"
        return Fix(title, (Edit(place, f"{self._written()} "),))

    def _is_by_position(self) -> bool:
        node = self.taker.node
        return self.taker.role is Role.PARAMETER and not (
            isinstance(node, ast.Type)
            and any(isinstance(each, ast.Redefinition) for each in node.specializations)
        )

    def _written(self) -> str:
        return f"{self.lost.direction or ir.Direction.IN} :>> {quoted(self.lost.label())};"


class Displacements:
    """Finds what took the place of a feature, for the report of its name."""

    def __init__(self, scopes: Scopes, generals: Callable[[Symbol], list[General]]) -> None:
        self._scopes = scopes
        self._generals = generals

    def find(self, namespace: Symbol, name: str) -> Displacement | None:
        """What took the place of what a type would inherit under a name; None if there is no such thing."""
        seen = {id(namespace)}
        stack = [namespace] if namespace.is_type() else []
        while stack:
            at = stack.pop()
            lost = self._scopes.inherited(at, name, hide=False)
            for member in at.members if lost is not None else ():
                is_other = member.declared_name not in (None, name) and member.role in POSITIONAL
                if is_other and lost is not None and is_redefining(member, lost, self._generals):
                    return Displacement(member, lost)
            for each in self._generals(at):
                if each.target is not None and id(each.target) not in seen:
                    seen.add(id(each.target))
                    stack.append(each.target)
        return None
