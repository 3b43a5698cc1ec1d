"""A table while it is being built. Must not know templates or SQLAlchemy."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.compile.constants import annotated, annotation_value
from generator.emit.names import Names
from generator.ir import Feature, ItemDefinition, Model
from generator.schema.annotations import (
    INDEXED,
    KEY,
    RENAMED,
    UNIQUE,
    sql_name,
)
from generator.schema.relations import Bond
from generator.schema.tables import (
    Check,
    Column,
    ColumnKind,
    ForeignKey,
    Index,
    Relation,
    RelationKind,
    Table,
    Unique,
    shorten,
)

__all__ = ["Draft"]

SERIAL_KEY = "id"


@dataclass(slots=True, eq=False)
class Draft:
    """A table that columns and constraints are added to in the order of the features."""

    entity: ItemDefinition
    name: str
    previous: str | None = None
    former_stem: str | None = None
    names: Names = field(default_factory=lambda: Names(ignore_case=True))
    columns: list[Column] = field(default_factory=list)
    key: list[str] = field(default_factory=list)
    key_bonds: tuple[ItemDefinition, ...] = ()
    foreign_keys: list[ForeignKey] = field(default_factory=list)
    uniques: list[Unique] = field(default_factory=list)
    indexes: list[Index] = field(default_factory=list)
    checks: list[Check] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)

    def add(self, column: Column) -> None:
        """Appends a column with the checks its choices and length ask for."""
        self.columns.append(column)
        if column.choices:
            self.checks.append(Check.of(self.name, column.name, "in", column.choices))
        if column.length is not None:
            self.checks.append(Check.of(self.name, column.name, "length<=", (column.length,)))

    def ensure_key(self) -> None:
        """Puts a numbered `id` in front when no feature is a key."""
        if self.key or self.key_bonds:
            return
        name = self.names.unique(SERIAL_KEY)
        self.columns.insert(0, Column(name=name, kind=ColumnKind.SERIAL, feature=name))
        self.key.append(name)

    def look_up(self, model: Model, feature: Feature, columns: tuple[str, ...]) -> None:
        """Adds the unique constraint or the index a feature is annotated with."""
        stem = f"{self.name}_{'_'.join(columns)}"
        if annotated(model, feature, UNIQUE):
            self.uniques.append(Unique(name=shorten(f"uq_{stem}"), columns=columns))
        elif annotated(model, feature, INDEXED):
            self.indexes.append(Index(name=shorten(f"ix_{stem}"), columns=columns))

    def is_key(self, model: Model, bond: Bond) -> bool:
        """Whether a reference is a part of the key."""
        return bool(self.key_bonds) and annotated(model, bond.feature, KEY)

    def refer(self, model: Model, bond: Bond, target: Draft) -> None:
        """Adds what a single reference to another entity needs."""
        feature = bond.feature
        is_key = self.is_key(model, bond)
        nullable = model.multiplicity(feature).is_optional and not is_key
        former = annotation_value(model, feature, RENAMED, "former")
        columns = self.foreign_key(
            target,
            stem=sql_name(bond.name),
            nullable=nullable,
            on_delete="SET NULL" if nullable else "",
            previous=sql_name(former) if isinstance(former, str) else None,
            origin=feature.qualified_name,
        )
        if is_key:
            self.key.extend(columns)
        self.look_up(model, feature, columns)
        self.relations.append(
            Relation(
                feature=bond.name,
                kind=RelationKind.ONE,
                target=target.name,
                columns=columns,
                nullable=nullable,
                origin=feature.qualified_name,
                doc=feature.doc,
            )
        )

    def foreign_key(
        self,
        target: Draft,
        *,
        stem: str,
        nullable: bool,
        on_delete: str,
        previous: str | None = None,
        origin: str = "",
    ) -> tuple[str, ...]:
        """Adds columns that hold the key of a row of another table, and the constraint over them; their names.

        `previous` is the former stem; a column is renamed when its stem or the key it holds is.
        """
        names: list[str] = []
        for key in target.key:
            of = next(column for column in target.columns if column.name == key)
            name = self.names.unique(_joined(stem, key))
            names.append(name)
            former = _joined(previous or stem, of.previous or key)
            self.columns.append(
                Column(
                    name=name,
                    kind=ColumnKind.INTEGER if of.kind is ColumnKind.SERIAL else of.kind,
                    length=of.length,
                    nullable=nullable,
                    previous=former if former != _joined(stem, key) else None,
                    feature=name,
                    origin=origin,
                    enumeration=of.enumeration,
                )
            )
        name = shorten(f"fk_{self.name}_{'_'.join(names)}")
        keys = (tuple(names), target.name, tuple(target.key))
        self.foreign_keys.append(_foreign_key(name, *keys, on_delete))
        return tuple(names)

    def finish(self) -> Table:
        """The table, its constraints in the order of their names."""
        found = [each.origin for each in self.columns] + [each.origin for each in self.relations]
        return Table(
            name=self.name,
            columns=tuple(self.columns),
            key=tuple(self.key),
            foreign_keys=tuple(sorted(self.foreign_keys, key=lambda each: each.name)),
            uniques=tuple(sorted(self.uniques, key=lambda each: each.name)),
            indexes=tuple(sorted(self.indexes, key=lambda each: each.name)),
            checks=tuple(sorted(self.checks, key=lambda each: each.name)),
            previous=self.previous,
            relations=tuple(self.relations),
            entity=self.entity.qualified_name,
            origins=(self.entity.qualified_name, *dict.fromkeys(filter(None, found))),
            doc=self.entity.doc,
        )


def _foreign_key(
    name: str, columns: tuple[str, ...], target: str, keys: tuple[str, ...], on_delete: str
) -> ForeignKey:
    return ForeignKey(
        name=name, columns=columns, target=target, target_columns=keys, on_delete=on_delete
    )


def _joined(stem: str, key: str) -> str:
    """`mission` and `id` give `mission_id`; `mission` and `mission_id` do too."""
    return shorten(key if key.startswith(f"{stem}_") else f"{stem}_{key}")
