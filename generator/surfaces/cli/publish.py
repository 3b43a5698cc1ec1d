"""`ssot docs build` and `ssot docs serve`: the documentation as a site."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.surfaces.cli.console import Format, answer, fail, guarded, progress
from generator.surfaces.cli.options import (
    FormOption,
    OutOption,
    ProjectOption,
    configuration,
    open_workspace,
)

if TYPE_CHECKING:
    from generator.surfaces.site import Site

__all__ = ["docs"]

docs = typer.Typer(
    name="docs",
    help="The documentation of the project and its systems as a site that can be searched.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
SourceOption = Annotated[
    Path | None,
    typer.Option("--from", metavar="DIR", help="Folder that holds generated/ and diagrams/."),
]


@docs.command()
@guarded
def build(
    out: OutOption = None,
    source: SourceOption = None,
    form: FormOption = Format.text,
    project: ProjectOption = None,
) -> None:
    """Build the site into a folder (site/ by default). A link that leads nowhere fails it."""
    config = configuration(project)
    site = _built(source, out or config.path("site"), project)
    if form is Format.json:
        answer(json.dumps({"folder": str(site.folder), "pages": site.pages}, indent=2))
    else:
        answer(f"{site.pages} pages in {site.folder}")


@docs.command()
@guarded
def serve(
    port: Annotated[
        int, typer.Option("--port", "-p", min=0, max=65535, help="Port; 0 takes a free one.")
    ] = 8000,
    source: SourceOption = None,
    project: ProjectOption = None,
) -> None:
    """Build the site and show it on this machine until interrupted."""
    from generator.surfaces.site import serve_site

    with tempfile.TemporaryDirectory(prefix="ssot-docs-") as folder:
        site = _built(source, Path(folder) / "site", project)
        try:
            serve_site(site.folder, port, lambda address: answer(f"{address} (Ctrl-C to stop)"))
        except OSError as fault:
            fail(f"port {port} cannot be used: {fault.strerror}", 2)
        except KeyboardInterrupt:
            progress("stopped")


def _models(project: Path | None) -> dict[str, str]:
    """The texts of the project's model files; none where there are none."""
    from generator.workspace import SourceFault

    try:
        files = open_workspace(project=project).files
    except SourceFault:
        return {}
    return {each.label: each.source.text for each in files}


def _built(source: Path | None, out: Path, project: Path | None) -> Site:
    try:
        from generator.surfaces.site import SiteFault, build_site
    except ImportError as fault:
        fail(f"{fault.name} is needed for this: pip install 'ssot-compiler[docs]'", 2)
    config = configuration(project)
    root = source or config.path(config.out)
    try:
        return build_site(
            root,
            out,
            guide=config.path("docs"),
            models=_models(project),
            generated=config.generated,
            diagrams=config.diagrams,
        )
    except SiteFault as fault:
        fail(str(fault))
