"""The command line of a system: annotated actions as commands, rows to look at, migrations, any workflow to run.

Knows workflows and tables by their Python names; must not know how either is generated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.compile.actions import MCP_TOOL
from generator.compile.authorization import authorization_of
from generator.compile.policies import any_durable, durable_paths, uses_policies, workflows_of
from generator.compile.workflow_names import workflow_names
from generator.emit.passes import PassContext, System
from generator.ir import Model, Type
from generator.schema.build import build_schema
from generator.schema.needs import needed_packages
from generator.schema.recording import recordings

from .calls import Call, call_imports, call_of
from .commands import Command, Group, RowCommands, Tree, command_imports

_INSTALLABLE = re.compile(r"\d+(\.\d+)*((a|b|rc)\d+)?(\.post\d+)?(\.dev\d+)?")


@dataclass(frozen=True, slots=True)
class CliModule:
    """`cli.py`; `workflows` are the names of all of them, for the general command."""

    path: str
    origins: tuple[str, ...]
    system: str
    title: str
    imports: tuple[str, ...]
    groups: tuple[Group, ...]
    commands: tuple[Command, ...]
    rows: tuple[RowCommands, ...]
    workflows: tuple[str, ...]
    has_database: bool
    has_sessions: bool
    has_tools: bool
    database: str
    is_durable: bool


@dataclass(frozen=True, slots=True)
class DisplayModule:
    """`display.py`: values for people."""

    path: str
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DisplayTest:
    """`tests/test_display.py`."""

    path: str
    origins: tuple[str, ...]
    system: str


@dataclass(frozen=True, slots=True)
class PackageProject:
    """`pyproject.toml`: the package can be installed, and has a command of its name."""

    path: str
    origins: tuple[str, ...]
    system: str
    title: str
    version: str
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScriptModule:
    """A file that runs one command; `up` leads from its folder to that of the package."""

    path: str
    origins: tuple[str, ...]
    system: str
    doc: str
    words: tuple[str, ...]
    up: str


@dataclass(frozen=True, slots=True)
class ShellScript:
    """A script of the shell that runs one command."""

    path: str
    origins: tuple[str, ...]
    doc: str
    words: tuple[str, ...]
    up: str


@dataclass(frozen=True, slots=True)
class ConsoleModule:
    """`console.py`: what commands share."""

    path: str
    origins: tuple[str, ...]
    system: str
    variable: str
    has_database: bool
    has_workflows: bool
    has_recording: bool
    is_durable: bool
    durable_variable: str
    has_sessions: bool


@dataclass(frozen=True, slots=True)
class MainModule:
    """`__main__.py`."""

    path: str
    origins: tuple[str, ...]
    system: str


@dataclass(frozen=True, slots=True)
class CliTest:
    """`tests/test_cli.py`: every command, what it passes on, and what it says when it cannot."""

    path: str
    origins: tuple[str, ...]
    system: str
    version: str
    paths: tuple[tuple[str, ...], ...]
    calls: tuple[Call, ...]
    imports: tuple[str, ...]
    rows: tuple[RowCommands, ...]
    workflows: tuple[str, ...]
    scripts: tuple[tuple[str, tuple[str, ...]], ...]
    has_database: bool
    is_durable: bool
    has_sessions: bool
    has_tools: bool

    @property
    def guarded(self) -> tuple[Call, ...]:
        """The calls that are made for a session."""
        return tuple(each for each in self.calls if each.takes_session)


View = (
    CliModule
    | ConsoleModule
    | PackageProject
    | ScriptModule
    | ShellScript
    | DisplayModule
    | DisplayTest
    | MainModule
    | CliTest
)


def select(model: Model, context: PassContext) -> Iterator[View]:
    """The command line of each system that has workflows or entities."""
    for system in context.systems:
        yield from _system(model, system)


def _system(model: Model, system: System) -> Iterator[View]:
    names = workflow_names(model)
    actions = [each for each in system.of_kind(Type) if names.function(each) is not None]
    schema, _ = build_schema(model, system.elements())
    if not actions and not schema.tables:
        return
    workflows = workflows_of(model, actions)
    is_durable = any_durable(model, workflows)
    rules, _ = authorization_of(model, system.elements())
    has_tools = any(model.metadata(each, MCP_TOOL) for each in actions)
    tree = Tree(model, schema, rules, has_tools=has_tools)
    if is_durable:
        tree.reserve(durable_paths(any(uses_policies(model, each) for each in workflows)))
    for action in actions:
        tree.add_command(action)
    for table in schema.tables:
        if table.entity:
            tree.add_rows(table)
    origins = (
        *(each.qualified_name for each in actions),
        *(table.entity for table in schema.tables if table.entity),
    )
    functions = tuple(sorted(names.function(each) or "" for each in actions))
    facts = _Facts(
        system, origins, functions, bool(schema.tables), is_durable, rules is not None, has_tools
    )
    yield _cli(facts, tree)
    recorded = bool(recordings(model, system.elements(), schema)[0])
    yield ConsoleModule(
        path=f"{system.name}/console.py",
        origins=origins,
        system=system.name,
        variable=f"{system.name.upper()}_STEPS",
        has_database=facts.has_database,
        has_workflows=bool(actions),
        has_recording=recorded,
        is_durable=is_durable,
        durable_variable=f"{system.name.upper()}_DURABLE",
        has_sessions=facts.has_sessions,
    )
    yield from _scripts(system, tree)
    yield PackageProject(
        path=f"{system.name}/pyproject.toml",
        origins=origins,
        system=system.name,
        title=system.title,
        version=system.version if _INSTALLABLE.fullmatch(system.version) else "0",
        needs=needed_packages(model, system),
    )
    yield DisplayModule(f"{system.name}/display.py", origins)
    yield DisplayTest(f"{system.name}/tests/test_display.py", origins, system.name)
    yield MainModule(f"{system.name}/__main__.py", origins, system.name)
    yield _test(model, facts, tree)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What every module of a command line is told."""

    system: System
    origins: tuple[str, ...]
    workflows: tuple[str, ...]
    has_database: bool
    is_durable: bool
    has_sessions: bool
    has_tools: bool


def _cli(facts: _Facts, tree: Tree) -> CliModule:
    return CliModule(
        path=f"{facts.system.name}/cli.py",
        origins=facts.origins,
        system=facts.system.name,
        title=facts.system.title,
        imports=command_imports(facts.system.name, tree.commands),
        groups=tuple(tree.groups),
        commands=tuple(tree.commands),
        rows=tuple(tree.rows),
        workflows=facts.workflows,
        has_database=facts.has_database,
        is_durable=facts.is_durable,
        database=tree.database,
        has_sessions=facts.has_sessions,
        has_tools=facts.has_tools,
    )


def _scripts(system: System, tree: Tree) -> Iterator[View]:
    for command in tree.commands:
        if command.script:
            path = f"{system.name}/{command.script}"
            words = tree.path_of(command.group, command.name)
            up = "/".join([".."] * command.script.count("/")) or "."
            doc, origins = command.doc, (command.origin,)
            if path.endswith(".sh"):
                yield ShellScript(path, origins, doc, words, up)
            else:
                yield ScriptModule(path, origins, system.name, doc, words, up)


def _test(model: Model, facts: _Facts, tree: Tree) -> CliTest:
    name = facts.system.name
    calls = tuple(call_of(model, each, tree) for each in tree.commands)
    return CliTest(
        path=f"{name}/tests/test_cli.py",
        origins=facts.origins,
        system=name,
        version=facts.system.version,
        paths=tree.paths(
            has_workflows=bool(facts.workflows),
            has_database=facts.has_database,
            has_tools=facts.has_tools,
        ),
        calls=calls,
        imports=call_imports(name, calls, tree.commands),
        rows=tuple(tree.rows),
        workflows=facts.workflows,
        scripts=tuple(
            (each.path.partition("/")[2], each.words)
            for each in _scripts(facts.system, tree)
            if isinstance(each, ScriptModule)
        ),
        has_database=facts.has_database,
        is_durable=facts.is_durable,
        has_sessions=facts.has_sessions,
        has_tools=facts.has_tools,
    )
