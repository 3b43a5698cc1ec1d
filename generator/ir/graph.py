"""The elements of a resolved model, who owns whom and who specialises whom.

An `ElementGraph` is immutable after construction; its queries are pure and answered from indexes built on first
use. Must not know syntax trees, files or passes, nor what particular kinds of elements are for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from operator import attrgetter
from typing import TypeVar, cast, overload

from generator.ir.elements import (
    Element,
    Feature,
    Library,
    Multiplicity,
    Package,
    Role,
    Type,
)
from generator.ir.expressions import ElementId, Reference
from generator.ir.hierarchy import Hierarchy
from generator.ir.records import ElementRecords, HeldRecords, Layered
from generator.ir.relationships import Import, Membership, Specialization, SpecializationKind
from generator.source import SourceFile

__all__ = ["ElementGraph"]

E = TypeVar("E", bound=Element)
_LONG_CYCLE = 100


class ElementGraph:
    """A resolved model of one or more files together with the libraries it uses.

    `elements[i].id == i`; those of the libraries come first. `owned_ids[i]` are the ids of the owned members of
    element i in source order. `aliases` are the ids of aliased elements by the alias's qualified name;
    `memberships` the aliases that the model's own files declare.
    """

    def __init__(
        self,
        elements: Sequence[Element],
        owned_ids: Sequence[tuple[ElementId, ...]],
        specializations: dict[ElementId, tuple[Specialization, ...]],
        sources: Sequence[SourceFile],
        imports: Sequence[Import] = (),
        aliases: Mapping[str, ElementId] | None = None,
        libraries: ElementRecords | None = None,
        memberships: Sequence[Membership] = (),
    ) -> None:
        """`elements`, `owned_ids`, `specializations` and `sources` are the model's own, without its libraries'."""
        self._libraries = libraries if libraries is not None else HeldRecords()
        self._own = tuple(elements)
        self.elements: Sequence[Element] = self._own
        self.owned_ids: Sequence[tuple[ElementId, ...]] = tuple(owned_ids)
        if len(self._libraries):
            self.elements = Layered(self._libraries, attrgetter("element"), self._own)
            self.owned_ids = Layered(self._libraries, attrgetter("owned"), tuple(owned_ids))
        self._specializations = specializations
        self.sources = (*self._libraries.sources, *sources)
        self.imports = tuple(imports)
        self.memberships = tuple(memberships)
        self.aliases = {**self._libraries.aliases, **(aliases or {})}
        self._hierarchy = Hierarchy(self._specializations_of)
        self._feature_cache: dict[ElementId, tuple[Feature, ...]] = {}
        self._redefined_cache: dict[ElementId, frozenset[ElementId]] = {}
        self._kind_cache: dict[type[Element], tuple[Element, ...]] = {}
        self._type_cache: dict[ElementId, tuple[Type, ...]] = {}
        self._multiplicity_cache: dict[ElementId, Multiplicity] = {}

    # -- elements ---------------------------------------------------------------------------------

    def __getitem__(self, qualified_name: str) -> Element:
        """The element with a qualified name such as `A::B::c`; KeyError if there is none."""
        return self.elements[self._by_name[qualified_name]]

    def find(self, qualified_name: str) -> Element | None:
        """The element with a qualified name, or None."""
        at = self._by_name.get(qualified_name)
        return None if at is None else self.elements[at]

    def element(self, at: ElementId) -> Element:
        """The element with an id."""
        return self.elements[at]

    @cached_property
    def _by_name(self) -> dict[str, ElementId]:
        names = dict(self._libraries.ids)
        names.update((element.qualified_name, element.id) for element in reversed(self._own))
        for name, at in self.aliases.items():
            names.setdefault(name, at)
        return names

    @cached_property
    def user_elements(self) -> tuple[Element, ...]:
        """All elements that do not come from a library, in source order."""
        return tuple(element for element in self._own if element.library is None)

    @cached_property
    def roots(self) -> tuple[Element, ...]:
        """The top-level elements of the user's files."""
        return tuple(element for element in self.user_elements if element.owner is None)

    def of_kind(self, kind: type[E], *, include_library: bool = False) -> tuple[E, ...]:
        """All elements of a metaclass or one below it, in source order; the user's only, unless asked otherwise."""
        if include_library:
            return tuple(element for element in self.elements if isinstance(element, kind))
        found = self._kind_cache.get(kind)
        if found is None:
            found = tuple(element for element in self.user_elements if isinstance(element, kind))
            self._kind_cache[kind] = found
        return cast("tuple[E, ...]", found)

    def owner(self, element: Element) -> Element | None:
        """The namespace that owns an element; None for a root."""
        return None if element.owner is None else self.elements[element.owner]

    def owners(self, element: Element) -> Iterator[Element]:
        """The owner of an element, its owner, and so on up to a root."""
        at = element.owner
        while at is not None:
            owner = self.elements[at]
            yield owner
            at = owner.owner

    def package(self, element: Element) -> Package | None:
        """The nearest package around an element (itself not counted)."""
        for owner in self.owners(element):
            if isinstance(owner, Package):
                return owner
        return None

    @overload
    def owned(self, element: Element) -> tuple[Element, ...]: ...
    @overload
    def owned(self, element: Element, kind: type[E]) -> tuple[E, ...]: ...
    def owned(self, element: Element, kind: type[Element] = Element) -> tuple[Element, ...]:
        """The owned members of an element in source order, narrowed to a metaclass."""
        found = (self.elements[at] for at in self.owned_ids[element.id])
        return tuple(member for member in found if isinstance(member, kind))

    def owned_with_role(self, element: Element, *roles: Role) -> tuple[Element, ...]:
        """The owned members with one of the given roles, in source order."""
        return tuple(member for member in self.owned(element) if member.role in roles)

    def descendants(self, element: Element) -> Iterator[Element]:
        """All elements below an element, each before its members, in source order."""
        stack = list(reversed(self.owned_ids[element.id]))
        while stack:
            at = stack.pop()
            yield self.elements[at]
            stack.extend(reversed(self.owned_ids[at]))

    def member(self, element: Element, name: str) -> Element | None:
        """The member of a namespace with a name: owned first, then inherited features."""
        for owned in self.owned(element):
            if name in (owned.name, owned.short_name):
                return owned
        if isinstance(element, Type):
            for feature in self.features(element):
                if name in (feature.name, feature.short_name):
                    return feature
        return None

    # -- references -------------------------------------------------------------------------------

    def target(self, reference: Reference | None) -> Element | None:
        """What a reference leads to, or None when it is absent or unresolved."""
        if reference is None or reference.target is None:
            return None
        return self.elements[reference.target]

    def path(self, reference: Reference) -> tuple[Element, ...]:
        """The elements along a reference; empty when it is unresolved."""
        return tuple(self.elements[at] for at in reference.path)

    # -- specialisation ---------------------------------------------------------------------------

    def specializations(
        self, element: Element, *kinds: SpecializationKind
    ) -> tuple[Specialization, ...]:
        """The specialisations an element owns, implied ones last; narrowed to kinds if any are given."""
        found = self._specializations_of(element.id)
        return tuple(s for s in found if s.kind in kinds) if kinds else found

    def _specializations_of(self, at: ElementId) -> tuple[Specialization, ...]:
        if at < len(self._libraries):
            return self._libraries.record(at).specializations
        return self._specializations.get(at, ())

    def generals(self, element: Element, *kinds: SpecializationKind) -> tuple[Element, ...]:
        """The direct general types of an element, without unresolved ones or doubles."""
        found: dict[ElementId, Element] = {}
        for specialization in self.specializations(element, *kinds):
            if specialization.general is not None:
                found.setdefault(specialization.general, self.elements[specialization.general])
        return tuple(found.values())

    def all_generals(self, element: Element) -> frozenset[ElementId]:
        """The ids of an element and of everything it specialises, directly or not; safe on cycles.

        To ask about one general, `specializes` is faster.
        """
        return self._hierarchy.above(element.id)

    def specializes(self, element: Element, general: Element | str) -> bool:
        """Whether an element is or specialises another, given as element or qualified name."""
        target = self.find(general) if isinstance(general, str) else general
        return target is not None and self._hierarchy.leads(element.id, target.id)

    @overload
    def specializing(self, general: Element | str) -> tuple[Element, ...]: ...
    @overload
    def specializing(self, general: Element | str, kind: type[E]) -> tuple[E, ...]: ...
    def specializing(
        self, general: Element | str, kind: type[Element] = Element
    ) -> tuple[Element, ...]:
        """The user's elements that specialise another one (itself not counted), in source order."""
        target = self.find(general) if isinstance(general, str) else general
        if target is None:
            return ()
        return tuple(
            element
            for element in self.of_kind(kind)
            if element.id != target.id and self._hierarchy.leads(element.id, target.id)
        )

    def types(self, feature: Feature) -> tuple[Type, ...]:
        """The classifiers that type a feature: declared ones, else those of what it redefines or subsets.

        Implied library types (such as `Parts::Part`) count only when nothing else types the feature.
        """
        cached = self._type_cache.get(feature.id)
        if cached is None:
            explicit = self._types(feature, implied=False)
            cached = explicit or self._types(feature, implied=True)
            self._type_cache[feature.id] = cached
        return cached

    def _types(self, feature: Feature, *, implied: bool) -> tuple[Type, ...]:
        found: dict[ElementId, Type] = {}
        seen: set[ElementId] = set()
        stack = [feature.id]
        while stack:
            at = stack.pop()
            if at in seen:
                continue
            seen.add(at)
            inherited: list[ElementId] = []
            typed = False
            for specialization in self._specializations_of(at):
                general = specialization.general
                if general is None or (specialization.is_implied and not implied):
                    continue
                if specialization.kind is SpecializationKind.TYPING:
                    general_type = self.elements[general]
                    if isinstance(general_type, Type):
                        found.setdefault(general, general_type)
                        typed = True
                else:
                    inherited.append(general)
            if not typed:
                stack.extend(reversed(inherited))
        return tuple(found.values())

    def type_of(self, feature: Feature) -> Type | None:
        """The first of `types`, or None."""
        found = self.types(feature)
        return found[0] if found else None

    def is_conjugated(self, feature: Feature) -> bool:
        """Whether a port is typed by a conjugated port definition (`port p : ~P`)."""
        return any(
            specialization.is_conjugated
            for specialization in self.specializations(feature, SpecializationKind.TYPING)
        )

    def features(self, type_: Type) -> tuple[Feature, ...]:
        """The effective features of a type: inherited ones first, then owned; redefined ones replaced in place.

        Features of the OMG's standard library bases are left out: they are about every part or action
        and nobody generates code from them. Private members are not inherited (KerML 8.3.2.4).
        """
        stack: list[Type] = [type_]
        opened: set[ElementId] = set()
        on_cycle: list[ElementId] = []
        while stack:
            at = stack[-1]
            if at.id in self._feature_cache:
                stack.pop()
                continue
            generals = [
                each
                for each in self.generals(at)
                if isinstance(each, Type) and each.library is not Library.STANDARD
            ]
            waiting = [each for each in generals if each.id not in self._feature_cache]
            if at.id not in opened:
                opened.add(at.id)
                stack += [each for each in waiting if each.id not in opened]
                if stack[-1] is not at:
                    continue
            if waiting:
                on_cycle.append(at.id)
            self._feature_cache[at.id] = self._features(at, generals)
            stack.pop()
        found = self._feature_cache[type_.id]
        if 0 < len(on_cycle) <= _LONG_CYCLE:
            # On a cycle what is inherited depends on where one comes from.
            for each in opened - {type_.id}:
                del self._feature_cache[each]
        return found

    def _features(self, type_: Type, generals: Sequence[Type]) -> tuple[Feature, ...]:
        found: dict[ElementId, Feature] = {}
        for general in generals:
            for feature in self._feature_cache.get(general.id, ()):
                if feature.visibility != "private":
                    found.setdefault(feature.id, feature)
        replaced = {at for each in found.values() for at in self._redefined(each)}
        order = [each for each in found.values() if each.id not in replaced]
        positions = {each.id: at for at, each in enumerate(order)}
        kept: list[Feature | None] = list(order)
        for feature in self.owned(type_, Feature):
            if feature.role is Role.MEMBER:  # annotations and bodies of expressions
                continue
            known = [at for at in self._redefined(feature) if at in positions]
            redefined = [positions.pop(at) for at in known]
            for at in redefined:
                kept[at] = None
            if redefined:
                at = min(redefined)
                kept[at] = feature
            else:
                at = len(kept)
                kept.append(feature)
            positions[feature.id] = at
        return tuple(each for each in kept if each is not None)

    def _redefined(self, feature: Feature) -> frozenset[ElementId]:
        cached = self._redefined_cache.get(feature.id)
        if cached is None:
            cached = self._redefined_cache[feature.id] = self._find_redefined(feature)
        return cached

    def _find_redefined(self, feature: Feature) -> frozenset[ElementId]:
        seen: set[ElementId] = set()
        stack = [feature.id]
        while stack:
            for specialization in self._specializations_of(stack.pop()):
                general = specialization.general
                if (
                    specialization.kind is SpecializationKind.REDEFINITION
                    and general is not None
                    and general not in seen
                ):
                    seen.add(general)
                    stack.append(general)
        return frozenset(seen)

    def redefined(self, feature: Feature) -> tuple[Feature, ...]:
        """The features a feature redefines, directly or not."""
        found = (self.elements[at] for at in sorted(self._redefined(feature)))
        return tuple(each for each in found if isinstance(each, Feature))

    def multiplicity(self, feature: Feature) -> Multiplicity:
        """The effective multiplicity: declared, else of what the feature redefines or subsets, else exactly one."""
        cached = self._multiplicity_cache.get(feature.id)
        if cached is None:
            cached = self._multiplicity_cache[feature.id] = self._multiplicity(feature)
        return cached

    def _multiplicity(self, feature: Feature) -> Multiplicity:
        seen: set[ElementId] = set()
        stack: list[Element] = [feature]
        while stack:
            at = stack.pop(0)
            if at.id in seen or not isinstance(at, Feature):
                continue
            seen.add(at.id)
            if at.multiplicity is not None:
                return at.multiplicity
            stack.extend(
                general
                for general in self.generals(
                    at, SpecializationKind.REDEFINITION, SpecializationKind.SUBSETTING
                )
                if general.library is not Library.STANDARD
            )
        return Multiplicity(lower=1, upper=1)
