"""How verdicts of the quorum are shown while it works and written for programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.surfaces.cli.console import progress

if TYPE_CHECKING:
    from generator.quorum import Verdict, Vote

__all__ = ["VerdictOption", "show_vote", "write_verdict"]

_FORMS = {".json": "json", ".xml": "junit", ".md": "markdown", ".txt": "text"}


class UsageFault(Exception):
    """An option that cannot be obeyed."""


def _known(path: Path | None) -> Path | None:
    if path is not None and path.suffix not in _FORMS:
        raise typer.BadParameter(f"the file must end in one of {', '.join(_FORMS)}")
    return path


VerdictOption = Annotated[
    Path | None,
    typer.Option(
        "--verdict",
        metavar="FILE",
        callback=_known,
        help="Also write the verdict to this file: .json, .xml (JUnit), .md or .txt.",
    ),
]


def show_vote(name: str, vote: Vote | None) -> None:
    """Progress of the quorum: a reviewer that starts, or its vote."""
    from generator.quorum.report import render_vote

    progress(f"  {name} …" if vote is None else f"  {render_vote(vote)}")


def write_verdict(verdict: Verdict, path: Path) -> None:
    """Write a verdict in the format that the file's name asks for."""
    from generator.quorum import render_report

    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(render_report(verdict, _FORMS[path.suffix]), encoding="utf-8")
