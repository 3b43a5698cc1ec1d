"""The names that the members of a namespace have, its own ones and inherited ones.

Source: KerML 1.0, clauses 8.3.2.4 (Namespace, Membership) and 8.3.3.1.10 (Type: inheritedMemberships). What is
inherited is looked up in each general on its own, so that a type costs no more than it has members and generals.
Must not know particular rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from weakref import WeakKeyDictionary

from generator.ir import (
    Element,
    ElementId,
    Feature,
    Library,
    Model,
    SpecializationKind,
    Type,
    Visibility,
)

__all__ = ["Names", "by_name", "names_of"]

_Members = dict[str, tuple[Element, ...]]


class Names:
    """Answers about one model; ask `names_of` for it."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._heritable: dict[ElementId, _Members] = {}
        self._redefined: dict[ElementId, frozenset[ElementId]] = {}
        self._latest: tuple[ElementId, frozenset[ElementId]] | None = None

    def heritable(self, type_: ElementId) -> _Members:
        """The members of a type that others inherit, by name and short name."""
        found = self._heritable.get(type_)
        if found is None:
            members = self._model.owned(self._model.element(type_))
            public = (each for each in members if each.visibility is not Visibility.PRIVATE)
            found = self._heritable[type_] = by_name(public, self._model)
        return found

    def inherited(self, type_: Type, names: Iterable[str]) -> Iterator[tuple[str, Element]]:
        """The inherited members of a type that have one of some names; not those that are redefined."""
        seen: set[ElementId] = set()
        found: dict[tuple[str, ElementId], Element] = {}
        stack = [(type_.id, frozenset(names))]
        while stack:
            below, wanted = stack.pop()
            for general in self._model.generals(self._model.element(below)):
                at = general.id
                if at in seen:
                    continue
                seen.add(at)
                known = self.heritable(at)
                here = wanted & known.keys()
                for name in here:
                    for each in known[name]:
                        if not self.is_redefined(type_, each):
                            found[name, each.id] = each
                # Further up those names are that general's concern.
                if len(here) < len(wanted):
                    stack.append((at, wanted - here))
        for (name, _), each in sorted(found.items(), key=lambda item: (item[0][1], item[0][0])):
            yield name, each

    def clashes(self, type_: Type) -> Iterator[tuple[str, Element, Element]]:
        """Pairs of members with one name that a type inherits from different generals; the standard library's not."""
        model = self._model
        direct = [
            each.general
            for each in model.specializations(type_)
            if not each.is_implied and each.general is not None
        ]
        if len(set(direct)) < 2:
            return
        lines = [model.all_generals(model.element(at)) for at in dict.fromkeys(direct)]
        seen: dict[str, tuple[Element, ElementId]] = {}
        for at in sorted(frozenset().union(*lines)):
            if model.element(at).library is Library.STANDARD:
                continue
            for name, members in self.heritable(at).items():
                first, place = seen.setdefault(name, (members[0], at))
                apart = first is not members[0] and not any({at, place} <= each for each in lines)
                if apart and not self._is_one(type_, first, members[0]):
                    yield name, first, members[0]

    def _is_one(self, type_: Type, first: Element, second: Element) -> bool:
        return self.is_redefined(type_, first) or self.is_redefined(type_, second)

    def is_redefined(self, type_: Type, member: Element) -> bool:
        """Whether a type, or one that it specialises, redefines an inherited member.

        An own feature also takes the place of what redefines the same feature as it does.
        """
        own = self._redefined_by(type_.id)
        if member.id in own:
            return True
        known = self._model.redefined(member) if own and isinstance(member, Feature) else ()
        if any(each.id in own for each in known):
            return True
        return member.id in self._replaced(type_)

    def _replaced(self, type_: Type) -> frozenset[ElementId]:
        """What a type and the types above it redefine; of the latest type it is remembered."""
        if self._latest is None or self._latest[0] != type_.id:
            above = (self._redefined_by(at) for at in self._model.all_generals(type_))
            self._latest = (type_.id, frozenset().union(*above))
        return self._latest[1]

    def _redefined_by(self, type_: ElementId) -> frozenset[ElementId]:
        """What the features of a type redefine directly; what those redefine is known to its generals."""
        found = self._redefined.get(type_)
        if found is None:
            model = self._model
            generals = (
                each.general
                for feature in model.owned(model.element(type_), Feature)
                for each in model.specializations(feature, SpecializationKind.REDEFINITION)
            )
            found = frozenset(each for each in generals if each is not None)
            self._redefined[type_] = found
        return found


def by_name(members: Iterable[Element], model: Model) -> _Members:
    """Some elements by each of their names, in their order."""
    found: dict[str, list[Element]] = {}
    for member in members:
        for name in _names(member, model):
            found.setdefault(name, []).append(member)
    return {name: tuple(named) for name, named in found.items()}


def _names(member: Element, model: Model) -> tuple[str, ...]:
    """The names a member is told apart by: declared ones, else that of the feature it redefines.

    A name that is only taken from what an element refers to (`perform a.b`) is not counted: several such
    elements stand side by side in every larger model.
    """
    name, short = member.declared_name, member.short_name
    if name is not None or short is not None:
        return tuple(dict.fromkeys(each for each in (name, short) if each is not None))
    if member.name is None:
        return ()
    redefines = model.specializations(member, SpecializationKind.REDEFINITION)
    return (member.name,) if redefines else ()


_KNOWN: WeakKeyDictionary[Model, Names] = WeakKeyDictionary()


def names_of(model: Model) -> Names:
    """The names of a model's members, worked out on demand and remembered as long as the model lives."""
    found = _KNOWN.get(model)
    if found is None:
        found = _KNOWN[model] = Names(model)
    return found
