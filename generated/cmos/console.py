# Generated from CMOS_Contexts::Decide (ssot/cmos/contexts.sysml) and 39 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What the commands share: reading values, running workflows, showing rows.

Heavy modules are imported where they are needed, so that `--help` is quick.
"""

from __future__ import annotations

import asyncio
import importlib
import inspect
import json
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_type_hints

import typer

from . import display

if TYPE_CHECKING:
    import sqlalchemy as sa


def group(parent: typer.Typer, name: str, about: str) -> typer.Typer:
    """A new group of commands below another one."""
    made = typer.Typer(help=about, no_args_is_help=True, rich_markup_mode=None)
    parent.add_typer(made, name=name)
    return made


def fail(message: str) -> typer.Exit:
    """Print why a command cannot go on; raise what is returned."""
    print(f"error: {message}", file=sys.stderr)
    return typer.Exit(1)


def show(value: object) -> None:
    """Print a value as JSON."""
    from pydantic_core import to_json

    typer.echo(to_json(value, indent=2, fallback=str).decode())


def json_object(text: str) -> dict[str, object]:
    """The object in a JSON text, or in the file a text such as `@inputs.json` names."""
    try:
        found = json.loads(_content(text))
    except (OSError, ValueError) as fault:
        raise typer.BadParameter(f"no JSON: {fault}") from fault
    if not isinstance(found, dict):
        raise typer.BadParameter("a JSON object is needed")
    return found


def _content(text: str) -> str:
    return Path(text[1:]).read_text(encoding="utf-8") if text.startswith("@") else text


def read(name: str, type_: Any, given: object) -> object:
    """A value as a type asks for it: from a text of JSON, a plain text, a file as `@FILE`, or JSON values."""
    from pydantic import TypeAdapter, ValidationError

    adapter: TypeAdapter[object] = TypeAdapter(type_)
    try:
        if not isinstance(given, str):
            return adapter.validate_json(json.dumps(given))
        if type_ in (str, str | None):
            return given
        text = _content(given)
        if text.lstrip()[:1] in ("{", "[", '"'):
            return adapter.validate_json(text)
        return adapter.validate_strings(text)
    except (OSError, ValidationError) as fault:
        raise typer.BadParameter(f"{name}: {fault}") from fault


def run_workflow(
    name: str, given: Mapping[str, object], steps: str | None, *, as_json: bool = False
) -> None:
    """Run a workflow and print its result, for people or as JSON; inputs that are None are left to their defaults."""
    workflow, values = prepared(name, given, steps)
    try:
        from .persistence.transaction import transacted

        result = asyncio.run(_awaited(transacted(workflow), values))
    except Exception as fault:
        raise fail(_reason(name, fault)) from fault
    _print(result, as_json)


def _print(result: object, as_json: bool) -> None:
    if as_json:
        show(result)
    else:
        for line in display.lines_of(result):
            typer.echo(line)


def prepared(
    name: str, given: Mapping[str, object], steps: str | None
) -> tuple[Callable[..., Any], dict[str, Any]]:
    """A workflow and all it is called with, steps included."""
    workflow, values = _with_inputs(name, given)
    if "steps" in inspect.signature(workflow).parameters:
        values["steps"] = _steps(workflow, steps)
    return workflow, values


def _with_inputs(
    name: str, given: Mapping[str, object]
) -> tuple[Callable[..., Any], dict[str, Any]]:
    from .workflows import stepping

    workflow = stepping.workflow_function(name)
    hints = get_type_hints(workflow)
    parameters = inspect.signature(workflow).parameters
    unknown = sorted(set(given) - set(parameters))
    if unknown:
        raise typer.BadParameter(f"{name} has no input {', '.join(unknown)}")
    values = {
        key: read(key, hints[key], _plain(value))
        for key, value in given.items()
        if value is not None
    }
    missing = [
        key
        for key, each in parameters.items()
        if each.default is each.empty and key not in values and key != "steps"
    ]
    if missing:
        raise typer.BadParameter(f"{name} needs {', '.join(missing)}")
    return workflow, values


async def _awaited(
    workflow: Callable[..., Any], values: Mapping[str, object]
) -> object:
    return await workflow(**values)


def _reason(name: str, fault: BaseException) -> str:
    """Why a workflow failed: what it refused, else what went wrong first."""
    while isinstance(fault, BaseExceptionGroup):
        fault = fault.exceptions[0]
    lines = str(fault).splitlines() or [""]
    if any(each.__name__ == "Refused" for each in type(fault).__mro__):
        return lines[0]
    return f"{name} failed: {type(fault).__name__}: {lines[0]}"


def _plain(value: object) -> object:
    """A value of an option as JSON has it."""
    return list(map(str, value)) if isinstance(value, list) else value


def _steps(workflow: Callable[..., Any], given: str | None) -> object:
    """Who does the steps of a workflow.

    What `--steps` or CMOS_STEPS names, else what the model says of each step and the storage of the system.
    """
    from .workflows import stepping

    found = given or os.environ.get("CMOS_STEPS")
    protocol = stepping.protocol_of(workflow) or object
    try:
        return stepping.default_steps(protocol, _named(found) if found else None)
    except TypeError as fault:
        raise fail(
            f"the model leaves steps of {protocol.__name__} open ({fault}): name who does them "
            "with --steps or CMOS_STEPS"
        ) from fault


def _named(given: str) -> object:
    """The object a text such as `package.module:name` names; a class is called without arguments."""
    module, _, name = given.partition(":")
    sys.path.insert(0, os.getcwd())
    try:
        found = getattr(importlib.import_module(module), name)
    except (ImportError, AttributeError, ValueError) as fault:
        raise typer.BadParameter(f"no steps at {given!r}: {fault}") from fault
    finally:
        sys.path.remove(os.getcwd())
    return found() if inspect.isclass(found) else found


def list_rows(table: str, limit: int, *, as_json: bool) -> None:
    """Print rows of a table, ordered by their key: as JSON, else one line each."""
    import sqlalchemy as sa

    from .persistence.models import Base

    found = Base.metadata.tables[table]
    rows = _rows(sa.select(found).order_by(*found.primary_key.columns).limit(limit))
    if as_json:
        show(rows)
        return
    for line in display.table(
        [column.name for column in found.columns], [list(row.values()) for row in rows]
    ):
        typer.echo(line)


def show_row(table: str, key: list[str]) -> None:
    """Print the row with a key; fail when there is none."""
    import sqlalchemy as sa

    from .persistence.models import Base

    found = Base.metadata.tables[table]
    columns = list(found.primary_key.columns)
    if len(key) != len(columns):
        names = ", ".join(column.name for column in columns)
        raise typer.BadParameter(f"the key of {table} is {names}")
    try:
        values = [
            column.type.python_type(text)
            for column, text in zip(columns, key, strict=True)
        ]
    except ValueError as fault:  # no row can have such a key
        raise fail(f"{table} has no row {' '.join(key)}") from fault
    conditions = [
        column == value for column, value in zip(columns, values, strict=True)
    ]
    rows = _rows(sa.select(found).where(*conditions))
    if not rows:
        raise fail(f"{table} has no row {' '.join(key)}")
    show(rows[0])


def _rows(query: sa.Select[Any]) -> list[dict[str, Any]]:
    import sqlalchemy as sa

    from .persistence.session import create_engine, prepare

    engine = create_engine()
    try:
        prepare(engine)
        with engine.connect() as connection:
            return [dict(row) for row in connection.execute(query).mappings()]
    except sa.exc.DBAPIError as fault:
        raise fail(
            f"{fault.orig}; is the database up to date? see `db status`"
        ) from fault
    finally:
        engine.dispose()


def revision() -> str:
    """The revision of the database, and the newest one."""
    current, newest = _revisions()
    return f"database {current or 'empty'}, newest {newest}"


def is_newest() -> bool:
    """Whether the database has the newest revision."""
    current, newest = _revisions()
    return current == newest


def _revisions() -> tuple[str | None, str | None]:
    from alembic.migration import MigrationContext
    from alembic.script import ScriptDirectory

    from .persistence.session import create_engine, migrations_folder

    engine = create_engine()
    try:
        with engine.connect() as connection:
            current = MigrationContext.configure(connection).get_current_revision()
    finally:
        engine.dispose()
    return current, ScriptDirectory(str(migrations_folder())).get_current_head()
