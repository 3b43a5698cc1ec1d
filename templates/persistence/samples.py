"""Rows for tests: SQL literals that meet every constraint of a table, and ones that break exactly one.

Knows the schema; must not know templates or how tests are written.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from generator.schema.tables import Check, Column, ColumnKind, ForeignKey, Schema, Table

ROWS = 3


@dataclass(frozen=True, slots=True)
class SampleTable:
    """A table with three rows that differ wherever they have to; values are column names and SQL literals."""

    name: str
    key: tuple[str, ...]
    rows: tuple[tuple[tuple[str, str], ...], ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """A value the database has to refuse, and why."""

    table: str
    column: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Accepted:
    """A value on the right side of a limit, which the database has to take."""

    table: str
    column: str
    value: str


@dataclass(frozen=True, slots=True)
class Doubled:
    """Columns in which no two rows may have the same values."""

    table: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A foreign key, and what comes of deleting the row it refers to: refused, deleted or emptied."""

    table: str
    columns: tuple[str, ...]
    target: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Default:
    """What a column holds when an insert leaves it out."""

    table: str
    column: str
    value: str


@dataclass(frozen=True, slots=True)
class Samples:
    """Everything the tests of a schema are about."""

    tables: tuple[SampleTable, ...]
    keys: tuple[tuple[str, tuple[str, ...]], ...]
    refused: tuple[Refused, ...]
    accepted: tuple[Accepted, ...]
    doubled: tuple[Doubled, ...]
    references: tuple[Reference, ...]
    defaults: tuple[Default, ...]

    def to_json(self) -> str:
        """The samples as JSON text."""
        body = {
            "rows": {table.name: [dict(row) for row in table.rows] for table in self.tables},
            "keys": {name: list(key) for name, key in self.keys},
            "refused": [[each.table, each.column, each.value] for each in self.refused],
            "accepted": [[each.table, each.column, each.value] for each in self.accepted],
            "doubled": [[each.table, list(each.columns)] for each in self.doubled],
            "references": [
                [each.table, list(each.columns), each.target, each.outcome]
                for each in self.references
            ],
            "defaults": [[each.table, each.column, each.value] for each in self.defaults],
        }
        return json.dumps(body, indent=1, ensure_ascii=True) + "\n"


def samples_of(schema: Schema) -> Samples:
    """Rows of every table that can be filled, and values at and beyond the limits of its columns."""
    tables = sample_tables(schema)
    names = frozenset(table.name for table in tables)
    return Samples(
        tables=tables,
        keys=tuple((table.name, table.key) for table in schema.tables),
        refused=refused(schema, names),
        accepted=accepted(schema, names),
        doubled=doubled(schema, names),
        references=references(schema, names),
        defaults=defaults(schema, tables),
    )


def sample_tables(schema: Schema) -> tuple[SampleTable, ...]:
    """The tables in an order in which their rows can be inserted; those that cannot be filled are left out."""
    filled: dict[str, SampleTable] = {}
    for table in schema.creation_order():
        rows = [_row(table, number, filled) for number in range(1, ROWS + 1)]
        complete = tuple(row for row in rows if row is not None)
        if len(complete) == ROWS and _differ(table, complete):
            filled[table.name] = SampleTable(table.name, table.key, complete)
    return tuple(filled.values())


def _differ(table: Table, rows: tuple[tuple[tuple[str, str], ...], ...]) -> bool:
    for columns in (table.key, *(unique.columns for unique in table.uniques)):
        values = {tuple(dict(row)[name] for name in columns) for row in rows}
        if len(values) < len(rows):
            return False
    return True


def _row(
    table: Table, number: int, filled: dict[str, SampleTable]
) -> tuple[tuple[str, str], ...] | None:
    """Row `number`; it refers to the rows with its number. None when a table it needs has none."""
    values: dict[str, str] = {}
    for column in table.columns:
        checks = tuple(each for each in table.checks if each.column == column.name)
        values[column.name] = value_of(column, checks, number)
    for key in table.foreign_keys:
        target = filled.get(key.target)
        required = any(not table.column(name).nullable for name in key.columns)
        if target is None and required:
            return None
        for name, other in zip(key.columns, key.target_columns, strict=True):
            values[name] = dict(target.rows[number - 1])[other] if target is not None else "NULL"
    return tuple(values.items())


def value_of(column: Column, checks: tuple[Check, ...], number: int) -> str:
    """An SQL literal for a column, another one for each number where the kind allows it."""
    kind = column.kind
    choices = [str(each) for check in checks if check.operator == "in" for each in check.operands]
    if choices:
        return _text(choices[(number - 1) % len(choices)])
    if kind in (ColumnKind.STRING, ColumnKind.TEXT, ColumnKind.IDENTIFIER):
        return _text(f"{number}{column.name}"[: column.length])
    if kind in (ColumnKind.INTEGER, ColumnKind.SERIAL):
        return str(number)
    if kind in (ColumnKind.REAL, ColumnKind.DURATION):
        return f"{number}.5"
    if kind is ColumnKind.BOOLEAN:
        return "true" if number % 2 else "false"
    if kind is ColumnKind.TIMESTAMP:
        return _text(f"2024-02-0{number} 03:04:05.678900")
    if kind is ColumnKind.DATE:
        return _text(f"2024-02-0{number}")
    if kind is ColumnKind.VECTOR:
        return _text(f"[{number}.5, 0.25]")
    return _text("[]" if column.many else f'{{"n": {number}}}')


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def refused(schema: Schema, names: frozenset[str]) -> tuple[Refused, ...]:
    """A missing value for each required column, and for each check a value that breaks it."""
    found: list[Refused] = []
    for table in schema.tables:
        if table.name not in names:
            continue
        for column in table.columns:
            if not column.nullable and column.kind is not ColumnKind.SERIAL:
                found.append(Refused(table.name, column.name, "NULL", "it is required"))
        for check in table.checks:
            found.append(Refused(table.name, check.column, _breaking(check), check.name))
    return tuple(found)


def _breaking(check: Check) -> str:
    limit = check.operands[0]
    if check.operator == "in":
        longest = max((str(each) for each in check.operands), key=len)
        return _text(f"{longest}x")
    if check.operator == "length<=":
        return _text("x" * (int(limit) + 1))
    return str(limit) if check.operator == ">" else f"{limit} - 1"


def accepted(schema: Schema, names: frozenset[str]) -> tuple[Accepted, ...]:
    """Each allowed choice, and the values at limits. Columns that tell rows apart or refer to others are left out."""
    found: list[Accepted] = []
    for table in schema.tables:
        bound = {name for key in table.foreign_keys for name in key.columns} | set(table.key)
        bound |= {name for unique in table.uniques for name in unique.columns}
        for check in table.checks if table.name in names else ():
            if check.column in bound:
                continue
            limit = check.operands[0]
            if check.operator == "in":
                values = [_text(str(each)) for each in check.operands]
            elif check.operator == "length<=":
                values = [_text("x" * int(limit))]
            else:
                values = [str(limit) if check.operator == ">=" else f"{limit} + 1"]
            found += [Accepted(table.name, check.column, value) for value in values]
    return tuple(found)


def doubled(schema: Schema, names: frozenset[str]) -> tuple[Doubled, ...]:
    """The primary key and the unique constraints of each table."""
    found = []
    for table in schema.tables:
        if table.name in names:
            found.append(Doubled(table.name, table.key))
            found += [Doubled(table.name, unique.columns) for unique in table.uniques]
    return tuple(found)


def references(schema: Schema, names: frozenset[str]) -> tuple[Reference, ...]:
    """The foreign keys whose sample rows do refer to a row."""
    order = [table.name for table in schema.creation_order()]
    used = [
        (table.name, key)
        for table in schema.tables
        for key in table.foreign_keys
        if table.name in names
        and key.target in names
        and order.index(key.target) < order.index(table.name)
    ]
    return tuple(
        Reference(table, key.columns, key.target, _outcome(table, key.target, used))
        for table, key in used
    )


def _outcome(table: str, target: str, used: list[tuple[str, ForeignKey]]) -> str:
    """What comes of deleting a row of the target, seen from a table that refers to it."""
    deleted = {target}
    while True:
        more = {each for each, key in used if key.target in deleted and key.on_delete == "CASCADE"}
        if more <= deleted:
            break
        deleted |= more
    if any(
        key.target in deleted and not key.on_delete and each not in deleted for each, key in used
    ):
        return "refused"
    return "deleted" if table in deleted else "emptied"


def defaults(schema: Schema, tables: tuple[SampleTable, ...]) -> tuple[Default, ...]:
    """The columns with a default, except keys, and those in which another row has that value as the only one."""
    rows = {table.name: table.rows for table in tables}
    found = []
    for table in schema.tables:
        unique = {name for each in table.uniques for name in each.columns}
        for column in table.columns if table.name in rows else ():
            if column.default is None or column.name in table.key:
                continue
            is_json = column.kind in (ColumnKind.JSON, ColumnKind.VECTOR)
            value = _literal(column, is_json=is_json)
            is_taken = any((column.name, value) in row for row in rows[table.name])
            if not (column.name in unique and is_taken):
                found.append(Default(table.name, column.name, value))
    return tuple(found)


def _literal(column: Column, *, is_json: bool) -> str:
    value = column.default
    if isinstance(value, bool):
        return "true" if value else "false"
    if is_json:
        return _text(json.dumps(json.loads(str(value))))
    return _text(value) if isinstance(value, str) else repr(value)
