"""The names of elements: those in effect, and those qualified by their owners'.

Source: KerML 1.0, clause 8.3.2 (effective names, qualified names). Must not know what else an element has.
"""

from __future__ import annotations

from generator import ir
from generator.resolve.suggest import quoted
from generator.resolve.symbols import Symbol

__all__ = ["Naming"]


class Naming:
    """Names elements in the order of their ids: the effective name of each, then its qualified one."""

    def __init__(self) -> None:
        self._names: dict[int, str | None] = {}
        self._used: dict[str, int] = {}
        self._qualified: dict[int, str] = {}

    def effective(self, symbol: Symbol) -> str | None:
        """The declared name, else the name of what the element redefines or refers to."""
        path: dict[int, Symbol] = {}
        at: Symbol | None = symbol
        name: str | None = None
        while at is not None and id(at) not in path:
            if at.id in self._names or at.name is not None:
                name = self._names.get(at.id, at.name)
                break
            path[id(at)] = at
            if at.declared_name is not None or at.short_name is not None:
                name = at.declared_name
                break
            at = _naming_feature(at)
        for each in path.values():
            self._names[each.id] = name
        return name

    def qualified(self, symbol: Symbol, owner: Symbol | None) -> str:
        """The name below that of the owner, whose turn was before; namesakes are numbered."""
        if symbol.id in self._qualified:
            return self._qualified[symbol.id]
        name = self._names[symbol.id]
        prefix = f"{self._qualified[owner.id]}::" if owner is not None else ""
        if name is None:
            full = f"{prefix}@{symbol.position + 1}"
        else:
            full = prefix + quoted(name)
        if full in self._used:
            plain = full
            number = self._used[plain]
            while full in self._used:
                number += 1
                full = f"{plain}@{number}"
            self._used[plain] = number
        self._used[full] = 1
        self._qualified[symbol.id] = full
        return full


def _naming_feature(symbol: Symbol) -> Symbol | None:
    """What an unnamed element takes its name from."""
    if symbol.naming is not None:
        for general in symbol.generals or ():
            if general.node is symbol.naming:
                return general.target
        return None
    for general in symbol.generals or ():
        if general.kind is ir.SpecializationKind.REDEFINITION:
            return general.target
    return None
