"""`ssot check`."""

from __future__ import annotations

from typing import Annotated

import typer

from generator.diagnostics import has_errors
from generator.surfaces.cli.console import CheckFormat, guarded, print_diagnostics
from generator.surfaces.cli.options import LibraryOption, ProjectOption, open_workspace, shown

__all__ = ["check"]


@guarded
def check(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATH]...", help="Model files or folders; default: the project's."),
    ] = None,
    library: LibraryOption = None,
    form: Annotated[
        CheckFormat, typer.Option("--format", help="How to print what was found.")
    ] = CheckFormat.text,
    project: ProjectOption = None,
) -> None:
    """Check models: notation, names and rules. Exit code 1 when there are errors."""
    workspace = open_workspace(paths, project=project, library=library)
    _, found = workspace.check()
    print_diagnostics(shown(workspace, found), len(workspace.files), form)
    if has_errors(found):
        raise typer.Exit(1)
