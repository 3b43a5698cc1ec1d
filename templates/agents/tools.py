"""Tools of an agent: the actions it may call, as far as the model says what they do.

Knows tools, their parameters and bodies. Must not know the agent's class.
"""

from __future__ import annotations

import ast
import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.compile.actions import effective_value, inputs, outputs, python_body
from generator.compile.behavior_names import behavior_names
from generator.compile.code import Value, unparse
from generator.compile.expressions import compile_expression
from generator.compile.references import fitted
from generator.compile.scope import Scope, shape_of
from generator.compile.types import Annotation, ImportName, python_types
from generator.diagnostics import Diagnostic, Severity
from generator.emit.names import snake
from generator.ir import (
    ActionDefinition,
    ActionUsage,
    Constant,
    Element,
    ElementId,
    Feature,
    Model,
    PerformActionUsage,
    Type,
    metadata_values,
)

_TOOL = "AgentSystems::Agents::Tool"
_TRUST = "AgentSystems::Agents::Trust"


@dataclass(frozen=True, slots=True)
class ParameterView:
    """A parameter of a tool."""

    name: str
    annotation: str
    doc: str


@dataclass(frozen=True, slots=True)
class ToolView:
    """A function an agent may call; without `body` somebody has to supply it."""

    function: str
    doc: str
    parameters: tuple[ParameterView, ...]
    result: str
    body: str
    result_expression: str
    needs_approval: bool


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool of the model: its definition, and the elements that say what is known of it."""

    action: ActionDefinition | ActionUsage
    uses: tuple[Element, ...]

    @property
    def name(self) -> str:
        """What the tool is called in Python."""
        return snake(self.action.name or "tool")


def tools_of(model: Model, agent: Type) -> tuple[Tool, ...]:
    """The tools of an agent in the order of its features, each once."""
    found: dict[int, Tool] = {}
    for feature in model.features(agent):
        if not isinstance(feature, ActionUsage) or feature.library is not None:
            continue
        performed = (
            model.target(feature.reference) if isinstance(feature, PerformActionUsage) else None
        )
        candidates = (performed, *model.types(feature), feature)
        definition = next(
            (
                each
                for each in candidates
                if isinstance(each, ActionDefinition | ActionUsage)
                and each.library is None
                and model.specializes(each, _TOOL)
            ),
            None,
        )
        if definition is not None:
            found.setdefault(definition.id, Tool(definition, (feature, definition)))
    return tuple(found.values())


def tool_view(
    model: Model, tool: Tool, annotate: Callable[[Annotation], str]
) -> tuple[ToolView, tuple[ImportName, ...], tuple[Diagnostic, ...]]:
    """A tool as a function, the imports its body needs, and what could not be compiled."""
    names = behavior_names(model).parameters(tool.action)
    given = [port.feature for port in inputs(model, tool.action)]
    made = [port.feature for port in outputs(model, tool.action)]
    types = python_types(model)
    body, expression, imports, faults = _body(model, tool, given, made, names)
    view = ToolView(
        function=tool.name,
        doc=tool.action.doc,
        parameters=tuple(
            ParameterView(
                names.get(each.id, snake(each.name or "value")),
                annotate(types.of_feature(each)),
                each.doc,
            )
            for each in given
        ),
        result=(
            annotate(types.of_feature(made[0]))
            if len(made) == 1
            else "dict[str, object]" if made else "None"
        ),
        body=body,
        result_expression=expression,
        needs_approval=_trusted(model, tool).get("requiresApproval") is True,
    )
    return view, imports, faults


def _body(
    model: Model,
    tool: Tool,
    given: list[Feature],
    made: list[Feature],
    names: Mapping[ElementId, str],
) -> tuple[str, str, tuple[ImportName, ...], tuple[Diagnostic, ...]]:
    written = python_body(model, tool.action)
    if written is not None:
        text = textwrap.dedent(written.body).strip("\n")
        try:
            tree = ast.parse(f"def tool():\n{textwrap.indent(text, '    ')}\n")
        except (SyntaxError, ValueError) as fault:
            message = f"the Python body of `{tool.action.name}` cannot be parsed: {fault.args[0]}"
            return (
                "",
                "",
                (),
                (Diagnostic("invalid-python", Severity.ERROR, message, written.span),),
            )
        function = tree.body[0]
        if len(tree.body) == 1 and isinstance(function, ast.FunctionDef):
            return "\n".join(unparse(each) for each in function.body), "", (), ()
    if len(made) != 1:
        return "", "", (), ()
    expression = effective_value(model, made[0])
    if expression is None:
        return "", "", (), ()
    scope = Scope()
    for each in given:
        scope = scope.bind(model, each, names[each.id])
    compiled, faults = compile_expression(model, expression, scope)
    if compiled is None:
        return "", "", (), faults
    node = fitted(Value(compiled.node, compiled.shape), shape_of(model, made[0]))
    return f"return {unparse(node)}", unparse(node), compiled.imports, faults


def _trusted(model: Model, tool: Tool) -> dict[str, Constant]:
    for element in tool.uses:
        for usage in model.metadata(element, _TRUST):
            return metadata_values(model, usage)
    return {}
