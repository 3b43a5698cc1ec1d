"""The steps that lead from one schema to another, in an order both SQLite and PostgreSQL accept.

Pure: two schemas in, steps out. A rename happens only where the newer schema says what a table or column was
called; everything else that disappears is dropped, and says so. Must not know SQLAlchemy, files or databases.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from generator.schema.tables import (
    Check,
    Column,
    ColumnKind,
    ForeignKey,
    Index,
    Schema,
    Table,
    Unique,
)

__all__ = [
    "AddColumn",
    "AddConstraint",
    "AddIndex",
    "AlterColumn",
    "Constraint",
    "CreateTable",
    "DropColumn",
    "DropConstraint",
    "DropIndex",
    "DropTable",
    "RenameColumn",
    "RenameTable",
    "ReplaceKey",
    "Step",
    "steps_between",
    "warning_of",
    "words_of",
]

Constraint: TypeAlias = ForeignKey | Unique | Check

# Changes of kind that keep every value on both databases; any other drops the column and adds it anew.
_TEXTS = frozenset({ColumnKind.STRING, ColumnKind.TEXT, ColumnKind.IDENTIFIER})
_WIDENINGS = frozenset(
    {(a, b) for a in _TEXTS for b in _TEXTS}
    | {(ColumnKind.INTEGER, b) for b in (*_TEXTS, ColumnKind.REAL)}
    | {(ColumnKind.REAL, ColumnKind.DURATION), (ColumnKind.DURATION, ColumnKind.REAL)}
    | {(ColumnKind.JSON, ColumnKind.VECTOR), (ColumnKind.VECTOR, ColumnKind.JSON)}
)


@dataclass(frozen=True, slots=True)
class CreateTable:
    """A new table; foreign keys to tables that do not exist yet follow as steps of their own."""

    table: Table


@dataclass(frozen=True, slots=True)
class DropTable:
    """A table and its rows disappear."""

    table: Table


@dataclass(frozen=True, slots=True)
class RenameTable:
    """The rows stay."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class RenameColumn:
    """The values stay."""

    table: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class AddColumn:
    """A new column; one that is neither nullable nor has a default can only be added to an empty table."""

    table: str
    column: Column

    @property
    def needs_empty_table(self) -> bool:
        """Whether existing rows would have no value."""
        return not self.column.nullable and self.column.default is None


@dataclass(frozen=True, slots=True)
class DropColumn:
    """A column and its values disappear."""

    table: str
    column: Column


@dataclass(frozen=True, slots=True)
class AlterColumn:
    """Another type that holds all values, another default, or nullable or not."""

    table: str
    before: Column
    after: Column


@dataclass(frozen=True, slots=True)
class ReplaceKey:
    """Another primary key."""

    table: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AddConstraint:
    """A foreign key, unique constraint or check; rows that break it make the step fail."""

    table: str
    constraint: Constraint


@dataclass(frozen=True, slots=True)
class DropConstraint:
    """A foreign key, unique constraint or check disappears."""

    table: str
    constraint: Constraint


@dataclass(frozen=True, slots=True)
class AddIndex:
    """A new index."""

    table: str
    index: Index


@dataclass(frozen=True, slots=True)
class DropIndex:
    """An index disappears."""

    table: str
    index: Index


Step: TypeAlias = (
    CreateTable
    | DropTable
    | RenameTable
    | RenameColumn
    | AddColumn
    | DropColumn
    | AlterColumn
    | ReplaceKey
    | AddConstraint
    | DropConstraint
    | AddIndex
    | DropIndex
)


def warning_of(step: Step) -> str | None:
    """What a step destroys, or why it may fail on existing rows; None when it is harmless."""
    match step:
        case DropTable(table):
            return f"drops the table `{table.name}` with its rows"
        case DropColumn(table, column):
            return f"drops the column `{table}.{column.name}` with its values"
        case AddColumn(table, column) if step.needs_empty_table:
            return f"`{table}.{column.name}` is required and has no default: fails if `{table}` has rows"
        case AlterColumn(table, before, after):
            if before.nullable and not after.nullable and after.default is None:
                return f"`{table}.{after.name}` becomes required: fails if a row has no value"
        case AddConstraint(table, Check(operator="in", column=column)):
            return f"fails if a row of `{table}` has another value in `{column}`"
        case _:
            pass
    return None


def words_of(step: Step) -> str:
    """What a step does, in words."""
    match step:
        case CreateTable(table):
            return f"create the table `{table.name}`"
        case DropTable(table):
            return f"drop the table `{table.name}`"
        case RenameTable(old, new):
            return f"rename the table `{old}` to `{new}`"
        case RenameColumn(name, old, new):
            return f"rename the column `{name}.{old}` to `{new}`"
        case AddColumn(name, column):
            return f"add the column `{name}.{column.name}`"
        case DropColumn(name, column):
            return f"drop the column `{name}.{column.name}`"
        case AlterColumn(name, _, after):
            return f"change the column `{name}.{after.name}`"
        case ReplaceKey(name, _, key):
            return f"make {', '.join(key)} the key of `{name}`"
        case AddConstraint(name, constraint):
            return f"add the constraint `{constraint.name}` to `{name}`"
        case DropConstraint(name, constraint):
            return f"drop the constraint `{constraint.name}` of `{name}`"
        case AddIndex(name, index):
            return f"add the index `{index.name}` to `{name}`"
        case DropIndex(name, index):
            return f"drop the index `{index.name}` of `{name}`"


def steps_between(old: Schema, new: Schema, *, backwards: bool = False) -> tuple[Step, ...]:
    """The steps from one schema to another; none when they are the same for a database.

    `backwards` takes the names of former tables and columns from the old schema instead: the way back.
    """
    return tuple(_Difference(old, new, backwards).steps())


class _Difference:
    """Pairs what is the same thing in both schemas, then lists what differs."""

    def __init__(self, old: Schema, new: Schema, backwards: bool) -> None:
        self.old, self.new, self.backwards = old, new, backwards
        self.pairs = self._pair_tables()
        kept = {before.name for before, _ in self.pairs}
        reached = {after.name for _, after in self.pairs}
        self.created = [t for t in new.creation_order() if t.name not in reached]
        self.dropped = [t for t in reversed(old.creation_order()) if t.name not in kept]
        self.columns = {after.name: self._pair_columns(b, after) for b, after in self.pairs}

    def _pair_tables(self) -> list[tuple[Table, Table]]:
        pairs = [
            (before, after) for after in self.new.tables if (before := self.old.find(after.name))
        ]
        paired = {before.name for before, _ in pairs}
        for table in self.old.tables if self.backwards else self.new.tables:
            other = table.previous and (self.new if self.backwards else self.old).find(
                table.previous
            )
            if not other:
                continue
            before, after = (table, other) if self.backwards else (other, table)
            if before.name not in paired and not self.old.find(after.name):
                pairs.append((before, after))
                paired.add(before.name)
        return sorted(pairs, key=lambda pair: pair[1].name)

    def _pair_columns(self, before: Table, after: Table) -> list[tuple[Column, Column]]:
        old = {column.name: column for column in before.columns}
        new = {column.name: column for column in after.columns}
        pairs = [(old[name], column) for name, column in new.items() if name in old]
        for column in before.columns if self.backwards else after.columns:
            if column.previous is None:
                continue
            was, now = (
                (column.name, column.previous) if self.backwards else (column.previous, column.name)
            )
            free = was in old and was not in new and now in new and now not in old
            if free and all(was != known.name for known, _ in pairs):
                pairs.append((old[was], new[now]))
        return [pair for pair in pairs if _keeps_values(*pair)]

    # -- the order --------------------------------------------------------------------------------

    def steps(self) -> Iterator[Step]:
        yield from self._drop_indexes()
        yield from self._drop_foreign_keys()
        for before, after in self.pairs:
            if before.name != after.name:
                yield RenameTable(before.name, after.name)
        for _, after in self.pairs:
            for was, now in self.columns[after.name]:
                if was.name != now.name:
                    yield RenameColumn(after.name, was.name, now.name)
        for before, after in self.pairs:
            yield from self._alter(before, after)
        yield from self._create()
        yield from self._add_foreign_keys()
        for before, after in self.pairs:
            for index in after.indexes:
                if index not in before.indexes:
                    yield AddIndex(after.name, index)
        yield from self._drop()

    def _drop_indexes(self) -> Iterator[Step]:
        for before, after in self.pairs:
            for index in before.indexes:
                if index not in after.indexes:
                    yield DropIndex(before.name, index)

    def _drop_foreign_keys(self) -> Iterator[Step]:
        for before, after in self.pairs:
            for key in before.foreign_keys:
                if key not in after.foreign_keys:
                    yield DropConstraint(before.name, key)

    def _add_foreign_keys(self) -> Iterator[Step]:
        for before, after in self.pairs:
            for key in after.foreign_keys:
                if key not in before.foreign_keys:
                    yield AddConstraint(after.name, key)

    def _alter(self, before: Table, after: Table) -> Iterator[Step]:
        name, pairs = after.name, self.columns[after.name]
        olds: tuple[Constraint, ...] = (*before.uniques, *before.checks)
        news: tuple[Constraint, ...] = (*after.uniques, *after.checks)
        yield from (DropConstraint(name, old) for old in olds if old not in news)
        kept = {was.name for was, _ in pairs}
        reached = {now.name for _, now in pairs}
        replaced = {c.name for c in before.columns if c.name not in kept}
        for column in before.columns:
            if column.name not in kept and column.name in {c.name for c in after.columns}:
                yield DropColumn(name, column)
        for column in after.columns:
            if column.name not in reached:
                yield AddColumn(name, column)
        for was, now in pairs:
            if _stored(was) != _stored(replace(now, name=was.name)):
                yield AlterColumn(name, replace(was, name=now.name), now)
        renamed = {was.name: now.name for was, now in pairs}
        key = tuple(renamed.get(each, each) for each in before.key)
        if key != after.key or replaced & set(before.key):
            yield ReplaceKey(name, key, after.key)
        for column in before.columns:
            if column.name not in kept and column.name not in {c.name for c in after.columns}:
                yield DropColumn(name, column)
        yield from (AddConstraint(name, new) for new in news if new not in olds)

    def _create(self) -> Iterator[Step]:
        existing = {after.name for _, after in self.pairs}
        late: list[Step] = []
        for table in self.created:
            existing.add(table.name)
            now = tuple(key for key in table.foreign_keys if key.target in existing)
            late += [AddConstraint(table.name, k) for k in table.foreign_keys if k not in now]
            yield CreateTable(replace(table, foreign_keys=now))
        yield from late

    def _drop(self) -> Iterator[Step]:
        gone: set[str] = set()
        for table in self.dropped:
            for other in self.dropped:
                if other.name in gone or other is table:
                    continue
                for key in other.foreign_keys:
                    if key.target == table.name:
                        yield DropConstraint(other.name, key)
            gone.add(table.name)
            yield DropTable(table)


def _keeps_values(before: Column, after: Column) -> bool:
    return before.kind is after.kind or (before.kind, after.kind) in _WIDENINGS


def _stored(column: Column) -> tuple[object, ...]:
    return (column.kind, column.length, column.nullable, column.default)
