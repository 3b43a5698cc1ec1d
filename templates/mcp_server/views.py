"""The MCP server: annotated actions as tools, with the inputs and outputs of the actions as their schemas.

Knows workflows by their Python names; must not know how one is run.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.compile.actions import MCP_TOOL
from generator.compile.authorization import Authorization, authorization_of, is_caller
from generator.compile.constants import annotation_value
from generator.compile.import_blocks import import_blocks, names_in
from generator.compile.types import ImportName, python_types
from generator.compile.workflow_names import workflow_names
from generator.compile.workflows import Parameter, Workflow, compile_workflow
from generator.diagnostics import Diagnostic, Severity
from generator.emit.names import Names, outside, pascal, snake, words
from generator.emit.passes import PassContext, System
from generator.emit.text import pystr
from generator.ir import Model, Type
from generator.schema.build import build_schema
from generator.schema.recording import recordings

_CLASSES = frozenset(
    (
        "AliasChoices",
        "Annotated",
        "BaseModel",
        "Context",
        "Field",
        "MCPServer",
        "ToolError",
        "Token",
    )
)
_RESERVED = ("context", "server", "call", "self", "result")


@dataclass(frozen=True, slots=True)
class InputView:
    """A parameter of a tool: its type, its default as Python or "".

    `name` is the variable, `key` what the workflow calls it, `label` what a caller calls it.
    """

    name: str
    key: str
    label: str
    annotation: str
    default: str


@dataclass(frozen=True, slots=True)
class OutputView:
    """One of several outputs of a tool; `label` is what a caller calls it."""

    name: str
    label: str
    annotation: str
    doc: str

    @property
    def arguments(self) -> str:
        """What the field is declared with beside its type, "" for nothing."""
        found = []
        if self.label != self.name:
            found.append(f"validation_alias=AliasChoices({pystr(self.label)}, {pystr(self.name)})")
            found.append(f"serialization_alias={pystr(self.label)}")
        if self.doc:
            found.append(f"description={pystr(self.doc)}")
        return ", ".join(found)


@dataclass(frozen=True, slots=True)
class ToolView:
    """A tool; `token` is the parameter for the token of the session, "" for a tool that is for everybody.

    `outputs` are the fields of the class `result`, for a tool with several of them.
    """

    name: str
    function: str
    description: str
    workflow: str
    inputs: tuple[InputView, ...]
    result: str
    outputs: tuple[OutputView, ...]
    token: str

    @property
    def required(self) -> tuple[InputView, ...]:
        """The parameters without a default."""
        return tuple(each for each in self.inputs if not each.default)

    @property
    def optional(self) -> tuple[InputView, ...]:
        """The parameters with a default."""
        return tuple(each for each in self.inputs if each.default)

    @property
    def defaults(self) -> tuple[tuple[str, str], ...]:
        """The defaults that are plain values, by the name the workflow has for the input."""
        return tuple((each.key, each.default) for each in self.optional if _is_plain(each.default))


@dataclass(frozen=True, slots=True)
class McpModule:
    """`mcp_server.py`."""

    path: str
    origins: tuple[str, ...]
    system: str
    title: str
    imports: tuple[tuple[str, ...], ...]
    tools: tuple[ToolView, ...]
    has_sessions: bool


@dataclass(frozen=True, slots=True)
class PerformingModule:
    """`performing.py`: how a workflow is run for another program."""

    path: str
    origins: tuple[str, ...]
    has_database: bool
    has_recording: bool
    has_sessions: bool


@dataclass(frozen=True, slots=True)
class PerformingTest:
    """`tests/test_performing.py`."""

    path: str
    origins: tuple[str, ...]
    system: str
    has_database: bool
    has_recording: bool
    has_sessions: bool


@dataclass(frozen=True, slots=True)
class McpTest:
    """`tests/test_mcp_server.py`."""

    path: str
    origins: tuple[str, ...]
    system: str
    tools: tuple[ToolView, ...]
    has_sessions: bool


def select(
    model: Model, context: PassContext
) -> Iterator[McpModule | PerformingModule | PerformingTest | McpTest]:
    """The server of each system that has tools."""
    for system in context.systems:
        rules, _ = authorization_of(model, system.elements())
        names, functions = Names(), Names(_RESERVED)
        classes = Names(python_types(model).class_names | _CLASSES)
        imports: set[ImportName] = set()
        tools, origins = [], []
        for action, workflow in _offered(model, system, context):
            imports.update(workflow.imports)
            tools.append(_tool(model, action, workflow, rules, (names, functions, classes)))
            origins.append(action.qualified_name)
            if rules is not None and action.id not in rules.guarded:
                context.report(_open(action))
        if tools:
            yield _module(system, rules, tuple(tools), tuple(origins), imports)
            yield from _performing(model, system, tuple(origins), rules is not None)
            path = f"{system.name}/tests/test_mcp_server.py"
            shown = tuple(tools)
            yield McpTest(path, tuple(origins), system.name, shown, rules is not None)


def _performing(
    model: Model, system: System, origins: tuple[str, ...], has_sessions: bool
) -> Iterator[PerformingModule | PerformingTest]:
    """How the workflows behind the tools are run, and the test of it."""
    schema, _ = build_schema(model, system.elements())
    held = (bool(schema.tables), bool(recordings(model, system.elements(), schema)[0]))
    yield PerformingModule(f"{system.name}/performing.py", origins, *held, has_sessions)
    path = f"{system.name}/tests/test_performing.py"
    yield PerformingTest(path, origins, system.name, *held, has_sessions)


def _offered(model: Model, system: System, context: PassContext) -> Iterator[tuple[Type, Workflow]]:
    """The actions that are tools, with their workflows."""
    for action in system.of_kind(Type):
        if not model.metadata(action, MCP_TOOL):
            continue
        if workflow_names(model).function(action) is None:
            message = f"`{action.name}` is no workflow, so that it cannot be a tool"
            context.report(Diagnostic("mcp-tool", Severity.WARNING, message, action.span))
            continue
        yield action, compile_workflow(model, action)[0]


def _open(action: Type) -> Diagnostic:
    message = f"the tool `{action.name}` requires no session, so that everybody may call it"
    return Diagnostic("authorization-open", Severity.INFO, message, action.span)


def _module(
    system: System,
    rules: Authorization | None,
    tools: tuple[ToolView, ...],
    origins: tuple[str, ...],
    imports: set[ImportName],
) -> McpModule:
    shown = names_in(_texts(tool) for tool in tools)
    kept = {each for each in imports if each.name in shown}
    outside = {
        ImportName("mcp.server", "MCPServer"),
        ImportName("mcp.server.mcpserver.exceptions", "ToolError"),
        ImportName("typing", "Any"),
        ImportName("collections.abc", "Mapping"),
        ImportName("", "performing", is_local=True),
    }
    outputs = [each for tool in tools for each in tool.outputs]
    has_labels = any(each.label != each.name for tool in tools for each in tool.inputs)
    if outputs:
        outside.add(ImportName("pydantic", "BaseModel"))
    if any(each.label != each.name for each in outputs):
        outside.add(ImportName("pydantic", "AliasChoices"))
    if has_labels or rules is not None or any(each.arguments for each in outputs):
        outside.add(ImportName("pydantic", "Field"))
    if has_labels or rules is not None:
        outside.add(ImportName("typing", "Annotated"))
    if rules is not None:
        outside.add(ImportName("mcp.server.mcpserver", "Context"))
    return McpModule(
        path=f"{system.name}/mcp_server.py",
        origins=origins,
        system=system.name,
        title=system.title,
        imports=import_blocks((), kept | outside, ""),
        tools=tools,
        has_sessions=rules is not None,
    )


def _texts(tool: ToolView) -> str:
    given = (f"{each.annotation} {each.default}" for each in tool.inputs)
    return " ".join([tool.result, *given, *(each.annotation for each in tool.outputs)])


def _tool(
    model: Model,
    action: Type,
    workflow: Workflow,
    rules: Authorization | None,
    taken: tuple[Names, Names, Names],
) -> ToolView:
    names, functions, classes = taken
    given = annotation_value(model, action, MCP_TOOL, "name")
    shown = annotation_value(model, action, MCP_TOOL, "description")
    callers = {each.name for each in model.features(action) if is_caller(model, each)}
    parameters = [each for each in workflow.parameters if each.label not in callers]
    scope = Names(_RESERVED)
    inputs = tuple(_input(each, scope) for each in parameters)
    guarded = rules is not None and action.id in rules.guarded
    name = names.unique(_tool_name(given if isinstance(given, str) else action.name or "tool"))
    outputs = _outputs(model, action, workflow)
    doc = shown if isinstance(shown, str) else action.doc
    return ToolView(
        name=name,
        function=functions.unique(snake(name)),
        description=" ".join(doc.split()) or f"Run {action.name}.",
        workflow=workflow.function,
        inputs=inputs,
        result=classes.unique(f"{pascal(name)}Result") if outputs else workflow.result.annotation,
        outputs=outputs,
        token=scope.unique("session_token") if guarded else "",
    )


def _outputs(model: Model, action: Type, workflow: Workflow) -> tuple[OutputView, ...]:
    if workflow.result.class_name is None:
        return ()
    docs = {each.name: " ".join(each.doc.split()) for each in model.features(action)}
    return tuple(
        OutputView(each.name, outside(each.name), each.annotation, docs.get(each.label, ""))
        for each in workflow.result.fields
    )


def _tool_name(given: str) -> str:
    """A name as the protocol takes it: letters, digits, `_`, `-` and `.`."""
    if re.fullmatch(r"[a-z0-9_.-]{1,64}", given):
        return given
    return "_".join(words(given)).lower()[:64] or "tool"


def _input(parameter: Parameter, scope: Names) -> InputView:
    """A default that is plain is shown to callers; any other is left to the workflow."""
    annotation, default = parameter.annotation, parameter.default or ""
    if default and not _is_plain(default):
        annotation = annotation if annotation.endswith("| None") else f"{annotation} | None"
        default = "None"
    name = scope.unique(parameter.name)
    return InputView(name, parameter.name, outside(parameter.name), annotation, default)


def _is_plain(default: str) -> bool:
    try:
        ast.literal_eval(default)
    except ValueError:
        return False
    return True
