"""Agents: one class for each definition that specialises `AgentSystems::Agent`, and its tests.

Knows what an agent class is made of. Must not know other passes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.compile.agents import agent_names, agents, input_port, output_port
from generator.compile.types import Annotation
from generator.emit.imports import Imports
from generator.emit.passes import PassContext, System
from generator.ir import Model, PartDefinition

from .agent_tests import AgentTest, agent_test
from .duties import CheckView, Duties, duties_of
from .settings import Running, SettingView, running
from .sides import mission, side
from .tools import Tool, ToolView, tool_view, tools_of


@dataclass(frozen=True, slots=True)
class UsedTool:
    """A tool as an agent uses it: `value` is the function, or the method of `tools` to call."""

    value: str
    needs_approval: bool


@dataclass(frozen=True, slots=True)
class AgentModule:
    """`agents/<agent>.py`."""

    path: str
    origins: tuple[str, ...]
    module_doc: str
    imports: tuple[tuple[str, ...], ...]
    instructions: tuple[str, ...]
    settings_class: str
    settings: tuple[SettingView, ...]
    tuning: tuple[str, ...]
    unnamed_variable: str
    retries: int
    tries: str
    timeout: float | None
    checks: tuple[CheckView, ...]
    check_needs_request: bool
    class_name: str
    label: str
    class_doc: str
    request: str
    request_name: str
    output: str
    output_name: str
    mission: str
    tools: tuple[UsedTool, ...]
    protocol: str
    supplied: tuple[ToolView, ...]
    needs_approval: bool


@dataclass(frozen=True, slots=True)
class AgentsPackage:
    """`agents/__init__.py`; agents are module and class."""

    path: str
    origins: tuple[str, ...]
    doc: str
    agents: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RunningModule:
    """`agents/_running.py`."""

    path: str
    origins: tuple[str, ...]
    needs_approval: bool


@dataclass(frozen=True, slots=True)
class ToolsModule:
    """`agents/tools.py`."""

    path: str
    origins: tuple[str, ...]
    imports: tuple[tuple[str, ...], ...]
    tools: tuple[ToolView, ...]


@dataclass(frozen=True, slots=True)
class ToolsTest:
    """`tests/agents/test_tools.py`: tools whose result is an expression of the model."""

    path: str
    origins: tuple[str, ...]
    imports: tuple[tuple[str, ...], ...]
    tools: tuple[ToolView, ...]


@dataclass(frozen=True, slots=True)
class AgentTestsPackage:
    """`tests/agents/__init__.py`."""

    path: str
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgentTestsSetup:
    """`tests/agents/conftest.py`."""

    path: str
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScriptModule:
    """`tests/agents/script.py`: a language model that says what a test wants."""

    path: str
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RunningTest:
    """`tests/agents/test_running.py`."""

    path: str
    origins: tuple[str, ...]


AgentsView = (
    AgentModule
    | AgentsPackage
    | RunningModule
    | ToolsModule
    | ToolsTest
    | AgentTestsPackage
    | AgentTestsSetup
    | ScriptModule
    | RunningTest
    | AgentTest
)


def select(model: Model, context: PassContext) -> Iterator[AgentsView]:
    """The agents of each system; nothing for a system without any."""
    for system in context.systems:
        found = [each for each in agents(model) if each in system]
        if found:
            yield from _system(model, context, system, found)


def _system(
    model: Model, context: PassContext, system: System, found: list[PartDefinition]
) -> Iterator[AgentsView]:
    origins = tuple(each.qualified_name for each in found)
    known = agent_names(model)
    tools: dict[int, Tool] = {}
    modules: list[AgentModule] = []
    for agent in found:
        duties = duties_of(model, agent)
        context.report(*duties.diagnostics)
        used = tools_of(model, agent)
        tools.update((tool.action.id, tool) for tool in used)
        view = _agent(model, system, agent, duties, used)
        modules.append(view)
        yield view
        yield agent_test(model, system, agent, duties, used)
    classes = [known.of(agent) for agent in found]
    folder = f"{system.name}/agents"
    yield AgentsPackage(
        f"{folder}/__init__.py",
        origins,
        f"The agents of {system.title}.",
        tuple(sorted((each.module.removeprefix("agents."), each.name) for each in classes if each)),
    )
    yield RunningModule(
        f"{folder}/_running.py", origins, any(each.needs_approval for each in modules)
    )
    yield from _tools(model, context, system, tuple(tools.values()))
    tests = f"{system.name}/tests/agents"
    yield AgentTestsPackage(f"{tests}/__init__.py", origins)
    yield AgentTestsSetup(f"{tests}/conftest.py", origins)
    yield ScriptModule(f"{tests}/script.py", origins)
    yield RunningTest(f"{tests}/test_running.py", origins)


def _tools(
    model: Model, context: PassContext, system: System, tools: tuple[Tool, ...]
) -> Iterator[ToolsModule | ToolsTest]:
    imports, test_imports = Imports(tool.name for tool in tools), Imports(("tools",))
    views = []
    for tool in tools:
        view, needed, faults = tool_view(model, tool, lambda found: found.text)
        context.report(*faults)
        if view.body:
            view, _, _ = tool_view(model, tool, lambda found: _named(imports, found))
            for each in needed:
                imports.use(f"..{each.module}" if each.is_local else each.module, each.name)
                if view.result_expression:
                    place = f"...{each.module}" if each.is_local else each.module
                    test_imports.use(place, each.name)
            views.append(view)
    origins = tuple(tool.action.qualified_name for tool in tools)
    if views:
        path = f"{system.name}/agents/tools.py"
        yield ToolsModule(path, origins, imports.blocks(), tuple(views))
    stated = tuple(view for view in views if view.result_expression)
    if stated:
        path = f"{system.name}/tests/agents/test_tools.py"
        yield ToolsTest(path, origins, test_imports.blocks(), stated)


def _named(imports: Imports, found: Annotation) -> str:
    """An annotation with its imports asked for."""
    text = found.text
    for each in found.imports:
        local = imports.use(f"..{each.module}" if each.is_local else each.module, each.name)
        if local != each.name:
            text = text.replace(each.name, local)
    return text


def _agent(
    model: Model, system: System, agent: PartDefinition, duties: Duties, used: tuple[Tool, ...]
) -> AgentModule:
    known = agent_names(model)
    own = known.of(agent)
    class_name, module = (own.name, own.module) if own else ("", "")
    stem = known.stem(agent)
    taken = (class_name, f"{stem}Settings", f"{stem}Tools", "INSTRUCTIONS", "unsatisfied")
    imports = Imports(taken)
    request = side(model, lambda found: _named(imports, found), input_port(model, agent))
    output = side(model, lambda found: _named(imports, found), output_port(model, agent))
    how = running(model, agent, imports)
    for each in duties.imports:
        imports.use(f"..{each.module}" if each.is_local else each.module, each.name)
    bound, supplied = _split(model, imports, used)
    _use_libraries(imports, duties, how, supplied, has_input=request != "str")
    needs_approval = any(each.needs_approval for each in bound)
    if needs_approval:
        imports.use("._running", "Approve")
        imports.use("._running", "approvals")
        imports.use("._running", "nobody_approves")
    if bound:
        imports.use("pydantic_ai", "Tool")
    elements = (each.qualified_name for each in duties.elements)
    return AgentModule(
        path=f"{system.name}/{module.replace('.', '/')}.py",
        origins=(agent.qualified_name, *elements),
        module_doc=f"{agent.name}: takes {_article(request)}, gives {_article(output)}.",
        imports=imports.blocks(),
        instructions=duties.instructions,
        settings_class=f"{stem}Settings",
        settings=how.settings,
        tuning=how.tuning,
        unnamed_variable=how.model_variable if how.model == '""' else "",
        retries=how.tries - 1,
        tries=_times(how.tries),
        timeout=how.timeout,
        checks=duties.checks,
        check_needs_request=duties.needs_request,
        class_name=class_name,
        label=agent.name or class_name,
        class_doc=_class_doc(agent, duties),
        request=request,
        request_name=_article(request),
        output=output,
        output_name="text" if output == "str" else output,
        mission=mission(model, input_port(model, agent)),
        tools=bound,
        protocol=f"{stem}Tools" if supplied else "",
        supplied=supplied,
        needs_approval=needs_approval,
    )


def _split(
    model: Model, imports: Imports, used: tuple[Tool, ...]
) -> tuple[tuple[UsedTool, ...], tuple[ToolView, ...]]:
    """The tools of an agent, and those of them somebody else has to supply."""
    bound: list[UsedTool] = []
    supplied: list[ToolView] = []
    for tool in used:
        view, _, _ = tool_view(model, tool, lambda found: found.text)
        if view.body:
            bound.append(UsedTool(imports.use(".tools", view.function), view.needs_approval))
        else:
            view, _, _ = tool_view(model, tool, lambda found: _named(imports, found))
            supplied.append(view)
            bound.append(UsedTool(f"tools.{view.function}", view.needs_approval))
    return tuple(bound), tuple(supplied)


def _use_libraries(
    imports: Imports,
    duties: Duties,
    how: Running,
    supplied: tuple[ToolView, ...],
    *,
    has_input: bool,
) -> None:
    names = [
        ("collections.abc", "Mapping"),
        ("typing", "Any"),
        ("pydantic", "Field"),
        ("pydantic_ai", "Agent"),
        ("pydantic_ai.models", "Model"),
        ("pydantic_settings", "BaseSettings"),
        ("pydantic_settings", "SettingsConfigDict"),
        ("._running", "ask"),
        ("._running", "mission_of"),
        ("._running", "wait_for"),
    ]
    if duties.checks:
        names += [
            ("collections.abc", "Iterator"),
            ("pydantic_ai", "ModelRetry"),
            ("pydantic_ai", "RunContext"),
        ]
    if how.tuning:
        names.append(("pydantic_ai", "ModelSettings"))
    if supplied:
        names.append(("typing", "Protocol"))
    names.append(("._running", "from_state" if has_input else "as_text"))
    for module, name in names:
        imports.use(module, name)


def _class_doc(agent: PartDefinition, duties: Duties) -> str:
    doc = agent.doc or f"The agent {agent.name}."
    said = [
        f"- {each.name}: {each.instruction}" if each.instruction else f"- {each.name}"
        for each in duties.duties
    ]
    return f"{doc}\n\nIt has to satisfy:\n\n" + "\n".join(said) if said else doc


def _article(name: str) -> str:
    if name == "str":
        return "text"
    return f"{'an' if name[0] in 'AEIOU' else 'a'} {name}"


def _times(tries: int) -> str:
    known = {1: "once", 2: "twice", 3: "three times"}
    return known.get(tries, f"{tries} times")
