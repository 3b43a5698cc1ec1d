"""A body that steers by control nodes and guards, or lets steps wait beside others, as nodes for the engine.

Knows the order of steps and how a node is written. Must not know what a step does.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from typing import TYPE_CHECKING

from generator.compile.code import attribute, call, constant, name, tuple_of
from generator.compile.operators import truth
from generator.compile.program.bodies_order import Body, Edge
from generator.compile.statements import awaited, closure, expression
from generator.ir import (
    ActionUsage,
    ControlNode,
    DecisionNode,
    ForkNode,
    JoinNode,
    MergeNode,
    TerminateActionUsage,
)

if TYPE_CHECKING:
    from generator.compile.program.bodies_steps import Lowering

__all__ = ["graph_statements"]

_KINDS: Mapping[type[ActionUsage], str] = {
    ForkNode: "FORK",
    JoinNode: "JOIN",
    MergeNode: "MERGE",
    DecisionNode: "DECISION",
    TerminateActionUsage: "MERGE",  # ends whatever it ends when the first of what leads to it has happened
}


def graph_statements(lowering: Lowering, body: Body) -> list[ast.stmt]:
    """A function for each step that is more than one performance, and the nodes with their ways."""
    functions: list[ast.stmt] = []
    nodes: list[ast.expr] = []
    for label in _labels(body):
        step = body.steps.get(label)
        keywords: dict[str, ast.expr] = {}
        arguments: list[ast.expr] = [constant(label)]
        kind = None if step is None else _KINDS.get(type(step))
        if kind is not None:
            keywords["kind"] = attribute(name("Kind"), kind)
        if step is not None and not isinstance(step, ControlNode):
            statements = lowering.step(body, step)
            work = _only_performance(statements)
            if work is None:
                function = lowering.names.unique(label)
                functions.append(closure(function, statements, "None"))
                work = name(function)
            arguments.append(work)
        then = [_way(lowering, each) for each in body.edges if each.source == label]
        if then:
            keywords["then"] = tuple_of(then)
        direct = {each.source for each in body.edges if each.target == label and not each.guard}
        needs = [each for each in body.needs.get(label, ()) if each not in direct]
        if needs:
            keywords["needs"] = tuple_of(constant(each) for each in needs)
        nodes.append(call("Node", *arguments, **keywords))
    element = constant(lowering.action.qualified_name)
    return [*functions, expression(awaited(call("perform_steps", *nodes, element=element)))]


def _labels(body: Body) -> tuple[str, ...]:
    used = {each.source for each in body.edges} | {each.target for each in body.edges}
    start = [each for each in ("start",) if each in used]
    done = [each for each in ("done",) if each in used]
    return (*start, *body.steps, *done)


def _only_performance(statements: list[ast.stmt]) -> ast.expr | None:
    """The method itself, where a step is nothing but `await x.perform()`."""
    if len(statements) != 1 or not isinstance(statements[0], ast.Expr):
        return None
    value = statements[0].value
    if isinstance(value, ast.Await) and isinstance(value.value, ast.Call):
        called = value.value
        is_performance = isinstance(called.func, ast.Attribute) and called.func.attr == "perform"
        return called.func if is_performance else None
    return None


def _way(lowering: Lowering, edge: Edge) -> ast.expr:
    if edge.is_else:
        return call("Way", constant(edge.target), otherwise=constant(True))
    if edge.guard is None:
        return constant(edge.target)
    nothing = ast.arguments(posonlyargs=[], args=[], kwonlyargs=[], kw_defaults=[], defaults=[])
    test = truth(lowering.value(edge.guard, "this condition"))
    return call("Way", constant(edge.target), ast.Lambda(args=nothing, body=test))
