"""Connectors, flows, successions, transitions and the steps of actions as nodes.

Sources: SysML 2.0, clauses 8.2.2.13 to 8.2.2.18 (how they are made of elements).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from generator import ir
from generator.interchange.context import Context
from generator.interchange.expressions import add_expression, add_referred, add_value
from generator.interchange.metaclasses import is_a
from generator.interchange.node import Node, Target
from generator.ir import Element, ElementId, Expression, Reference, Role

__all__ = ["add_behavior", "metaclass_of_succession"]

Take = Callable[..., None]
"""Owns the members with the given roles that are not owned yet."""

_CROSS = re.compile(
    r"\[\s*(?:(?P<lower>\d{1,9})\s*\.\.\s*)?(?P<upper>\d{1,9}|\*)\s*\]\s*(?:references\s+|::>\s*)?\Z"
)


def metaclass_of_succession(element: ir.SuccessionAsUsage) -> str:
    """A succession with a condition is a transition (SysML 2.0, 8.2.2.16.4)."""
    is_conditional = element.guard is not None or element.is_else
    return "TransitionUsage" if is_conditional else "SuccessionAsUsage"


def add_behavior(context: Context, element: Element, node: Node, take: Take) -> None:
    """Add what particular metaclasses say besides what they own.

    `take` owns the members with some roles at once: parameters count by their position.
    """
    match element:
        case ir.SuccessionAsUsage() if node.metaclass == "TransitionUsage":
            source, target = (*element.ends, None, None)[:2]
            written = source if source is not None and not _is_implied(element, source) else None
            _add_source(context, node, written)
            _add_guard(context, node, element.guard)
            _add_target(context, node, target)
        case ir.TransitionUsage():
            _add_transition(context, element, node, take)
        case ir.FlowUsage() if not element.is_message:
            _add_flow_ends(context, element, node)
        case ir.Flow():
            _add_flow_ends(context, element, node)
        case ir.ConnectorAsUsage() | ir.Connector():
            _add_ends(context, element, node)
        case ir.SatisfyRequirementUsage():
            _add_satisfying(context, element, node)
        case ir.ActionUsage():
            _add_step(context, element, node, take)


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


def _add_transition(context: Context, element: ir.TransitionUsage, node: Node, take: Take) -> None:
    source, target = element.source, element.target
    if source is not None and source.target is not None:
        node.derived["source"] = context.target(source.target)
        _add_source(context, node, None if _is_implied(element, source) else source)
    _add_parameter(context, None, node)
    if context.model.owned_with_role(element, Role.TRIGGER):
        _add_parameter(context, None, node)
        take(Role.TRIGGER)
    _add_guard(context, node, element.guard)
    take(Role.EFFECT)
    if target is not None and target.target is not None:
        node.derived["target"] = context.target(target.target)
        _add_target(context, node, None if _is_implied(element, target) else target)


def _add_source(context: Context, node: Node, source: Reference | None) -> None:
    if source is not None and source.target is not None:
        is_chain = len(source.path) > 1
        membership = node.own(Node("OwningMembership" if is_chain else "Membership"))
        found = context.along(source.path, membership)
        membership.values.update(memberElement=found, source=[node], target=[found])
        membership.derived["membershipOwningNamespace"] = node


def _add_guard(context: Context, node: Node, guard: Expression | None) -> None:
    if guard is not None:
        membership = node.own(Node("TransitionFeatureMembership", kind="guard"))
        add_expression(context, guard, membership)


def _add_target(context: Context, node: Node, target: Reference | None) -> None:
    if target is None or target.target is None:
        return
    succession = Node("SuccessionAsUsage")
    node.own(Node("OwningMembership"), succession)
    succession.own(Node("EndFeatureMembership"), Node("ReferenceUsage", isEnd=True))
    end = Node("ReferenceUsage", isEnd=True)
    succession.own(Node("EndFeatureMembership"), end)
    _subset(context, end, target.path)


# -- steps ----------------------------------------------------------------------------------------


def _add_step(context: Context, element: ir.ActionUsage, node: Node, take: Take) -> None:
    match element:
        case ir.AcceptActionUsage():
            take(Role.PAYLOAD)
            if element.trigger_expression is not None:
                _add_trigger(context, element, element.trigger_expression, node)
            _add_parameters(context, node, element.receiver)
        case ir.SendActionUsage():
            _add_parameters(context, node, element.payload, element.sender, element.receiver)
        case ir.AssignmentActionUsage():
            _add_assignment(context, element, node)
        case ir.TerminateActionUsage():
            _add_parameters(context, node, element.terminated)
        case ir.IfActionUsage():
            _add_condition(context, element.condition, node)
            take(Role.THEN, Role.ELSE)
        case ir.WhileLoopActionUsage():
            _add_condition(context, element.condition, node)
            take(Role.BODY)
            if element.until is not None:
                _add_condition(context, element.until, node)
        case ir.ForLoopActionUsage():
            take(Role.LOOP_VARIABLE)
            _add_parameter(context, element.sequence, node)
            take(Role.BODY)


def _add_parameters(context: Context, node: Node, *values: Expression | None) -> None:
    """A parameter for each value; one that is left out before another one is there without a value."""
    last = max((at for at, value in enumerate(values, start=1) if value is not None), default=0)
    for value in values[:last]:
        _add_parameter(context, value, node)


def _add_parameter(context: Context, value: Expression | None, node: Node) -> None:
    feature = Node("ReferenceUsage", direction="in")
    node.own(Node("ParameterMembership"), feature)
    if value is not None:
        add_value(context, value, feature)


def _add_trigger(
    context: Context, element: ir.AcceptActionUsage, value: Expression, node: Node
) -> None:
    """`accept at`, `after`, `when`: the payload parameter is bound to the invocation of a trigger."""
    payload = context.model.owned_with_role(element, Role.PAYLOAD)
    if payload:
        feature = context.nodes[payload[0].id]
    else:
        feature = Node("ReferenceUsage", direction="in")
        node.own(Node("ParameterMembership"), feature)
    relationship = feature.own(Node("FeatureValue", source=[feature]))
    trigger = relationship.hold(Node("TriggerInvocationExpression", kind=element.trigger))
    relationship.values.update(memberElement=trigger, target=[trigger])
    argument = Node("Feature", direction="in")
    trigger.own(Node("ParameterMembership", visibility="private"), argument)
    if element.trigger == "when":
        add_referred(context, value, argument)
    else:
        add_value(context, value, argument)


def _add_assignment(context: Context, element: ir.AssignmentActionUsage, node: Node) -> None:
    target = element.target
    _add_parameter(context, element.target_source, node)
    if target is not None and target.target is not None:
        is_chain = len(target.path) > 1
        membership = node.own(Node("OwningMembership" if is_chain else "Membership"))
        found = context.along(target.path, membership)
        membership.values.update(memberElement=found, source=[node], target=[found])
        membership.derived["membershipOwningNamespace"] = node
    _add_parameters(context, node, element.value_expression)


def _add_condition(context: Context, value: Expression | None, node: Node) -> None:
    """A condition: an expression that is itself a parameter; one without a value where there is none."""
    if value is None:
        _add_parameter(context, None, node)
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
