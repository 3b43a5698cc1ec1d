# Generated from AIOS_Agents::Init (ssot/aios/agents.sysml) and 79 more elements.
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
from typing import Any, get_type_hints

import typer

from . import display


def group(parent: typer.Typer, name: str, *, description: str) -> typer.Typer:
    """A new group of commands below another one."""
    made = typer.Typer(help=description, no_args_is_help=True, rich_markup_mode=None)
    parent.add_typer(made, name=name)
    return made


def fail(message: str) -> typer.Exit:
    """Print why a command cannot go on; raise what is returned."""
    print(f"error: {message}", file=sys.stderr)
    return typer.Exit(1)


def reason(fault: BaseException, doing: str = "") -> str:
    """Why something failed, on one line: what was refused, what the system or the database said, else what went wrong."""
    while isinstance(fault, BaseExceptionGroup):
        fault = fault.exceptions[0]
    lines = str(getattr(fault, "orig", fault)).splitlines() or [""]
    kinds = {each.__name__ for each in type(fault).__mro__}
    if "Refused" in kinds:
        return lines[0]
    if isinstance(fault, OSError) and fault.strerror:
        return ": ".join(str(each) for each in (fault.filename, fault.strerror) if each)
    if "SQLAlchemyError" in kinds or (
        "Error" in kinds and type(fault).__module__ == "sqlite3"
    ):
        return f"the database: {lines[0]}"
    errors = getattr(fault, "errors", None)
    if (
        "ValidationError" in kinds and errors is not None
    ):  # by its name, for few commands need pydantic
        return f"{doing}{errors()[0]['msg']}"
    return f"{doing}{type(fault).__name__}: {lines[0]}"


def guarded(program: Callable[[], object]) -> None:
    """Run a program; what goes wrong is one line on standard error and the exit code 1, or 130 when it was interrupted."""
    try:
        program()
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        sys.exit(130)
    except SystemExit as end:
        if end.code == 130:
            print("interrupted", file=sys.stderr)
        raise
    except Exception as fault:
        print(f"error: {reason(fault)}", file=sys.stderr)
        sys.exit(1)


def show(value: object) -> None:
    """Print a value as JSON."""
    from pydantic_core import to_json

    typer.echo(
        to_json(display.plain(value), indent=2, by_alias=True, fallback=str).decode()
    )


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
        first = (
            fault.errors()[0]["msg"] if isinstance(fault, ValidationError) else fault
        )
        raise typer.BadParameter(f"{display.shown(name)}: {first}") from fault


def run_workflow(
    name: str,
    given: Mapping[str, object],
    steps: str | None,
    *,
    session: str | None = None,
    as_json: bool = False,
) -> None:
    """Run a workflow and print its result, for people or as JSON; inputs that are None are left to their defaults."""
    given = admitted(name, given, session)
    workflow, values = prepared(name, given, steps)
    try:
        from .persistence.transaction import transacted

        result = asyncio.run(_awaited(transacted(workflow), values))
    except Exception as fault:
        raise fail(reason(fault, f"{name} failed: ")) from fault
    _print(result, as_json)


def admitted(
    name: str, given: Mapping[str, object], session: str | None
) -> dict[str, object]:
    """The inputs of a workflow, with the session that asks where it is an input; the command ends when it may not ask."""
    from pydantic_core import to_jsonable_python

    from .security import admit

    known = {key: value for key, value in given.items() if value is not None}
    try:
        found = asyncio.run(admit(name, known, session))
    except Exception as fault:
        raise fail(reason(fault, f"{name} failed: ")) from fault
    return {
        key: value if value is known.get(key) else to_jsonable_python(value)
        for key, value in found.items()
    }


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
    given = {
        key if key in parameters or f"{key}_" not in parameters else f"{key}_": value
        for key, value in given.items()
    }
    unknown = sorted(set(given) - set(parameters))
    if unknown:
        raise typer.BadParameter(f"{name} has no input {', '.join(unknown)}")
    values = {
        key: read(key, hints[key], _plain(value))
        for key, value in given.items()
        if value is not None
    }
    missing = [
        display.shown(key)
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


def _plain(value: object) -> object:
    """A value of an option as JSON has it."""
    return list(map(str, value)) if isinstance(value, list) else value


def _steps(workflow: Callable[..., Any], given: str | None) -> object:
    """Who does the steps of a workflow.

    What `--steps` or AIOS_STEPS names, else what the model says of each step and the storage of the system.
    """
    from .workflows import stepping

    found = given or os.environ.get("AIOS_STEPS")
    protocol = stepping.protocol_of(workflow) or object
    try:
        return stepping.default_steps(protocol, _named(found) if found else None)
    except TypeError as fault:
        raise fail(
            f"the model leaves steps of {protocol.__name__} open ({fault}): name who does them "
            "with --steps or AIOS_STEPS"
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
    from .persistence.reading import TABLES

    rows = _rows(table, {}, limit)
    if as_json:
        show(rows)
        return
    columns = list(TABLES[table].columns.values())
    for line in display.table(columns, [list(row.values()) for row in rows]):
        typer.echo(line)


def show_row(table: str, key: list[str]) -> None:
    """Print the row with a key; fail when there is none."""
    from .persistence.reading import TABLES

    names = TABLES[table].key
    if len(key) != len(names):
        raise typer.BadParameter(f"the key of {table} is {', '.join(names)}")
    rows = _rows(table, dict(zip(names, key, strict=True)), None)
    if not rows:
        raise fail(f"{table} has no row {' '.join(key)}")
    show(rows[0])


def _rows(
    table: str, key: Mapping[str, str], limit: int | None
) -> list[dict[str, Any]]:
    """Rows with a key given as texts; SQLite compares those by itself, whatever its columns hold."""
    from .persistence import reading

    try:
        reader = reading.opened()
        if reader is None:
            return _selected(table, key, limit)
        try:
            return [each.columns() for each in reader.rows(table, key, limit)]
        finally:
            reader.close()
    except Exception as fault:
        told = reason(fault)
        is_old = "no such" in told or "does not exist" in told
        raise fail(
            f"{told}; is the database up to date? see `db status`" if is_old else told
        ) from fault


def _selected(
    table: str, key: Mapping[str, str], limit: int | None
) -> list[dict[str, Any]]:
    """The rows of a database that is no file of SQLite."""
    import sqlalchemy as sa

    from .persistence.models import Base
    from .persistence.session import create_engine, prepare

    found = Base.metadata.tables[table]
    try:
        conditions = [
            found.c[name] == found.c[name].type.python_type(text)
            for name, text in key.items()
        ]
    except ValueError:  # no row can have such a key
        return []
    engine = create_engine()
    try:
        prepare(engine)
        query = (
            sa.select(found)
            .where(*conditions)
            .order_by(*found.primary_key.columns)
            .limit(limit)
        )
        with engine.connect() as connection:
            return [dict(row) for row in connection.execute(query).mappings()]
    finally:
        engine.dispose()


def show_revision(*, as_json: bool) -> bool:
    """Print the revision of the database and the newest one; whether they are the same."""
    current, newest = _revisions()
    if as_json:
        show({"current": current, "newest": newest})
    else:
        typer.echo(f"database {current or 'empty'}, newest {newest}")
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
