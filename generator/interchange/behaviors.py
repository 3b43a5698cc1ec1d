"""Connectors, flows, successions, transitions and the steps of actions as nodes.

Sources: SysML 2.0, clauses 8.2.2.13 to 8.2.2.18 (how they are made of elements).
"""

from __future__ import annotations

import re

from generator import ir
from generator.interchange.context import Context
from generator.interchange.expressions import add_expression, add_value
from generator.interchange.metaclasses import is_a
from generator.interchange.node import Node, Target
from generator.ir import Element, ElementId, Expression, Reference, Role

__all__ = ["add_behavior", "metaclass_of_succession"]

_CROSS = re.compile(
    r"\[\s*(?:(?P<lower>\d{1,9})\s*\.\.\s*)?(?P<upper>\d{1,9}|\*)\s*\]\s*(?:references\s+|::>\s*)?\Z"
)


def metaclass_of_succession(element: ir.SuccessionAsUsage) -> str:
    """A succession with a condition is a transition (SysML 2.0, 8.2.2.16.4)."""
    is_conditional = element.guard is not None or element.is_else
    return "TransitionUsage" if is_conditional else "SuccessionAsUsage"


def add_behavior(context: Context, element: Element, node: Node) -> None:
    """Add what particular metaclasses say besides what they own."""
    match element:
        case ir.SuccessionAsUsage() if node.metaclass == "TransitionUsage":
            source, target = (*element.ends, None, None)[:2]
            _add_transition(context, node, source, element.guard, target)
        case ir.TransitionUsage():
            target = element.target
            if target is not None and _is_implied(element, target):
                target = None
            _add_transition(context, node, element.source, element.guard, target)
        case ir.FlowUsage() if not element.is_message:
            _add_flow_ends(context, element, node)
        case ir.Flow():
            _add_flow_ends(context, element, node)
        case ir.ConnectorAsUsage() | ir.Connector():
            _add_ends(context, element, node)
        case ir.SatisfyRequirementUsage():
            _add_satisfying(context, element, node)
        case ir.ActionUsage():
            _add_step(context, element, node)


# -- connectors -----------------------------------------------------------------------------------


def _add_ends(context: Context, element: ir.ConnectorAsUsage | ir.Connector, node: Node) -> None:
    """The ends that are not owned elements already, and what they relate."""
    owned = context.model.owned_with_role(element, Role.END)
    related: list[Target] = []
    for number, reference in enumerate(element.ends):
        if reference.target is not None:
            related.append(context.target(reference.target))
        if not owned:
            names = getattr(element, "end_names", ())
            name = names[number] if number < len(names) else None
            _add_end(context, element, reference, node, name)
    node.values.update(source=related[:1], target=related[1:])


def _add_end(
    context: Context, element: Element, reference: Reference, node: Node, name: str | None = None
) -> None:
    is_usage = is_a(node.metaclass, "Usage")
    end = Node("ReferenceUsage" if is_usage else "Feature", isEnd=True, declaredName=name)
    end.name = name
    node.own(Node("EndFeatureMembership"), end)
    if not _is_implied(element, reference):
        _add_cross_multiplicity(element, reference, end)
        _subset(context, end, reference.path)


def _add_cross_multiplicity(element: Element, reference: Reference, end: Node) -> None:
    """`[0..1] a` of `connect [0..1] a to b`: the multiplicity of a feature that crosses the connector.

    The resolved graph does not keep it, so it is read from the text; bounds that are names are left out.
    """
    text = reference.span.source.text[element.span.start : reference.span.start]
    found = _CROSS.search(text)
    if found is None:
        return
    cross, multiplicity = Node("Feature"), Node("MultiplicityRange")
    end.own(Node("OwningMembership"), cross)
    cross.own(Node("OwningMembership"), multiplicity)
    for bound in (found["lower"], found["upper"]):
        if bound is not None:
            is_any = bound == "*"
            literal = (
                Node("LiteralInfinity") if is_any else Node("LiteralInteger", value=int(bound))
            )
            multiplicity.own(Node("OwningMembership"), literal)


def _is_implied(element: Element, reference: Reference) -> bool:
    """Whether an end is not written: it has the place of the whole connector."""
    return reference.target is None or reference.span == element.span


def _subset(context: Context, end: Node, path: tuple[ElementId, ...]) -> None:
    found = end.own(Node("ReferenceSubsetting"))
    target = context.along(path, found)
    found.values.update(
        referencedFeature=target,
        subsettedFeature=target,
        general=target,
        subsettingFeature=end,
        specific=end,
        source=[end],
        target=[target],
    )


def _add_flow_ends(context: Context, element: ir.FlowUsage | ir.Flow, node: Node) -> None:
    related = []
    for reference in element.ends:
        if reference.target is None:
            continue
        related.append(context.target(reference.target))
        end = Node("FlowEnd", isEnd=True)
        node.own(Node("EndFeatureMembership"), end)
        if len(reference.path) > 1:
            _subset(context, end, reference.path[:-1])
        feature = Node("ReferenceUsage" if is_a(node.metaclass, "Usage") else "Feature")
        end.own(Node("FeatureMembership"), feature)
        _redefine(context, feature, reference.path[-1])
    node.values.update(source=related[:1], target=related[1:])


def _redefine(context: Context, feature: Node, at: ElementId) -> None:
    target = context.target(at)
    feature.own(
        Node(
            "Redefinition",
            redefinedFeature=target,
            subsettedFeature=target,
            general=target,
            redefiningFeature=feature,
            subsettingFeature=feature,
            specific=feature,
            source=[feature],
            target=[target],
        )
    )


# -- transitions ----------------------------------------------------------------------------------


def _add_transition(
    context: Context,
    node: Node,
    source: Reference | None,
    guard: Expression | None,
    target: Reference | None,
) -> None:
    if source is not None and source.target is not None:
        is_chain = len(source.path) > 1
        membership = Node("OwningMembership" if is_chain else "Membership")
        node.own(membership)
        found = context.along(source.path, membership)
        membership.values.update(memberElement=found, source=[node], target=[found])
        membership.derived["membershipOwningNamespace"] = node
    if guard is not None:
        add_expression(context, guard, node.own(Node("TransitionFeatureMembership", kind="guard")))
    if target is not None and target.target is not None:
        succession = Node("SuccessionAsUsage")
        node.own(Node("OwningMembership"), succession)
        for reference in (None, target):
            end = Node("ReferenceUsage", isEnd=True)
            succession.own(Node("EndFeatureMembership"), end)
            if reference is not None:
                _subset(context, end, reference.path)


# -- steps ----------------------------------------------------------------------------------------


def _add_step(context: Context, element: ir.ActionUsage, node: Node) -> None:
    match element:
        case ir.AcceptActionUsage():
            if element.trigger_expression is not None:
                _add_trigger(context, element.trigger, element.trigger_expression, node)
            _add_parameter(context, element.receiver, node)
        case ir.SendActionUsage():
            for value in (element.payload, element.sender, element.receiver):
                _add_parameter(context, value, node)
        case ir.AssignmentActionUsage():
            _add_assignment(context, element, node)
        case ir.TerminateActionUsage():
            _add_parameter(context, element.terminated, node)
        case ir.IfActionUsage():
            _add_condition(context, element.condition, node)
        case ir.WhileLoopActionUsage():
            _add_condition(context, element.condition, node)
            _add_condition(context, element.until, node)
        case ir.ForLoopActionUsage():
            _add_condition(context, element.sequence, node)


def _add_parameter(context: Context, value: Expression | None, node: Node) -> None:
    if value is not None:
        feature = Node("ReferenceUsage", direction="in")
        node.own(Node("ParameterMembership"), feature)
        add_value(context, value, feature)


def _add_trigger(context: Context, kind: str, value: Expression, node: Node) -> None:
    """`accept at`, `after`, `when`: the payload parameter is bound to the invocation of a trigger."""
    feature = Node("ReferenceUsage", direction="in")
    node.own(Node("ParameterMembership"), feature)
    relationship = feature.own(Node("FeatureValue", source=[feature]))
    trigger = relationship.hold(Node("TriggerInvocationExpression", kind=kind))
    relationship.values.update(memberElement=trigger, target=[trigger])
    argument = Node("Feature", direction="in")
    trigger.own(Node("ParameterMembership", visibility="private"), argument)
    add_value(context, value, argument)


def _add_assignment(context: Context, element: ir.AssignmentActionUsage, node: Node) -> None:
    target = element.target
    _add_parameter(context, element.target_source, node)
    if target is not None and target.target is not None:
        is_chain = len(target.path) > 1
        membership = node.own(Node("OwningMembership" if is_chain else "Membership"))
        found = context.refer(target, membership)
        membership.values.update(memberElement=found, source=[node], target=[found])
        membership.derived["membershipOwningNamespace"] = node
    _add_parameter(context, element.value_expression, node)


def _add_condition(context: Context, value: Expression | None, node: Node) -> None:
    """A condition or sequence: an expression that is itself a parameter."""
    if value is None:
        return
    membership = node.own(Node("ParameterMembership"))
    found = add_expression(context, value, membership)
    found.values["direction"] = "in"
    membership.values.update(memberElement=found, source=[node], target=[found])


def _add_satisfying(context: Context, element: ir.SatisfyRequirementUsage, node: Node) -> None:
    """`by x`: the subject is bound to what satisfies."""
    if element.satisfying is None or element.satisfying.target is None:
        return
    subject = Node("ReferenceUsage", direction="in")
    node.own(Node("SubjectMembership"), subject)
    value = ir.FeatureReferenceExpression(
        span=element.satisfying.span, reference=element.satisfying
    )
    add_value(context, value, subject)
