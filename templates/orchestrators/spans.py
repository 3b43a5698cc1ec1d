"""What `@Traced` asks to be recorded on the span of a workflow.

Knows the annotation and the inputs of a workflow. Must not know telemetry libraries.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.compile.actions import inputs
from generator.compile.types import python_types
from generator.compile.workflows import Workflow
from generator.emit.names import snake
from generator.ir import Expression, LiteralString, Model, OperatorExpression

__all__ = ["traced_inputs"]

TRACED = "AgentSystems::Telemetry::Traced"


def traced_inputs(model: Model, workflow: Workflow) -> Iterator[tuple[str, str]]:
    """Name and Python expression of each recorded input: a parameter, or a field of the first that has it."""
    for wanted in _names(model, workflow):
        for port in inputs(model, workflow.action):
            if port.feature.name == wanted:
                yield snake(wanted), f"str({port.name})"
                break
            type_ = model.type_of(port.feature)
            field = None if type_ is None else model.member(type_, wanted)
            if type_ is not None and field is not None and port.annotation.definition == type_.id:
                fields = python_types(model).members(type_)
                if field.id in fields and not port.annotation.text.startswith("tuple["):
                    yield snake(wanted), f"str({port.name}.{fields[field.id]})"
                    break


def _names(model: Model, workflow: Workflow) -> Iterator[str]:
    for usage in model.metadata(workflow.action, TRACED):
        for feature in model.features(usage):
            if feature.name == "attributes" and feature.value is not None:
                yield from _strings(feature.value.expression)


def _strings(expression: Expression) -> Iterator[str]:
    if isinstance(expression, LiteralString):
        yield expression.value
    if isinstance(expression, OperatorExpression) and expression.operator == ",":
        for each in expression.operands:
            yield from _strings(each)
