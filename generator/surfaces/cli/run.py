"""`ssot run`: an element of a model runs, and what it gives is shown."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from generator.diagnostics import Diagnostic, Severity
from generator.surfaces.cli.console import (
    Format,
    answer,
    fail,
    guarded,
    print_diagnostics,
    say,
)
from generator.surfaces.cli.names import complete_elements
from generator.surfaces.cli.options import (
    FormOption,
    LibraryOption,
    ProjectOption,
    open_workspace,
    shown,
)

if TYPE_CHECKING:
    from generator.workspace import Workspace
    from generator.workspace.programs import Compiled

__all__ = ["run"]

_Models = Annotated[
    list[str] | None,
    typer.Argument(metavar="[MODEL]...", help="Model files or folders; default: the project's."),
]
_Element = Annotated[
    str | None,
    typer.Option(
        "--element",
        "-e",
        metavar="QNAME",
        help="The element to run.",
        autocompletion=complete_elements,
    ),
]
_Inputs = Annotated[
    str,
    typer.Option("--inputs", "-i", metavar="JSON|FILE", help="Values of its features, by name."),
]
_Events = Annotated[
    str,
    typer.Option("--events", metavar="JSON|FILE", help="What happens, one after the other."),
]
_Steps = Annotated[
    int,
    typer.Option("--steps", metavar="N", min=1, help="How many steps the run may take."),
]
_Emit = Annotated[
    bool, typer.Option("--emit", help="Print the Python program that would run, and do not run it.")
]


@guarded
def run(
    models: _Models = None,
    element: _Element = None,
    inputs: _Inputs = "{}",
    events: _Events = "[]",
    steps: _Steps = 1_000_000,
    emit: _Emit = False,
    form: FormOption = Format.text,
    library: LibraryOption = None,
    project: ProjectOption = None,
) -> None:
    """Run an element of a model: calculate, check, perform, instantiate. Exit code 1 when the run fails.

    \b
    What an element gives depends on its kind:
      calc                        its result
      constraint, requirement     whether it is satisfied
      verification, analysis      the verdict, the result
      action, use case            its outputs
      state                       the states visited and the final one
      part, item, attribute …     an instance: its features, and whether its constraints hold

    \b
    Examples:
      ssot run --element Pump::flow --inputs '{"speed": 3.5}' pump.sysml
      ssot run -e Pump::Pump -i '{"motor": {"power": 40}}' pump.sysml
      ssot run -e Pump::control --events '[{"signal": "Start", "args": {"level": 2}}]' pump.sysml
      ssot run -e Pump::safe --format json pump.sysml
      ssot run -e Pump::flow --emit pump.sysml

    \b
    Values are JSON: a quantity is {"value": 1.5, "unit": "m/s"}, an enumeration literal "Color::red" or
    "red", an instance {"$type": "P::D", "feature": …}. Instead of JSON, --inputs and --events take a file.
    """
    given = _data("--inputs", inputs, dict)
    happening = _data("--events", events, list)
    if element is None:
        raise typer.BadParameter("say which element to run: --element QNAME")
    workspace = open_workspace(models, project=project, library=library)
    compiled = _compiled(workspace, element, [given, happening], form)
    assert compiled.program is not None  # noqa: S101 - the command has ended otherwise
    if emit:
        answer(_readable(compiled.program.text))
        return
    _warn(workspace, compiled.reported)
    from generator.workspace.execute import Run, execute

    asked = Run(compiled.program, given, tuple(happening), steps)
    result = execute(asked)
    for each in asked.remarks:
        say(
            f"warning: {each}; a feature that may hold a value twice is `nonunique` [repeated-value]"
        )
    if form is Format.json:
        answer(json.dumps(result, indent=2, ensure_ascii=False))
    else:
        from generator.surfaces.cli.run_text import run_text

        answer(run_text(compiled.element, result))
    if "error" in result:
        raise typer.Exit(1)


def _compiled(workspace: Workspace, element: str, given: Any, form: Format) -> Compiled:
    """The program of an element; the command ends here for a faulty model or a name that cannot be run."""
    from generator.workspace.programs import program_of

    compiled = program_of(workspace, element, _names(given))
    if compiled.program is None:
        errors = [each for each in compiled.reported if each.severity is Severity.ERROR]
        _refuse(shown(workspace, errors), len(workspace.files), form)
    return compiled


def _refuse(errors: Sequence[Diagnostic], files: int, form: Format) -> NoReturn:
    """A model with errors does not run."""
    if form is Format.json:
        from generator.diagnostics.records import to_record

        message = f"the model has {len(errors)} error{'' if len(errors) == 1 else 's'}"
        error = {"code": "model-errors", "message": message}
        records = [to_record(each) for each in errors]
        answer(json.dumps({"error": error, "diagnostics": records}, indent=2, ensure_ascii=False))
    else:
        print_diagnostics(errors, files)
    raise typer.Exit(1)


def _warn(workspace: Workspace, found: Sequence[Diagnostic]) -> None:
    """Constructs that are not compiled matter when the run gets there; people are told before."""
    for each in shown(workspace, found):
        say(f"{each.span.location()}: {each.severity}: {each.message} [{each.code}]")


def _readable(text: str) -> str:
    from generator.emit.format import format_whole

    return format_whole(text)


def _names(data: Any) -> list[str]:
    """The texts in inputs and events that may be names: of usages, of types, of signals."""
    if isinstance(data, str):
        return [data] if "::" in data else []
    if isinstance(data, dict):
        types = [data[key] for key in ("$type", "signal") if isinstance(data.get(key), str)]
        return [*types, *(name for each in data.values() for name in _names(each))]
    return [name for each in data for name in _names(each)] if isinstance(data, list) else []


def _data(option: str, text: str, kind: type[Any]) -> Any:
    """What an option holds: JSON, or the path of a file with JSON."""
    where = option
    if not text.lstrip().startswith(("{", "[")) and os.path.exists(text):
        where = text
        with open(text, encoding="utf-8") as file:
            text = file.read()
    try:
        found = json.loads(text)
    except json.JSONDecodeError as fault:
        fail(f"{where}: line {fault.lineno}, column {fault.colno}: {fault.msg}", 2)
    if not isinstance(found, kind):
        fail(f"{where}: a JSON {'object' if kind is dict else 'array'} is expected", 2)
    return found
