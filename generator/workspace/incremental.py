"""Checks again only what an edit can have changed, file by file.

A file can only see another one through the names at its top, so what is found in a file depends on its own text
and on the files whose top names it mentions, on those that they mention, and so on. What was found is remembered
under the digests of all these; after an edit the files with a new digest are resolved together with what they
see, and nothing else is read. Knows the front end; must not know the disk.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

from generator.diagnostics import Diagnostic
from generator.emit.artifact import digest
from generator.source import SourceFile
from generator.syntax import RootNamespace, ast
from generator.workspace.findings import ROOMS, from_bytes, to_bytes
from generator.workspace.front import check_some, trees_of
from generator.workspace.keys import key_of
from generator.workspace.store import Store

__all__ = ["Incremental"]

# Findings whose hints may speak of any file of the workspace.
_FAR_SIGHTED = frozenset({"unresolved-name", "ambiguous-name"})


@dataclass(frozen=True, slots=True)
class _Outline:
    """What a file shows and sees: names at its top, first names of its references; `annotates` others or not."""

    top: frozenset[str]
    seen: frozenset[str]
    annotates: bool


class Incremental:
    """The findings of one workspace, remembered by file."""

    def __init__(
        self, sources: Sequence[SourceFile], library: Sequence[SourceFile], store: Store
    ) -> None:
        self._sources = sources
        self._library = library
        self._store = store
        outlines = [self._outline(each) for each in sources]
        self._reach = _closures(_edges(outlines))
        self._digests = [digest(f"{each.path}\0{each.text}") for each in sources]
        shared = [digest("\0".join(f"{each.path}\0{each.text}" for each in library))]
        shared += [json.dumps(sorted(each.top)) for each in outlines]
        self._shared = digest("\0".join(shared))

    def recheck(self) -> tuple[Diagnostic, ...] | None:
        """Everything that is wrong with the texts; None when all of them have to be looked at."""
        known = [self._recall(at) for at in range(len(self._sources))]
        changed = [at for at, found in enumerate(known) if found is None]
        if 2 * len(changed) > len(self._sources):
            return None
        seen = sorted({other for at in changed for other in self._reach[at]})
        paths = {self._sources[at].path for at in changed}
        found = check_some([self._sources[at] for at in seen], paths, self._library, self._store)
        if any(each.code in _FAR_SIGHTED for each in found):
            found = check_some(self._sources, paths, self._library, self._store)
        self.keep(found, changed)
        return (*(each for some in known for each in some or ()), *found)

    def keep(self, found: Sequence[Diagnostic], files: Sequence[int] | None = None) -> None:
        """Remember what was found in some of the files; in all, unless they are named."""
        by_path: dict[str, list[Diagnostic]] = {}
        for each in found:
            by_path.setdefault(each.span.path, []).append(each)
        for at in range(len(self._sources)) if files is None else files:
            own = by_path.get(self._sources[at].path, [])
            data = to_bytes(own, (*self._sources, *self._library))
            if data is not None and not any(each.code in _FAR_SIGHTED for each in own):
                self._store.put_bytes(self._key(at), data)

    def _recall(self, at: int) -> tuple[Diagnostic, ...] | None:
        data = self._store.get_bytes(self._key(at))
        return None if data is None else from_bytes(data, (*self._sources, *self._library))

    def _key(self, at: int) -> bytes:
        parts = [self._shared, str(len(self._sources)), str(at), self._digests[at]]
        parts += [f"{other} {self._digests[other]}" for other in sorted(self._reach[at])]
        return key_of("\n".join(("findings of a file", *parts)), (), ROOMS)

    def _outline(self, source: SourceFile) -> _Outline:
        key = key_of("outline", (source,), ("syntax",))
        known = self._store.get_bytes(key)
        if known is not None:
            try:
                top, seen, annotates = json.loads(known)
                return _Outline(frozenset(top), frozenset(seen), bool(annotates))
            except (ValueError, TypeError):
                pass  # a damaged entry: look again
        ((_, tree),) = trees_of((source,), self._store)
        found = _outline_of(tree)
        record = (sorted(found.top), sorted(found.seen), found.annotates)
        self._store.put_bytes(key, json.dumps(record).encode())
        return found


def _outline_of(tree: RootNamespace) -> _Outline:
    top = {
        name.text
        for member in tree.members
        for name in (member.declared_name, member.declared_short_name)
        if name is not None
    }
    seen: set[str] = set()
    annotates = False
    stack: list[object] = [tree]
    while stack:
        at = stack.pop()
        if isinstance(at, ast.QualifiedName):
            seen.update(each.text for each in at.segments[:1])
        elif isinstance(at, tuple):
            stack.extend(at)
        elif isinstance(at, ast.Node):
            annotates = annotates or bool(getattr(at, "about", ()))
            stack.extend(_values(at))
    return _Outline(frozenset(top), frozenset(seen), annotates)


def _values(node: ast.Node) -> Iterator[object]:
    for name in _names(type(node)):
        value = getattr(node, name)
        if isinstance(value, tuple | ast.Node):
            yield value


_known_names: dict[type[ast.Node], tuple[str, ...]] = {}


def _names(kind: type[ast.Node]) -> tuple[str, ...]:
    if kind not in _known_names:
        _known_names[kind] = tuple(each.name for each in fields(kind))
    return _known_names[kind]


def _edges(outlines: Sequence[_Outline]) -> list[set[int]]:
    """Which files each file can see directly. Annotations from elsewhere are seen from what they annotate."""
    declaring: dict[str, list[int]] = {}
    for at, outline in enumerate(outlines):
        for name in outline.top:
            declaring.setdefault(name, []).append(at)
    found: list[set[int]] = []
    for outline in outlines:
        names = outline.top | outline.seen
        found.append({other for name in names for other in declaring.get(name, ())})
    for at, outline in enumerate(outlines):
        if outline.annotates:
            for other in found[at] - {at}:
                found[other].add(at)
    return found


def _closures(edges: Sequence[set[int]]) -> list[set[int]]:
    """All that can be seen from each file, itself included."""
    found: list[set[int]] = []
    for at, direct in enumerate(edges):
        reached = {at, *direct}
        stack = list(direct)
        while stack:
            new = edges[stack.pop()] - reached
            reached |= new
            stack.extend(new)
        found.append(reached)
    return found
