"""`ssot db`: a database beside the model."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from generator.diagnostics import has_errors, visible
from generator.surfaces.cli.console import Format, answer, fail, guarded, print_diagnostics, say
from generator.surfaces.cli.options import (
    FormOption,
    LibraryOption,
    ModelOption,
    OutOption,
    ProjectOption,
    open_workspace,
    shown,
)

if TYPE_CHECKING:
    import sqlalchemy as sa

    from generator.schema.live import Difference
    from generator.schema.target import Target
    from generator.workspace import Workspace
    from generator.workspace.sources import ModelFile

__all__ = ["db"]

db = typer.Typer(
    help="A database beside the model: compare, migrate, release.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

UrlOption = Annotated[
    str | None, typer.Option("--url", help="The database; default: DATABASE_URL.")
]
SystemOption = Annotated[
    str | None, typer.Option("--system", help="The system, when the models hold several.")
]


@db.command("diff")
@guarded
def diff(
    url: UrlOption = None,
    system: SystemOption = None,
    model: ModelOption = None,
    form: FormOption = Format.text,
    library: LibraryOption = None,
    project: ProjectOption = None,
) -> None:
    """Show how a database differs from the model; exit with 1 when it does."""
    workspace = open_workspace(model, project=project, library=library)
    target = _target(workspace, system)
    found = _differences(_url(url), target)
    _show(found, target, form)
    if found:
        raise typer.Exit(1)


@db.command("migrate")
@guarded
def migrate(
    url: UrlOption = None,
    revision: Annotated[str, typer.Option("--revision", help="A revision of the schema.")] = "head",
    system: SystemOption = None,
    model: ModelOption = None,
    out: OutOption = None,
    library: LibraryOption = None,
    project: ProjectOption = None,
) -> None:
    """Run the generated migrations on a database."""
    workspace = open_workspace(model, project=project, library=library, out=out)
    target = _target(workspace, system)
    _migrate(workspace, target, _url(url), revision)
    answer(f"migrated to {revision}")


@db.command("sync")
@guarded
def sync(
    url: UrlOption = None,
    system: SystemOption = None,
    accept_loss: Annotated[
        bool,
        typer.Option("--accept-loss", help="Also drop what the model no longer has."),
    ] = False,
    model: ModelOption = None,
    out: OutOption = None,
    form: FormOption = Format.text,
    library: LibraryOption = None,
    project: ProjectOption = None,
) -> None:
    """Bring a database to the model's schema: migrate, then compare.

    A database whose revision was never released is changed by comparing it with the model; that refuses to
    destroy anything unless told to.
    """
    workspace = open_workspace(model, project=project, library=library, out=out)
    target, place = _target(workspace, system), _url(url)
    current = _current(place)
    known = [each.identifier for each in target.revisions]
    if current is not None and current not in known:
        _adopt(target, place, current, accept_loss=accept_loss)
    elif known and current != known[-1]:
        _migrate(workspace, target, place, "head")
    found = _differences(place, target)
    _show(found, target, form)
    if found:
        raise typer.Exit(1)


@db.command("plan")
@guarded
def plan(
    system: SystemOption = None,
    model: ModelOption = None,
    form: FormOption = Format.text,
    library: LibraryOption = None,
    project: ProjectOption = None,
) -> None:
    """Show what the model changes in the schema since its last release."""
    target = _target(open_workspace(model, project=project, library=library), system)
    records = [{"step": each.words, "warning": each.warning} for each in target.pending_steps()]
    if form is Format.json:
        answer(json.dumps({"system": target.system, "steps": records}, indent=2))
        return
    lines = [
        visible(
            f"{record['step']}" + (f"  (mind: {record['warning']})" if record["warning"] else "")
        )
        for record in records
    ]
    answer("\n".join(lines) if lines else "nothing changed since the last release")


@db.command("release")
@guarded
def release(
    label: Annotated[str, typer.Option("--label", help="What this release is called.")] = "",
    system: SystemOption = None,
    model: ModelOption = None,
    library: LibraryOption = None,
    project: ProjectOption = None,
) -> None:
    """Record the model's schema as released, in a new model file: later changes become migrations from it."""
    workspace = open_workspace(model, project=project, library=library)
    target = _target(workspace, system)
    pending = target.pending
    if pending is None:
        answer("nothing changed since the last release")
        return
    number = len(target.releases) + 1
    file = _model_file(workspace, target)
    stands_alone = file.group == file.location.stem
    text = target.release_text(number, label or f"release {number}", names_system=stands_alone)
    prefix = f"{file.location.stem}_" if stands_alone else ""
    path = file.location.parent / f"{prefix}schema_{number:04d}.sysml"
    try:
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        fail(f"{path} exists already")
    answer(f"recorded release {number} of {target.system} in {path}; now run `ssot generate`")


# -- parts ----------------------------------------------------------------------------------------


def _url(given: str | None) -> str:
    url = given or os.environ.get("DATABASE_URL")
    if not url:
        fail("no database: give --url or set DATABASE_URL", 2)
    return url


def _target(workspace: Workspace, system: str | None) -> Target:
    """The schema and history of the system that is meant."""
    from generator.schema.target import targets

    model, found = workspace.check()
    if has_errors(found):
        print_diagnostics(shown(workspace, found), len(workspace.files), stream=sys.stderr)
        raise typer.Exit(1)
    known, faults = targets(model, {each.label: each.group for each in workspace.files})
    if has_errors(faults):
        print_diagnostics(shown(workspace, faults), len(workspace.files), stream=sys.stderr)
        raise typer.Exit(1)
    wanted = [each for each in known if system in (None, each.system)]
    if not known:
        fail("the model has no entities, so there is no schema")
    if len(wanted) != 1:
        names = ", ".join(each.system for each in known)
        fail(f"which system? --system is one of {names}", 2)
    return wanted[0]


def _connect(url: str) -> sa.Engine:
    from generator.schema.mend import mending_engine

    return mending_engine(url)


def _current(url: str) -> str | None:
    import sqlalchemy as sa

    from generator.schema.mend import current_revision

    engine = _connect(url)
    try:
        with engine.connect() as connection:
            return current_revision(connection)
    except sa.exc.DBAPIError as fault:
        fail(f"the database does not answer: {fault.orig}")
    finally:
        engine.dispose()


def _differences(url: str, target: Target) -> tuple[Difference, ...]:
    import sqlalchemy as sa

    from generator.schema.live import differences

    engine = _connect(url)
    try:
        with engine.connect() as connection:
            return differences(connection, target.schema)
    except sa.exc.DBAPIError as fault:
        fail(f"the database does not answer: {fault.orig}")
    finally:
        engine.dispose()


def _show(found: tuple[Difference, ...], target: Target, form: Format) -> None:
    if form is Format.json:
        records = [asdict(each) for each in found]
        answer(json.dumps({"system": target.system, "differences": records}, indent=2))
    elif not found:
        answer(f"the database is what {target.system} says")
    else:
        answer("\n".join(visible(f"{each.table}: {each.message}") for each in found))


def _migrate(workspace: Workspace, target: Target, url: str, revision: str) -> None:
    folder = workspace.out / workspace.config.generated
    ini = folder / target.system / "alembic.ini"
    if not ini.is_file():
        fail(f"{ini} does not exist: run `ssot generate` first")
    environment = {**os.environ, "DATABASE_URL": url, "PYTHONPATH": str(folder)}
    environment["PYTHONDONTWRITEBYTECODE"] = "1"
    command = [sys.executable, "-m", "alembic", "-c", str(ini), "upgrade", revision]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        lines = (done.stderr or done.stdout).strip().splitlines() or ["alembic failed"]
        fail(f"the migration failed, the database is as it was: {lines[-1]}")


def _adopt(target: Target, url: str, current: str, *, accept_loss: bool) -> None:
    import sqlalchemy as sa

    from generator.schema.mend import losses, mend

    say(f"the revision {current} was never released; comparing with the model instead")
    engine = _connect(url)
    try:
        with engine.begin() as connection:
            lost = losses(connection, target.schema)
            if lost and not accept_loss:
                listed = "\n".join(f"  {each}" for each in lost)
                fail(f"this would destroy:\n{listed}\nrun again with --accept-loss to do it")
            mend(connection, target.schema, target.revisions[-1].identifier)
    except sa.exc.SQLAlchemyError as fault:
        reason = str(getattr(fault, "orig", fault)).splitlines()[0]
        fail(f"the database refuses, and is as it was: {reason}")
    finally:
        engine.dispose()


def _model_file(workspace: Workspace, target: Target) -> ModelFile:
    """The file that declares the first entity."""
    found = [each for each in workspace.files if each.label in target.files]
    if not found:
        fail(f"no model file of {target.system} was found")
    return found[0]
