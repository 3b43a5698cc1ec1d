"""A live database beside the schema: what differs, in words.

The schema as SQLAlchemy metadata, compared by Alembic with what the database says of itself, checks and
defaults included. Only this module of the package imports SQLAlchemy; it must not know models or write to a
database.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from alembic.autogenerate import produce_migrations
from alembic.migration import MigrationContext
from alembic.operations import ops
from sqlalchemy.dialects import postgresql

from generator.schema.code import condition, default_expression
from generator.schema.tables import Column, ColumnKind, Schema, Table, key_name

__all__ = [
    "Difference",
    "comparison_options",
    "differences",
    "metadata_of",
    "normal_url",
    "open_engine",
]

_PLUGINS = ["alembic.autogenerate.*", "alembic.ext.checkconstraint_byname"]
VERSION_TABLE = "alembic_version"
RUNS_TABLE = "durable_steps"
"""Where durable runs keep results beside what they store; not of the model, unless the model has one of that name."""


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """One way in which a database is not what the schema says; `table` is "" when it concerns no single table."""

    table: str
    message: str


def normal_url(url: str) -> str:
    """The URL with the driver the generated systems use: `postgresql://…` goes through psycopg 3."""
    for prefix in ("postgresql://", "postgres://"):
        if url.startswith(prefix):
            return "postgresql+psycopg://" + url.removeprefix(prefix)
    return url


def open_engine(url: str) -> sa.Engine:
    """An engine for a database URL, without a pool."""
    return sa.create_engine(normal_url(url), poolclass=sa.NullPool)


def differences(connection: sa.Connection, schema: Schema) -> tuple[Difference, ...]:
    """How a database differs from the schema, sorted; empty when it is exactly what the model says."""
    context = MigrationContext.configure(connection, opts=comparison_options())
    script = produce_migrations(context, metadata_of(schema))
    found = [*_words(script.upgrade_ops)] if script.upgrade_ops else []
    found += _key_differences(connection, schema)
    return tuple(sorted(set(found)))


def comparison_options() -> dict[str, Any]:
    """How Alembic compares: types, defaults and checks too, but not its own table and that of durable runs."""
    return {
        "compare_type": True,
        "compare_server_default": _default_differs,
        "autogenerate_plugins": _PLUGINS,
        "include_object": lambda item, name, kind, reflected, other: not (
            kind == "table"
            and (name == VERSION_TABLE or (name == RUNS_TABLE and reflected and other is None))
        ),
    }


def _default_differs(
    context: MigrationContext,
    found: sa.Column[Any],
    wanted: sa.Column[Any],
    found_default: str | None,
    wanted_default: str | None,
    rendered: str | None,
) -> bool | None:
    """Exact for SQLite, where Alembic strips quotes and adds parentheses; None leaves the answer to Alembic."""
    if context.dialect.name != "sqlite":
        return None
    compiler = context.dialect.ddl_compiler(context.dialect, None)  # type: ignore[arg-type]
    return _bare(compiler.get_column_default_string(wanted)) != _bare(found_default)


def _bare(default: str | None) -> str | None:
    is_wrapped = default is not None and default[:1] == "(" and default[-1:] == ")"
    return default[1:-1] if default is not None and is_wrapped else default


def _words(operation: Any) -> Iterator[Difference]:
    """What an operation that would mend the database says about it."""
    table = str(getattr(operation, "table_name", "") or "")
    match operation:
        case ops.OpContainer():
            for each in operation.ops:
                yield from _words(each)
        case ops.CreateTableOp():
            yield Difference(table, "the table is missing")
        case ops.DropTableOp():
            yield Difference(table, "the table is not in the model")
        case ops.AddColumnOp():
            yield Difference(table, f"the column `{operation.column.name}` is missing")
        case ops.DropColumnOp():
            yield Difference(table, f"the column `{operation.column_name}` is not in the model")
        case ops.AlterColumnOp():
            yield from _altered(table, operation)
        case ops.CreateIndexOp():
            yield Difference(table, f"the index `{operation.index_name}` is missing or differs")
        case ops.DropIndexOp():
            yield Difference(table, f"the index `{operation.index_name}` is not in the model")
        case ops.AddConstraintOp():
            name = getattr(operation, "constraint_name", None)
            yield Difference(table or _source(operation), f"the constraint `{name}` is missing")
        case ops.DropConstraintOp():
            name = operation.constraint_name
            yield Difference(table, f"the constraint `{name}` is not in the model")
        case _:
            yield Difference(table, f"differs: {type(operation).__name__}")


def _source(operation: Any) -> str:
    return str(getattr(operation, "source_table", ""))


def _altered(table: str, operation: ops.AlterColumnOp) -> Iterator[Difference]:
    column = f"the column `{operation.column_name}`"
    if operation.modify_type is not None:
        was, now = operation.existing_type, operation.modify_type
        yield Difference(table, f"{column} has the type {was}, not {now}")
    if operation.modify_nullable is not None:
        word = "is required" if operation.modify_nullable else "is not required"
        yield Difference(table, f"{column} {word} in the database")
    if operation.modify_server_default is not False:
        yield Difference(table, f"{column} has another default")


def _key_differences(connection: sa.Connection, schema: Schema) -> Iterator[Difference]:
    """Primary keys, which Alembic does not compare."""
    inspector = sa.inspect(connection)
    present = set(inspector.get_table_names())
    for table in schema.tables:
        if table.name in present:
            key = tuple(inspector.get_pk_constraint(table.name)["constrained_columns"])
            if set(key) != set(table.key):
                shown = ", ".join(key) or "nothing"
                yield Difference(
                    table.name, f"the primary key is {shown}, not {', '.join(table.key)}"
                )


# -- SQLAlchemy -----------------------------------------------------------------------------------


def metadata_of(schema: Schema) -> sa.MetaData:
    """The schema as SQLAlchemy metadata, equal to that of the generated models."""
    metadata = sa.MetaData()
    for table in schema.tables:
        sa.Table(
            table.name,
            metadata,
            *(_column(column) for column in table.columns),
            sa.PrimaryKeyConstraint(*table.key, name=key_name(table.name)),
            *_constraints(table),
        )
    return metadata


def _constraints(table: Table) -> Iterator[sa.Constraint | sa.Index]:
    for key in table.foreign_keys:
        targets = [f"{key.target}.{column}" for column in key.target_columns]
        action = key.on_delete or None
        yield sa.ForeignKeyConstraint(key.columns, targets, name=key.name, ondelete=action)
    for unique in table.uniques:
        yield sa.UniqueConstraint(*unique.columns, name=unique.name)
    for check in table.checks:
        yield sa.CheckConstraint(condition(check), name=check.name)
    for index in table.indexes:
        yield sa.Index(index.name, *index.columns)


def _column(column: Column) -> sa.Column[Any]:
    serial = column.kind is ColumnKind.SERIAL
    return sa.Column(
        column.name,
        _type(column),
        nullable=column.nullable,
        server_default=_default(column),
        autoincrement=serial,
    )


def _type(column: Column) -> sa.types.TypeEngine[Any]:
    match column.kind:
        case ColumnKind.STRING:
            return sa.String(column.length)
        case ColumnKind.TEXT:
            return sa.Text()
        case ColumnKind.IDENTIFIER:
            return sa.String()
        case ColumnKind.TIMESTAMP:
            return sa.DateTime(timezone=True)
        case ColumnKind.DATE:
            return sa.Date()
        case ColumnKind.REAL | ColumnKind.DURATION:
            return sa.Double()
        case ColumnKind.JSON | ColumnKind.VECTOR:
            return sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
        case ColumnKind.INTEGER:
            return sa.BigInteger()
        case ColumnKind.BOOLEAN:
            return sa.Boolean()
        case ColumnKind.SERIAL:
            return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _default(column: Column) -> Any:
    value = column.default
    if isinstance(value, bool):
        return sa.true() if value else sa.false()
    expression = default_expression(column)
    return sa.text(expression) if expression else value
