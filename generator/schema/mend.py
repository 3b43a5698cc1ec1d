"""Making a live database equal to the schema without a history: for one whose revision nobody recorded.

A database that was brought to a schema which was changed again before its release has a revision no migration
starts from. What differs is found by looking, so a rename looks like a loss: callers refuse losses unless told
otherwise. Must not know models.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic.autogenerate import produce_migrations
from alembic.migration import MigrationContext
from alembic.operations import Operations, ops

from generator.schema.live import (
    VERSION_TABLE,
    comparison_options,
    metadata_of,
    open_engine,
)
from generator.schema.tables import Schema

__all__ = ["current_revision", "losses", "mend", "mending_engine"]


def mending_engine(url: str) -> sa.Engine:
    """An engine whose transactions hold changes of tables too, and on SQLite without foreign keys.

    SQLite changes a table by copying it; dropping the old copy would delete the rows that refer to it.
    """
    engine = open_engine(url)
    if engine.dialect.name == "sqlite":

        @sa.event.listens_for(engine, "connect")
        def configure(connection: Any, record: object) -> None:
            connection.isolation_level = None  # the driver would commit before it changes a table
            connection.execute("PRAGMA foreign_keys = OFF")

        @sa.event.listens_for(engine, "begin")
        def begin(connection: sa.Connection) -> None:
            connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def current_revision(connection: sa.Connection) -> str | None:
    """The revision a database says it has."""
    return MigrationContext.configure(connection).get_current_revision()


def losses(connection: sa.Connection, schema: Schema) -> tuple[str, ...]:
    """What `mend` would destroy, in words."""
    found = []
    for operation in _operations(connection, schema):
        if isinstance(operation, ops.DropTableOp):
            found.append(f"the table `{operation.table_name}` with its rows")
        elif isinstance(operation, ops.DropColumnOp):
            found.append(f"the column `{operation.table_name}.{operation.column_name}`")
        elif isinstance(operation, ops.AlterColumnOp) and operation.modify_type is not None:
            found.append(f"the type of `{operation.table_name}.{operation.column_name}`")
    return tuple(found)


def mend(connection: sa.Connection, schema: Schema, revision: str) -> None:
    """Change what differs and record the revision, in the connection's transaction."""
    context = _context(connection)
    operations = Operations(context)
    script = produce_migrations(context, metadata_of(schema))
    pending: list[Any] = [script.upgrade_ops]
    while pending:
        each = pending.pop(0)
        if isinstance(each, ops.ModifyTableOps):
            with operations.batch_alter_table(each.table_name) as batch:
                for change in each.ops:
                    batch.invoke(_plain(change))
        elif isinstance(each, ops.OpContainer):
            pending.extend(each.ops)
        else:
            operations.invoke(each)
    _stamp(connection, revision)


def _plain(change: Any) -> Any:
    """A change whose default is a bare expression, which a batch on SQLite asks for."""
    default = getattr(change, "modify_server_default", None)
    if isinstance(default, sa.DefaultClause):
        change.modify_server_default = default.arg
    return change


def _context(connection: sa.Connection) -> MigrationContext:
    return MigrationContext.configure(connection, opts=comparison_options())


def _operations(connection: sa.Connection, schema: Schema) -> Iterator[Any]:
    pending: list[Any] = [produce_migrations(_context(connection), metadata_of(schema)).upgrade_ops]
    while pending:
        each = pending.pop(0)
        if isinstance(each, ops.OpContainer):
            pending.extend(each.ops)
        else:
            yield each


def _stamp(connection: sa.Connection, revision: str) -> None:
    table = sa.Table(
        VERSION_TABLE,
        sa.MetaData(),
        sa.Column("version_num", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("version_num", name=f"{VERSION_TABLE}_pkc"),
    )
    table.create(connection, checkfirst=True)
    connection.execute(table.delete())
    connection.execute(table.insert().values(version_num=revision))
