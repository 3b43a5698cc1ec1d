"""Expressions as elements of their own.

Source: KerML 1.0, clauses 8.2.5.8 (how expressions are made of elements) and 8.3.4.8. Each operand is the value of a
parameter; what is evaluated only when needed is referred to as an expression.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator import ir
from generator.interchange.node import Node
from generator.ir import Expression, Reference

if TYPE_CHECKING:
    from generator.interchange.context import Context

__all__ = ["add_expression", "add_referred", "add_value", "value_parameter"]

_CONDITIONAL = {"and": 1, "or": 1, "implies": 1, "??": 1, "if": 1}
"""Operators with the position of the first operand that may not be evaluated."""
_CASTS = ("as", "meta")
_LITERALS = {
    ir.LiteralBoolean: "LiteralBoolean",
    ir.LiteralInteger: "LiteralInteger",
    ir.LiteralRational: "LiteralRational",
    ir.LiteralString: "LiteralString",
}
_OPERATOR_KINDS = {"#": "IndexExpression"}


def add_expression(context: Context, expression: Expression, owner: Node) -> Node:
    """The node of an expression, owned by a relationship."""
    kind = type(expression)
    if kind in _LITERALS:
        value = getattr(expression, "value", None)
        return owner.hold(Node(_LITERALS[kind], value=value))
    if isinstance(expression, ir.LiteralInfinity):
        return owner.hold(Node("LiteralInfinity"))
    node = owner.hold(Node(_metaclass(expression)))
    _fill(context, expression, node)
    if not any(each.metaclass == "ReturnParameterMembership" for each in node.relationships):
        _add_result(node)
    return node


def _metaclass(expression: Expression) -> str:
    if isinstance(expression, ir.OperatorExpression):
        return _OPERATOR_KINDS.get(expression.operator, "OperatorExpression")
    if isinstance(expression, ir.BodyExpression):
        return "FeatureReferenceExpression"
    if isinstance(expression, ir.FeatureReferenceExpression) and len(expression.reference.path) > 1:
        return "FeatureChainExpression"
    if isinstance(expression, ir.TypeReference):
        return "MetadataAccessExpression"
    return type(expression).__name__


def _fill(context: Context, expression: Expression, node: Node) -> None:
    match expression:
        case ir.FeatureReferenceExpression() if len(expression.reference.path) > 1:
            _add_chain(context, expression.reference, node)
        case ir.FeatureReferenceExpression() | ir.MetadataAccessExpression() | ir.TypeReference():
            _add_member(context, expression.reference, node)
        case ir.FeatureChainExpression():
            node.values["operator"] = "."
            _add_chained_feature(value_parameter(context, expression.source, node))
            _add_member(context, expression.reference, node)
        case ir.OperatorExpression():
            node.values["operator"] = expression.operator
            _add_operands(context, expression, node)
        case ir.InvocationExpression():
            before = _arguments_before(expression)
            _add_arguments(context, expression.arguments[:before], node)
            _add_member(context, expression.function, node)
            _add_arguments(context, expression.arguments[before:], node)
        case ir.ConstructorExpression():
            _add_member(context, expression.type, node)
            result = Node("Feature", direction="out")
            node.own(Node("ReturnParameterMembership"), result)
            _add_arguments(context, expression.arguments, result, "FeatureMembership")
        case ir.CollectExpression() | ir.SelectExpression():
            is_collect = isinstance(expression, ir.CollectExpression)
            node.values["operator"] = "collect" if is_collect else "select"
            value_parameter(context, expression.source, node)
            value_parameter(context, expression.body, node)
        case ir.BodyExpression():
            body = context.nodes.get(expression.element)
            if body is not None:
                node.own(Node("FeatureMembership"), body)


def _arguments_before(expression: ir.InvocationExpression) -> int:
    """How many arguments stand before the function: one in `x->f(y)`."""
    first = expression.arguments[0].value.span if expression.arguments else None
    return int(first is not None and first.start < expression.function.span.start)


def _add_chain(context: Context, reference: Reference, node: Node) -> None:
    """`a.b.c`: a feature chain `b.c` on the value of `a`."""
    node.values["operator"] = "."
    span = reference.span
    head = ir.FeatureReferenceExpression(
        span=span, reference=ir.Reference(reference.path[:1], reference.text, span)
    )
    _add_chained_feature(value_parameter(context, head, node))
    _add_member(context, ir.Reference(reference.path[1:], reference.text, span), node)


def _add_chained_feature(parameter: Node) -> None:
    """The feature of the source that a chain expression evaluates (KerML 1.0, 8.3.4.8.4)."""
    parameter.own(Node("FeatureMembership"), Node("Feature"))


def _add_operands(context: Context, expression: ir.OperatorExpression, node: Node) -> None:
    lazy = _CONDITIONAL.get(expression.operator)
    operands = expression.operands
    if (
        expression.operator == "," and len(operands) > 2
    ):  # a sequence is a first value and a sequence
        rest = ir.OperatorExpression(span=expression.span, operator=",", operands=operands[1:])
        operands = (operands[0], rest)
    for position, operand in enumerate(operands):
        if isinstance(operand, ir.TypeReference):
            is_result = expression.operator in _CASTS
            membership = "ReturnParameterMembership" if is_result else "ParameterMembership"
            _add_type_operand(context, operand, node, membership)
        elif lazy is not None and position >= lazy:
            add_referred(context, operand, _parameter(node))
        else:
            value_parameter(context, operand, node)


def _add_type_operand(
    context: Context, operand: ir.TypeReference, node: Node, membership: str
) -> None:
    """A type stands for itself: as a parameter that it types, of a cast the result."""
    if membership == "ReturnParameterMembership":
        feature = Node("Feature", direction="out")
        node.own(Node(membership), feature)
    else:
        feature = _parameter(node)
    if operand.reference.target is None:
        return
    typing = feature.own(Node("FeatureTyping"))
    target = context.refer(operand.reference, typing)
    typing.values.update(
        typedFeature=feature,
        specific=feature,
        type=target,
        general=target,
        source=[feature],
        target=[target],
    )


def _parameter(node: Node, membership: str = "ParameterMembership") -> Node:
    feature = Node("Feature", direction="in" if membership == "ParameterMembership" else None)
    node.own(Node(membership, visibility="private"), feature)
    return feature


def _value_of(feature: Node) -> Node:
    return Node("FeatureValue", source=[feature])


def value_parameter(context: Context, expression: Expression, node: Node) -> Node:
    """A parameter of a node that is bound to the value of an expression."""
    feature = _parameter(node)
    add_value(context, expression, feature)
    return feature


def add_value(
    context: Context,
    expression: Expression,
    feature: Node,
    *,
    is_default: bool = False,
    is_initial: bool = False,
) -> None:
    """Give a feature a value."""
    relationship = feature.own(_value_of(feature))
    relationship.values.update(isDefault=is_default, isInitial=is_initial)
    node = add_expression(context, expression, relationship)
    relationship.values.update(memberElement=node, target=[node])
    relationship.derived["featureWithValue"] = feature
    relationship.derived["value"] = node


def add_referred(context: Context, expression: Expression, feature: Node) -> None:
    """Give a feature an expression itself as its value, to be evaluated when it is needed."""
    outer = feature.own(_value_of(feature)).hold(Node("FeatureReferenceExpression"))
    add_expression(context, expression, outer.own(Node("FeatureMembership")))
    _add_result(outer)


def _add_arguments(
    context: Context,
    arguments: Sequence[ir.Argument],
    node: Node,
    membership: str = "ParameterMembership",
) -> None:
    for argument in arguments:
        feature = _parameter(node, membership)
        if argument.name is not None and argument.parameter is not None:
            redefinition = feature.own(Node("Redefinition"))
            target = context.target(argument.parameter)
            for specific in ("specific", "subsettingFeature", "redefiningFeature"):
                redefinition.values[specific] = feature
            for general in ("general", "subsettedFeature", "redefinedFeature"):
                redefinition.values[general] = target
            redefinition.values.update(source=[feature], target=[target])
        add_value(context, argument.value, feature)


def _add_member(context: Context, reference: Reference, node: Node) -> None:
    """The element an expression names: as a member; a chain as a feature it owns."""
    if reference.target is None:
        return
    is_chain = len(reference.path) > 1
    membership = node.own(Node("OwningMembership" if is_chain else "Membership"))
    target = context.refer(reference, membership)
    membership.values.update(memberElement=target, source=[node], target=[target])
    membership.derived["membershipOwningNamespace"] = node


def _add_result(node: Node) -> None:
    node.own(Node("ReturnParameterMembership"), Node("Feature", direction="out"))
