"""Relationships of types, imports, aliases and annotations as nodes.

Sources: KerML 1.0, clauses 8.3.2 and 8.3.3. Implied relationships are left out, as `isImpliedIncluded` says.
"""

from __future__ import annotations

from generator.interchange.context import Context, chain
from generator.interchange.expressions import add_expression
from generator.interchange.metaclasses import is_a
from generator.interchange.node import Node, Target
from generator.ir import (
    AnnotatingElement,
    Dependency,
    Element,
    ElementId,
    Import,
    Membership,
    MetadataFeature,
    MetadataUsage,
    Reference,
    Relationship,
    RelationshipKind,
    Specialization,
    SpecializationKind,
    Type,
)

__all__ = [
    "add_alias",
    "add_annotations",
    "add_dependency",
    "add_import",
    "add_type_relationships",
    "stand_alone",
]

_Kind = SpecializationKind
# The metaclass of each kind with its attributes for the specific and the general element.
_SPECIALIZATIONS = {
    _Kind.SUBCLASSIFICATION: ("Subclassification", "subclassifier", "superclassifier"),
    _Kind.TYPING: ("FeatureTyping", "typedFeature", "type"),
    _Kind.SUBSETTING: ("Subsetting", "subsettingFeature", "subsettedFeature"),
    _Kind.REFERENCE: ("ReferenceSubsetting", "", "referencedFeature"),
    _Kind.REDEFINITION: ("Redefinition", "redefiningFeature", "redefinedFeature"),
    _Kind.CROSSING: ("CrossSubsetting", "", "crossedFeature"),
    _Kind.CONJUGATION: ("Conjugation", "conjugatedType", "originalType"),
}
_OTHERS = {
    RelationshipKind.DISJOINING: ("Disjoining", "typeDisjoined", "disjoiningType"),
    RelationshipKind.UNIONING: ("Unioning", "", "unioningType"),
    RelationshipKind.INTERSECTING: ("Intersecting", "", "intersectingType"),
    RelationshipKind.DIFFERENCING: ("Differencing", "", "differencingType"),
    RelationshipKind.INVERTING: ("FeatureInverting", "featureInverted", "invertingFeature"),
    RelationshipKind.FEATURING: ("TypeFeaturing", "featureOfType", "featuringType"),
}
_ENDS = {
    metaclass: (specific, general)
    for metaclass, specific, general in (*_SPECIALIZATIONS.values(), *_OTHERS.values())
}


def add_type_relationships(
    context: Context, element: Type, node: Node, offsets: range | None = None
) -> None:
    """Add the specialisations that are written for a type, and after them its other relationships.

    With `offsets`, only the specialisations written there; the others when they begin at 0.
    """
    for each in context.model.specializations(element):
        if not each.is_implied and (offsets is None or each.reference.span.start in offsets):
            _add_specialization(context, each, node)
    if offsets is not None and offsets.start == 0:
        return
    for other in element.relationships:
        metaclass, specific, general = _OTHERS[other.kind]
        _relate(context, node, metaclass, (specific, general), other.reference)


def _add_specialization(context: Context, each: Specialization, node: Node) -> None:
    if each.kind is _Kind.CHAINING:
        chain(context, node, each.reference.path)
        return
    metaclass, specific, general = _SPECIALIZATIONS[each.kind]
    if metaclass == "Subclassification" and not is_a(node.metaclass, "Classifier"):
        metaclass, specific, general = "Specialization", "", ""
    found = _relate(context, node, metaclass, (specific, general), each.reference)
    if each.is_conjugated and found is not None and each.general is not None:
        found.metaclass = "ConjugatedPortTyping"
        conjugate = context.conjugate(each.general)
        for name in ("type", "general", "conjugatedPortDefinition"):
            found.values[name] = conjugate
        found.values["target"] = [conjugate]


def _relate(
    context: Context, node: Node, metaclass: str, ends: tuple[str, str], reference: Reference
) -> Node | None:
    if reference.target is None:
        return None
    found = node.own(Node(metaclass))
    target = context.along(reference.path, found)
    _set_ends(found, ends, node, target)
    return found


def _set_ends(found: Node, ends: tuple[str, str], specific: Target, general: Target) -> None:
    names = {ends[0]: specific, ends[1]: general}
    if is_a(found.metaclass, "Specialization"):
        names |= {"specific": specific, "general": general}
    if is_a(found.metaclass, "Subsetting"):
        names |= {"subsettingFeature": specific, "subsettedFeature": general}
    found.values.update({name: value for name, value in names.items() if name})
    found.values.update(source=[specific], target=[general])


def stand_alone(context: Context, element: Relationship, node: Node) -> None:
    """Fill a relationship that stands by itself: `specialization s subtype a :> b`, `dependency a to b`."""
    specific = context.refer(element.specific, node)
    general = context.refer(element.general, node)
    if specific is not None and general is not None:
        _set_ends(node, _ENDS.get(node.metaclass, ("", "")), specific, general)


def add_dependency(context: Context, element: Dependency, node: Node) -> None:
    """Fill a dependency."""
    clients = [context.refer(each, node) for each in element.clients]
    suppliers = [context.refer(each, node) for each in element.suppliers]
    node.values["client"] = node.values["source"] = [each for each in clients if each]
    node.values["supplier"] = node.values["target"] = [each for each in suppliers if each]


def add_annotations(context: Context, element: Element, node: Node) -> None:
    """Add what an annotating element is about, where that is written."""
    if not isinstance(element, AnnotatingElement | MetadataUsage | MetadataFeature):
        return
    for reference in element.about:
        if reference.target is not None:
            found = node.own(Node("Annotation"))
            target = context.refer(reference, found)
            found.values.update(annotatedElement=target, source=[node], target=[target])
            found.derived["annotatingElement"] = node
    if not element.about and node.parent is not None and node.parent.parent is not None:
        node.derived["annotatedElement"] = [node.parent.parent]
    else:
        node.derived["annotatedElement"] = [
            each.values["annotatedElement"]
            for each in node.relationships
            if each.metaclass == "Annotation"
        ]


def add_alias(context: Context, alias: Membership, owner: Node) -> None:
    """Add `alias n for P::x`."""
    if alias.member.target is None:
        return
    found = owner.own(Node("Membership", memberName=alias.name, memberShortName=alias.short_name))
    target = context.refer(alias.member, found)
    found.values.update(
        memberElement=target,
        visibility=alias.visibility.value,
        source=[owner],
        target=[target],
    )
    found.derived["membershipOwningNamespace"] = owner


def add_import(context: Context, each: Import, owner: Node) -> None:
    """Add an import or an expose; one with conditions imports a package that filters."""
    at = each.imported.target
    if at is None:
        return
    is_expose = each.span.text.lstrip().startswith("expose") and is_a(owner.metaclass, "ViewUsage")
    if each.filters:
        package = Node("Package")
        metaclass = "NamespaceExpose" if is_expose else "NamespaceImport"
        outer = owner.own(_import(each, metaclass, owner, package), package)
        outer.values["isRecursive"] = False
        _imported(context, each, at, package, is_expose=False)
        for condition in each.filters:
            add_expression(context, condition, package.own(Node("ElementFilterMembership")))
        return
    _imported(context, each, at, owner, is_expose=is_expose)


def _imported(
    context: Context, each: Import, at: ElementId, owner: Node, *, is_expose: bool
) -> None:
    word = "Expose" if is_expose else "Import"
    if each.is_namespace:
        target = context.target(at)
        owner.own(_import(each, f"Namespace{word}", owner, target))
    else:
        target = context.membership(at)
        owner.own(_import(each, f"Membership{word}", owner, target))


def _import(each: Import, metaclass: str, owner: Node, target: Target) -> Node:
    name = "importedNamespace" if metaclass.startswith("Namespace") else "importedMembership"
    found = Node(
        metaclass,
        visibility=each.visibility or "private",
        isRecursive=each.is_recursive,
        isImportAll=each.is_all or metaclass.endswith("Expose"),
        source=[owner],
        target=[target],
        **{name: target},
    )
    found.derived["importOwningNamespace"] = owner
    return found
