"""The body of an action as Python statements: concurrent where it only flows, in sequence where it decides or assigns.

Knows graphs of steps and Python statements. Must not know how a workflow is presented.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence

from generator.compile.actions import is_compound
from generator.compile.building import Building, step_call
from generator.compile.code import call, constant
from generator.compile.concurrency import bound, concurrent, is_called
from generator.compile.control import Block, assignment, condition, iteration, nested, repetition
from generator.compile.graph import (
    Graph,
    Guarded,
    graph_of,
    ordered,
)
from generator.compile.interludes import Interludes, interludes_of
from generator.compile.operators import truth
from generator.compile.references import same_features
from generator.compile.scope import Scope
from generator.compile.services import Service, changes, refusal, service_of, service_use
from generator.compile.statements import (
    assign,
    awaited,
    expression,
)
from generator.emit.names import snake
from generator.ir import (
    ActionUsage,
    AssignmentActionUsage,
    ControlNode,
    DecisionNode,
    ElementId,
    ForLoopActionUsage,
    IfActionUsage,
    Type,
    WhileLoopActionUsage,
)

__all__ = ["compile_body"]


def compile_body(building: Building, action: Type, scope: Scope) -> Block:
    """The statements of an action's body, and the scope in which the results of its steps are known."""
    graph = graph_of(building.model, action)
    order, rest = ordered(graph)
    for step in rest:
        building.report(step.span, f"the step `{step.name}`, which waits for itself,")
    scope = scope.inside(*same_features(building.model, action))
    between = interludes_of(building, action, scope, graph.steps)
    statements, scope = between.ready(frozenset(), scope)
    plain = not graph.is_conditional and not any(_is_imperative(building, each) for each in order)
    if plain and not between.are_among_steps and not building.in_sequence:
        more, scope = concurrent(building, graph, order, scope)
        statements += building.reads(*more)
        if order:
            building.fresh.clear()
        return statements + more, scope
    more, scope = _run(building, graph, order, scope, set(), between)
    return statements + more, scope


def _is_imperative(building: Building, step: ActionUsage) -> bool:
    """Whether a step changes variables or steers: then text order is kept among its neighbours."""
    if isinstance(step, ControlNode):
        return isinstance(step, DecisionNode)
    return is_compound(building.model, step) or service_of(building.model, step) is not None


# -- steps one after the other --------------------------------------------------------------------


def _run(
    building: Building,
    graph: Graph,
    order: Sequence[ActionUsage],
    scope: Scope,
    done: set[ElementId],
    between: Interludes | None = None,
) -> Block:
    """The statements of steps; what stands between them, of the whole body only, follows the steps before it."""
    statements: list[ast.stmt] = []
    for step in order:
        if step.id in done:
            continue
        if between is not None:
            more, scope = between.ready(done, scope)
            statements += more
        if step.id in graph.loops:
            more, scope = _loop(building, graph, order, step, scope, done)
            statements += more
            continue
        done.add(step.id)
        more, scope = _step(building, graph, step, scope)
        statements += more
        if step.id in graph.guarded:
            more, scope = _choice(building, graph, order, step, scope, done)
            statements += more
    if between is not None:
        more, scope = between.ready(done, scope, is_last=True)
        statements += more
    return statements, scope


def _loop(
    building: Building,
    graph: Graph,
    order: Sequence[ActionUsage],
    merge: ActionUsage,
    scope: Scope,
    done: set[ElementId],
) -> Block:
    """Steps that lead back to a merge, as `while True:`; a decision that leads out of them breaks."""
    members = graph.loops[merge.id]
    outside = [each for each in order if each.id not in members and each.id not in done]
    needed = [each for each in outside if any(each.id in graph.after[at] for at in members)]
    statements, scope = _run(building, graph, needed, scope, done)
    done.add(merge.id)
    ways_out = {
        target
        for at in members
        for target in (*graph.successors[at], *(each.target for each in graph.guarded.get(at, ())))
        if target not in members
    }
    plain = any(target in ways_out for at in members for target in graph.successors[at])
    if plain or len(ways_out) > 1:
        building.report(merge.span, f"a loop back to `{merge.name or ''}` with several ways out")
    inside = [each for each in order if each.id in members]
    building.fresh.clear()
    body, scope = _run(building, graph, inside, scope, done)
    building.fresh.clear()
    loop = ast.While(test=constant(True), body=body or [ast.Pass()], orelse=[])
    return [*statements, loop], scope


def _elsewhere(graph: Graph, decision: ElementId, target: ElementId) -> list[ast.stmt]:
    """How a branch of a decision inside a loop leaves the loop or begins it again."""
    for header, members in graph.loops.items():
        if decision in members and target not in members:
            return [ast.Break()]
        if decision in members and target == header:
            return [ast.Continue()]
    return []


def _choice(
    building: Building,
    graph: Graph,
    order: Sequence[ActionUsage],
    step: ActionUsage,
    scope: Scope,
    done: set[ElementId],
) -> Block:
    """The conditional successions of a step as one `if`: the first whose condition holds is taken."""
    choices = graph.guarded[step.id]
    regions = [
        (
            []
            if _elsewhere(graph, step.id, each.target)
            else _region(graph, order, step.id, each.target)
        )
        for each in choices
    ]
    inside = {each.id for region in regions for each in region}
    needed = [
        each
        for each in order
        if each.id not in inside
        and each.id not in done
        and any(each.id in graph.after[at] for at in inside)
    ]
    statements, scope = _run(building, graph, needed, scope, done)
    guards = {
        at: truth(value)
        for at, choice in enumerate(choices)
        if not choice.is_else and choice.guard is not None
        for value in (building.value(choice.guard, scope),)
        if value is not None
    }
    statements += building.reads(*guards.values())
    tail = _otherwise(step, choices)
    with building.branching() as branching:
        for at, (choice, region) in reversed(list(enumerate(zip(choices, regions, strict=True)))):
            with branching():
                found, _ = _run(building, graph, region, scope, done)
            branch = [*found, *_elsewhere(graph, step.id, choice.target)]
            if choice.is_else:
                tail = branch
            elif at in guards:
                tail = [ast.If(test=guards[at], body=branch or [ast.Pass()], orelse=tail)]
    return statements + tail, scope


def _otherwise(step: ActionUsage, choices: Sequence[Guarded]) -> list[ast.stmt]:
    """A decision has to take one of its ways; any other step may go without a conditional succession."""
    if not isinstance(step, DecisionNode) or any(each.is_else for each in choices):
        return []
    label = step.name or "a decision"
    return [ast.Raise(exc=call("RuntimeError", constant(f"no condition of {label} holds")))]


def _region(
    graph: Graph, order: Sequence[ActionUsage], decision: ElementId, target: ElementId
) -> list[ActionUsage]:
    """The steps that are only reached through one branch of a decision."""
    controlled = _controlled(graph)
    inside: set[ElementId] = set()
    for step in order:
        before = controlled.get(step.id, frozenset())
        if (step.id == target and before <= {decision}) or (before and before <= inside):
            inside.add(step.id)
    return [step for step in order if step.id in inside]


def _controlled(graph: Graph) -> dict[ElementId, frozenset[ElementId]]:
    found: dict[ElementId, set[ElementId]] = {}
    for source, targets in graph.successors.items():
        for target in targets:
            found.setdefault(target, set()).add(source)
    for source, choices in graph.guarded.items():
        for choice in choices:
            found.setdefault(choice.target, set()).add(source)
    return {at: frozenset(sources) for at, sources in found.items()}


# -- one step -------------------------------------------------------------------------------------


def _step(building: Building, graph: Graph, step: ActionUsage, scope: Scope) -> Block:
    match step:
        case ControlNode():
            return [], scope
        case AssignmentActionUsage():
            return assignment(building, step, scope), scope
        case IfActionUsage():
            return condition(building, step, scope, compile_body)
        case WhileLoopActionUsage():
            return repetition(building, step, scope, compile_body)
        case ForLoopActionUsage():
            return iteration(building, step, scope, compile_body)
        case _ if is_compound(building.model, step):
            return nested(building, graph, step, scope, compile_body)
    if not is_called(building, step):
        return [], scope
    service = service_of(building.model, step)
    if service is Service.REFUSE:
        refused = refusal(building, step, scope)
        return [*building.reads(*refused), *refused], scope
    use = building.use(step) if service is None else service_use(building, step, service)
    node = step_call(building, graph, use, scope)
    reads = building.reads(node)
    if changes(service):
        building.fresh.clear()
    variable = building.names.unique(snake(step.name or use.method) if service else use.method)
    statement = assign(variable, awaited(node)) if use.outputs else expression(awaited(node))
    return [*reads, statement], bound(building, use, variable, scope)
