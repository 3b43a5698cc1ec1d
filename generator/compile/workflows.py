"""Actions with steps become workflows: asynchronous functions over a set of steps.

Where order and data leave steps independent of each other they run at the same time; where the model assigns,
decides or loops, steps are written one after the other. Knows actions and Python; must not know templates.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

from generator.compile.actions import (
    Performer,
    Port,
    StepKind,
    agent_of,
    effective_value,
    forwarded_output,
    inputs,
    kind_of_step,
    outputs,
    steps_of,
)
from generator.compile.blocks import compile_body
from generator.compile.building import Building, Extent, StepUse
from generator.compile.code import Shape, Value, call, name, none, tuple_of, unparse
from generator.compile.control import Block
from generator.compile.graph import expression_references, graph_of
from generator.compile.leaves import computed_body, extents, python_statements
from generator.compile.references import fitted, same_features
from generator.compile.scope import Scope
from generator.compile.services import is_stored, service_body, service_of
from generator.compile.statements import (
    assign,
    directly_returned,
    give_back,
    loads,
    unparse_block,
    without_unused,
)
from generator.compile.types import ImportName, python_types
from generator.compile.workflow_names import workflow_names
from generator.diagnostics import Diagnostic
from generator.emit.names import snake
from generator.ir import AssignmentActionUsage, Element, ElementId, Feature, Model, Reference, Type

__all__ = ["Parameter", "ResultType", "StepCode", "Workflow", "compile_workflow", "step_code"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter or field: Python name, type and default as text; `label` is its name in the model."""

    name: str
    annotation: str
    label: str
    default: str | None = None


@dataclass(frozen=True, slots=True)
class ResultType:
    """What a step or workflow gives: nothing, one value, or a class with a field for each of several values.

    `is_own` is true when the class is defined beside the workflow, not imported.
    """

    annotation: str
    fields: tuple[Parameter, ...] = ()
    class_name: str | None = None
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class StepCode:
    """One step of a workflow: its method, and the code of it where the model defines what it does.

    `extent` is the type whose instances the step reads (`all T`); `workflow` the action whose workflow does it;
    `labels` are those of all steps that share the method.
    """

    element: Element
    name: str
    label: str
    kind: StepKind
    parameters: tuple[Parameter, ...]
    result: ResultType
    body: str | None = None
    performer: Performer | None = None
    workflow: Element | None = None
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Workflow:
    """A compiled workflow. `imports` holds everything its types and its body mention.

    `opened` are step, parameter and input of the workflow where nothing inside gives the parameter a value;
    `exported` are field, step and output of those outputs that are results because nothing inside reads them.
    """

    action: Type
    function: str
    class_prefix: str
    parameters: tuple[Parameter, ...]
    result: ResultType
    steps: tuple[StepCode, ...]
    body: str
    imports: tuple[ImportName, ...]
    opened: tuple[tuple[str, str, str], ...] = ()
    exported: tuple[tuple[str, ElementId, ElementId], ...] = ()


_Unread: TypeAlias = tuple[Port, str, ast.expr, ElementId]
_DONE = (StepKind.AGENT, StepKind.WORKFLOW, StepKind.STORAGE)


@lru_cache(maxsize=128)
def compile_workflow(model: Model, action: Type) -> tuple[Workflow, tuple[Diagnostic, ...]]:
    """The workflow of an action. What is not compiled is reported as `unsupported-action` or `-expression`."""
    needed: dict[str, tuple[str, ...]] = {}
    while True:
        building = Building(model, needed)
        workflow, read = _compiled(building, action)
        if read == needed:
            return workflow, tuple(building.diagnostics)
        needed = read


def _read_outside(
    body: list[ast.stmt], branch: ast.stmt, variables: tuple[str, ...]
) -> tuple[str, ...]:
    """The variables set in a branch that the code around it reads."""
    branch_body = getattr(branch, "body", [])
    inside = list(branch_body)
    branch_body.clear()
    kept = [each for each in variables if each in loads(body)]
    branch_body.extend(inside)
    return tuple(kept)


def _compiled(building: Building, action: Type) -> tuple[Workflow, dict[str, tuple[str, ...]]]:
    """The workflow, and which variables of each branch are read outside the branch."""
    model = building.model
    function = workflow_names(model).function(action)
    prefix = workflow_names(model).class_prefix(action)
    assert function is not None  # noqa: S101 - the caller asks for workflows only
    scope, parameters = _parameters(building, action)
    statements, scope = _outputs_assigned(building, action, scope)
    scope = _extents(building, action, scope)
    more, scope = compile_body(building, action, scope)
    unread = [] if outputs(model, action) else _unconnected(building, action, scope)
    result, back = _result(building, action, scope, f"{prefix}Result", unread)
    whole = [*statements, *more, *building.reads(*back), *back]
    read = {at: _read_outside(whole, node, own) for at, own, node in building.branches}
    body = directly_returned(without_unused(whole, frozenset()))
    for _, port, variable, default in building.open:
        building.imports.update(port.annotation.imports)
        label = port.feature.name or variable
        parameters.append(Parameter(variable, port.annotation.text, label, default))
    steps = [step_code(building, use) for use in building.uses]
    steps = [*_extent_steps(building), *steps]
    workflow = Workflow(
        action,
        function,
        prefix,
        tuple(sorted(parameters, key=lambda each: each.default is not None)),
        result,
        tuple(steps),
        unparse_block(body),
        tuple(sorted(building.imports)),
        tuple((method, port.name, variable) for method, port, variable, _ in building.open),
        tuple((variable, step, port.feature.id) for port, variable, _, step in unread),
    )
    return workflow, read


def _parameters(building: Building, action: Type) -> tuple[Scope, list[Parameter]]:
    model = building.model
    scope = Scope().inside(action.id)
    found = []
    for port in inputs(model, action):
        variable = building.names.unique(port.name)
        scope = scope.bind(model, port.feature, variable)
        building.imports.update(port.annotation.imports)
        default = _default(building, port)
        label = port.feature.name or variable
        found.append(Parameter(variable, port.annotation.text, label, default))
    return scope, found


def _default(building: Building, port: Port) -> str | None:
    expression = effective_value(building.model, port.feature)
    if expression is not None:
        value = building.value(expression, Scope())
        if value is not None:
            return unparse(fitted(value, port.shape))
    if port.shape is Shape.OPTIONAL:
        return "None"
    may_be_empty = building.model.multiplicity(port.feature).lower == 0
    return "()" if port.shape is Shape.MANY and may_be_empty else None


def _outputs_assigned(building: Building, action: Type, scope: Scope) -> Block:
    """Outputs of the workflow that are assigned somewhere inside are variables, with their values to begin with."""
    model = building.model
    statements: list[ast.stmt] = []
    assigned = {
        at
        for each in model.descendants(action)
        if isinstance(each, AssignmentActionUsage) and each.target is not None
        for at in each.target.path
    }
    for port in outputs(model, action):
        same = same_features(model, port.feature)
        if same & assigned and (port.feature.id,) not in scope.bindings:
            variable = building.names.unique(port.name)
            initial = effective_value(model, port.feature)
            value = None if initial is None else building.value(initial, scope)
            scope = scope.bind(model, port.feature, variable)
            if value is not None and port.shape is Shape.ONE:
                node = fitted(value, port.shape)
                statements += [*building.reads(node), assign(variable, node)]
            elif port.shape is not Shape.ONE:
                building.imports.update(port.annotation.imports)
                empty = tuple_of(()) if port.shape is Shape.MANY else none()
                node = empty if value is None else fitted(value, port.shape)
                annotation = ast.parse(port.annotation.text, mode="eval").body
                statements += [*building.reads(node), assign(variable, node, annotation)]
    return statements, scope


def _extents(building: Building, action: Type, scope: Scope) -> Scope:
    """Reading all instances of a type is a step: where they are kept is not the workflow's business."""
    for element in extents(building.model, action):
        method = building.methods.unique(f"all_{snake(element.name or '')}")
        variable = building.names.unique(method)
        building.extents[variable] = Extent(element, method)
        scope = scope.bind_path((element.id,), Value(name(variable), Shape.MANY))
    return scope


def _extent_steps(building: Building) -> list[StepCode]:
    steps = []
    for extent in building.extents.values():
        if extent.is_read:
            annotation = python_types(building.model).of_type(extent.type).many()
            building.imports.update(annotation.imports)
            label = f"all {extent.type.name}"
            result = ResultType(annotation.text)
            kind = StepKind.EXTENT
            steps.append(StepCode(extent.type, extent.method, label, kind, (), result))
    return steps


# -- results --------------------------------------------------------------------------------------


def _result(
    building: Building, action: Type, scope: Scope, class_name: str, unread: Sequence[_Unread]
) -> tuple[ResultType, list[ast.stmt]]:
    found = _declared(building, action, scope) or [each[:3] for each in unread]
    fields = []
    for port, variable, _ in found:
        building.imports.update(port.annotation.imports)
        label = port.feature.name or variable
        fields.append(Parameter(variable, port.annotation.text, label))
    if not found:
        return ResultType("None"), []
    if len(found) == 1:
        return ResultType(fields[0].annotation, tuple(fields)), [give_back(found[0][2])]
    values = {variable: node for _, variable, node in found}
    result = ResultType(class_name, tuple(fields), class_name, is_own=True)
    return result, [give_back(call(class_name, **values))]


def _declared(building: Building, action: Type, scope: Scope) -> list[tuple[Port, str, ast.expr]]:
    """The outputs of the action: assigned, bound to an output of a step, or given a value."""
    model = building.model
    results = dict(graph_of(model, action).results)
    results.update(_forwarded(building, action))
    found = []
    for port in outputs(model, action):
        value = None
        source = results.get(port.feature.id)
        expression = effective_value(model, port.feature)
        if (port.feature.id,) in scope.bindings:
            value = scope.bindings[(port.feature.id,)]
        elif source is not None:
            value = building.referred(source, scope)
        elif expression is not None:
            value = building.value(expression, scope)
        else:
            building.report(port.feature.span, f"the output `{port.feature.name}`, given no value,")
        if value is not None:
            found.append((port, port.name, fitted(value, port.shape)))
    return found


def _forwarded(building: Building, action: Type) -> dict[ElementId, Reference]:
    """Outputs of the action that an output of a step is bound to by its value (`out x = outer::y`)."""
    model = building.model
    found: dict[ElementId, Reference] = {}
    for step in steps_of(model, action):
        for port in outputs(model, step):
            target = forwarded_output(model, step, port)
            if target is not None:
                path = (step.id, port.feature.id)
                found[target.id] = Reference(path, f"{step.name}.{port.name}", port.feature.span)
    return found


def _unconnected(building: Building, action: Type, scope: Scope) -> list[_Unread]:
    """Of an action without outputs: the outputs of its steps that nothing inside reads."""
    model = building.model
    graph = graph_of(model, action)
    read: set[tuple[ElementId, ElementId]] = set()
    for source in graph.sources.values():
        read.update(pairwise(source.path))
    for element in model.descendants(action):
        if isinstance(element, Feature) and element.value is not None:
            for reference in expression_references(element.value.expression):
                read.update(pairwise(reference.path))
    found: list[_Unread] = []
    for step in graph.steps:
        for port in outputs(model, step):
            known = {
                (at, output)
                for at in same_features(model, step)
                for output in same_features(model, port.feature)
            }
            value = scope.bindings.get((step.id, port.feature.id))
            if value is not None and not known & read:
                taken = {variable for _, variable, _, _ in found}
                variable = port.name
                if variable in taken:
                    variable = f"{snake(step.name or 'step')}_{port.name}"
                found.append((port, variable, value.node, step.id))
    return found


# -- steps ----------------------------------------------------------------------------------------


def step_code(building: Building, use: StepUse) -> StepCode:
    """A step with what the model says of how it is done."""
    model = building.model
    parameters = []
    for port in use.inputs:
        building.imports.update(port.annotation.imports)
        label = port.feature.name or port.name
        parameters.append(Parameter(port.name, port.annotation.text, label))
    fields = []
    for port in use.outputs:
        building.imports.update(port.annotation.imports)
        fields.append(Parameter(port.name, port.annotation.text, port.feature.name or port.name))
    imported = {each.name for each in building.imports if each.module.startswith("workflows.")}
    own = use.result_class is not None and use.result_class not in imported
    result = ResultType(use.result, tuple(fields), use.result_class, own)
    service = service_of(model, use.usage)
    kind = kind_of_step(model, use.usage)
    body = None
    if service is not None:
        kind = StepKind.STORAGE if is_stored(service) else StepKind.SERVICE
        body = None if is_stored(service) else service_body(building, use, service)
    elif kind is StepKind.COMPUTED:
        body = computed_body(building, use)
    elif kind is StepKind.PYTHON:
        body = python_statements(building, use)
    return StepCode(
        use.usage,
        use.method,
        use.label,
        kind if body is not None or kind in _DONE else StepKind.EXTERNAL,
        tuple(parameters),
        result,
        body,
        agent_of(model, use.usage) if kind is StepKind.AGENT else None,
        use.workflow if kind is StepKind.WORKFLOW else None,
        tuple(building.labelled[use.method]),
    )
