"""Mapped classes as plain values: attributes, relationships and constraints of each table.

Knows the schema and Python names; must not know templates.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.compile.types import python_types
from generator.emit.names import Names, field, pascal
from generator.ir import Feature, Model
from generator.schema.code import condition, default_code, python_type, type_code
from generator.schema.tables import (
    Column,
    ColumnKind,
    Relation,
    RelationKind,
    Schema,
    Table,
    key_name,
)

# Names a mapped class or its module needs for itself.
_TAKEN_FIELDS = ("metadata", "registry", "sa", "orm", "dt")
_TAKEN_CLASSES = ("Any", "Base", "Choice", "Duration", "JSON", "Timestamp")
_MODEL_TYPES = {
    ColumnKind.TIMESTAMP: "Timestamp()",
    ColumnKind.DURATION: "Duration()",
    ColumnKind.JSON: "JSON",
    ColumnKind.VECTOR: "JSON",
}


@dataclass(frozen=True, slots=True)
class Attribute:
    """A mapped column; `maker` is the function that makes a value when none is given, or ""."""

    name: str
    column: str
    annotation: str
    type: str
    nullable: bool
    is_serial: bool
    default: str
    maker: str
    doc: str


@dataclass(frozen=True, slots=True)
class ForeignKeyCode:
    """A foreign key; targets are `table.column`."""

    name: str
    columns: tuple[str, ...]
    targets: tuple[str, ...]
    on_delete: str


@dataclass(frozen=True, slots=True)
class Constraints:
    """What goes into `__table_args__`; pairs are name and columns, or name and condition."""

    key: tuple[str, tuple[str, ...]]
    foreign_keys: tuple[ForeignKeyCode, ...]
    uniques: tuple[tuple[str, tuple[str, ...]], ...]
    checks: tuple[tuple[str, str], ...]
    indexes: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship; column references are `Class.attribute` or `link.c.column` pairs, equal in a join."""

    name: str
    target: str
    many: bool
    optional: bool
    back: str
    owns: bool
    foreign_keys: tuple[str, ...]
    remote: tuple[str, ...]
    breaks_cycle: bool
    link: str
    near: tuple[tuple[str, str], ...]
    far: tuple[tuple[str, str], ...]
    doc: str


@dataclass(frozen=True, slots=True)
class RowClass:
    """A mapped class."""

    name: str
    table: str
    entity: str
    doc: str
    attributes: tuple[Attribute, ...]
    relationships: tuple[Relationship, ...]
    constraints: Constraints


@dataclass(frozen=True, slots=True)
class LinkTable:
    """A table between two entities; columns are name and type."""

    name: str
    table: str
    columns: tuple[tuple[str, str], ...]
    constraints: Constraints


class Rows:
    """The classes of one schema; names are given out once, in the order of the tables."""

    def __init__(self, model: Model, schema: Schema) -> None:
        self._model = model
        self._types = python_types(model)
        self._scope = Names(_TAKEN_CLASSES)
        self._imported: dict[tuple[str, str], str] = {}
        self._entities = [table for table in schema.tables if table.entity]
        self._links = [table for table in schema.tables if not table.entity]
        self._class = {
            t.name: self._scope.unique(f"{self._entity_name(t)}Row") for t in self._entities
        }
        links = Names()
        self._variable = {t.name: links.unique(field(t.name)) for t in self._links}
        self._fields: dict[str, dict[str, str]] = {}
        for table in self._entities:
            names = Names()
            fields = {f"column {c.name}": names.unique(_field(c.name)) for c in table.columns}
            for relation in table.relations:
                fields[f"relation {relation.feature}"] = names.unique(_field(relation.feature))
            self._fields[table.name] = fields

    def _entity_name(self, table: Table) -> str:
        return pascal(self._model[table.entity].name or "")

    def classes(self) -> Iterator[RowClass]:
        """The mapped classes by table name."""
        for table in self._entities:
            yield RowClass(
                name=self._class[table.name],
                table=table.name,
                entity=table.entity,
                doc=table.doc,
                attributes=tuple(self._attribute(table, column) for column in table.columns),
                relationships=tuple(self._relationship(table, each) for each in table.relations),
                constraints=_constraints(table),
            )

    def links(self) -> Iterator[LinkTable]:
        """The tables between entities by name."""
        for table in self._links:
            columns = tuple((column.name, _model_type(column)) for column in table.columns)
            yield LinkTable(self._variable[table.name], table.name, columns, _constraints(table))

    def field(self, table: str, *, column: str = "", relation: str = "") -> str:
        """The attribute of a column or a relation."""
        return self._fields[table][f"column {column}" if column else f"relation {relation}"]

    def class_of(self, table: str) -> str:
        """The class of a table."""
        return self._class[table]

    def unique_class(self, name: str) -> str:
        """A name for something else the module imports."""
        return self._scope.unique(name)

    def imports(self) -> tuple[str, ...]:
        """The import statements for enumerations; complete once `classes` has run."""
        return tuple(
            f"from ..{module} import {name}" + (f" as {alias}" if alias != name else "")
            for (module, name), alias in sorted(self._imported.items())
        )

    # -- attributes -------------------------------------------------------------------------------

    def _attribute(self, table: Table, column: Column) -> Attribute:
        annotation, type_ = self._python(column)
        makes = column.kind is ColumnKind.IDENTIFIER and not column.nullable
        own = not any(column.name in key.columns for key in table.foreign_keys)
        return Attribute(
            name=self._fields[table.name][f"column {column.name}"],
            column=column.name,
            annotation=f"{annotation} | None" if column.nullable else annotation,
            type=type_,
            nullable=column.nullable,
            is_serial=column.kind is ColumnKind.SERIAL,
            default=default_code(column),
            maker="new_identifier" if makes and own and column.default is None else "",
            doc=column.doc,
        )

    def _python(self, column: Column) -> tuple[str, str]:
        """The annotation and the SQLAlchemy type of a column."""
        if column.many:
            return f"list[{self._element(column)}]", "JSON"
        if column.enumeration:
            definition = self._types.of_type(self._model.find(column.enumeration))
            if definition.imports:
                only = definition.imports[0]
                key = (only.module, only.name)
                if key not in self._imported:
                    self._imported[key] = self._scope.unique(only.name)
                return self._imported[key], f"Choice({self._imported[key]})"
        return python_type(column.kind), _model_type(column)

    def _element(self, column: Column) -> str:
        feature = self._model.find(column.origin)
        plain = {"str", "int", "float", "bool"}
        if isinstance(feature, Feature):
            text = self._types.of_type(self._model.type_of(feature)).text
            return text if text in plain else "Any"
        return "Any"

    # -- relationships ----------------------------------------------------------------------------

    def _relationship(self, table: Table, relation: Relation) -> Relationship:
        there = self._class[relation.target]
        is_self = table.name == relation.target
        keys: tuple[str, ...] = ()
        remote: tuple[str, ...] = ()
        near: tuple[tuple[str, str], ...] = ()
        far: tuple[tuple[str, str], ...] = ()
        if relation.kind is RelationKind.LINK:
            near = self._pairs(table.name, relation.columns)
            far = self._pairs(relation.target, relation.target_columns)
        else:
            holder = table.name if relation.kind is RelationKind.ONE else relation.target
            keys = tuple(self._column(holder, each) for each in relation.columns)
            if is_self and relation.kind is RelationKind.ONE:
                remote = tuple(self._column(relation.target, each) for each in table.key)
            elif is_self:
                remote = keys
        back = f"relation {relation.back}"
        return Relationship(
            name=self._fields[table.name][f"relation {relation.feature}"],
            target=there,
            many=relation.kind is not RelationKind.ONE,
            optional=relation.nullable,
            back=self._fields[relation.target][back] if relation.back else "",
            owns=relation.owns,
            foreign_keys=keys,
            remote=remote,
            breaks_cycle=relation.nullable and self._leads_back(table, relation),
            link=self._variable[relation.link] if relation.link else "",
            near=near,
            far=far,
            doc=relation.doc,
        )

    def _leads_back(self, table: Table, relation: Relation) -> bool:
        """Whether rows on both ends may refer to each other, so that one is written without its reference first."""
        target = next(each for each in self._entities if each.name == relation.target)
        return relation.kind is RelationKind.ONE and any(
            each.kind is RelationKind.ONE and each.target == table.name for each in target.relations
        )

    def _column(self, table: str, column: str) -> str:
        return f"{self._class[table]}.{self._fields[table][f'column {column}']}"

    def _pairs(self, table: str, columns: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        target = next(each for each in self._entities if each.name == table)
        names = (self._column(table, key) for key in target.key)
        return tuple(zip(names, columns, strict=True))


def _field(name: str) -> str:
    found = field(name)
    return f"{found}_" if found in _TAKEN_FIELDS else found


def _model_type(column: Column) -> str:
    if column.kind is ColumnKind.JSON and not (column.nullable or column.many):
        return "RequiredJSON"
    return _MODEL_TYPES.get(column.kind) or type_code(column)


def _constraints(table: Table) -> Constraints:
    return Constraints(
        key=(key_name(table.name), table.key),
        foreign_keys=tuple(
            ForeignKeyCode(
                key.name,
                key.columns,
                tuple(f"{key.target}.{column}" for column in key.target_columns),
                key.on_delete,
            )
            for key in table.foreign_keys
        ),
        uniques=tuple((each.name, each.columns) for each in table.uniques),
        checks=tuple((each.name, condition(each)) for each in table.checks),
        indexes=tuple((each.name, each.columns) for each in table.indexes),
    )
