"""The commands under their names."""

from __future__ import annotations

import gc
import os
import sys
from typing import Annotated

import typer

from generator.surfaces.cli import (
    check,
    db,
    explore,
    export,
    fmt,
    generate,
    operate,
    position,
    publish,
    query,
    run,
)

__all__ = ["app", "generate_from_ssot", "main"]

app = typer.Typer(
    name="ssot",
    help="One SysML v2 model; code, tests, docs, configuration, migrations and diagrams generated from it.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        import generator

        typer.echo(f"ssot {generator.__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Options of the program itself."""


app.command("check")(check.check)
app.command("fmt")(fmt.fmt)
app.command("generate")(generate.generate)
app.command("review")(operate.review)
app.command("diagrams")(operate.diagrams)
app.command("export")(export.export)
app.command("explain")(explore.explain)
app.command("impact")(explore.impact)
app.command("resolve")(position.resolve)
app.command("query")(query.query)
app.command("run")(run.run)
app.command("history")(operate.history)
app.add_typer(operate.archive, name="archive")
app.add_typer(db.db, name="db")
app.add_typer(publish.docs, name="docs")


def main() -> None:
    """Run `ssot`."""
    gc.disable()  # a run makes values and ends; to look for garbage meanwhile costs a sixth of its time
    _open_closed_streams()
    app()


def _open_closed_streams() -> None:
    """Let what is said to a stream that the caller closed (`>&-`) go nowhere."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            mode = "r" if name == "stdin" else "w"
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115


def generate_from_ssot() -> None:
    """Run `ssot generate` with the same arguments."""
    sys.argv[1:1] = ["generate"]
    main()
