"""A model as JSON in the OMG's element form: one array of elements and relationships per project.

Source: KerML 1.0, clause 10.4. What the notation says is exported; implied relationships are not, as
`isImpliedIncluded` says of every element. Must not know how the JSON is written or sent.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import partial
from typing import Any
from uuid import uuid5

from generator import ir
from generator.interchange.behaviors import add_behavior, metaclass_of_succession
from generator.interchange.context import Context
from generator.interchange.expressions import add_expression, add_value
from generator.interchange.identity import base_of_project
from generator.interchange.members import membership_of
from generator.interchange.metaclasses import attributes_of, is_a
from generator.interchange.node import Node
from generator.interchange.relationships import (
    add_alias,
    add_annotations,
    add_dependency,
    add_import,
    add_type_relationships,
    stand_alone,
)
from generator.ir import Element, Feature, Model, Multiplicity, Type
from generator.ir.walk import expressions_in, expressions_of

__all__ = ["document", "root_nodes"]

_BRACKET = re.compile(r"(?:'(?:\\.|[^'\\])*'|[^\[\]{;=']|//[^\n]*)*(?P<range>\[[^\]]*\])?")
_DEEPEST = 100_000
_NAMES = {"ExpressionFeature": "Expression"}
_ATTRIBUTES = {
    "isAbstract": "is_abstract",
    "isComposite": "is_composite",
    "isConstant": "is_constant",
    "isDerived": "is_derived",
    "isEnd": "is_end",
    "isIndividual": "is_individual",
    "isNegated": "is_negated",
    "isOrdered": "is_ordered",
    "isParallel": "is_parallel",
    "isPortion": "is_portion",
    "isStandard": "is_standard",
    "isSufficient": "is_sufficient",
    "isUnique": "is_unique",
    "isVariable": "is_variable",
    "isVariation": "is_variation",
    "body": "body",
    "direction": "direction",
    "language": "language",
    "locale": "locale",
    "portionKind": "portion_kind",
}


def document(model: Model, project: str) -> list[dict[str, Any]]:
    """The JSON objects of a model's own files: of each its root namespace and all below it, owners first.

    `project` is a name from which, with qualified names, the identities of the elements follow. References lead
    to objects of the document or to elements of libraries.
    """
    return [node.record() for root in root_nodes(model, project) for node in root.nodes()]


def root_nodes(model: Model, project: str) -> list[Node]:
    """The root namespace of each file as a tree of nodes, in the order of the files, with identities."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(max(limit, _DEEPEST))  # a long sequence is nested as deeply as it is long
    try:
        roots = _built(model)
    finally:
        sys.setrecursionlimit(limit)
    base = base_of_project(project)
    filled = [(path, root) for path, root in roots.items() if root.relationships]
    taken: set[str] = set()
    for path, root in filled:
        root.settle(uuid5(base, _label(path, taken)))
    return [root for _, root in filled]


def _built(model: Model) -> dict[str, Node]:
    context = Context(model)
    for element in model.user_elements:
        context.nodes[element.id] = _node(element, _kind(model, element))
        context.memberships[element.id] = membership_of(element, model.owner(element))
    bodies = _bodies(model)
    roots: dict[str, Node] = {}
    for source in model.sources:
        roots.setdefault(source.path, Node("Namespace"))
    _declare_conjugates(context)
    for path, root in roots.items():
        _fill_namespace(context, None, path, root, bodies)
    for element in model.user_elements:
        _fill(context, element, bodies)
    return roots


def _label(path: str, taken: set[str]) -> str:
    """What tells a file from others in a project: its path."""
    while path in taken:
        path += "/"
    taken.add(path)
    return path


def _kind(model: Model, element: Element) -> str:
    """The metaclass of an element by its name in the specification."""
    if isinstance(element, ir.Relationship):
        return element.metaclass
    if isinstance(element, ir.SuccessionAsUsage):
        return metaclass_of_succession(element)
    owner = model.owner(element)
    if element.role is ir.Role.PAYLOAD and isinstance(owner, ir.FlowUsage | ir.Flow):
        return "PayloadFeature"
    if isinstance(owner, ir.Connector) and element.role is ir.Role.END:
        return _NAMES.get(element.kind, element.kind).replace("ReferenceUsage", "Feature")
    prefixes = [each for each in model.owned(element) if getattr(each, "is_prefix", False)]
    if (
        prefixes
        and isinstance(element, ir.Definition | ir.Usage)
        and element.role not in (ir.Role.ASSUME, ir.Role.REQUIRE, ir.Role.FRAME, ir.Role.VERIFY)
    ):
        # Without a keyword of the language the metaclass is a plain one, whatever the metadata makes of it.
        text = element.span.source.text[max(each.span.end for each in prefixes) : element.span.end]
        name = element.name_span.start if element.name_span is not None else -1
        rest = text.lstrip()
        if rest.startswith("def") and not rest[3:4].isalnum():
            return "Definition"
        if rest[:1] in ":=;{<['" or element.span.end - len(rest) == name:
            return "Usage" if isinstance(element, ir.Usage) else "Definition"
    return _NAMES.get(element.kind, element.kind)


def _node(element: Element, kind: str) -> Node:
    known = attributes_of(kind)
    values = {
        name: _plain(getattr(element, attribute))
        for name, attribute in _ATTRIBUTES.items()
        if name in known and hasattr(element, attribute)
    }
    node = Node(kind, **values)
    node.values["declaredName"] = element.declared_name
    node.values["declaredShortName"] = element.short_name
    if "reqId" in known:
        node.values["reqId"] = element.short_name
    node.name, node.short_name = element.name, element.short_name
    return node


def _plain(value: object) -> object:
    return str(value) if isinstance(value, str) else value


def _bodies(model: Model) -> set[int]:
    """The elements that are bodies of expressions, and so are owned by them."""
    conditions = (each for imported in model.imports for each in imported.filters)
    walked = [
        *(expression for element in model.user_elements for expression in expressions_of(element)),
        *(each for condition in conditions for each in expressions_in(condition)),
    ]
    return {each.element for each in walked if isinstance(each, ir.BodyExpression)}


def _declare_conjugates(context: Context) -> None:
    for element in context.model.of_kind(ir.PortDefinition):
        if element.library is None and element.id in context.nodes:
            conjugate = Node("ConjugatedPortDefinition")
            conjugate.name = f"~{element.name}" if element.name is not None else None
            conjugate.values["declaredName"] = conjugate.name
            context.conjugates[element.id] = conjugate


# -- elements -------------------------------------------------------------------------------------


def _fill(context: Context, element: Element, bodies: set[int]) -> None:
    """Add to an element's node what it owns, in the order of the notation."""
    node = context.nodes[element.id]
    for each in context.model.owned(element):
        if getattr(each, "is_prefix", False):
            _own(context, each, node)
    if isinstance(element, Feature):
        _add_feature(context, element, node)
        node.derived["type"] = [context.target(each.id) for each in context.model.types(element)]
    elif isinstance(element, Type):
        add_type_relationships(context, element, node)
    if isinstance(element, ir.Relationship):
        stand_alone(context, element, node)
    if isinstance(element, ir.Dependency):
        add_dependency(context, element, node)
    add_annotations(context, element, node)
    add_behavior(context, element, node, partial(_take, context, element))
    _fill_namespace(context, element, element.span.path, node, bodies)
    result = getattr(element, "result", None)
    if result is not None:
        add_expression(context, result, node.own(Node("ResultExpressionMembership")))
    conjugate = context.conjugates.get(element.id)
    if conjugate is not None:
        _add_conjugate(node, conjugate)


def _add_conjugate(node: Node, conjugate: Node) -> None:
    node.own(Node("OwningMembership", source=[node], target=[conjugate]), conjugate)
    conjugate.own(
        Node(
            "PortConjugation",
            originalPortDefinition=node,
            originalType=node,
            conjugatedType=conjugate,
            source=[conjugate],
            target=[node],
        )
    )


def _add_feature(context: Context, feature: Feature, node: Node) -> None:
    if feature.multiplicity is not None:
        bracket, is_range = _bracket(feature)
        add_type_relationships(context, feature, node, range(bracket))
        _add_multiplicity(context, feature.multiplicity, node, is_range)
        add_type_relationships(context, feature, node, range(bracket, sys.maxsize))
    else:
        add_type_relationships(context, feature, node)
    value = feature.value
    if value is not None:
        add_value(
            context,
            value.expression,
            node,
            is_default=value.is_default,
            is_initial=value.is_initial,
        )
    node.derived["owningType"] = _owning_type(context, feature)


def _owning_type(context: Context, feature: Feature) -> object:
    owner = context.model.owner(feature)
    membership = context.memberships[feature.id]
    if owner is None or not is_a(membership.metaclass, "FeatureMembership"):
        return None
    return context.target(owner.id)


def _bracket(feature: Feature) -> tuple[int, bool]:
    """The offset of the brackets of a multiplicity, and whether two bounds are written."""
    text = feature.span.source.text
    start = feature.span.start if feature.name_span is None else feature.name_span.end
    found = _BRACKET.search(text, start, feature.span.end)
    if found is None or found["range"] is None:
        return feature.span.end, False
    return found.start("range"), ".." in found["range"]


def _add_multiplicity(
    context: Context, multiplicity: Multiplicity, node: Node, is_range: bool
) -> None:
    found = Node("MultiplicityRange")
    node.own(Node("OwningMembership"), found)
    for bound in _bounds(multiplicity, is_range):
        membership = found.own(Node("OwningMembership"))
        if isinstance(bound, int | None):
            literal = "LiteralInfinity" if bound is None else "LiteralInteger"
            values = {} if bound is None else {"value": bound}
            membership.hold(Node(literal, **values))
        else:
            add_expression(context, bound, membership)


def _bounds(multiplicity: Multiplicity, is_range: bool) -> Iterator[int | ir.Expression | None]:
    """The bounds that are written: the upper one alone where there is no range."""
    lower = multiplicity.lower_expression or multiplicity.lower
    upper = multiplicity.upper_expression or multiplicity.upper
    if is_range and lower is not None:
        yield lower
    yield upper


# -- namespaces -----------------------------------------------------------------------------------


def _fill_namespace(
    context: Context, element: Element | None, path: str, node: Node, bodies: set[int]
) -> None:
    """Add members, imports and aliases in the order of the text; those of a file when there is no element."""
    at = None if element is None else element.id
    members = context.model.owned(element) if element is not None else context.top.get(path, ())
    entries: list[tuple[int, object]] = [
        (each.span.start, each)
        for each in members
        if each.id not in bodies and each.id not in context.placed
    ]
    entries += [(each.span.start, each) for each in context.imports.get((at, path), ())]
    entries += [(each.span.start, each) for each in context.aliases.get((at, path), ())]
    for _, each in sorted(entries, key=lambda entry: entry[0]):
        if isinstance(each, Element):
            _own(context, each, node)
        elif isinstance(each, ir.Import):
            add_import(context, each, node)
        elif isinstance(each, ir.Membership):
            add_alias(context, each, node)


def _take(context: Context, element: Element, *roles: ir.Role) -> None:
    """Own the members with some roles before the others."""
    for each in context.model.owned_with_role(element, *roles):
        if each.id not in context.placed:
            _own(context, each, context.nodes[element.id])


def _own(context: Context, element: Element, owner: Node) -> None:
    node = context.nodes[element.id]
    context.placed.add(element.id)
    relationship = context.memberships[element.id]
    relationship.values.update(
        visibility=element.visibility.value, memberElement=node, source=[owner], target=[node]
    )
    owner.own(relationship, node)
