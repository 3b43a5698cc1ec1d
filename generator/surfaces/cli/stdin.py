"""A model on standard input, as editors give it: one file of a workspace with a text that is not saved."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from generator.surfaces.cli.options import configuration

if TYPE_CHECKING:
    from generator.workspace import Workspace

__all__ = ["with_standard_input"]

_LARGEST = 64_000_000


def with_standard_input(
    paths: Sequence[str], name: str | None, project: Path | None, library: str | None
) -> tuple[Workspace, str]:
    """The workspace with standard input as the text of a file, and the label of that file.

    The other files are those given besides, or those of the project the file belongs to.
    """
    from generator.workspace import SourceFault, Workspace

    if sys.stdin.isatty():
        raise typer.BadParameter("- reads a model from standard input, which is a terminal here")
    data = sys.stdin.buffer.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise SourceFault(f"standard input has more than {_LARGEST:,} bytes")
    text = data.decode("utf-8-sig", "replace")
    given = name or "stdin.sysml"
    place = Path(os.path.abspath(given))
    config = configuration(
        project or (place.parent if name and place.parent.is_dir() else None), library
    )
    others = [each for each in paths if each != "-"]
    try:
        if not others and not config.is_project:
            raise SourceFault("only standard input")
        workspace = Workspace.open(*others, config=config)
    except SourceFault:
        if others:
            raise
        workspace = Workspace.alone(config)
    label = next((each.label for each in workspace.files if each.location == place), None)
    workspace = workspace.with_text(label or given, text)
    return workspace, label or given
