"""Options that several commands share, and what they open."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.config import NAMED_LIBRARIES, Config, load_config
from generator.diagnostics import Diagnostic, Edit, Fix, Related
from generator.source import SourceFile, Span
from generator.surfaces.cli.console import Format

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.workspace import Workspace

__all__ = [
    "FormOption",
    "LibraryOption",
    "ModelOption",
    "OutOption",
    "ProjectOption",
    "open_workspace",
    "shown",
]

ModelOption = Annotated[
    list[str] | None,
    typer.Option(
        "--model",
        "-m",
        metavar="PATH",
        help="Model file or folder, repeatable; default: the project's models.",
    ),
]
OutOption = Annotated[
    Path | None,
    typer.Option("--out", "-o", metavar="DIR", help="Folder for generated/ and diagrams/."),
]


def _libraries(incomplete: str) -> list[tuple[str, str]]:
    """What completes a library: its two names; paths are completed by typing on."""
    known = (
        ("bundled", "the compact rendering that comes with ssot"),
        ("official", "the OMG's library, as an installed package brings it"),
    )
    return [each for each in known if each[0].startswith(incomplete)]


LibraryOption = Annotated[
    str | None,
    typer.Option(
        "--library",
        metavar="DIR|KPAR|bundled|official",
        help="The standard library: a folder or archive, the bundled one or the installed official one.",
        autocompletion=_libraries,
    ),
]
ProjectOption = Annotated[
    Path | None,
    typer.Option(
        "--project", metavar="DIR", help="Folder whose pyproject.toml configures the run."
    ),
]

FormOption = Annotated[Format, typer.Option("--format", help="Print for people or for programs.")]


def configuration(project: Path | None, library: str | None = None) -> Config:
    """The settings of a project, with a library of the command line put before its own."""
    config = load_config(project)
    if library is None:
        return config
    named = library in NAMED_LIBRARIES
    return replace(config, library=library if named else os.path.abspath(library))


def open_workspace(
    paths: Sequence[str] | None = None,
    *,
    project: Path | None = None,
    library: str | None = None,
    out: Path | None = None,
    passes: Sequence[str] | None = None,
) -> Workspace:
    """The workspace a command line asks for."""
    from generator.workspace import Workspace

    config = configuration(project, library)
    return Workspace.open(*(paths or ()), config=config, out=out, passes=passes or ())


def shown(workspace: Workspace, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Diagnostics with the paths people gave instead of the labels that enter outputs."""
    paths = {label: path for label, path in workspace.shown.items() if label != path}
    if not paths:
        return tuple(found)
    sources: dict[str, SourceFile] = {}
    return tuple(_moved(each, paths, sources) for each in found)


def _moved(
    diagnostic: Diagnostic, paths: Mapping[str, str], sources: dict[str, SourceFile]
) -> Diagnostic:
    def span(at: Span) -> Span:
        path = paths.get(at.path)
        if path is None:
            return at
        return Span(sources.setdefault(path, SourceFile(path, at.source.text)), at.start, at.end)

    fix = diagnostic.fix
    return replace(
        diagnostic,
        span=span(diagnostic.span),
        related=tuple(Related(each.message, span(each.span)) for each in diagnostic.related),
        fix=fix and Fix(fix.title, tuple(Edit(span(each.span), each.text) for each in fix.edits)),
    )
