"""The relational schema as a value: tables, columns and constraints, equal on every database.

Knows relational terms only. Must not know models, SQLAlchemy, templates or files. Everything is frozen
and ordered, so two schemas made from the same model are equal and print the same JSON.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

__all__ = [
    "Check",
    "Column",
    "ColumnKind",
    "ForeignKey",
    "Index",
    "Relation",
    "RelationKind",
    "Scalar",
    "Schema",
    "Table",
    "Unique",
    "key_name",
    "shorten",
]

Scalar: TypeAlias = str | int | float | bool

IDENTIFIER_LIMIT = 63  # PostgreSQL cuts longer identifiers silently, so none may be longer.


class ColumnKind(StrEnum):
    """What a column holds; each kind has one SQLAlchemy type and one Python type."""

    STRING = "string"
    TEXT = "text"
    IDENTIFIER = "identifier"
    TIMESTAMP = "timestamp"
    DATE = "date"
    DURATION = "duration"
    JSON = "json"
    VECTOR = "vector"
    INTEGER = "integer"
    REAL = "real"
    BOOLEAN = "boolean"
    SERIAL = "serial"


def shorten(name: str) -> str:
    """A name of at most 63 characters; a longer one is cut and ends in a hash of the whole."""
    if len(name) <= IDENTIFIER_LIMIT:
        return name
    digest = hashlib.sha256(name.encode()).hexdigest()[:8]
    return f"{name[: IDENTIFIER_LIMIT - 9]}_{digest}"


def key_name(table: str) -> str:
    """The name of a table's primary key constraint."""
    return shorten(f"pk_{table}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column.

    `default` is the value existing rows and inserts without the column get; for JSON kinds it is JSON text.
    `choices` are the values of an enumerated column, in the model's order. `previous` is the former name.
    The checks of the table hold the choices for the database; they, and `feature`, `origin`, `enumeration` and
    `doc`, are not part of the schema's identity.
    """

    name: str
    kind: ColumnKind
    length: int | None = None
    nullable: bool = False
    default: Scalar | None = None
    choices: tuple[str, ...] = field(default=(), compare=False)
    previous: str | None = None
    feature: str = field(default="", compare=False)
    origin: str = field(default="", compare=False)
    enumeration: str = field(default="", compare=False)
    many: bool = field(default=False, compare=False)
    doc: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignKey:
    """Columns that refer to the primary key of another table; `on_delete` is an SQL action or ""."""

    name: str
    columns: tuple[str, ...]
    target: str
    target_columns: tuple[str, ...]
    on_delete: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unique:
    """No two rows have the same values in these columns."""

    name: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """An index over these columns."""

    name: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A condition every row meets.

    `operator` is `in` (operands are the values, sorted), `>=`, `>` (one number) or `length<=` (one number). The name
    ends in a hash of the condition: databases compare checks by name only, so another condition is another name.
    """

    name: str
    column: str
    operator: str
    operands: tuple[Scalar, ...]

    @classmethod
    def of(cls, table: str, column: str, operator: str, operands: tuple[Scalar, ...]) -> Check:
        """The check with its canonical name `ck_<table>_<column>_<hash>`."""
        operands = tuple(sorted(operands, key=repr))
        condition = repr((operator, operands))
        digest = hashlib.sha256(condition.encode()).hexdigest()[:8]
        stem = f"ck_{table}_{column}"[: IDENTIFIER_LIMIT - 9]
        return cls(name=f"{stem}_{digest}", column=column, operator=operator, operands=operands)


class RelationKind(StrEnum):
    """How rows are reached: the row a foreign key names, the rows that name this one, or rows through a link table."""

    ONE = "one"
    MANY = "many"
    LINK = "link"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A feature that leads to rows of another table.

    `columns` are the foreign key columns: here for ONE, in the target for MANY, in `link` towards this table for
    LINK (`target_columns` those towards the target). `back` is the feature of the target that leads back, or "".
    """

    feature: str
    kind: RelationKind
    target: str
    columns: tuple[str, ...]
    target_columns: tuple[str, ...] = ()
    link: str = ""
    back: str = ""
    nullable: bool = False
    owns: bool = False
    origin: str = ""
    doc: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table; `key` are the names of the primary key columns. `entity` is the qualified name of the definition."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...] = ()
    uniques: tuple[Unique, ...] = ()
    indexes: tuple[Index, ...] = ()
    checks: tuple[Check, ...] = ()
    previous: str | None = None
    relations: tuple[Relation, ...] = field(default=(), compare=False)
    entity: str = field(default="", compare=False)
    origins: tuple[str, ...] = field(default=(), compare=False)
    doc: str = field(default="", compare=False)

    def column(self, name: str) -> Column:
        """The column with a name; KeyError if there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """All tables of a system, by name."""

    tables: tuple[Table, ...] = ()

    def table(self, name: str) -> Table:
        """The table with a name; KeyError if there is none."""
        for table in self.tables:
            if table.name == name:
                return table
        raise KeyError(name)

    def find(self, name: str) -> Table | None:
        """The table with a name, or None."""
        return next((table for table in self.tables if table.name == name), None)

    def creation_order(self) -> tuple[Table, ...]:
        """Tables such that each comes after those it refers to, as far as cycles allow; else by name."""
        left = {table.name: table for table in sorted(self.tables, key=lambda t: t.name)}
        order: list[Table] = []
        while left:
            ready = [
                table
                for table in left.values()
                if not any(
                    fk.target in left and fk.target != table.name for fk in table.foreign_keys
                )
            ]
            chosen = ready or [next(iter(left.values()))]
            for table in chosen:
                order.append(left.pop(table.name))
        return tuple(order)
