"""What becomes of each data definition, in which order, and which classes it inherits from.

Knows definitions and specialisation. Must not know fields or text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from functools import cached_property

from generator.compile.data_fields import data_features
from generator.compile.types import DataDefinition, PythonTypes
from generator.ir import (
    AttributeDefinition,
    ElementId,
    EnumerationDefinition,
    Model,
    PartDefinition,
    SpecializationKind,
    Type,
)


class Kind(Enum):
    """The Python form of a data definition."""

    ENUMERATION = "enumeration"
    ALIAS = "alias"
    RECORD = "record"
    OPAQUE = "opaque"


class Classes:
    """The data definitions of one system and how they depend on each other."""

    def __init__(
        self, model: Model, types: PythonTypes, definitions: Sequence[DataDefinition]
    ) -> None:
        self._model = model
        self._types = types
        self.definitions = {each.id: each for each in definitions}
        self._generals = {
            each.id: tuple(
                general.id
                for general in model.generals(each, SpecializationKind.SUBCLASSIFICATION)
                if general.id in self.definitions and general.id != each.id
            )
            for each in definitions
        }
        self.kinds = self._find_kinds()
        self._uses = self._module_uses()
        self._bases_uses = self._module_uses(bases_only=True)
        self._reached: dict[tuple[bool, str], frozenset[str]] = {}
        self._bases: dict[ElementId, tuple[ElementId, ...]] = {}
        self._orders: dict[ElementId, tuple[ElementId, ...]] = {}
        for at in self._generals_first(tuple(self.definitions)):
            self.bases(self.definitions[at])

    def module(self, definition: DataDefinition) -> str:
        """The module below `types` that defines a definition."""
        return self._types.module(definition) or ""

    def _find_kinds(self) -> dict[ElementId, Kind]:
        kinds: dict[ElementId, Kind] = {}
        open_: list[ElementId] = []
        for at, each in self.definitions.items():
            if isinstance(each, EnumerationDefinition):
                has_literals = bool(self._types.literals(each))
                kinds[at] = Kind.ENUMERATION if has_literals else Kind.OPAQUE
            elif isinstance(each, AttributeDefinition) and self._scalar(each):
                kinds[at] = Kind.ALIAS
            else:
                open_.append(at)
        records = self._families_with_data(open_)
        kinds.update((at, Kind.RECORD if at in records else Kind.OPAQUE) for at in open_)
        return kinds

    def _scalar(self, definition: AttributeDefinition) -> bool:
        """Whether a definition specialises a type of the library that Python has a type for."""
        return any(
            (general := self._model.element(at)).library is not None
            and isinstance(general, Type)
            and self._types.of_type(general).text != "object"
            for at in sorted(self._model.all_generals(definition))
        )

    def _families_with_data(self, members: Sequence[ElementId]) -> frozenset[ElementId]:
        """The definitions that have data or are parts, and their relatives: a family shares one kind."""
        wanted = frozenset(members)
        relatives: dict[ElementId, set[ElementId]] = {at: set() for at in members}
        for at in members:
            for general in self._generals[at]:
                if general in wanted:
                    relatives[at].add(general)
                    relatives[general].add(at)
        found: set[ElementId] = set()
        stack = [
            at
            for at in members
            if isinstance(self.definitions[at], PartDefinition)
            or data_features(self._model, self.definitions[at])
        ]
        while stack:
            at = stack.pop()
            if at not in found:
                found.add(at)
                stack.extend(relatives[at])
        return frozenset(found)

    @cached_property
    def finite(self) -> frozenset[ElementId]:
        """The definitions of which there are finite values: an item that always holds another of its kind is none."""
        found = {at for at, kind in self.kinds.items() if kind is not Kind.RECORD}
        waiting = {at for at in self.definitions if at not in found}
        is_growing = True
        while is_growing:
            ready = {at for at in waiting if self._needs(at) <= found}
            found |= ready
            waiting -= ready
            is_growing = bool(ready)
        return frozenset(found)

    def _needs(self, at: ElementId) -> set[ElementId]:
        """The definitions a value cannot do without."""
        needed: set[ElementId] = set()
        for feature in data_features(self._model, self.definitions[at]):
            multiplicity = self._model.multiplicity(feature)
            type_ = self._model.type_of(feature)
            if not multiplicity.is_optional and type_ is not None and type_.id in self.definitions:
                needed.add(type_.id)
        return needed

    # -- modules ----------------------------------------------------------------------------------

    def _module_uses(self, *, bases_only: bool = False) -> dict[str, set[str]]:
        uses: dict[str, set[str]] = {}
        for at, each in self.definitions.items():
            module = self.module(each)
            targets: set[ElementId] = set(self._generals[at])
            if not bases_only and self.kinds[at] is Kind.RECORD:
                features = data_features(self._model, each)
                typed = (self._model.type_of(feature) for feature in features)
                targets |= {type_.id for type_ in typed if type_ is not None}
            found = {self.module(self.definitions[t]) for t in targets if t in self.definitions}
            uses.setdefault(module, set()).update(found - {module})
        return uses

    def _reaches(self, source: str, target: str, *, bases_only: bool) -> bool:
        known = self._reached.get((bases_only, source))
        if known is None:
            graph = self._bases_uses if bases_only else self._uses
            seen: set[str] = set()
            stack = [source]
            while stack:
                for each in graph.get(stack.pop(), ()):
                    if each not in seen:
                        seen.add(each)
                        stack.append(each)
            known = self._reached[bases_only, source] = frozenset(seen)
        return target in known

    def is_cyclic(self, module: str, other: str) -> bool:
        """Whether two modules need each other, so that one import has to wait."""
        return self._reaches(other, module, bases_only=False)

    # -- bases ------------------------------------------------------------------------------------

    def bases(self, definition: DataDefinition) -> tuple[ElementId, ...]:
        """The classes a class inherits from: every general one that Python can inherit from too.

        Left out are those of another kind, those implied by others, those whose fields have other names
        here, and those that would make the order of bases or of modules contradictory; the fields of what
        is left out are repeated in the class.
        """
        known = self._bases.get(definition.id)
        if known is None:
            self._bases[definition.id] = ()
            known = self._bases[definition.id] = self._find_bases(definition)
        return known

    def _find_bases(self, definition: DataDefinition) -> tuple[ElementId, ...]:
        chosen: tuple[ElementId, ...] = ()
        for general in self._generals[definition.id]:
            if self._fits(definition, self.definitions[general]):
                wanted = (*chosen, general)
                if self._linear(definition.id, wanted) is not None:
                    chosen = wanted
        self._orders[definition.id] = self._linear(definition.id, chosen) or (definition.id,)
        return chosen

    def _fits(self, definition: DataDefinition, general: DataDefinition) -> bool:
        if self.kinds[general.id] is not self.kinds[definition.id]:
            return False
        if definition.id in self._model.all_generals(general):
            return False
        implied = any(
            other != general.id and general.id in self._model.all_generals(self.definitions[other])
            for other in self._generals[definition.id]
        )
        module, other_module = self.module(definition), self.module(general)
        if implied or self._reaches(other_module, module, bases_only=True):
            return False
        own, inherited = self._types.members(definition), self._types.members(general)
        redefined = {
            old.id: own[feature.id]
            for feature in data_features(self._model, definition)
            for old in self._model.redefined(feature)
        }
        return all(
            (own.get(feature.id) or redefined.get(feature.id)) == inherited[feature.id]
            for feature in data_features(self._model, general)
        )

    def _linear(self, at: ElementId, bases: Sequence[ElementId]) -> tuple[ElementId, ...] | None:
        """Python's order of inheritance, or None when there is none."""
        rows = [[*self._order(base)] for base in bases] + [list(bases)]
        found = [at]
        while rows := [row for row in rows if row]:
            head = next(
                (row[0] for row in rows if not any(row[0] in other[1:] for other in rows)), None
            )
            if head is None:
                return None
            found.append(head)
            rows = [[each for each in row if each != head] for row in rows]
        return tuple(found)

    def _order(self, at: ElementId) -> tuple[ElementId, ...]:
        if at not in self._orders:
            self.bases(self.definitions[at])
        return self._orders.get(at, (at,))

    def ordered(self, members: Iterable[ElementId]) -> tuple[ElementId, ...]:
        """Definitions of one module: enumerations, then aliases, then classes, each after what it is made from."""
        rank = {Kind.ENUMERATION: 0, Kind.ALIAS: 1, Kind.OPAQUE: 2, Kind.RECORD: 2}
        chosen = sorted(members, key=lambda at: rank[self.kinds[at]])
        return self._generals_first(chosen)

    def _generals_first(self, members: Sequence[ElementId]) -> tuple[ElementId, ...]:
        waiting = set(members)
        done: dict[ElementId, None] = {}
        stack = [(at, False) for at in reversed(members)]
        while stack:
            at, is_ready = stack.pop()
            if is_ready:
                done[at] = None
            elif at in waiting:
                waiting.discard(at)
                stack.append((at, True))
                stack.extend((general, False) for general in reversed(self._generals[at]))
        return tuple(done)
