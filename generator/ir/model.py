"""The resolved model: its elements, and the questions passes ask about annotations, requirements and flows.

A `Model` is immutable after construction; its queries are pure and answered from indexes built on first
use. Must not know syntax trees, files or passes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from generator.ir.elements import (
    AnnotatingElement,
    Definition,
    Element,
    LibraryPackage,
    Namespace,
    Role,
    Type,
    Usage,
)
from generator.ir.expressions import ElementId
from generator.ir.graph import ElementGraph
from generator.ir.usages import (
    FlowUsage,
    MetadataUsage,
    RequirementUsage,
    SatisfyRequirementUsage,
)

if TYPE_CHECKING:
    import networkx as nx

    from generator.ir.inference import Inference

__all__ = ["Model"]

E = TypeVar("E", bound=Element)


class Model(ElementGraph):
    """A resolved model of one or more files together with the libraries it uses."""

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
