"""The tree of commands: groups, what each command takes, and which workflow or table it is about.

Knows ports of actions and tables; must not know templates.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.compile.actions import COMMAND
from generator.compile.authorization import Authorization, is_caller
from generator.compile.constants import annotation_value
from generator.compile.types import ImportName, python_types
from generator.compile.workflow_names import workflow_names
from generator.compile.workflows import Parameter, compile_workflow
from generator.emit.names import Names, snake, words
from generator.ir import Element, EnumerationDefinition, Feature, Model, Type
from generator.schema.tables import Schema, Table

ARGUMENT = "AgentSystems::Workflows::Argument"
# Commands every system has, so that no command of a model hides them.
DATABASE = ("upgrade", "downgrade", "status")
_RESERVED = (("run",), *(("db", each) for each in DATABASE))
_PLAIN = ("str", "int", "float", "bool")


@dataclass(frozen=True, slots=True)
class Group:
    """A group of commands; `parent` is the variable of the group around it."""

    variable: str
    name: str
    parent: str
    help: str


@dataclass(frozen=True, slots=True)
class Option:
    """A parameter of a command: `key` is what the workflow calls it, `kind` one of plain, flag, many and text.

    A text is read as the type of the workflow's parameter.
    """

    name: str
    key: str
    flags: str
    annotation: str
    kind: str
    is_required: bool
    help: str
    is_argument: bool = False


@dataclass(frozen=True, slots=True)
class Command:
    """A command that runs a workflow."""

    group: str
    name: str
    function: str
    doc: str
    workflow: str
    options: tuple[Option, ...]
    takes_steps: bool
    takes_session: bool
    imports: tuple[ImportName, ...]
    origin: str
    script: str


@dataclass(frozen=True, slots=True)
class RowCommands:
    """`list` and `show` of one table, as far as no command of the model has these names."""

    group: str
    table: str
    keys: tuple[str, ...]
    list_function: str
    show_function: str
    path: tuple[str, ...]


class Tree:
    """Groups and commands, each name once; the model's own commands come first and win."""

    def __init__(
        self, model: Model, schema: Schema, rules: Authorization | None, *, has_tools: bool
    ) -> None:
        self._model = model
        self._guarded = rules.guarded if rules is not None else frozenset()
        self._schema = schema
        self._variables = Names(
            (
                "app",
                "run",
                "mcp",
                "console",
                "typer",
                "main",
                "upgrade",
                "downgrade",
                "status",
                "os",
                "sys",
            )
        )
        self._groups: dict[tuple[str, ...], Group] = {(): Group("app", "", "", "")}
        self._taken: set[tuple[str, ...]] = set(_RESERVED)
        if has_tools:
            self._taken.add(("mcp",))
        self.commands: list[Command] = []
        self.rows: list[RowCommands] = []
        self._reserved: set[tuple[str, ...]] = set()
        self.database = self._group(("db",), "The database.").variable if schema.tables else ""

    def reserve(self, paths: Iterable[tuple[str, ...]]) -> None:
        """Keep commands that are made elsewhere from being hidden."""
        self._reserved |= set(paths)
        self._taken |= {path[:1] for path in self._reserved}

    @property
    def groups(self) -> list[Group]:
        """The groups, each after the one around it."""
        return [group for path, group in self._groups.items() if path]

    def paths(
        self, *, has_workflows: bool, has_database: bool, has_tools: bool
    ) -> tuple[tuple[str, ...], ...]:
        """Every command as the words that lead to it, sorted."""
        names = {group.variable: path for path, group in self._groups.items()}
        found = {(*names[each.group], each.name) for each in self.commands} | self._reserved
        for each in self.rows:
            found |= {(*names[each.group], "list")} if each.list_function else set()
            found |= {(*names[each.group], "show")} if each.show_function else set()
        if has_workflows:
            found.add(("run",))
        if has_tools:
            found.add(("mcp",))
        if has_database:
            found |= {("db", each) for each in DATABASE}
        return tuple(sorted(found))

    def path_of(self, group: str, name: str) -> tuple[str, ...]:
        """The words that lead to a command of a group."""
        return next((*path, name) for path, each in self._groups.items() if each.variable == group)

    # -- the model's commands ---------------------------------------------------------------------

    def add_command(self, action: Element) -> None:
        """Adds the command an action is annotated with, if it is."""
        model = self._model
        if not isinstance(action, Type) or not model.metadata(action, COMMAND):
            return
        given = annotation_value(model, action, COMMAND, "name")
        path = _path(given) if isinstance(given, str) else ()
        path = self._free(path or (_kebab(action.name or "run"),))
        shown = annotation_value(model, action, COMMAND, "help")
        script = annotation_value(model, action, COMMAND, "script")
        doc = shown if isinstance(shown, str) else action.doc
        workflow, _ = compile_workflow(model, action)
        options, imports = self._options(action, workflow.parameters)
        self.commands.append(
            Command(
                group=self._group(path[:-1]).variable,
                name=path[-1],
                function=self._variables.unique(snake("_".join(path))),
                doc=doc or f"Run {action.name}.",
                workflow=workflow_names(model).function(action) or "",
                options=options,
                takes_steps=bool(workflow.steps),
                takes_session=action.id in self._guarded,
                imports=imports,
                origin=action.qualified_name,
                script=script if isinstance(script, str) else "",
            )
        )

    def _free(self, path: tuple[str, ...]) -> tuple[str, ...]:
        """The path, with a number where a command or group of that name is in the way."""
        fixed: tuple[str, ...] = ()
        for part in path[:-1]:
            wanted, number = (*fixed, part), 1
            while wanted in self._taken:
                number += 1
                wanted = (*fixed, f"{part}-{number}")
            fixed = wanted
        wanted, number = (*fixed, path[-1]), 1
        while wanted in self._taken or wanted in self._groups:
            number += 1
            wanted = (*fixed, f"{path[-1]}-{number}")
        self._taken.add(wanted)
        return wanted

    def _group(self, path: tuple[str, ...], help_: str = "") -> Group:
        if path not in self._groups:
            parent = self._group(path[:-1])
            variable = self._variables.unique(snake("_".join((*path, "commands"))))
            self._groups[path] = Group(
                variable, path[-1], parent.variable, help_ or f"Commands about {path[-1]}."
            )
        return self._groups[path]

    def _options(
        self, action: Type, parameters: tuple[Parameter, ...]
    ) -> tuple[tuple[Option, ...], tuple[ImportName, ...]]:
        flags = Names(("--help", "--json", "--session", "--steps"))
        names = Names(("json", "session", "steps"))
        options: list[Option] = []
        imports: set[ImportName] = set()
        features = {f.name: f for f in self._model.features(action)}
        for parameter in parameters:
            feature = features.get(parameter.label)
            if feature is not None and is_caller(self._model, feature):
                continue
            kind, annotation, needed = self._kind(feature, parameter.annotation)
            imports |= needed
            is_argument = feature is not None and bool(self._model.metadata(feature, ARGUMENT))
            if is_argument and kind == "flag":
                kind = "plain"
            flag = flags.unique(f"--{_kebab(parameter.label)}")
            doc = " ".join(feature.doc.split()) if feature is not None else ""
            hint = {"text": f"As JSON or text: {parameter.annotation}.", "many": "May be repeated."}
            options.append(
                Option(
                    name=names.unique(parameter.name),
                    key=parameter.name,
                    flags=f"{flag}/--no-{flag[2:]}" if kind == "flag" else flag,
                    annotation=annotation,
                    kind=kind,
                    is_required=parameter.default is None,
                    help=" ".join(filter(None, (doc, hint.get(kind, "")))),
                    is_argument=is_argument,
                )
            )
        return tuple(options), tuple(sorted(imports))

    def _kind(self, feature: Feature | None, annotation: str) -> tuple[str, str, set[ImportName]]:
        """How an option is given: its kind, its Python type and what that needs imported."""
        type_ = self._model.type_of(feature) if feature is not None else None
        one = python_types(self._model).of_type(type_)
        is_many = annotation.startswith("tuple[")
        known = one.text in _PLAIN or (isinstance(type_, EnumerationDefinition) and one.imports)
        if not known or one.text not in annotation:
            return "text", "str", set()
        if is_many:
            return "many", f"list[{one.text}]", set(one.imports)
        return "flag" if one.text == "bool" else "plain", one.text, set(one.imports)

    # -- tables -----------------------------------------------------------------------------------

    def add_rows(self, table: Table) -> None:
        """Adds `list` and `show` for a table below the name of its entity."""
        name = self._model[table.entity].name or table.name
        path = (_kebab(name),)
        while path in self._taken:
            path = (f"{path[0]}-rows",)
        shown = [(*path, each) in self._taken for each in ("list", "show")]
        if all(shown):
            return
        group = self._group(path, f"Rows of the table {table.name}.")
        functions = [
            "" if taken else self._variables.unique(snake(f"{path[0]}_{each}"))
            for each, taken in zip(("list", "show"), shown, strict=True)
        ]
        self._taken |= {(*path, "list"), (*path, "show")}
        self.rows.append(
            RowCommands(group.variable, table.name, table.key, functions[0], functions[1], path)
        )


def command_imports(system: str, commands: Iterable[Command]) -> tuple[str, ...]:
    """The import statements the annotations of options need."""
    modules: dict[str, set[str]] = {}
    for command in commands:
        for each in command.imports:
            modules.setdefault(each.module, set()).add(each.name)
    return tuple(
        f"from {system}.{at} import {', '.join(sorted(modules[at]))}" for at in sorted(modules)
    )


def _path(given: str) -> tuple[str, ...]:
    return tuple(_kebab(part) for part in given.split() if words(part))


def _kebab(name: str) -> str:
    return "-".join(words(name)).lower() or "command"
