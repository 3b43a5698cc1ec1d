"""`ssot run`: an element of a model runs, and what it gives is shown."""

from __future__ import annotations

import json
import os
from typing import Annotated, Any

import typer

from generator.diagnostics import has_errors
from generator.surfaces.cli.console import Format, answer, fail, guarded, print_diagnostics
from generator.surfaces.cli.names import complete_elements
from generator.surfaces.cli.options import (
    FormOption,
    LibraryOption,
    ProjectOption,
    open_workspace,
    shown,
)

__all__ = ["run"]


@guarded
def run(
    models: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[MODEL]...", help="Model files or folders; default: the project's."
        ),
    ] = None,
    element: Annotated[
        str,
        typer.Option(
            "--element",
            "-e",
            metavar="QNAME",
            help="The element to run.",
            autocompletion=complete_elements,
        ),
    ] = "",
    inputs: Annotated[
        str, typer.Option("--inputs", metavar="JSON|FILE", help="Values of its features, by name.")
    ] = "{}",
    events: Annotated[
        str,
        typer.Option("--events", metavar="JSON|FILE", help="What happens, one after the other."),
    ] = "[]",
    steps: Annotated[
        int, typer.Option("--steps", metavar="N", min=1, help="How many steps the run may take.")
    ] = 1_000_000,
    emit: Annotated[
        bool, typer.Option("--emit", help="Print the Python program instead of running it.")
    ] = False,
    form: FormOption = Format.text,
    library: LibraryOption = None,
    project: ProjectOption = None,
) -> None:
    """Run an element of a model. Exit code 1 when the run fails.

    \b
    Examples:
      ssot run --element Pump::flow --inputs '{"speed": 3.5}' pump.sysml
      ssot run -e Pump::Controller --events events.json --format json pump.sysml
    """
    from generator.compile.program import NotRunnable, compile_program
    from generator.workspace.execute import Run, execute
    from generator.workspace.scope import find_declared

    given = _data("--inputs", inputs, dict)
    happening = _data("--events", events, list)
    workspace = open_workspace(models, project=project, library=library)
    model, found = workspace.check()
    if has_errors(found):
        print_diagnostics(shown(workspace, found), len(workspace.files))
        raise typer.Exit(1)
    if not element:
        raise typer.BadParameter("say which element to run: --element QNAME")
    try:
        program, _ = compile_program(model, find_declared(model, element), _names(given))
    except NotRunnable as fault:
        fail(str(fault), 2)
    if emit:
        answer(program.text)
        return
    result = execute(Run(program, given, tuple(happening), steps))
    answer(json.dumps(result, indent=2, ensure_ascii=False))
    if "error" in result:
        raise typer.Exit(1)


def _names(data: Any) -> list[str]:
    """The texts in the inputs that may be names of usages."""
    if isinstance(data, str):
        return [data] if "::" in data else []
    inner = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return [name for each in inner for name in _names(each)]


def _data(option: str, text: str, kind: type[Any]) -> Any:
    """What an option holds: JSON, or the path of a file with JSON."""
    if not text.lstrip().startswith(("{", "[")) and os.path.exists(text):
        with open(text, encoding="utf-8") as file:
            text = file.read()
    try:
        found = json.loads(text)
    except json.JSONDecodeError as fault:
        fail(f"{option}: line {fault.lineno}, column {fault.colno}: {fault.msg}", 2)
    if not isinstance(found, kind):
        fail(f"{option} is to be a JSON {'object' if kind is dict else 'array'}", 2)
    return found
