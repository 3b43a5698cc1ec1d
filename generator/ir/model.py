"""The resolved model: elements, who owns whom, who specialises whom, and the questions passes ask.

A `Model` is immutable after construction; its queries are pure and answered from indexes built on first
use. Must not know syntax trees, files or passes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar, cast, overload

from generator.ir.elements import (
    AnnotatingElement,
    Definition,
    Element,
    Feature,
    Library,
    LibraryPackage,
    Multiplicity,
    Namespace,
    Package,
    Role,
    Type,
    Usage,
    Visibility,
)
from generator.ir.expressions import ElementId, Expression, Reference
from generator.ir.hierarchy import Hierarchy
from generator.ir.records import ElementRecords, HeldRecords, Layered
from generator.ir.usages import (
    FlowUsage,
    MetadataUsage,
    RequirementUsage,
    SatisfyRequirementUsage,
)
from generator.source import SourceFile, Span

if TYPE_CHECKING:
    import networkx as nx

    from generator.ir.inference import Inference

__all__ = ["Import", "Membership", "Model", "Specialization", "SpecializationKind"]

E = TypeVar("E", bound=Element)
_LONG_CYCLE = 100


class SpecializationKind(StrEnum):
    """The metaclasses below Specialization (KerML 8.3.3.1 and 8.3.3.3).

    And the two other ways a type gets members: the type it conjugates, and the last feature it chains.
    """

    SUBCLASSIFICATION = "subclassification"
    TYPING = "typing"
    SUBSETTING = "subsetting"
    REFERENCE = "reference"
    REDEFINITION = "redefinition"
    CROSSING = "crossing"
    CONJUGATION = "conjugation"
    CHAINING = "chaining"


@dataclass(frozen=True, slots=True)
class Specialization:
    """One specialisation of an element: `reference` leads to the general type.

    `is_implied` is true for those the specification adds (KerML 8.4, SysML 8.4), such as a part
    definition's to `Parts::Part`; `is_conjugated` for a port typed by `~P`.
    """

    kind: SpecializationKind
    reference: Reference
    is_implied: bool = False
    is_conjugated: bool = False

    @property
    def general(self) -> ElementId | None:
        """The id of the general type, or None when it is unresolved."""
        return self.reference.target


@dataclass(frozen=True, slots=True)
class Import:
    """An import of a namespace, kept for rules, tools and diagrams.

    `importer` is None for an import at the top of a file; `visibility` is None where none is written.
    `filters` are the conditions in brackets.
    """

    importer: ElementId | None
    imported: Reference
    is_recursive: bool
    is_namespace: bool
    visibility: str | None
    span: Span
    is_all: bool = False
    filters: tuple[Expression, ...] = ()


@dataclass(frozen=True, slots=True)
class Membership:
    """A name given to an element that another namespace owns: `alias <short> name for P::x`."""

    owner: ElementId | None
    name: str | None
    short_name: str | None
    member: Reference
    visibility: Visibility
    span: Span


class Model:
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

    @cached_property
    def inference(self) -> Inference:
        """The static types of the model's expressions: `model.inference.of(expression)`."""
        from generator.ir.inference import Inference  # it asks the model

        return Inference(self)

    # -- annotations ------------------------------------------------------------------------------

    @cached_property
    def _annotations(self) -> dict[ElementId, list[Element]]:
        found: dict[ElementId, list[Element]] = {}
        for element in self._own:
            if isinstance(element, MetadataUsage | AnnotatingElement):
                targets = [reference.target for reference in element.about] or [element.owner]
                for target in targets:
                    if target is not None:
                        found.setdefault(target, []).append(element)
        return found

    def _annotating(self, element: Element) -> Iterator[Element]:
        """Annotations of an element; a library's are looked for among what the element owns."""
        if element.id < len(self._libraries):
            yield from (each for each in self.owned(element) if not getattr(each, "about", ()))
        yield from self._annotations.get(element.id, ())

    def metadata(
        self, element: Element, definition: Element | str | None = None
    ) -> tuple[MetadataUsage, ...]:
        """The metadata that annotates an element, narrowed to a metadata definition or one below it."""
        found = (a for a in self._annotating(element) if isinstance(a, MetadataUsage))
        if definition is None:
            return tuple(found)
        return tuple(each for each in found if self.specializes(each, definition))

    def annotating(self, element: Element, kind: type[E]) -> tuple[E, ...]:
        """The annotating elements of a kind (Comment, Documentation, TextualRepresentation) on an element."""
        return tuple(a for a in self._annotating(element) if isinstance(a, kind))

    # -- requirements -----------------------------------------------------------------------------

    def satisfactions(self, requirement: Element) -> tuple[SatisfyRequirementUsage, ...]:
        """The satisfy usages whose requirement is, or is typed by, the given one."""
        return tuple(
            each
            for each in self.of_kind(SatisfyRequirementUsage)
            if each.id != requirement.id
            and not each.is_negated
            and self.specializes(each, requirement)
        )

    def satisfied_by(self, requirement: Element) -> tuple[Element, ...]:
        """The elements that satisfy a requirement: the `by` of each satisfy usage, else its owner."""
        found: dict[ElementId, Element] = {}
        for each in self.satisfactions(requirement):
            by = self.target(each.satisfying) if each.satisfying else self.owner(each)
            if by is not None:
                found.setdefault(by.id, by)
        return tuple(found.values())

    def verified_by(self, requirement: Element) -> tuple[Element, ...]:
        """The verification cases whose objective verifies a requirement."""
        from_objective: dict[ElementId, Element] = {}
        for each in self.of_kind(RequirementUsage):
            if each.role is not Role.VERIFY or not self.specializes(each, requirement):
                continue
            for owner in self.owners(each):
                if isinstance(owner, Definition | Usage) and "VerificationCase" in owner.kind:
                    from_objective.setdefault(owner.id, owner)
                    break
        return tuple(from_objective.values())

    # -- flows ------------------------------------------------------------------------------------

    def flows(self, action: Element) -> tuple[FlowUsage, ...]:
        """The flows an action owns or inherits, in order; messages are left out."""
        pool: Sequence[Element] = (
            self.features(action) if isinstance(action, Type) else self.owned(action)
        )
        return tuple(each for each in pool if isinstance(each, FlowUsage) and not each.is_message)

    # -- graph ------------------------------------------------------------------------------------

    def graph(
        self, keep: Callable[[Element], bool] = lambda element: True
    ) -> nx.MultiDiGraph[ElementId]:
        """The model as a networkx graph: nodes are ids, edges carry `kind` (`owns` or a specialisation kind)."""
        import networkx as nx  # heavy, and most runs never ask for the graph

        graph: nx.MultiDiGraph[ElementId] = nx.MultiDiGraph()
        kept = {element.id: element for element in self.elements if keep(element)}
        for at, element in kept.items():
            graph.add_node(at, element=element)
        for at, element in kept.items():
            if element.owner is not None and element.owner in kept:
                graph.add_edge(element.owner, at, kind="owns")
            for specialization in self.specializations(element):
                general = specialization.general
                if general is not None and general in kept:
                    graph.add_edge(at, general, kind=specialization.kind.value)
        return graph

    def is_library(self, element: Element) -> bool:
        """Whether an element comes from a library (or is declared in a `library package` of the user's)."""
        return element.library is not None or any(
            isinstance(owner, LibraryPackage) for owner in (element, *self.owners(element))
        )

    def namespace_names(self, element: Namespace) -> dict[str, Element]:
        """The owned members of a namespace by name and short name; the first of equal names wins."""
        found: dict[str, Element] = {}
        for member in self.owned(element):
            for name in (member.name, member.short_name):
                if name is not None:
                    found.setdefault(name, member)
        return found
