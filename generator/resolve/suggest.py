"""Hints for names that lead nowhere: a similar name that is visible, or an import that would help."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from generator.ir import Visibility
from generator.resolve.symbols import Alias, Symbol

__all__ = ["Suggestions"]

# A model with more faults than this has another problem than spelling.
_MOST_SEARCHES = 100
# Comparing takes time by the square of the length.
_LONGEST = 200


class Suggestions:
    """Finds what the author may have meant. Asked only when something is wrong, so it may take its time.

    `symbols` are those of the workspace; `library` gives those of the libraries by their name.
    """

    def __init__(
        self,
        symbols: Iterable[Symbol],
        library: Callable[[str], Iterable[Symbol]],
        roots: Sequence[Symbol],
        generals: Callable[[Symbol], Iterable[Symbol]],
    ) -> None:
        self._symbols = symbols
        self._library = library
        self._roots = roots
        self._generals = generals
        self._elsewhere: dict[str, list[Symbol]] | None = None
        self._searches = 0

    def for_name(self, scope: Symbol, name: str) -> str | None:
        """A hint for a name that is not known in a scope."""
        elsewhere = [*self._known_elsewhere().get(name, ())]
        elsewhere += [each for each in self._library(name) if _is_importable(each)]
        if elsewhere:
            best = min(elsewhere, key=lambda each: (each.library is not None, path_name(each)))
            owner = best.owner
            if owner is not None and owner.owner is not None:
                return f"add `private import {path_name(best)};` or write `{path_name(best)}`"
        self._searches += 1
        return _similar(name, self._visible(scope)) if self._searches <= _MOST_SEARCHES else None

    def for_member(self, namespace: Symbol, name: str) -> str | None:
        """A hint for a name that a namespace does not have."""
        self._searches += 1
        return _similar(name, self._names(namespace)) if self._searches <= _MOST_SEARCHES else None

    def _visible(self, scope: Symbol) -> set[str]:
        candidates: set[str] = set()
        at: Symbol | None = scope
        while at is not None:
            candidates.update(self._names(at))
            at = at.outer
        for root in self._roots:
            candidates.update(root.names)
        return candidates

    def _names(self, namespace: Symbol) -> set[str]:
        found: set[str] = set()
        seen: set[int] = set()
        stack = [namespace]
        while stack:
            at = stack.pop()
            if id(at) in seen:
                continue
            seen.add(id(at))
            found.update(at.names)
            found.update(at.derived)
            for declaration in at.imports:
                target = declaration.target
                if target is None:
                    continue
                if declaration.is_namespace:
                    found.update(_public_names(target))
                elif target.declared_name is not None:
                    found.add(target.declared_name)
            stack.extend(self._generals(at))
        return found

    def _known_elsewhere(self) -> dict[str, list[Symbol]]:
        if self._elsewhere is None:
            found: dict[str, list[Symbol]] = {}
            for symbol in self._symbols:
                if symbol.declared_name and _is_importable(symbol):
                    found.setdefault(symbol.declared_name, []).append(symbol)
            self._elsewhere = found
        return self._elsewhere


def _public_names(namespace: Symbol) -> list[str]:
    return [
        name
        for name, member in namespace.names.items()
        if isinstance(member, Alias) or member.visibility is Visibility.PUBLIC
    ]


def _is_importable(symbol: Symbol) -> bool:
    """Whether an import can bring the element in: public all the way up, and owned by packages only."""
    at: Symbol | None = symbol
    while at is not None and at.owner is not None:
        if at.visibility is not Visibility.PUBLIC or (at is not symbol and at.is_type()):
            return False
        at = at.owner
    return True


def path_name(symbol: Symbol) -> str:
    """The qualified name of a symbol as an author would write it."""
    parts: list[str] = []
    at: Symbol | None = symbol
    while at is not None and at.owner is not None:
        parts.append(quoted(at.label()))
        at = at.owner
    return "::".join(reversed(parts))


def last_name(qualified: str) -> str:
    """The last name of a qualified one, as it is written."""
    mark = "::'" if qualified.endswith("'") else "::"
    at = qualified.rfind(mark)
    return qualified if at < 0 else qualified[at + 2 :]


def quoted(name: str) -> str:
    """A name as it is written: in quotes unless it is a basic name."""
    if name.isascii() and name.isidentifier():
        return name
    return "'" + name.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'"


def _similar(name: str, candidates: Iterable[str]) -> str | None:
    """The candidate with the fewest edits, if they are few for the length of the name."""
    wanted = name.lower()
    best: tuple[int, str] | None = None
    for each in candidates:
        most = min(len(wanted) // 3, 3) if best is None else best[0]
        if each != name and abs(len(each) - len(wanted)) <= most and len(wanted) <= _LONGEST:
            found = (_edits(wanted, each.lower(), most), each)
            if found[0] <= most and (best is None or found < best):
                best = found
    return None if best is None else f"did you mean `{quoted(best[1])}`?"


def _edits(one: str, other: str, most: int) -> int:
    """The edits (insert, delete, replace, swap neighbours) between two words; more than `most` if so many."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, char in enumerate(one, start=1):
        following = [i]
        for j, against in enumerate(other, start=1):
            cost = min(row[j] + 1, following[-1] + 1, row[j - 1] + (char != against))
            if i > 1 and j > 1 and char == other[j - 2] and one[i - 2] == against:
                cost = min(cost, before[j - 2] + 1)
            following.append(cost)
        before, row = row, following
        if min(row) > most:
            return most + 1
    return row[-1]
