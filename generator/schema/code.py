"""Parts of the schema as text: SQL conditions, and SQLAlchemy expressions for generated Python.

Only complete, inert expressions leave here: whatever a model calls a value, it stays a literal. Must not know
models or templates, and must not import SQLAlchemy.
"""

from __future__ import annotations

import re

from generator.emit.text import pystr
from generator.schema.tables import Check, Column, ColumnKind

__all__ = ["condition", "default_code", "default_expression", "fill", "python_type", "type_code"]

_COLON = re.compile(r":(?=\w)")
_TYPES = {
    ColumnKind.STRING: "sa.String()",
    ColumnKind.TEXT: "sa.Text()",
    ColumnKind.IDENTIFIER: "sa.String()",
    ColumnKind.TIMESTAMP: "sa.DateTime(timezone=True)",
    ColumnKind.DATE: "sa.Date()",
    ColumnKind.DURATION: "sa.Double()",
    ColumnKind.JSON: 'sa.JSON().with_variant(postgresql.JSONB(), "postgresql")',
    ColumnKind.VECTOR: 'sa.JSON().with_variant(postgresql.JSONB(), "postgresql")',
    ColumnKind.INTEGER: "sa.BigInteger()",
    ColumnKind.REAL: "sa.Double()",
    ColumnKind.BOOLEAN: "sa.Boolean()",
    ColumnKind.SERIAL: 'sa.BigInteger().with_variant(sa.Integer(), "sqlite")',
}
_PYTHON = {
    ColumnKind.STRING: "str",
    ColumnKind.TEXT: "str",
    ColumnKind.IDENTIFIER: "str",
    ColumnKind.TIMESTAMP: "dt.datetime",
    ColumnKind.DATE: "dt.date",
    ColumnKind.DURATION: "dt.timedelta",
    ColumnKind.JSON: "Any",
    ColumnKind.VECTOR: "list[float]",
    ColumnKind.INTEGER: "int",
    ColumnKind.REAL: "float",
    ColumnKind.BOOLEAN: "bool",
    ColumnKind.SERIAL: "int",
}


def type_code(column: Column) -> str:
    """The SQLAlchemy type of a column, for a module that imports `sqlalchemy as sa` (and `postgresql` for JSON)."""
    if column.kind is ColumnKind.STRING and column.length is not None:
        return f"sa.String(length={column.length})"
    return _TYPES[column.kind]


def python_type(kind: ColumnKind) -> str:
    """The Python type of one value, for a module that imports `datetime as dt` and `Any`."""
    return _PYTHON[kind]


def default_code(column: Column) -> str:
    """The `server_default` of a column as Python, or ""."""
    value = column.default
    if value is None:
        return ""
    if isinstance(value, bool):
        return "sa.true()" if value else "sa.false()"
    expression = default_expression(column)
    if expression:
        return f"sa.text({pystr(expression)})"
    return pystr(str(value))


def default_expression(column: Column) -> str:
    """A default that is not a plain string literal, as SQL for SQLAlchemy; "" when a literal says it."""
    value = column.default
    if isinstance(value, str) and _COLON.search(value):
        return _escaped(f"(CAST({_literal(value)} AS VARCHAR))")
    if isinstance(value, str) and "'" in value:  # Alembic does not double quotes on PostgreSQL
        return _escaped(_literal(value))
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return repr(value) if is_number else ""


def condition(check: Check) -> str:
    """The SQL of a check, the same on every database, as SQLAlchemy reads it: a colon is escaped, else it is a parameter."""
    column = _quoted(check.column)
    operands = ", ".join(_literal(each) for each in check.operands)
    if check.operator == "in":
        return _escaped(f"{column} IN ({operands})")
    if check.operator == "length<=":
        return f"length({column}) <= {operands}"
    return f"{column} {check.operator} {operands}"


def fill(table: str, column: Column) -> str:
    """The statement that gives rows without a value the default of a column."""
    name, value = _quoted(column.name), _literal(column.default)
    update = ("UPDATE", _quoted(table), "SET", name, "=", value, "WHERE", name, "IS NULL")
    return _escaped(" ".join(update))


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _literal(value: object) -> str:
    """An SQL literal. A colon before a word stands apart: copying a table, Alembic would take it for a parameter."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return repr(value)
    quoted = "'" + value.replace("'", "''") + "'"
    return _COLON.sub("' || ':' || '", quoted)


def _escaped(sql: str) -> str:
    return sql.replace(":", "\\:")
