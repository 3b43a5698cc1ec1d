"""`ssot resolve`: what the name at a position refers to."""

from __future__ import annotations

import json
import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.diagnostics import visible
from generator.surfaces.cli.console import Format, answer, fail, guarded, paint
from generator.surfaces.cli.options import (
    FormOption,
    LibraryOption,
    ModelOption,
    ProjectOption,
    configuration,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.ide import Meaning, NameIndex
    from generator.ir import Element
    from generator.source import SourceFile, Span
    from generator.workspace import Workspace

__all__ = ["resolve"]


class PositionFault(Exception):
    """A file, line or column that does not exist."""


@guarded
def resolve(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="A model file, or the whole place as FILE:LINE:COL."),
    ],
    line: Annotated[
        int | None, typer.Argument(metavar="LINE", help="The line, from 1.", show_default=False)
    ] = None,
    column: Annotated[
        int | None,
        typer.Argument(metavar="COL", help="The column in characters, from 1.", show_default=False),
    ] = None,
    references: Annotated[
        bool, typer.Option("--references", help="List every reference to the element too.")
    ] = False,
    model: ModelOption = None,
    form: FormOption = Format.text,
    library: LibraryOption = None,
    project: ProjectOption = None,
) -> None:
    """Say what the name at a position refers to, and how it was found. Exit code 1 when there is no name.

    The file is read with the models of its project, or with those given by --model. Errors elsewhere do not matter.

    \b
    Examples:
      ssot resolve ssot/hive.sysml 12 20
      ssot resolve ssot/hive.sysml:12:20 --references --format json
    """
    if line is None or column is None:
        file, line, column = _place(file)
    from generator.ide import NameIndex, meaning_at
    from generator.workspace.names import model_and_names

    workspace, label = _opened(file, model or (), project, library)
    index = NameIndex(*model_and_names(workspace))
    source = next(each.source for each in workspace.files if each.label == label)
    meaning = meaning_at(index, label, _offset(source, file, line, column))
    if meaning is None:
        fail(f"{file}:{line}:{column}: there is no name that refers to anything, nor declares it")
    shown = _Shown(workspace, index)
    if form is Format.json:
        answer(json.dumps(shown.record(meaning, references), indent=2, ensure_ascii=False))
    else:
        answer(shown.text(meaning, references))


def _place(written: str) -> tuple[str, int, int]:
    """The file, line and column of a place as diagnostics print it."""
    file, line, column = (*written.rsplit(":", 2), "", "")[:3]
    if not (line.isdecimal() and column.isdecimal()):
        raise PositionFault("say where: FILE LINE COL or FILE:LINE:COL")
    return file, int(line), int(column)


def _opened(
    file: str, models: Sequence[str], project: Path | None, library: str | None
) -> tuple[Workspace, str]:
    """The workspace a file belongs to, and its label there."""
    from generator.workspace import SourceFault, Workspace

    place = Path(os.path.abspath(file))
    if not place.is_file():
        raise PositionFault(f"{file} is no file")
    config = configuration(project or place.parent, library)
    workspaces = [models, (*models, file)] if models or config.is_project else [(file,)]
    for paths in workspaces:
        try:
            workspace = Workspace.open(*paths, config=config)
        except SourceFault:
            continue
        for each in workspace.files:
            if each.location == place:
                return workspace, each.label
    workspace = Workspace.open(file, config=config)
    return workspace, workspace.files[0].label


def _offset(source: SourceFile, file: str, line: int, column: int) -> int:
    lines = len(source.line_starts())
    if not 1 <= line <= lines:
        raise PositionFault(f"{file} has {lines} lines, not {line}")
    length = len(source.line_text(line))
    if not 1 <= column <= length + 1:
        raise PositionFault(
            f"line {line} of {file} has {length} characters; there is no column {column}"
        )
    return source.line_starts()[line - 1] + column - 1


class _Shown:
    """Words and records for meanings, with the paths people know."""

    def __init__(self, workspace: Workspace, index: NameIndex) -> None:
        from generator.ide import declaring_span

        self._paths = workspace.shown
        self._index = index
        self._declared = partial(declaring_span, index.model)

    def _place(self, span: Span) -> dict[str, object]:
        source = span.source
        line, column = source.position(span.start)
        end_line, end_column = source.position(span.end)
        return {
            "file": self._paths.get(span.path, span.path),
            "line": line,
            "column": column,
            "end_line": end_line,
            "end_column": end_column,
        }

    def _location(self, span: Span) -> str:
        place = self._place(span)
        return visible(f"{place['file']}:{place['line']}:{place['column']}")

    def _references(self, element: Element) -> list[dict[str, object]]:
        return [self._place(each.span) for each in self._index.references_to(element)]

    def record(self, meaning: Meaning, references: bool) -> dict[str, object]:
        """The answer for programs."""
        target, reference, way = meaning.target, meaning.reference, meaning.way
        found: dict[str, object] = {"reference": None}
        if reference is not None:
            found["reference"] = {
                **self._place(reference.span),
                "text": reference.span.text,
                "path": [each.qualified_name for each in meaning.path],
            }
        found["target"] = {
            "qualified_name": target.qualified_name,
            "name": target.name,
            "metaclass": target.kind,
            **self._place(self._declared(target)),
            "library": target.library,
            "doc": target.doc,
        }
        if way is not None:
            found["found"] = {"how": way.how, "through": way.through}
            if way.place is not None:
                found["found"] = {**self._place(way.place), "how": way.how, "through": way.through}
        listed = self._references(target)
        found["reference_count"] = len(listed)
        if references:
            found["references"] = listed
        return found

    def text(self, meaning: Meaning, references: bool) -> str:
        """The answer for people."""
        target, way = meaning.target, meaning.way
        lines = [
            f"{paint(visible(target.qualified_name), 'bold')}  {target.kind}",
            f"  declared at {self._location(self._declared(target))}",
        ]
        if len(meaning.path) > 1:
            lines.append(
                "  path: " + " → ".join(visible(each.qualified_name) for each in meaning.path)
            )
        if way is not None:
            words = _WORDS[way.how].format(visible(way.through))
            place = f" ({self._location(way.place)})" if way.place is not None else ""
            lines.append(f"  found: {words}{place}")
        lines += [f"  | {visible(line)}" for line in target.doc.splitlines()]
        listed = self._index.references_to(target)
        lines.append(f"  {len(listed)} reference{'' if len(listed) == 1 else 's'}")
        if references:
            lines += [f"    {self._location(each.span)}" for each in listed]
        return "\n".join(lines)


_WORDS = {
    "own": "a member of `{}`",
    "enclosing": "a member of `{}`, around this place",
    "inherited": "inherited from `{}`",
    "imported": "imported by `{}`",
    "alias": "by the alias `{}`",
    "top-level": "at the top level of {}",
    "library": "a package of the library, {}",
    "implied": "implied by the standard library, `{}`",
}
