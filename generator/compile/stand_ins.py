"""Who does the steps that a workflow leaves to others while a verification case performs it.

Knows actions that stand in, and the protocols of workflows. Must not know cases.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.compile.actions import StepKind, definitions, effective_value, inputs, outputs
from generator.compile.building import Building
from generator.compile.code import call, constant, unparse
from generator.compile.import_blocks import names_in
from generator.compile.references import fitted
from generator.compile.scope import Scope
from generator.compile.statements import give_back, unparse_block
from generator.compile.types import ImportName
from generator.compile.verdicts import UNSUPPORTED
from generator.compile.workflow_names import workflow_names
from generator.compile.workflows import StepCode, Workflow, compile_workflow
from generator.emit.names import pascal, snake
from generator.ir import ActionUsage, Model, Type

__all__ = ["Helper", "StandIn", "stand_in"]


@dataclass(frozen=True, slots=True)
class Helper:
    """A step as a function: its lines use the parameters, each a name and a type."""

    name: str
    parameters: tuple[tuple[str, str], ...]
    result: str
    doc: str
    body: tuple[str, ...]

    @classmethod
    def of(cls, step: StepCode, doc: str, body: str, name: str | None = None) -> Helper:
        """The function for a step, under the name of its method if no other is given."""
        parameters = tuple((each.name, each.annotation) for each in step.parameters)
        lines = tuple(body.split("\n"))
        return cls(name or step.name, parameters, step.result.annotation, doc, lines)


@dataclass(frozen=True, slots=True)
class StandIn:
    """A class whose methods do open steps; `of` is the label of the step that is performed with it."""

    name: str
    of: str
    methods: tuple[Helper, ...]


def stand_in(
    building: Building, performed: StepCode, workflow: Type, doing: Sequence[ActionUsage]
) -> StandIn | None:
    """The class that does the open steps of a workflow and of those that it performs; None when none is left open.

    An action stands in for the steps of its name, else for those of its type. A step that nobody stands in for must
    not be reached.
    """
    opened = {each.name: (each, inner) for each, inner in _open_steps(building.model, workflow)}
    used: set[int] = set()
    methods: list[Helper] = []
    for step, inner in opened.values():
        action = _standing_in(building.model, step, doing)
        if action is None:
            methods.append(_unreached(building, step, inner))
        else:
            used.add(action.id)
            methods.extend(_method(building, action, step, inner))
    for action in doing:
        if action.id not in used:
            said = f"`{action.name or ''}`, a step that `{workflow.name}` does not leave to others,"
            building.report(action.span, said, UNSUPPORTED)
    if not methods:
        return None
    made = building.classes.unique(f"{pascal(performed.name)}StandIn")
    return StandIn(made, performed.label, tuple(methods))


def _standing_in(model: Model, step: StepCode, doing: Sequence[ActionUsage]) -> ActionUsage | None:
    """Who stands in for a step: the action of its name, else one of its type."""
    for action in doing:
        if snake(action.name or "") == step.name:
            return action
    if not isinstance(step.element, ActionUsage):
        return None
    wanted = {each.id for each in definitions(model, step.element)}
    found = (each for each in doing if wanted & {one.id for one in model.types(each)})
    return next(found, None)


def _unreached(building: Building, step: StepCode, workflow: Workflow) -> Helper:
    """A step that nobody stands in for."""
    _use_types(building, step, workflow)
    said = f"{step.label} of {workflow.action.name}: nobody stands in for it"
    body = unparse(ast.Raise(exc=call("AssertionError", constant(said))))
    return Helper.of(step, f"The step {step.label} is not reached.", body)


def _use_types(building: Building, step: StepCode, workflow: Workflow) -> None:
    """Import the types of the parameters and the result of a step."""
    mentioned = names_in((step.result.annotation, *(each.annotation for each in step.parameters)))
    building.imports.update(each for each in workflow.imports if each.bound in mentioned)
    if step.result.class_name is not None:
        module = f"workflows.{workflow.function}"
        building.imports.add(ImportName(module, step.result.class_name, is_local=True))


def _open_steps(
    model: Model, workflow: Type, around: frozenset[int] = frozenset()
) -> Iterator[tuple[StepCode, Workflow]]:
    """The steps a workflow leaves to others, and those of the workflows it performs, each with its workflow."""
    compiled, _ = compile_workflow(model, workflow)
    for step in compiled.steps:
        if step.kind in (StepKind.EXTERNAL, StepKind.AGENT):
            yield step, compiled
        inner = step.workflow
        if (
            isinstance(inner, Type)
            and inner.id not in around
            and workflow_names(model).function(inner)
        ):
            yield from _open_steps(model, inner, around | {workflow.id})


def _method(
    building: Building, action: ActionUsage, step: StepCode, workflow: Workflow
) -> Iterator[Helper]:
    """The method for one step: its outputs are what the action that stands in binds them to."""
    model = building.model
    _use_types(building, step, workflow)
    scope = Scope().inside(action.id)
    called = {each.label: each.name for each in step.parameters}
    for port in inputs(model, action):
        parameter = called.get(port.feature.name or port.name)
        if parameter is not None:
            scope = scope.bind(model, port.feature, parameter)
    given = {port.feature.name or port.name: port for port in outputs(model, action)}
    values: dict[str, ast.expr] = {}
    for result in step.result.fields:
        port_ = given.get(result.label)
        expression = None if port_ is None else effective_value(model, port_.feature)
        value = None if expression is None else building.value(expression, scope)
        if port_ is None or value is None:
            building.report(
                action.span, f"`{result.label}` of `{action.name}`, given no value,", UNSUPPORTED
            )
            return
        values[result.name] = fitted(value, port_.shape)
    lines: list[ast.stmt] = []
    if step.result.class_name is not None:
        lines = [give_back(call(step.result.class_name, **values))]
    elif values:
        lines = [give_back(*values.values())]
    doc = action.doc or f"Does {step.label} as the case says."
    yield Helper.of(step, doc, unparse_block(lines))
