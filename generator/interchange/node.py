"""The tree of a model in the abstract syntax of the OMG: elements own relationships, relationships own elements.

A node becomes one JSON object (KerML 1.0, clause 10.4). Knows metaclasses and identities; must not know the
resolved graph that it is made from.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias
from uuid import UUID

from generator.interchange.identity import escaped, identity
from generator.interchange.metaclasses import attributes_of, is_a

__all__ = ["External", "Node", "Target"]


class External:
    """An element outside of the document, such as one of the library, known by its identity."""

    __slots__ = ("id",)

    def __init__(self, id_: str) -> None:
        self.id = id_


class Node:
    """One element or relationship.

    `values` are attributes that are given (others have their defaults); `derived` are added as they are.
    `relationships` and `related` are what it owns: of which the second only relationships have any. `name` is the
    effective name. `is_inside` says that the parent is a relationship which owns it as an element, at a `position`
    from 1. `path` and `id` are known after `settle`.
    """

    __slots__ = (
        "derived",
        "id",
        "is_inside",
        "metaclass",
        "name",
        "parent",
        "path",
        "position",
        "qualified_name",
        "related",
        "relationships",
        "short_name",
        "values",
    )

    def __init__(self, metaclass: str, **values: Any) -> None:
        self.metaclass = metaclass
        self.values = values
        self.derived: dict[str, Any] = {}
        self.relationships: list[Node] = []
        self.related: list[Node] = []
        self.parent: Node | None = None
        self.is_inside = False
        self.position = 0
        self.name: str | None = None
        self.short_name: str | None = None
        self.qualified_name: str | None = None
        self.path = ""
        self.id = ""

    @property
    def is_relationship(self) -> bool:
        """Whether it is a relationship; connectors are both."""
        return is_a(self.metaclass, "Relationship")

    def own(self, relationship: Node, *elements: Node) -> Node:
        """Own a relationship, which owns some elements; the relationship is returned."""
        relationship.parent = self
        self.relationships.append(relationship)
        relationship.position = len(self.relationships)
        for each in elements:
            relationship.hold(each)
        return relationship

    def hold(self, element: Node) -> Node:
        """Own an element, as relationships do; the element is returned."""
        element.parent = self
        element.is_inside = True
        self.related.append(element)
        element.position = len(self.related)
        return element

    # -- identities -------------------------------------------------------------------------------

    def settle(self, base: UUID) -> None:
        """Give a root, and everything below it, names and identities; the base is that of its file."""
        self.path = ""
        self.id = identity(base, "")
        used = {""}
        stack = [self]
        while stack:
            at = stack.pop()
            if at.parent is not None:
                at._find_path(at.parent, used)
                at.id = identity(base, at.path)
            at._name_members()
            stack.extend(reversed([*at.relationships, *at.related]))

    def _name_members(self) -> None:
        """Members have a qualified name if they are named, as everything around them, and the first of the name."""
        if self.parent is not None and self.qualified_name is None:
            return
        prefix = f"{self.qualified_name}::" if self.parent is not None else ""
        taken: set[str] = set()
        for relationship in self.relationships:
            if not is_a(relationship.metaclass, "OwningMembership"):
                continue
            for member in relationship.related:
                name = member.name or member.short_name
                if name is not None and name not in taken:
                    taken.add(name)
                    member.qualified_name = prefix + escaped(name)

    def _find_path(self, parent: Node, used: set[str]) -> None:
        is_owned_member = bool(self.related) and is_a(self.metaclass, "OwningMembership")
        if self.qualified_name is not None:
            path = self.qualified_name
        elif is_owned_member and self.related[0].qualified_name is not None:
            path = f"{self.related[0].qualified_name}/owningMembership"
        else:
            path = f"{parent.path}/{self.position}"
        while path in used:
            path += "/"
        used.add(path)
        self.path = path

    # -- records ----------------------------------------------------------------------------------

    def nodes(self) -> Iterator[Node]:
        """This node and everything below it, owners first."""
        stack = [self]
        while stack:
            at = stack.pop()
            yield at
            stack.extend(reversed([*at.relationships, *at.related]))

    def record(self) -> dict[str, Any]:
        """The JSON object: `@type`, `@id`, every attribute that is not derived, and the derived ones that are known."""
        parent = self.parent
        inside = self.is_inside
        given = {
            "elementId": self.id,
            "owningRelationship": parent if inside else None,
            "ownedRelationship": self.relationships,
            "owningRelatedElement": None if inside else parent,
            "ownedRelatedElement": self.related,
            **self._ends_of_membership(),
            **self.values,
        }
        found: dict[str, Any] = {"@type": self.metaclass, "@id": self.id}
        for name, attribute in attributes_of(self.metaclass).items():
            default: object = [] if attribute.is_many else attribute.default
            found[name] = _value(given.get(name, default))
        found.update({name: _value(value) for name, value in self._derived().items()})
        return dict(sorted(found.items()))

    def _ends_of_membership(self) -> dict[str, Any]:
        if not self.related or not is_a(self.metaclass, "OwningMembership"):
            return {}
        member = self.related[0]
        return {"memberElement": member, "source": [self.parent], "target": [member]}

    def _derived(self) -> dict[str, Any]:
        parent = self.parent
        inside = self.is_inside
        owner = parent.parent if inside and parent is not None else parent
        membership = (
            parent
            if inside and parent is not None and is_a(parent.metaclass, "OwningMembership")
            else None
        )
        owned = [member for each in self.relationships for member in each.related]
        found: dict[str, Any] = {
            "name": self.name,
            "shortName": self.short_name,
            "qualifiedName": self.qualified_name,
            "owner": owner,
            "owningMembership": membership,
            "owningNamespace": owner if membership is not None else None,
            "ownedElement": owned,
            "documentation": [each for each in owned if each.metaclass == "Documentation"],
        }
        if is_a(self.metaclass, "Namespace"):
            found |= self._namespace()
        if is_a(self.metaclass, "OwningMembership") and self.related:
            member = self.related[0]
            found |= {
                "ownedMemberElement": member,
                "ownedMemberElementId": member.id,
                "ownedMemberName": member.name,
                "ownedMemberShortName": member.short_name,
                "memberElementId": member.id,
                "membershipOwningNamespace": parent,
            }
        return {**found, **self.derived}

    def _namespace(self) -> dict[str, Any]:
        memberships = [r for r in self.relationships if is_a(r.metaclass, "Membership")]
        owning = [r for r in memberships if is_a(r.metaclass, "OwningMembership")]
        found: dict[str, Any] = {
            "ownedMembership": memberships,
            "ownedImport": [r for r in self.relationships if is_a(r.metaclass, "Import")],
            "ownedMember": [each for r in owning for each in r.related],
        }
        if is_a(self.metaclass, "Type"):
            features = [r for r in owning if is_a(r.metaclass, "FeatureMembership")]
            found["ownedFeatureMembership"] = features
            found["ownedFeature"] = [each for r in features for each in r.related]
            found["ownedSpecialization"] = [
                r for r in self.relationships if is_a(r.metaclass, "Specialization")
            ]
        return found


Target: TypeAlias = Node | External


def _value(value: Any) -> Any:
    if isinstance(value, Node | External):
        return {"@id": value.id}
    if isinstance(value, list | tuple):
        return [_value(each) for each in value]
    return value
