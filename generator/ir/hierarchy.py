"""Who specialises whom, directly or not, in models of any shape.

Most elements have the same few generals (those the specification implies), so what lies above is remembered by
the direct generals and not by the element. Hierarchies that are too high for that are walked, and what was found
out about a general is kept for all on the way to it. Safe on cycles; must not know elements.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from generator.ir.expressions import ElementId

__all__ = ["Hierarchy"]

_HIGH = 200


class _Specialization(Protocol):
    @property
    def general(self) -> ElementId | None: ...


class Hierarchy:
    """Answers from the specialisations each element owns."""

    def __init__(self, owned: Callable[[ElementId], Sequence[_Specialization]]) -> None:
        self._owned = owned
        self._direct: dict[ElementId, tuple[ElementId, ...]] = {}
        self._same: dict[tuple[ElementId, ...], tuple[ElementId, ...]] = {}
        self._above: dict[tuple[ElementId, ...], frozenset[ElementId] | None] = {}
        self._reaching: dict[ElementId, dict[ElementId, bool]] = {}

    def direct(self, at: ElementId) -> tuple[ElementId, ...]:
        """The direct generals of an element in their order, each once."""
        found = self._direct.get(at)
        if found is None:
            generals = (each.general for each in self._owned(at))
            found = tuple(dict.fromkeys(each for each in generals if each is not None))
            found = self._direct[at] = self._same.setdefault(found, found)
        return found

    def above(self, at: ElementId) -> frozenset[ElementId]:
        """An element and everything it specialises."""
        direct = self.direct(at)
        closure = self._closure(direct)
        return (closure if closure is not None else self._walk(direct)) | {at}

    def leads(self, at: ElementId, general: ElementId) -> bool:
        """Whether an element is or specialises another one."""
        if at == general:
            return True
        closure = self._closure(self.direct(at))
        return general in closure if closure is not None else self._reaches(at, general)

    def _closure(self, direct: tuple[ElementId, ...]) -> frozenset[ElementId] | None:
        """Some generals and all above them; None when they are too many to be remembered."""
        if direct not in self._above:
            found: set[ElementId] = set(direct)
            stack = list(direct)
            is_high = False
            while stack and not is_high:
                above = self.direct(stack.pop())
                known = self._above.get(above, above)
                new = [each for each in known or () if each not in found]
                found.update(new)
                stack.extend(new if known is above else ())
                is_high = known is None or len(found) > _HIGH
            self._above[direct] = None if is_high else frozenset(found)
        return self._above[direct]

    def _walk(self, direct: tuple[ElementId, ...]) -> frozenset[ElementId]:
        found = set(direct)
        stack = list(direct)
        while stack:
            new = [each for each in self.direct(stack.pop()) if each not in found]
            found.update(new)
            stack.extend(new)
        return frozenset(found)

    def _reaches(self, start: ElementId, general: ElementId) -> bool:
        """Depth first; what is known at the end holds for all on the way, or for all that was seen."""
        known = self._reaching.setdefault(general, {general: True})
        from_: dict[ElementId, ElementId] = {start: start}
        stack = [start]
        while stack:
            at = stack.pop()
            if known.get(at):
                while at != start:
                    at = from_[at]
                    known[at] = True
                return True
            if at in known:
                continue
            for each in self.direct(at):
                if each not in from_:
                    from_[each] = at
                    stack.append(each)
        known.update(dict.fromkeys(from_, False))
        return False
