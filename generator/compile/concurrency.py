"""Independent steps side by side: each starts as soon as what it waits for is done.

Knows graphs of steps and tasks. Must not know decisions, assignments or loops.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence

from generator.compile.building import Building, StepUse, bind_results, step_call
from generator.compile.code import attribute, call, name
from generator.compile.control import Block
from generator.compile.graph import After, Graph, components, segments, without_relays
from generator.compile.scope import Scope
from generator.compile.statements import (
    assign,
    awaited,
    branch,
    closure,
    create_task,
    expression,
    give_back,
    loads,
    task_group,
    unpack,
)
from generator.emit.names import snake
from generator.ir import (
    AcceptActionUsage,
    ActionUsage,
    ControlNode,
    ElementId,
    SendActionUsage,
    TerminateActionUsage,
)

__all__ = ["bound", "concurrent", "is_called"]


def concurrent(
    building: Building, graph: Graph, order: Sequence[ActionUsage], scope: Scope
) -> Block:
    """The statements that run steps as early as order and data allow; forks and joins only pass waiting on."""
    relays = frozenset(each.id for each in order if isinstance(each, ControlNode))
    after = without_relays(graph, relays)
    called = [each for each in order if each.id not in relays and is_called(building, each)]
    statements, scope, _ = _series(building, graph, after, called, scope)
    return statements, scope


def _series(
    building: Building, graph: Graph, after: After, steps: Sequence[ActionUsage], scope: Scope
) -> tuple[list[ast.stmt], Scope, dict[str, str]]:
    """Segment after segment; the last value are the variables that are set, with their types."""
    statements: list[ast.stmt] = []
    variables: dict[str, str] = {}
    for segment in segments(steps, after):
        if len(segment) == 1:
            use = building.use(segment[0])
            node = awaited(step_call(building, graph, use, scope))
            variable = building.names.unique(use.method)
            statements.append(assign(variable, node) if use.outputs else expression(node))
            scope = bound(building, use, variable, scope)
            found = {variable: use.result} if use.outputs else {}
        else:
            follow = _branches if len(components(segment, after)) > 1 else _tasks
            more, scope, found = follow(building, graph, after, segment, scope)
            statements += more
        variables |= found
    return statements, scope, variables


def _branches(
    building: Building, graph: Graph, after: After, segment: Sequence[ActionUsage], scope: Scope
) -> tuple[list[ast.stmt], Scope, dict[str, str]]:
    """Sets of steps that have nothing to do with each other: one task for each set."""
    work: list[ast.stmt] = []
    results: list[ast.stmt] = []
    variables: dict[str, str] = {}
    for steps in components(segment, after):
        if len(steps) == 1:
            use = building.use(steps[0])
            node = step_call(building, graph, use, scope)
            task = variable = building.names.unique(use.method)
            scope = bound(building, use, variable, scope)
            found = {variable: use.result} if use.outputs else {}
            given = tuple(found)
        else:
            body, scope, found = _series(building, graph, after, steps, scope)
            first, last = (snake(each.name or "step") for each in (steps[0], steps[-1]))
            task = building.names.unique(f"{first.rstrip('_')}_to_{last}")
            given = building.given_back(task, tuple(found))
            work.append(branch(task, body, {each: found[each] for each in given}))
            building.branches.append((task, tuple(found), work[-1]))
            node = call(task)
        work.append(create_task("group", _task(task), node))
        results += unpack(given, call(attribute(name(_task(task)), "result")))
        variables |= found
    return [task_group("group", work), *results], scope, variables


def _tasks(
    building: Building, graph: Graph, after: After, segment: Sequence[ActionUsage], scope: Scope
) -> tuple[list[ast.stmt], Scope, dict[str, str]]:
    """Steps that depend on each other in no simple pattern: a task for each, that awaits those it depends on."""
    work: list[ast.stmt] = []
    results: list[ast.stmt] = []
    known: dict[ElementId, str] = {}
    variables: dict[str, str] = {}
    for step in segment:
        use = building.use(step)
        variable = known[step.id] = building.names.unique(use.method)
        node = step_call(building, graph, use, scope)
        needed = [known[at] for at in known if at in after[step.id]]
        if needed:
            function = building.names.unique(f"do_{use.method}")
            body = _waiting(needed, awaited(node), gives=bool(use.outputs))
            work.append(closure(function, body, use.result))
            node = call(function)
        work.append(create_task("group", _task(variable), node))
        if use.outputs:
            results += unpack((variable,), call(attribute(name(_task(variable)), "result")))
            variables[variable] = use.result
        scope = bound(building, use, variable, scope)
    return [task_group("group", work), *results], scope, variables


def _task(variable: str) -> str:
    return f"{variable.rstrip('_')}_task"


def _waiting(needed: Sequence[str], node: ast.expr, *, gives: bool) -> list[ast.stmt]:
    read = loads([node])
    statements: list[ast.stmt] = []
    for variable in needed:
        finished = awaited(name(_task(variable)))
        statements.append(assign(variable, finished) if variable in read else expression(finished))
    return [*statements, give_back(node) if gives else expression(node)]


def bound(building: Building, use: StepUse, variable: str, scope: Scope) -> Scope:
    """The scope in which a variable holds what a step gave."""
    single = len(use.outputs) == 1
    values = [
        name(variable) if single else attribute(name(variable), each.name) for each in use.outputs
    ]
    return bind_results(building.model, scope, use.usage, use.outputs, values)


def is_called(building: Building, step: ActionUsage) -> bool:
    """Whether a step is a call of a method; an action on messages is reported."""
    if isinstance(step, AcceptActionUsage | SendActionUsage | TerminateActionUsage):
        building.report(step.span, f"the {_kind(step)} action `{step.name or ''}`")
        return False
    return True


def _kind(step: ActionUsage) -> str:
    return type(step).__name__.removesuffix("ActionUsage").lower()
