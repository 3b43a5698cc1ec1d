"""`ssot review`, `ssot diagrams`, `ssot history`, `ssot archive create|restore`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from generator.diagnostics import has_errors
from generator.surfaces.cli.console import (
    Format,
    answer,
    fail,
    guarded,
    print_diagnostics,
    uses_colour,
)
from generator.surfaces.cli.options import (
    FormOption,
    LibraryOption,
    ModelOption,
    OutOption,
    ProjectOption,
    open_workspace,
    shown,
)
from generator.surfaces.cli.verdicts import VerdictOption, show_vote, write_verdict

__all__ = ["archive", "diagrams", "history", "review"]


@guarded
def review(
    reviewer: Annotated[
        list[str] | None,
        typer.Option(
            "--reviewer", "-r", metavar="NAME", help="Ask only this reviewer; repeatable."
        ),
    ] = None,
    model: ModelOption = None,
    out: OutOption = None,
    verdict: VerdictOption = None,
    form: FormOption = Format.text,
    library: LibraryOption = None,
    project: ProjectOption = None,
) -> None:
    """Let the quorum judge what is generated. Exit code 1 when it rejects."""
    import sys

    from generator.quorum import load_reviewers, render_report

    try:
        load_reviewers(reviewer or ())
    except KeyError as fault:
        fail(str(fault.args[0]), 2)
    workspace = open_workspace(model, project=project, library=library, out=out)
    _, found = workspace.check()
    if has_errors(found):
        print_diagnostics(shown(workspace, found), len(workspace.files), stream=sys.stderr)
        fail("a model with errors cannot be reviewed")
    if not workspace.layout.roots["generated"].is_dir():
        fail(
            f"there is nothing to review in {workspace.layout.roots['generated']}; run `ssot generate`"
        )
    decided = workspace.review(names=reviewer or (), progress=show_vote)
    if verdict is not None:
        write_verdict(decided, verdict)
    if form is Format.json:
        answer(render_report(decided, "json"))
    else:
        answer(render_report(decided, colour=uses_colour(sys.stdout)))
    if not decided.approved:
        raise typer.Exit(1)


@guarded
def diagrams(
    model: ModelOption = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "--out",
            "-o",
            metavar="DIR",
            help="Folder for the diagrams; default: the project's.",
        ),
    ] = None,
    form: FormOption = Format.text,
    library: LibraryOption = None,
    project: ProjectOption = None,
) -> None:
    """Export the diagrams of models as SVG, DOT and Mermaid."""
    import sys

    from generator.apply import export

    workspace = open_workspace(model, project=project, library=library, passes=["diagrams"])
    artifacts, found = workspace.render()
    if has_errors(found):
        print_diagnostics(shown(workspace, found), len(workspace.files), stream=sys.stderr)
        fail("nothing is drawn from a model with errors")
    drawn = [each for each in artifacts.values() if each.into == "diagrams"]
    folder = output or workspace.layout.roots["diagrams"]
    written = export(drawn, folder)
    if form is Format.json:
        answer(
            json.dumps(
                {"folder": str(folder), "files": [e.path for e in drawn], "written": written},
                indent=2,
            )
        )
    else:
        answer(f"{len(drawn)} files in {folder}, {len(written)} written")


@guarded
def history(
    limit: Annotated[
        int, typer.Option("--limit", "-n", min=1, help="How many runs, the latest ones.")
    ] = 20,
    out: OutOption = None,
    form: FormOption = Format.text,
    project: ProjectOption = None,
) -> None:
    """Show the runs that were applied or rejected, the latest last."""
    from generator.surfaces.cli.options import configuration
    from generator.workspace.history import read_history

    config = configuration(project)
    runs = read_history((out or config.path(config.out)).absolute())[-limit:]
    if form is Format.json:
        answer(json.dumps({"runs": runs}, indent=2))
    elif runs:
        answer("\n".join(_run(each) for each in runs))
    else:
        answer("no run is recorded here")


def _run(entry: dict[str, Any]) -> str:
    counts = ", ".join(f"{count} {name}" for name, count in entry["plan"].items() if count)
    verdict = entry["verdict"]
    said = "not reviewed" if verdict is None else verdict["reason"]
    return f"{entry['time']}  {entry['result']:<12} {counts or 'nothing to do'}; {said}"


archive = typer.Typer(
    help="The molt shell: one archive from which everything regenerates, byte for byte."
)


@archive.command("create")
@guarded
def create(
    target: Annotated[Path, typer.Argument(metavar="FILE", help="The archive to write.")],
    model: ModelOption = None,
    out: OutOption = None,
    library: LibraryOption = None,
    project: ProjectOption = None,
) -> None:
    """Put the models, the settings, the compiler and the manifest into one archive."""
    from generator.workspace.archive import create_archive

    workspace = open_workspace(model, project=project, library=library, out=out)
    contents = create_archive(workspace, target)
    answer(
        f"{target}: {len(contents.models)} models, {len(contents.files)} files, compiler {contents.generator}"
    )


@archive.command("restore")
@guarded
def restore(
    source: Annotated[
        Path, typer.Argument(metavar="FILE", help="An archive made by `archive create`.")
    ],
    target: Annotated[Path, typer.Argument(metavar="DIR", help="An empty folder.")],
    generate: Annotated[
        bool,
        typer.Option(
            "--generate/--no-generate", help="Generate with the archived compiler and compare."
        ),
    ] = True,
) -> None:
    """Unpack an archive into an empty folder, generate everything again and compare it with the manifest."""
    from generator.workspace.archive import regenerate, restore_archive

    contents = restore_archive(source, target)
    answer(f"{target}: {len(contents.models)} models, {len(contents.files)} files restored")
    if generate:
        answer(f"{regenerate(target)} files generated, each the same byte for byte")
