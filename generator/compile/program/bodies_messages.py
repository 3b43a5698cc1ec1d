"""Steps that send, wait and end: send, accept and terminate actions.

Knows one step at a time. Must not know bodies.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from generator.compile.code import Shape, Value, attribute, call, comparison, constant, name
from generator.compile.operators import truth
from generator.compile.statements import awaited, expression
from generator.ir import (
    AcceptActionUsage,
    ConstructorExpression,
    Expression,
    Feature,
    FeatureReferenceExpression,
    Library,
    OperatorExpression,
    Reference,
    Role,
    SendActionUsage,
    TerminateActionUsage,
    Type,
    TypeReference,
)

if TYPE_CHECKING:
    from generator.compile.program.bodies_steps import Lowering

__all__ = ["accepting", "sending", "terminating"]


def sending(lowering: Lowering, step: SendActionUsage) -> list[ast.stmt]:
    """`send payload via port to receiver`."""
    if step.payload is None:
        return [lowering.unsupported(step.span, "a message without a payload")]
    keywords = {}
    if step.sender is not None:
        keywords["via"] = lowering.value(step.sender, "this sender").node
    if step.receiver is not None:
        keywords["to"] = lowering.value(step.receiver, "this receiver").node
    return [expression(call("send", lowering.value(step.payload, "this payload").node, **keywords))]


def accepting(lowering: Lowering, step: AcceptActionUsage) -> list[ast.stmt]:
    """`accept` of a message, a time or a condition."""
    if step.trigger == "signal":
        return _message(lowering, step)
    if step.trigger_expression is None:
        return [lowering.unsupported(step.span, "this accept action")]
    element = constant(step.qualified_name)
    if step.trigger != "when":
        node = time_of(lowering, step.trigger_expression)
        return [expression(awaited(call(step.trigger, node, element)))]
    awaited_for = lowering.value(step.trigger_expression, "what is waited for")
    text = constant(step.trigger_expression.span.flat_text)
    condition = _lambda((), truth(awaited_for))
    return [expression(awaited(call("until", condition, text, element)))]


_SECONDS = {
    "ns": 1e-9,
    "us": 1e-6,
    "μs": 1e-6,
    "ms": 1e-3,
    "s": 1,
    "min": 60,
    "h": 3600,
    "d": 86400,
}


def time_of(lowering: Lowering, expression_: Expression) -> ast.expr:
    """A duration or point in time: where the model writes one down, as the number of seconds or the date it is."""
    construct = "what is waited for"
    match expression_:
        case OperatorExpression(
            operator="[", operands=(number, FeatureReferenceExpression() as unit)
        ):
            element = lowering.building.model.target(unit.reference)
            factor = None if element is None else _SECONDS.get(element.short_name or "")
            if factor is not None:
                node = lowering.value(number, construct).node
                if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
                    return constant(node.value * factor)
                return ast.BinOp(left=node, op=ast.Mult(), right=constant(factor))
        case ConstructorExpression(arguments=(argument,)):
            element = lowering.building.model.target(expression_.type)
            if element is not None and element.qualified_name == "Time::Iso8601DateTime":
                return lowering.value(argument.value, construct).node
    return lowering.value(expression_, construct).node


def _message(lowering: Lowering, step: AcceptActionUsage) -> list[ast.stmt]:
    payload = next(
        (
            each
            for each in lowering.building.model.owned_with_role(step, Role.PAYLOAD)
            if isinstance(each, Feature)
        ),
        None,
    )
    if payload is None:
        return [lowering.unsupported(step.span, "this accept action")]
    keywords: dict[str, ast.expr] = {}
    if step.receiver is not None:
        keywords["via"] = lowering.value(step.receiver, "this receiver").node
    keywords["what"] = constant(f"`{' '.join(step.span.flat_text.split())[:60].rstrip(' ;')}`")
    keywords["element"] = constant(step.qualified_name)
    matches = _lambda(("message",), _test(lowering, payload))
    found = awaited(call("accept", name("self"), matches, **keywords))
    if step.name is None or payload.name is None:
        return [expression(found)]
    target = ast.Attribute(
        value=lowering.held(step),
        attr=lowering.building.types.attribute(payload),
        ctx=ast.Store(),
    )
    return [ast.Assign(targets=[target], value=found)]


def _test(lowering: Lowering, payload: Feature) -> ast.expr:
    """Whether `message` is of the payload's types and has its value, if it has one."""
    model = lowering.building.model
    message = Value(name("message"), Shape.ONE)
    scope = lowering.scope.bind_path((payload.id,), message)
    found: list[ast.expr] = []
    reference = Reference((payload.id,), payload.name or "", payload.span)
    own = FeatureReferenceExpression(span=payload.span, reference=reference)
    for each in model.types(payload):
        if each.library is Library.STANDARD and not _is_data(lowering, each):
            continue
        type_ = TypeReference(
            span=payload.span, reference=Reference((each.id,), each.name or "", payload.span)
        )
        test = OperatorExpression(span=payload.span, operator="istype", operands=(own, type_))
        compiled = lowering.building.value(test, scope)
        found += [] if compiled is None else [truth(compiled)]
    if payload.value is not None:
        wanted = lowering.value(payload.value.expression, "this payload")
        found.append(comparison(name("message"), ast.Eq(), wanted.node))
    if len(found) > 1:
        return ast.BoolOp(op=ast.And(), values=found)
    return found[0] if found else constant(True)


def _is_data(lowering: Lowering, type_: Type) -> bool:
    return lowering.building.model.specializes(type_, "ScalarValues::ScalarValue")


def terminating(lowering: Lowering, step: TerminateActionUsage) -> list[ast.stmt]:
    """`terminate x`; without `x` the action it is written in."""
    target: ast.expr = name("self")
    if step.terminated is not None:
        target = _terminated(lowering, step.terminated)
    return [expression(awaited(call("terminate", target, name("self"))))]


def _terminated(lowering: Lowering, expression_: Expression) -> ast.expr:
    """What is terminated; an action around is found by going out to it."""
    if isinstance(expression_, FeatureReferenceExpression):
        path = expression_.reference.path
        node: ast.expr = name("self")
        for each in (lowering.action, *lowering.building.outer(lowering.action)):
            if path == (each.id,):
                return node
            node = attribute(node, "owner")
    return lowering.value(expression_, "what is terminated").node


def _lambda(parameters: tuple[str, ...], node: ast.expr) -> ast.Lambda:
    arguments = ast.arguments(
        posonlyargs=[],
        args=[ast.arg(arg=each) for each in parameters],
        kwonlyargs=[],
        kw_defaults=[],
        defaults=[],
    )
    return ast.Lambda(args=arguments, body=node)
