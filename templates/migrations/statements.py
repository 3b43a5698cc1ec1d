"""Schema steps as the statements of an Alembic revision.

Consecutive changes of one table share one batch, which SQLite runs by copying the table and PostgreSQL as
plain ALTER statements. Must not know models.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.schema import steps
from generator.schema.code import condition, default_code, fill, type_code
from generator.schema.tables import Check, Column, ColumnKind, ForeignKey, Unique, key_name


@dataclass(frozen=True, slots=True)
class ColumnCode:
    """A column as Python expressions; `default` is "" when there is none."""

    name: str
    type: str
    nullable: bool
    default: str
    is_serial: bool


@dataclass(frozen=True, slots=True)
class Constraint:
    """A constraint; `kind` is foreignkey, unique, check or primary, as Alembic calls them."""

    kind: str
    name: str
    columns: tuple[str, ...] = ()
    target: str = ""
    target_columns: tuple[str, ...] = ()
    on_delete: str = ""
    condition: str = ""

    @property
    def targets(self) -> tuple[str, ...]:
        """The target columns as `table.column`."""
        return tuple(f"{self.target}.{column}" for column in self.target_columns)


@dataclass(frozen=True, slots=True)
class Change:
    """One change inside a batch: add_column, drop_column, alter_column, add, drop."""

    op: str
    column: ColumnCode | None = None
    before: ColumnCode | None = None
    constraint: Constraint | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of a revision; which fields are set depends on `op`."""

    op: str
    table: str
    name: str = ""
    columns: tuple[ColumnCode, ...] = ()
    names: tuple[str, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    changes: tuple[Change, ...] = ()
    sql: str = ""

    def type_codes(self) -> Iterator[str]:
        """The types of all columns mentioned."""
        for column in self.columns:
            yield column.type
        for change in self.changes:
            yield from (each.type for each in (change.column, change.before) if each is not None)


def statements(found: Iterable[steps.Step]) -> tuple[Statement, ...]:
    """The statements of steps, in their order."""
    result: list[Statement] = []
    for step in found:
        for statement in _statements(step):
            last = result[-1] if result else None
            if last and last.op == statement.op == "batch" and last.table == statement.table:
                result[-1] = replace(last, changes=last.changes + statement.changes)
            else:
                result.append(statement)
    return tuple(result)


def _statements(step: steps.Step) -> Iterator[Statement]:
    match step:
        case steps.CreateTable(table):
            yield Statement(
                "create_table",
                table.name,
                columns=tuple(_column(each) for each in table.columns),
                constraints=(
                    _primary(table.name, table.key),
                    *(_constraint(k) for k in table.foreign_keys),
                    *(_constraint(u) for u in table.uniques),
                    *(_constraint(c) for c in table.checks),
                ),
            )
            for index in table.indexes:
                yield Statement("create_index", table.name, index.name, names=index.columns)
        case steps.DropTable(table):
            yield Statement("drop_table", table.name)
        case steps.RenameTable(old, new):
            yield Statement("rename_table", old, new)
        case steps.RenameColumn(table_name, old, new):
            yield Statement("rename_column", table_name, new, names=(old,))
        case steps.AddIndex(table_name, index):
            yield Statement("create_index", table_name, index.name, names=index.columns)
        case steps.DropIndex(table_name, index):
            yield Statement("drop_index", table_name, index.name)
        case _:
            yield from _changes(step)


def _changes(step: steps.Step) -> Iterator[Statement]:
    match step:
        case steps.AddColumn(table, column):
            if step.needs_empty_table:
                yield Statement("require_empty", table, column.name)
            yield _batch(table, Change("add_column", _column(column)))
        case steps.DropColumn(table, column):
            yield _batch(table, Change("drop_column", _column(column)))
        case steps.AlterColumn(table, before, after):
            if before.nullable and not after.nullable and after.default is not None:
                yield Statement("execute", table, sql=fill(table, after))
            yield _batch(table, Change("alter_column", _column(after), _column(before)))
        case steps.AddConstraint(table, constraint):
            yield _batch(table, Change("add", constraint=_constraint(constraint)))
        case steps.DropConstraint(table, constraint):
            yield _batch(table, Change("drop", constraint=_constraint(constraint)))
        case steps.ReplaceKey(table, before_key, after_key):
            yield _batch(table, Change("drop", constraint=_primary(table, before_key)))
            yield _batch(table, Change("add", constraint=_primary(table, after_key)))
        case _:
            raise TypeError(f"no statement for {type(step).__name__}")


def _batch(table: str, change: Change) -> Statement:
    return Statement("batch", table, changes=(change,))


def _column(column: Column) -> ColumnCode:
    return ColumnCode(
        column.name,
        type_code(column),
        column.nullable,
        default_code(column),
        column.kind is ColumnKind.SERIAL,
    )


def _primary(table: str, columns: tuple[str, ...]) -> Constraint:
    return Constraint("primary", key_name(table), columns)


def _constraint(constraint: ForeignKey | Unique | Check) -> Constraint:
    match constraint:
        case ForeignKey():
            return Constraint(
                "foreignkey",
                constraint.name,
                constraint.columns,
                constraint.target,
                constraint.target_columns,
                constraint.on_delete,
            )
        case Unique():
            return Constraint("unique", constraint.name, constraint.columns)
        case Check():
            return Constraint("check", constraint.name, condition=condition(constraint))
