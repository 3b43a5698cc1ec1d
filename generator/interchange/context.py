"""What turning a model into the OMG's abstract syntax needs to know everywhere: which node stands for which element.

Knows the resolved graph and nodes; must not know metaclasses in particular.
"""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

from generator.interchange.identity import base_of_library, identity
from generator.interchange.node import External, Node, Target
from generator.ir import Element, ElementId, Import, Library, Membership, Model, Reference

__all__ = ["Context"]


class Context:
    """The nodes of a model under construction.

    `nodes` and `memberships` are by element id, `placed` are the elements that are owned already, `conjugates` the conjugated port definitions by the id of the port definition. `top`
    are the top-level elements by file; `imports` and `aliases` are by namespace (None at the top) and file.
    """

    def __init__(self, model: Model) -> None:
        self.model = model
        self.nodes: dict[ElementId, Node] = {}
        self.memberships: dict[ElementId, Node] = {}
        self.placed: set[ElementId] = set()
        self.conjugates: dict[ElementId, Node] = {}
        self.top: dict[str, list[Element]] = {}
        for element in model.roots:
            self.top.setdefault(element.span.path, []).append(element)
        self.imports: dict[tuple[ElementId | None, str], list[Import]] = {}
        for each in model.imports:
            self.imports.setdefault((each.importer, each.span.path), []).append(each)
        self.aliases: dict[tuple[ElementId | None, str], list[Membership]] = {}
        for alias in model.memberships:
            self.aliases.setdefault((alias.owner, alias.span.path), []).append(alias)

    def target(self, at: ElementId) -> Target:
        """What stands for an element: its node, or its identity in a library."""
        node = self.nodes.get(at)
        return node if node is not None else self._external(self.model.elements[at], "")

    def membership(self, at: ElementId) -> Target:
        """What stands for the membership by which an element is owned."""
        membership = self.memberships.get(at)
        if membership is not None:
            return membership
        return self._external(self.model.elements[at], "/owningMembership")

    def conjugate(self, at: ElementId) -> Target:
        """What stands for the conjugate of a port definition."""
        node = self.conjugates.get(at)
        if node is not None:
            return node
        element = self.model.elements[at]
        return self._external(element, f"::'~{element.name}'")

    def refer(self, reference: Reference | None, owner: Node) -> Target | None:
        """What a reference leads to; a chain becomes a feature that `owner`, a relationship, owns.

        None for a reference that leads nowhere.
        """
        if reference is None or reference.target is None:
            return None
        return self.along(reference.path, owner)

    def along(self, path: tuple[ElementId, ...], owner: Node) -> Target:
        """What a path of features leads to; a chain becomes a feature that `owner` owns."""
        if len(path) == 1:
            return self.target(path[0])
        feature = owner.hold(Node("Feature"))
        chain(self, feature, path)
        return feature

    def _external(self, element: Element, suffix: str) -> External:
        path = element.qualified_name
        package = path.split("::")[0]
        if element.library is Library.STANDARD:
            base = base_of_library(package)
        else:
            base = uuid5(NAMESPACE_URL, f"urn:ssot:library:{package}")
        if not suffix and element.owner is None:
            return External(str(base))
        return External(identity(base, path + suffix))


def chain(context: Context, feature: Node, path: tuple[ElementId, ...]) -> None:
    """Let a feature chain others."""
    for at in path:
        target = context.target(at)
        feature.own(
            Node("FeatureChaining", chainingFeature=target, source=[feature], target=[target])
        )
