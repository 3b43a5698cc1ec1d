"""What tests expect of commands: words typed, and what reaches the workflow.

Must not know how a command is written.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.compile.types import model_folder, python_types
from generator.emit.text import pystr
from generator.ir import EnumerationDefinition, Model

from .commands import Command, Option, Tree


@dataclass(frozen=True, slots=True)
class Call:
    """One command: the words typed, and the inputs that reach the workflow as Python by their names.

    `path` are the words that name the command, `fewest` those without the options that may be left out, `missing` those
    options.
    """

    workflow: str
    words: tuple[str, ...]
    inputs: tuple[tuple[str, str], ...]
    fewest: tuple[str, ...]
    missing: tuple[str, ...]
    takes_steps: bool
    path: tuple[str, ...]
    takes_session: bool


def call_of(model: Model, command: Command, tree: Tree) -> Call:
    """A call that gives every option."""
    path = tree.path_of(command.group, command.name)
    words, fewest, inputs = list(path), list(path), []
    for option in command.options:
        typed, expected = _example(model, command, option)
        words += typed
        if option.is_required:
            fewest += typed
        inputs.append((option.key, expected))
    return Call(
        workflow=command.workflow,
        words=tuple(words),
        inputs=tuple(inputs),
        fewest=tuple(fewest),
        missing=tuple(each.key for each in command.options if not each.is_required),
        takes_steps=command.takes_steps,
        path=tuple(path),
        takes_session=command.takes_session,
    )


def _example(model: Model, command: Command, option: Option) -> tuple[list[str], str]:
    """The words of an option and its value as Python."""
    flag = option.flags.split("/")[0]
    if option.kind == "flag":
        return [option.flags.split("/")[1]], "False"
    one = option.annotation.removeprefix("list[").removesuffix("]")
    text, value = _value(model, command, one)
    if option.is_argument:
        return ([text, text], f"[{value}, {value}]") if option.kind == "many" else ([text], value)
    if option.kind == "many":
        return [flag, text, flag, text], f"[{value}, {value}]"
    return [flag, text], value


def _value(model: Model, command: Command, annotation: str) -> tuple[str, str]:
    known = {"int": ("7", "7"), "float": ("2.5", "2.5"), "bool": ("true", "True")}
    if annotation in known:
        return known[annotation]
    types, folder = python_types(model), model_folder(model[command.origin])
    for each in model.of_kind(EnumerationDefinition):
        if model_folder(each) != folder:  # another system may have a type of that name
            continue
        literals = list(types.literals(each).items())
        if literals and types.of_type(each).text == annotation:
            at, member = literals[-1]
            return model.element(at).name or "", f"{annotation}.{member}"
    return "given text", pystr("given text")


def call_imports(
    system: str, calls: Iterable[Call], commands: Iterable[Command]
) -> tuple[str, ...]:
    """The import statements the expected values need."""
    shown = " ".join(value for call in calls for _, value in call.inputs)
    modules: dict[str, set[str]] = {}
    for command in commands:
        for each in command.imports:
            if f"{each.name}." in shown:
                modules.setdefault(each.module, set()).add(each.name)
    return tuple(
        f"from {system}.{at} import {', '.join(sorted(modules[at]))}" for at in sorted(modules)
    )
