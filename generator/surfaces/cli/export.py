"""`ssot export`: the model for other tools."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from generator.diagnostics import has_errors
from generator.surfaces.cli.console import guarded, print_diagnostics, say, write
from generator.surfaces.cli.options import LibraryOption, ProjectOption, open_workspace, shown
from generator.surfaces.cli.writing import write_answer

__all__ = ["export"]


class ExportFormat(StrEnum):
    """What a model is exported as."""

    json = "json"
    kpar = "kpar"


@guarded
def export(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATH]...", help="Model files or folders; default: the project's."),
    ] = None,
    form: Annotated[
        ExportFormat,
        typer.Option("--format", help="Elements as JSON, or a project archive of the texts."),
    ] = ExportFormat.json,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            metavar="FILE",
            help="The file to write; default: standard output, or NAME.kpar.",
        ),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option("--name", help="The project's name; identities of elements depend on it."),
    ] = None,
    version: Annotated[
        str | None, typer.Option("--project-version", help="The project's version.")
    ] = None,
    library: LibraryOption = None,
    project: ProjectOption = None,
) -> None:
    """Export the model in the OMG's forms: as JSON elements, or as a `.kpar` project archive.

    The JSON is one array of all elements and relationships, as API clients read it. Identities follow from names,
    and the same models give the same bytes; SOURCE_DATE_EPOCH sets the time in an archive.

    \b
    Examples:
      ssot export --format json --out model.json
      ssot export --format kpar --out model.kpar
      ssot export --format json | jq '.[] | select(."@type" == "PartUsage") | .qualifiedName'
    """
    from generator.workspace.export import elements, project_archive, project_of

    workspace = open_workspace(paths, project=project, library=library)
    found = workspace.check()[1]
    if has_errors(found):
        print_diagnostics(shown(workspace, found), len(workspace.files), sys.stderr)
        raise typer.Exit(1)
    described = project_of(workspace, name, version)
    if form is ExportFormat.kpar:
        target = out or Path(f"{described.name}.kpar")
        write_answer(target, project_archive(workspace, described))
        say(f"{len(workspace.files)} files in {target}")
        return
    records = elements(workspace, described)
    if out is None:
        for line in _lines(records):
            write(sys.stdout, line)
        return
    write_answer(out, "".join(_lines(records)))
    say(f"{len(records)} elements in {out}")


def _lines(records: list[dict[str, Any]]) -> Iterator[str]:
    """A JSON array with one element on a line: small, and still to be compared line by line."""
    yield "[\n"
    for number, record in enumerate(records, start=1):
        text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
        yield text + (",\n" if number < len(records) else "\n")
    yield "]\n"
