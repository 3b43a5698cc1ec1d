"""The tests of one agent: what the model says of it, written down a second time.

Knows what an agent has to do. Must not know how its class is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

from generator.compile.agents import agent_names, input_port, output_port
from generator.compile.types import Annotation
from generator.emit.imports import Imports
from generator.emit.passes import System
from generator.emit.text import pystr
from generator.ir import (
    Argument,
    ConstraintUsage,
    Expression,
    LiteralInteger,
    LiteralRational,
    LiteralString,
    Model,
    PartDefinition,
)

from .duties import CheckView, Duties
from .settings import running
from .sides import mission, side
from .tools import Tool, ToolView, tool_view


@dataclass(frozen=True, slots=True)
class AgentTest:
    """`tests/agents/test_<agent>.py`."""

    path: str
    origins: tuple[str, ...]
    imports: tuple[tuple[str, ...], ...]
    module: str
    class_name: str
    label: str
    request: str
    output: str
    hints: tuple[str, ...]
    instructions: tuple[str, ...]
    checks: tuple[CheckView, ...]
    check_needs_request: bool
    model_variable: str
    model: str
    tries: int
    mission: str
    tools: tuple[ToolView, ...]
    supplied: tuple[ToolView, ...]
    tuning: tuple[tuple[str, str, str], ...]


def agent_test(
    model: Model, system: System, agent: PartDefinition, duties: Duties, used: Sequence[Tool]
) -> AgentTest:
    """The test module of an agent."""
    known = agent_names(model)
    own = known.of(agent)
    class_name, module = (own.name, own.module.removeprefix("agents.")) if own else ("", "")
    imports = Imports(("v", "SCRIPT", "REQUEST", "HINTS", "CONDITIONS", "Script"))
    imports.use(f"...agents.{module}", class_name)
    if duties.checks:
        imports.use(f"...agents.{module}", "unsatisfied")
    if input_port(model, agent) or output_port(model, agent):
        imports.use("..", "values as v")
    request = side(model, lambda found: _named(imports, found), input_port(model, agent))
    output = side(model, lambda found: _named(imports, found), output_port(model, agent))
    for each in duties.imports:
        imports.use(f"...{each.module}" if each.is_local else each.module, each.name)
    how = running(model, agent, Imports(()))
    tools = [_tool(model, tool, imports) for tool in used]
    return AgentTest(
        path=f"{system.name}/tests/agents/test_{module}.py",
        origins=(agent.qualified_name, *(each.qualified_name for each in duties.elements)),
        imports=imports.blocks(),
        module=module,
        class_name=class_name,
        label=agent.name or class_name,
        request=request,
        output=output,
        hints=tuple(sorted(set(_literals(duties.checked)))),
        instructions=duties.instructions,
        checks=duties.checks,
        check_needs_request=duties.needs_request,
        model_variable=how.model_variable,
        model=how.model,
        tries=how.tries,
        mission=mission(model, input_port(model, agent)),
        tools=tuple(each for each in tools if each.body),
        supplied=tuple(each for each in tools if not each.body),
        tuning=tuple(
            (each.name, each.variable, each.default)
            for each in how.settings
            if each.name in how.tuning
        ),
    )


def _tool(model: Model, tool: Tool, imports: Imports) -> ToolView:
    """A tool; only one that has to be supplied is written out in the test, with its annotations."""
    view, _, _ = tool_view(model, tool, lambda found: found.text)
    if not view.body:
        view, _, _ = tool_view(model, tool, lambda found: _named(imports, found))
    return view


def _named(imports: Imports, found: Annotation) -> str:
    for each in found.imports:
        imports.use(f"...{each.module}" if each.is_local else each.module, each.name)
    return found.text


def _literals(constraints: Sequence[ConstraintUsage]) -> Iterator[str]:
    """The literals of constraints as Python text: an answer that satisfies them is near to these."""
    for constraint in constraints:
        if constraint.result is not None:
            yield from _walk(constraint.result)


def _walk(expression: Expression) -> Iterator[str]:
    if isinstance(expression, LiteralInteger | LiteralRational):
        yield repr(expression.value)
    elif isinstance(expression, LiteralString):
        yield pystr(expression.value)
    for field in fields(expression):
        value = getattr(expression, field.name)
        for each in value if isinstance(value, tuple) else (value,):
            inner = each.value if isinstance(each, Argument) else each
            if isinstance(inner, Expression):
                yield from _walk(inner)
