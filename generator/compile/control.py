"""Control structures inside an action: nested actions, assignments, conditions and loops as Python statements.

Knows one structure at a time; how the steps of a body are ordered it is told by a function. Must not know
graphs beyond the data a nested action is given.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import TypeAlias

from generator.compile.actions import inputs, outputs
from generator.compile.building import Building, StepUse, argument, bind_results
from generator.compile.code import (
    Shape,
    Value,
    attribute,
    call,
    constant,
    is_repeatable,
    name,
    negate,
    sequence,
)
from generator.compile.graph import Graph, graph_of
from generator.compile.operators import truth
from generator.compile.references import fitted
from generator.compile.scope import Scope, shape_of
from generator.compile.statements import assign
from generator.emit.names import snake
from generator.ir import (
    ActionUsage,
    AssignmentActionUsage,
    Feature,
    ForLoopActionUsage,
    IfActionUsage,
    Role,
    Type,
    WhileLoopActionUsage,
)

__all__ = ["Block", "Body", "assignment", "condition", "iteration", "nested", "repetition"]

Block: TypeAlias = tuple[list[ast.stmt], Scope]
Body: TypeAlias = Callable[[Building, Type, Scope], Block]


def nested(building: Building, graph: Graph, step: ActionUsage, scope: Scope, body: Body) -> Block:
    """An action with steps of its own, written in place: its parameters are bound to what they are given."""
    model = building.model
    label = snake(step.name or "action")
    use = StepUse(step, label, inputs(model, step), outputs(model, step))
    inner = scope
    statements: list[ast.stmt] = []
    for port in use.inputs:
        node = argument(building, graph, use, port, scope)
        statements += building.reads(node)
        if not is_repeatable(node):
            variable = building.names.unique(f"{label}_{port.name}")
            statements.append(assign(variable, node))
            node = name(variable)
        inner = inner.bind_path((port.feature.id,), Value(node, port.shape))
    more, inner = body(building, step, inner)
    results = graph_of(model, step).results
    for port in use.outputs:
        source = results.get(port.feature.id)
        value = None if source is None else building.referred(source, inner)
        if value is not None:
            inner = bind_results(model, inner, step, (port,), (value.node,))
    return statements + more, inner


def assignment(building: Building, step: AssignmentActionUsage, scope: Scope) -> list[ast.stmt]:
    """`variable = value`; a feature of a value that cannot change is assigned by a changed copy of the value."""
    target, value = step.target, step.value_expression
    if target is None or not target.path or value is None or step.target_source is not None:
        building.report(step.span, "this assignment")
        return []
    found = building.value(value, scope)
    feature = building.model.element(target.path[-1])
    bound = building.assignable(target, scope)
    if found is None or not isinstance(feature, Feature) or bound is None:
        if found is not None:
            building.report(step.span, f"an assignment to `{target.text}`")
        return []
    variable, rest = bound
    node = fitted(found, shape_of(building.model, feature))
    for at in range(len(rest), 0, -1):
        owner: ast.expr = name(variable)
        for field in rest[: at - 1]:
            owner = attribute(owner, field)
        update = ast.Dict(keys=[constant(rest[at - 1])], values=[node])
        node = call(attribute(owner, "model_copy"), update=update)
    return [*building.reads(node), assign(variable, node)]


def _branch(
    building: Building, step: ActionUsage, role: Role, scope: Scope, body: Body
) -> list[ast.stmt]:
    found: list[ast.stmt] = []
    for each in building.model.owned_with_role(step, role):
        if isinstance(each, IfActionUsage):
            more, scope = condition(building, each, scope, body)
            found += more
        elif isinstance(each, Type):
            more, scope = body(building, each, scope)
            found += more
    return found


def condition(building: Building, step: IfActionUsage, scope: Scope, body: Body) -> Block:
    """`if test: … else: …`; what a branch computes is known inside it only."""
    test = None if step.condition is None else building.value(step.condition, scope)
    if test is None:
        return [], scope
    node = truth(test)
    reads = building.reads(node)
    with building.branching() as branch:
        with branch():
            then = _branch(building, step, Role.THEN, scope, body) or [ast.Pass()]
        with branch():
            otherwise = _branch(building, step, Role.ELSE, scope, body)
    return [*reads, ast.If(test=node, body=then, orelse=otherwise)], scope


def repetition(building: Building, step: WhileLoopActionUsage, scope: Scope, body: Body) -> Block:
    """`while test: … if until: break`."""
    test: ast.expr = constant(True)
    building.fresh.clear()
    if step.condition is not None:
        found = building.value(step.condition, scope)
        test = constant(False) if found is None else truth(found)
    inside: list[ast.stmt] = building.reads(test)
    if inside:  # read anew for each turn
        inside.append(ast.If(test=negate(test), body=[ast.Break()], orelse=[]))
        test = constant(True)
    inner = scope
    for each in building.model.owned_with_role(step, Role.BODY):
        if isinstance(each, Type):
            more, inner = body(building, each, inner)
            inside += more
    if step.until is not None:
        until = building.value(step.until, inner)
        if until is not None:
            ends = truth(until)
            inside += building.reads(ends)
            inside.append(ast.If(test=ends, body=[ast.Break()], orelse=[]))
    building.fresh.clear()
    loop = ast.While(test=test, body=inside or [ast.Pass()], orelse=[])
    return [loop], inner if step.condition is None else scope


def iteration(building: Building, step: ForLoopActionUsage, scope: Scope, body: Body) -> Block:
    """`for variable in sequence: …`."""
    model = building.model
    source = None if step.sequence is None else building.value(step.sequence, scope)
    variables = model.owned_with_role(step, Role.LOOP_VARIABLE)
    if source is None or not variables or not isinstance(variables[0], Feature):
        return [], scope
    items = sequence(source)
    reads = building.reads(items)
    building.fresh.clear()
    variable = building.names.unique(snake(variables[0].name or "each"))
    inner = scope.bind(model, variables[0], variable, Shape.ONE)
    inside: list[ast.stmt] = []
    for each in model.owned_with_role(step, Role.BODY):
        if isinstance(each, Type):
            more, inner = body(building, each, inner)
            inside += more
    loop = ast.For(
        target=ast.Name(id=variable, ctx=ast.Store()),
        iter=items,
        body=inside or [ast.Pass()],
        orelse=[],
    )
    building.fresh.clear()
    return [*reads, loop], scope
