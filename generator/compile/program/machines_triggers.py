"""What a transition waits for: a message of a type, a time, a condition.

Knows triggers; must not know states.
"""

from __future__ import annotations

import ast
from dataclasses import replace

from generator.compile.code import Shape, Value, call, constant, name
from generator.compile.operators import truth
from generator.compile.program.bodies_messages import time_of
from generator.compile.program.bodies_steps import Lowering
from generator.compile.program.machines_parts import payload_of, trigger_of
from generator.ir import Expression, Feature, TransitionUsage

__all__ = ["accepting", "trigger_code"]


def accepting(lowering: Lowering, transition: TransitionUsage) -> tuple[Lowering, Feature | None]:
    """The lowering in which the payload of a transition is the parameter `event`, and the payload."""
    trigger = trigger_of(lowering.building.model, transition)
    payload = None if trigger is None else payload_of(lowering.building.model, trigger)
    if trigger is None or payload is None or trigger.trigger != "signal":
        return lowering, None
    scope = lowering.scope.bind_path((payload.id,), Value(name("event"), Shape.ONE))
    return replace(lowering, scope=scope), payload


def trigger_code(lowering: Lowering, transition: TransitionUsage) -> ast.expr | None:
    """The trigger of a transition; None for one that is taken by itself."""
    trigger = trigger_of(lowering.building.model, transition)
    if trigger is None:
        return None
    if trigger.trigger == "signal":
        payload = payload_of(lowering.building.model, trigger)
        more = {} if trigger.receiver is None else _port(lowering, trigger.receiver)
        return call("Accept", _signal(lowering, payload), **more)
    waited = trigger.trigger_expression
    if waited is None:
        return lowering.building.missing(
            len(lowering.building.diagnostics), trigger.span, "this trigger"
        )
    if trigger.trigger == "when":
        return call("When", _lambda(truth(lowering.value(waited, "this condition"))))
    time = time_of(lowering, waited)
    if trigger.trigger == "after":
        return call("After", _lambda(call("seconds", time)))
    return call("At", _lambda(call("instant", time)))


def _signal(lowering: Lowering, payload: Feature | None) -> ast.expr:
    """The class of the messages that are accepted."""
    building = lowering.building
    type_ = None if payload is None else building.model.type_of(payload)
    if type_ is None:
        return name("object")
    class_ = building.class_of(type_)
    if class_ is not None:
        return name(class_)
    text = building.types.of_type(type_).text
    if text == "float":
        return ast.Tuple(elts=[name("int"), name("float")], ctx=ast.Load())
    return name(text) if text.isidentifier() and text != "Any" else name("object")


def _port(lowering: Lowering, receiver: Expression) -> dict[str, ast.expr]:
    node = lowering.value(receiver, "this port").node
    nothing = ast.arguments(posonlyargs=[], args=[], kwonlyargs=[], kw_defaults=[], defaults=[])
    return {
        "via": constant(receiver.span.flat_text),
        "port": ast.Lambda(args=nothing, body=node),
    }


def _lambda(node: ast.expr) -> ast.Lambda:
    """`lambda machine: node`."""
    arguments = ast.arguments(
        posonlyargs=[], args=[ast.arg(arg="machine")], kwonlyargs=[], kw_defaults=[], defaults=[]
    )
    return ast.Lambda(args=arguments, body=node)
