"""How rows are read without their mapped classes: columns, what is stored as something else, and references.

Knows the schema and the attributes of the mapped classes; must not know templates.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.schema.tables import Column, ColumnKind, Relation, RelationKind, Schema, Table

from .rows import Rows

_DECODED = {
    ColumnKind.TIMESTAMP: "_moment",
    ColumnKind.DATE: "dt.date.fromisoformat",
    ColumnKind.DURATION: "_length",
    ColumnKind.JSON: "json.loads",
    ColumnKind.VECTOR: "json.loads",
    ColumnKind.BOOLEAN: "bool",
}


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table: columns are attribute, name and how a value is decoded ("" as it is); ones are attribute, table and pairs
    of columns here and there.
    """

    name: str
    key: tuple[str, ...]
    columns: tuple[tuple[str, str, str], ...]
    ones: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]

    @property
    def decoded(self) -> tuple[tuple[str, str, str], ...]:
        """The columns whose values are stored as something else."""
        return tuple(each for each in self.columns if each[2])


def read_tables(schema: Schema, rows: Rows) -> tuple[ReadTable, ...]:
    """The tables of entities."""
    return tuple(_table(schema, rows, each) for each in schema.tables if each.entity)


def _table(schema: Schema, rows: Rows, table: Table) -> ReadTable:
    return ReadTable(
        name=table.name,
        key=table.key,
        columns=tuple(
            (rows.field(table.name, column=each.name), each.name, _decoded(each))
            for each in table.columns
        ),
        ones=tuple(
            (
                rows.field(table.name, relation=each.feature),
                each.target,
                _pairs(schema, each),
            )
            for each in table.relations
            if each.kind is RelationKind.ONE
        ),
    )


def _decoded(column: Column) -> str:
    return "json.loads" if column.many else _DECODED.get(column.kind, "")


def _pairs(schema: Schema, relation: Relation) -> tuple[tuple[str, str], ...]:
    return tuple(zip(relation.columns, schema.table(relation.target).key, strict=True))
