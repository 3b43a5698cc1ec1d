"""Name lookup: owned, inherited and imported members of namespaces, and the scopes around them.

Source: KerML 1.0, clause 8.2.3.5 (name resolution) and 8.3.2.4 (memberships). Lookup is driven by demand
and remembers what it found, so that each name is searched for once in each scope; while something is
being resolved it has no members beyond its own, which makes cycles harmless. Must not report anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator import ir
from generator.ir import ElementId, Visibility
from generator.resolve.depth import Depth
from generator.resolve.replacement import (
    POSITIONAL,
    most_specific,
    redefined_names,
    replacement,
    role_member,
)
from generator.resolve.symbols import Alias, General, ImportDeclaration, Symbol
from generator.syntax import ast

__all__ = ["Scopes", "blocker"]

_PUBLIC = Visibility.PUBLIC
_PRIVATE = Visibility.PRIVATE
_NOT_FOUND = object()
# A namespace whose imports are searched, who is looking, and the filters on the way there.
_Search = tuple[Symbol, int, tuple[ImportDeclaration, ...]]

# Who is looking: from inside the namespace, from a type that inherits it, or from outside.
_INSIDE, _HEIR, _OUTSIDE = 0, 1, 2


_UNIVERSAL = {"self": "Anything", "that": "things"}

# Elements whose inherited features say how they work, not what they mean; names in them skip those.
_TRANSPARENT: tuple[type[ir.Element], ...] = (
    ir.TransitionUsage,
    ir.IfActionUsage,
    ir.WhileLoopActionUsage,
    ir.ForLoopActionUsage,
    ir.AcceptActionUsage,
    ir.SendActionUsage,
    ir.AssignmentActionUsage,
    ir.TerminateActionUsage,
    ir.SuccessionAsUsage,
    ir.BindingConnectorAsUsage,
)


def _visible(visibility: Visibility, access: int) -> bool:
    if access == _INSIDE:
        return True
    return visibility is _PUBLIC or (access == _HEIR and visibility is not _PRIVATE)


class Scopes:
    """Lookup over the symbols of a workspace.

    `generals` gives the resolved generals of a type, `qualified` the element of a qualified name (with private
    members along the way, if the flag is set); `admits` applies the filters of an import.
    """

    def __init__(
        self,
        roots: Sequence[Symbol],
        generals: Callable[[Symbol], list[General]],
        qualified: Callable[[Symbol, ast.QualifiedName, bool], Symbol | None],
        admits: Callable[[ImportDeclaration, Symbol], bool],
        depth: Depth,
    ) -> None:
        self._generals = generals
        self._qualified = qualified
        self._admits = admits
        self._depth = depth
        self._globals: dict[str, Symbol | Alias] = {}
        # The user's packages hide library packages of the same name.
        for root in sorted(roots, key=lambda each: each.library is not None):
            for name, member in root.names.items():
                self._globals.setdefault(name, member)
        self._library: dict[str, Symbol | Alias] = {}
        for root in roots:
            if root.library is not None:
                self._library.update(root.names)
        self._scoped: dict[tuple[int, str], Symbol | None] = {}
        self._members: dict[tuple[int, str, int], Symbol | None] = {}
        self._inheritable: dict[tuple[ElementId, str, int], Symbol | None] = {}
        self._open: set[tuple[ElementId, str, int]] = set()
        self.ambiguities: dict[tuple[int, str], list[Symbol]] = {}
        # Where a search through imports ended although there were more to look in: what is found there is ambiguous.
        self._unsearched: dict[tuple[int, str], list[_Search]] = {}
        self.interruptions = 0
        self._imports_open = 0
        self._imports_found = 0

    # -- scopes -----------------------------------------------------------------------------------

    def lookup(
        self, scope: Symbol, name: str, but: Symbol | None = None, *, outward: bool = False
    ) -> Symbol | None:
        """What an unqualified name means in a scope: the innermost namespace that knows it wins.

        `but` is the element whose own declaration contains the name: it does not refer to itself. With
        `outward` it does not refer to what the element replaces either, but to something further out.
        """
        at: Symbol | None = scope
        before = self.interruptions
        found: Symbol | None = None
        is_plain = True
        while at is not None:
            if but is None or not (name in at.names or name in at.derived):
                cached = self._scoped.get((id(at), name), _NOT_FOUND)
                if cached is not _NOT_FOUND and (but is None or cached is not but):
                    found = cached  # type: ignore[assignment]
                    break
            if at.kind in _TRANSPARENT:
                entry = at.names.get(name) or at.derived.get(name)
                found = None if entry is None else self.dealias(entry)
            else:
                found = self.member(at, name, _INSIDE)
            if but is not None and found is not None and _is_own(but, found, at, name):
                found = None if outward else self._member_but(at, name, but)
                is_plain = False
            if found is not None:
                break
            at = at.outer
        else:
            found = self.root(name)
        if is_plain and before == self.interruptions:
            self._scoped[(id(scope), name)] = found
        return found

    def lookup_kind(
        self, scope: Symbol, name: str, kind: type[ir.Element], but: Symbol | None
    ) -> Symbol | None:
        """As `lookup`, for the innermost element of a metaclass: others do not hide it."""
        return next(
            (
                each
                for each in self.namesakes(scope, name)
                if each is not but and issubclass(each.kind, kind)
            ),
            None,
        )

    def namesakes(self, scope: Symbol, name: str, *, past_members: bool = True) -> Iterator[Symbol]:
        """All that is called by a name around a scope, also what is hidden; the innermost come first.

        Without `past_members` it ends at a namespace that owns or inherits such a member: what stands further
        out is hidden for good. What an import brings in does not end it.
        """
        at: Symbol | None = scope
        while at is not None:
            found = self.member(at, name, _INSIDE)
            if found is not None:
                yield found
            yield from self._equally_named(at, name)
            stack: list[_Search] = [(at, _INSIDE, ())]
            seen: set[tuple[int, int]] = set()
            while stack:
                place, access, filters = stack.pop()
                if (id(place), access) not in seen:
                    seen.add((id(place), access))
                    for declaration in place.imports:
                        if _visible(declaration.visibility, access):
                            also = (*filters, declaration) if declaration.is_filtered else filters
                            yield from self._brought(declaration, name, stack, also)
            if not past_members and self._holds(at, name):
                return
            at = at.outer
        yield from self.roots(scope, name)

    def _holds(self, namespace: Symbol, name: str) -> bool:
        """Whether a name is that of a member a namespace owns or inherits, in contrast to imports."""
        if name in namespace.names or name in namespace.derived:
            return True
        return self.inherited(namespace, name) is not None

    def _equally_named(self, namespace: Symbol, name: str) -> list[Symbol]:
        return [each for each in namespace.members if name in (each.declared_name, each.short_name)]

    def ambiguous(self, scope: Symbol, name: str, found: Symbol) -> list[Symbol]:
        """What else the imports of the namespace bring in under a name that was looked up in a scope."""
        at: Symbol | None = scope if self.ambiguities or self._unsearched else None
        while at is not None:
            key = (id(at), name)
            if key in self._unsearched:
                self._search_on(key, found)
            others = self.ambiguities.get(key)
            if others is not None and others[0] is found:
                return others[1:]
            at = at.outer
        return []

    def _search_on(self, key: tuple[int, str], found: Symbol) -> None:
        """Look where a search did not come to: what is passed on from there is brought in as well."""
        name, before = key[1], self.interruptions
        stack = self._unsearched.pop(key)
        seen: set[tuple[int, int]] = set()
        others = self.ambiguities.get(key, [found])
        while stack:
            place, access, filters = stack.pop()
            # Its own member hides what the place imports under the name.
            if (id(place), access) in seen or any(self._members_of(place, name, access)):
                continue
            seen.add((id(place), access))
            for declaration in place.imports:
                if _visible(declaration.visibility, access) and _may_bring(declaration, name):
                    also = (*filters, declaration) if declaration.is_filtered else filters
                    brought = next(self._brought(declaration, name, stack, also), None)
                    if brought is None or brought in others or brought.is_named_by_reference():
                        continue
                    others.append(brought)
        self.interruptions = before
        if len(others) > 1:
            self.ambiguities[key] = others

    def roots(self, scope: Symbol, name: str) -> Iterator[Symbol]:
        """The top-level elements with a name: of the file of a scope, of the workspace, of the libraries."""
        at = scope
        while at.outer is not None:
            at = at.outer
        for names in (at.names, self._globals, self._library):
            entry = names.get(name)
            found = None if entry is None else self.dealias(entry)
            if found is not None:
                yield found

    def root(self, name: str) -> Symbol | None:
        """A top-level element of any file."""
        entry = self._globals.get(name)
        return self.dealias(entry) if entry is not None else None

    def library_root(self, name: str) -> Symbol | None:
        """A top-level package of a library."""
        entry = self._library.get(name)
        return entry if isinstance(entry, Symbol) else None

    # -- members ----------------------------------------------------------------------------------

    def visible_member(self, namespace: Symbol, name: str) -> Symbol | None:
        """The member of a namespace that can be named from outside."""
        return role_member(namespace, name) or self.member(namespace, name, _OUTSIDE)

    def any_member(self, namespace: Symbol, name: str) -> Symbol | None:
        """The member of a namespace whatever its visibility."""
        return self.member(namespace, name, _INSIDE)

    def member(self, namespace: Symbol, name: str, access: int) -> Symbol | None:
        """The member with a name: owned before inherited before imported."""
        entry = namespace.names.get(name)
        if entry is not None and _visible(entry.visibility, access):
            found = self.dealias(entry)
            if found is not None:
                return found
        derived = namespace.derived.get(name)
        if derived is not None and _visible(derived.visibility, access):
            return derived
        if not namespace.imports and not namespace.is_type():
            return None
        key = (id(namespace), name, access)
        cached = self._members.get(key, _NOT_FOUND)
        if cached is not _NOT_FOUND:
            return cached  # type: ignore[return-value]
        before = self.interruptions
        found = self.inherited(namespace, name, access=access)
        if found is None and namespace.imports:
            found = self._imported(namespace, name, access)
        if before == self.interruptions:
            self._members[key] = found
        return found

    def _member_but(self, namespace: Symbol, name: str, but: Symbol) -> Symbol | None:
        """A member other than `but`: a redefinition may take the name of what it redefines."""
        found = self.inherited(namespace, name, hide=False)
        if found is None and namespace.imports:
            found = self._imported(namespace, name, _INSIDE)
        return None if found is but else found

    def dealias(self, entry: Symbol | Alias) -> Symbol | None:
        """The element an alias stands for; an element stands for itself."""
        if isinstance(entry, Symbol):
            return entry
        if not entry.is_resolved:
            if entry.is_resolving:
                self.interruptions += 1
                return None
            self._depth.enter(id(entry), lambda: self._finish_alias(entry), blocker(entry))
            entry.is_resolving = True
            before = self.interruptions
            try:
                entry.target = self._qualified(entry.owner, entry.node.target, False)
            finally:
                entry.is_resolving = False
                self._depth.leave()
            entry.is_resolved = entry.target is not None or before == self.interruptions
        return entry.target

    # Steps of a long chain that were begun for their own sake are final, whatever was interrupted.

    def _finish_alias(self, alias: Alias) -> None:
        self.dealias(alias)
        alias.is_resolved = True

    def _finish_import(self, declaration: ImportDeclaration) -> None:
        self.import_target(declaration)
        declaration.is_resolved = True

    def _finish_general(self, type_: Symbol, name: str, access: int) -> None:
        found = self._from_general(type_, name, access)
        self._inheritable[type_.id, name, access] = found

    # -- inheritance ------------------------------------------------------------------------------

    def inherited(
        self, type_: Symbol, name: str, *, hide: bool = True, access: int = _HEIR
    ) -> Symbol | None:
        """The feature a type inherits under a name; not one that it redefines under another name.

        Seen from outside, only what is public counts.
        """
        access = max(access, _HEIR)
        if not type_.is_type() or (hide and name in redefined_names(type_)):
            return None
        candidates: list[Symbol] = []
        for general in self._generals(type_):
            target = general.target
            found = self._from_general(target, name, access) if target is not None else None
            if found is not None and found not in candidates:
                candidates.append(found)
        if not candidates:
            return self._universal(type_, name)
        found = candidates[0] if len(candidates) == 1 else most_specific(candidates, self._generals)
        return (
            replacement(type_, found, self._generals)
            if hide and found.role in POSITIONAL
            else found
        )

    def _universal(self, type_: Symbol, name: str) -> Symbol | None:
        """`self` of every type and `that` of every feature, whose bases are not all written down."""
        owner = _UNIVERSAL.get(name)
        if owner is None or (name == "that" and not type_.is_feature()):
            return None
        base = self._library.get("Base")
        holder = base.names.get(owner) if isinstance(base, Symbol) else None
        entry = holder.names.get(name) if isinstance(holder, Symbol) else None
        return entry if isinstance(entry, Symbol) else None

    def _from_general(self, general: Symbol, name: str, access: int) -> Symbol | None:
        key = (general.id, name, access)
        cached = self._inheritable.get(key, _NOT_FOUND)
        if cached is not _NOT_FOUND:
            return cached  # type: ignore[return-value]
        before = self.interruptions
        found = self._search_generals(general, name, access)
        if before == self.interruptions:
            self._inheritable[key] = found
        return found

    def _search_generals(self, start: Symbol, name: str, access: int) -> Symbol | None:
        """Search a type and its generals; along a line of single generals without recursion."""
        at = start
        seen: set[int] = set()
        while id(at) not in seen:
            seen.add(id(at))
            if at is not start:
                known = self._inheritable.get((at.id, name, access), _NOT_FOUND)
                if known is not _NOT_FOUND:
                    return known  # type: ignore[return-value]
            found = self.inheritable(at, name, access)
            if found is not None or name in redefined_names(at):
                return found
            targets = [each.target for each in self._generals(at) if each.target is not None]
            if len(targets) > 1:
                return self._from_several(at, name, access)
            if not targets:
                return None
            at = targets[0]
        return None

    def inheritable(self, type_: Symbol, name: str, access: int = _HEIR) -> Symbol | None:
        """The member that a type itself has under a name and hands on to types below it."""
        entry = type_.names.get(name) or type_.derived.get(name)
        if entry is not None and _visible(entry.visibility, access):
            found = self.dealias(entry)
            if found is not None:
                return found
        return self._imported(type_, name, access) if type_.imports else None

    def _from_several(self, type_: Symbol, name: str, access: int) -> Symbol | None:
        key = (type_.id, name, access)
        if key in self._open:
            self.interruptions += 1
            return None
        self._depth.enter(
            key,
            lambda: self._finish_general(type_, name, access),
            lambda on: self._open.add(key) if on else self._open.discard(key),
        )
        self._open.add(key)
        try:
            return self.inherited(type_, name, access=access)
        finally:
            self._open.discard(key)
            self._depth.leave()

    # -- imports ----------------------------------------------------------------------------------

    def _imported(self, namespace: Symbol, name: str, access: int) -> Symbol | None:
        stack: list[_Search] = [(namespace, access, ())]
        seen: set[tuple[int, int]] = set()
        while stack:
            at, allowed, filters = stack.pop()
            if (id(at), allowed) in seen:
                continue
            seen.add((id(at), allowed))
            found: list[Symbol] = []
            for declaration in at.imports:
                if _visible(declaration.visibility, allowed) and _may_bring(declaration, name):
                    also = (*filters, declaration) if declaration.is_filtered else filters
                    brought = next(self._brought(declaration, name, stack, also), None)
                    if brought is not None and brought not in found:
                        found.append(brought)
            if found:
                # A name that is only taken over from what an element refers to stands back.
                found = [each for each in found if not each.is_named_by_reference()] or found[:1]
                if len(found) > 1 and at is namespace:
                    self.ambiguities[(id(at), name)] = found
                if stack and namespace.library is None:
                    self._unsearched[(id(namespace), name)] = stack
                return found[0]
        return None

    def _brought(
        self,
        declaration: ImportDeclaration,
        name: str,
        stack: list[_Search],
        filters: tuple[ImportDeclaration, ...],
    ) -> Iterator[Symbol]:
        """What one import brings in under a name; imported namespaces still to search go on the stack."""
        if not declaration.is_namespace and not declaration.is_recursive:
            found = self._itself(declaration, name)
            if found is not None and self._passes(filters, found):
                yield found
            return
        target = self.import_target(declaration)
        if target is None:
            return
        is_itself = name in (target.declared_name, target.short_name)
        if not declaration.is_namespace and is_itself and self._passes(filters, target):
            yield target
        access = _INSIDE if declaration.is_all else _OUTSIDE
        for place in self._searched(declaration, target):
            for found in self._members_of(place, name, access):
                if self._passes(filters, found):
                    yield found
            if place.imports:
                stack.append((place, access, filters))

    def _itself(self, declaration: ImportDeclaration, name: str) -> Symbol | None:
        """What the import of one member brings in, if that is the name of the member."""
        if declaration.name == name:
            return self.import_target(declaration)
        if not declaration.is_resolved:
            self.interruptions += 1
            return None
        target = declaration.target
        is_named = target is not None and name in (target.declared_name, target.short_name)
        return target if is_named else None

    def _members_of(self, place: Symbol, name: str, access: int) -> Iterator[Symbol]:
        """The owned and the inherited member of a namespace with a name."""
        entry = place.names.get(name) or place.derived.get(name)
        if entry is not None and _visible(entry.visibility, access):
            found = self.dealias(entry)
            if found is not None:
                yield found
        if place.is_type():
            found = self.inherited(place, name, access=access)
            if found is not None:
                yield found

    def _passes(self, filters: tuple[ImportDeclaration, ...], found: Symbol) -> bool:
        return all(self._admits(each, found) for each in filters)

    def _searched(self, declaration: ImportDeclaration, target: Symbol) -> list[Symbol]:
        if not declaration.is_recursive:
            return [target]
        if not declaration.nested:
            access = _INSIDE if declaration.is_all else _OUTSIDE
            queue = [target]
            for place in queue:
                queue.extend(
                    member
                    for member in place.members
                    if issubclass(member.kind, ir.Namespace)
                    and member.members
                    and _visible(member.visibility, access)
                )
            declaration.nested = queue
        return declaration.nested

    def import_target(self, declaration: ImportDeclaration) -> Symbol | None:
        """The element an import names, or None when there is none or it is being looked for."""
        if not declaration.is_resolved:
            # What one import misses while another is looked for, it misses until there is a new one to look in.
            is_missed = self._imports_open > 0 and declaration.missed_at == self._imports_found
            if declaration.is_resolving or is_missed:
                self.interruptions += 1
                return None
            step = declaration
            self._depth.enter(id(step), lambda: self._finish_import(step), blocker(step))
            self._find_import(declaration)
        return declaration.target

    def _find_import(self, declaration: ImportDeclaration) -> None:
        before = self.interruptions
        is_all = declaration.is_all and not declaration.is_namespace
        declaration.is_resolving = True
        self._imports_open += 1
        try:
            declaration.target = self._qualified(declaration.owner, declaration.node.target, is_all)
        finally:
            declaration.is_resolving = False
            self._imports_open -= 1
            self._depth.leave()
        if declaration.target is None:
            declaration.missed_at = self._imports_found
            declaration.is_resolved = before == self.interruptions
        else:
            declaration.is_resolved = True
            self._imports_found += 1


def _may_bring(declaration: ImportDeclaration, name: str) -> bool:
    """False for most imports, and soon: of a package that neither has the name nor imports anything itself."""
    target = declaration.target
    if target is None or not declaration.is_namespace or declaration.is_recursive:
        return True
    if target.imports or target.is_type():
        return True
    return name in target.names or name in target.derived


def blocker(step: Symbol | Alias | ImportDeclaration) -> Callable[[bool], None]:
    """What makes a step look as if it were being worked out."""

    def block(on: bool) -> None:
        step.is_resolving = on

    return block


def _is_own(but: Symbol, found: Symbol, namespace: Symbol, name: str) -> bool:
    """Whether a name found in a namespace is that of the very element which refers by it."""
    if found is but:
        return True
    return but.is_named_by_reference() and found is namespace.derived.get(name)
