"""How rows and the data types of the system become each other.

Only entities whose rows hold all that an item needs take part: every entity they refer to is a data type too.
Knows the schema and Python names; must not know templates.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.compile.bound_values import Binding, bound_values
from generator.compile.constraints import asserted_constraints
from generator.compile.types import python_types
from generator.emit.names import Names, field, snake
from generator.ir import Feature, Model, Type
from generator.schema.tables import Column, ColumnKind, RelationKind, Schema, Table

from .rows import Rows


@dataclass(frozen=True, slots=True)
class ItemField:
    """One field: its name in the item, the attribute of the row, and how a value is carried over.

    `kind` is plain, dumped (as JSON), secret or item; an item is read and written by functions of their own.
    What the item computes is written, so that queries see it, and not read.
    """

    name: str
    attribute: str
    kind: str
    is_optional: bool
    read: str = ""
    write: str = ""
    is_read: bool = True


@dataclass(frozen=True, slots=True)
class ItemCode:
    """The functions for one entity; `collections` are the fields of an item that its row does not hold.

    `key` are the fields of an item that tell it from others; without any, the database numbers the rows, or those
    of what it is known by. `is_tree` is true when an item never holds two rows of one table, `is_circular` when its
    row may lead back to itself; `circular` are the fields for another item of the same kind.
    """

    read: str
    write: str
    all_method: str
    store_method: str
    remove_method: str
    item: str
    row: str
    label: str
    fields: tuple[ItemField, ...]
    collections: tuple[str, ...]
    is_tree: bool
    is_circular: bool
    circular: tuple[str, ...]
    has_constraints: bool
    table: str
    key: tuple[str, ...]

    @property
    def references(self) -> tuple[str, ...]:
        """The fields that hold other items."""
        return tuple(each.name for each in self.fields if each.kind == "item")

    @property
    def dumps(self) -> bool:
        """Whether a field is carried over as JSON."""
        return any(each.kind == "dumped" for each in self.fields)


def item_codes(
    model: Model, schema: Schema, rows: Rows
) -> tuple[tuple[ItemCode, ...], tuple[str, ...]]:
    """The functions of each entity, and the imports of the items."""
    types = python_types(model)
    tables = _complete(model, schema)
    stems, methods = Names(), Names()
    stem = {t.name: stems.unique(field(model[t.entity].name or "item").rstrip("_")) for t in tables}
    imports: dict[str, list[str]] = {}
    codes: list[ItemCode] = []
    for table in tables:
        item = types.of_type(model[table.entity]).imports[0]
        alias = rows.unique_class(item.name)
        shown = item.name if alias == item.name else f"{item.name} as {alias}"
        imports.setdefault(item.module, []).append(shown)
        name = snake(model[table.entity].name or "")
        codes.append(
            ItemCode(
                read=f"read_{stem[table.name]}",
                write=f"write_{stem[table.name]}",
                all_method=methods.unique(f"all_{name}"),
                store_method=methods.unique(f"store_{name}"),
                remove_method=methods.unique(f"remove_{name}"),
                item=alias,
                row=rows.class_of(table.name),
                label=model[table.entity].name or "",
                fields=_fields(model, table, rows, stem),
                collections=_collections(model, table),
                is_tree=_is_tree(schema, table.name),
                is_circular=table.name in _reached(schema, table.name),
                circular=_circular(model, table),
                has_constraints=_has_constraints(model, table),
                table=table.name,
                key=tuple(_key(model, table)) if _is_known(schema, table) else (),
            )
        )
    lines = [f"from ..{at} import {', '.join(sorted(imports[at]))}" for at in sorted(imports)]
    return tuple(codes), tuple(lines)


def _complete(model: Model, schema: Schema) -> tuple[Table, ...]:
    """The tables that can be read as items, found by taking away those that cannot until none is left."""
    types = python_types(model)
    found = {t.name: t for t in schema.tables if t.entity and types.class_name(model[t.entity])}
    while True:
        broken = [
            name
            for name, table in found.items()
            for each in table.relations
            if (each.kind is RelationKind.ONE and each.target not in found)
            or (each.kind is not RelationKind.ONE and _is_required(model, each.origin))
        ]
        if not broken:
            return tuple(found.values())
        for name in set(broken):
            del found[name]


def _has_constraints(model: Model, table: Table) -> bool:
    entity = model[table.entity]
    return isinstance(entity, Type) and bool(asserted_constraints(model, entity))


def _is_required(model: Model, origin: str) -> bool:
    feature = model.find(origin)
    return isinstance(feature, Feature) and not model.multiplicity(feature).is_optional


def _is_known(schema: Schema, table: Table) -> bool:
    """Whether an item says which row is its own: no part of the key is a number the database gives."""
    if any(each.kind is ColumnKind.SERIAL for each in table.columns):
        return False
    return all(
        _is_known(schema, schema.table(each.target))
        for each in table.relations
        if each.kind is RelationKind.ONE and set(each.columns) & set(table.key)
    )


def _targets(schema: Schema, name: str) -> list[str]:
    """The tables that the references of a table lead to."""
    relations = schema.table(name).relations
    return [each.target for each in relations if each.kind is RelationKind.ONE]


def _is_tree(schema: Schema, name: str) -> bool:
    """Whether no way leads to a table a second time."""
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        at = waiting.pop()
        if at in seen:
            return False
        seen.add(at)
        waiting += _targets(schema, at)
    return True


def _reached(schema: Schema, name: str) -> set[str]:
    """The tables that rows of a table lead to."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        targets = set(_targets(schema, waiting.pop()))
        waiting += targets - found
        found |= targets
    return found


def _circular(model: Model, table: Table) -> tuple[str, ...]:
    types = python_types(model)
    features = (
        model.find(each.origin)
        for each in table.relations
        if each.kind is RelationKind.ONE and each.target == table.name and each.nullable
    )
    return tuple(types.field_name(each) for each in features if isinstance(each, Feature))


def _fields(model: Model, table: Table, rows: Rows, stem: dict[str, str]) -> tuple[ItemField, ...]:
    types = python_types(model)
    entity = model[table.entity]
    bound = bound_values(model, entity)[0] if isinstance(entity, Type) else ()
    fixed = {each.feature.qualified_name for each in bound if each.binding is Binding.FIXED}
    found = []
    for column in table.columns:
        feature = model.find(column.origin)
        is_own = not any(column.name in key.columns for key in table.foreign_keys)
        if isinstance(feature, Feature) and is_own:
            attribute = rows.field(table.name, column=column.name)
            kind = _kind(column, types.of_feature(feature).text)
            name = types.field_name(feature)
            is_read = column.origin not in fixed
            found.append(ItemField(name, attribute, kind, column.nullable, is_read=is_read))
    for relation in table.relations:
        feature = model.find(relation.origin)
        if relation.kind is RelationKind.ONE and isinstance(feature, Feature):
            attribute = rows.field(table.name, relation=relation.feature)
            target = stem[relation.target]
            name, read, write = types.field_name(feature), f"read_{target}", f"write_{target}"
            found.append(ItemField(name, attribute, "item", relation.nullable, read, write))
    return tuple(found)


def _key(model: Model, table: Table) -> Iterator[str]:
    """The fields of the columns of the primary key, and of the items that columns of it refer to."""
    types = python_types(model)
    held = [each for each in table.relations if each.kind is RelationKind.ONE]
    of_others = {name for each in held for name in each.columns}
    own = [(each.origin, (each.name,)) for each in table.columns if each.name not in of_others]
    for origin, columns in (*own, *((each.origin, each.columns) for each in held)):
        feature = model.find(origin)
        if isinstance(feature, Feature) and set(columns) & set(table.key):
            yield types.field_name(feature)


def _kind(column: Column, annotation: str) -> str:
    if column.kind in (ColumnKind.JSON, ColumnKind.VECTOR):
        return "dumped"
    return "secret" if "SecretStr" in annotation else "plain"


def _collections(model: Model, table: Table) -> tuple[str, ...]:
    features = (model.find(r.origin) for r in table.relations if r.kind is not RelationKind.ONE)
    types = python_types(model)
    return tuple(types.field_name(each) for each in features if isinstance(each, Feature))
