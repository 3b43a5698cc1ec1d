"""Collections of rows: foreign keys in owned tables, inverses of references, tables between.

Runs when every draft has its key. Must not know the model beyond the bonds.
"""

from __future__ import annotations

from dataclasses import replace

from generator.emit.names import Names
from generator.ir import ItemDefinition
from generator.schema.annotations import sql_name
from generator.schema.draft import Draft
from generator.schema.relations import Bond, BondKind
from generator.schema.tables import Relation, RelationKind, Table, shorten

__all__ = ["connect"]

_Drafts = dict[ItemDefinition, Draft]


def connect(
    drafts: _Drafts, bonds: dict[ItemDefinition, tuple[Bond, ...]], taken: Names
) -> list[Table]:
    """Adds collections to the drafts; returns the tables between them."""
    links: list[Table] = []
    for entity, found in bonds.items():
        for bond in found:
            here, there = drafts[entity], drafts[bond.target]
            if bond.kind is BondKind.INVERSE:
                _inverse(bond, here, there)
            elif bond.kind is BondKind.OWNED:
                _owned(bond, here, there, found)
            elif bond.kind is BondKind.LINK:
                links.append(_link(bond, here, there, taken))
    return links


def _many(bond: Bond, target: Draft, columns: tuple[str, ...], back: str) -> Relation:
    return Relation(
        feature=bond.name,
        kind=RelationKind.MANY,
        target=target.name,
        columns=columns,
        back=back,
        owns=bond.feature.is_composite,
        origin=bond.feature.qualified_name,
        doc=bond.feature.doc,
    )


def _inverse(bond: Bond, here: Draft, there: Draft) -> None:
    back = bond.back.name if bond.back is not None else None
    at = next(
        i
        for i, each in enumerate(there.relations)
        if each.feature == back and each.kind is RelationKind.ONE
    )
    reference = there.relations[at] = replace(there.relations[at], back=bond.name)
    here.relations.append(_many(bond, there, reference.columns, reference.feature))
    if bond.feature.is_composite:
        for i, key in enumerate(there.foreign_keys):
            if key.columns == reference.columns:
                there.foreign_keys[i] = replace(key, on_delete="CASCADE")


def _owned(bond: Bond, here: Draft, there: Draft, siblings: tuple[Bond, ...]) -> None:
    stem = sql_name(here.entity.name or "")
    former = here.former_stem
    rivals = [b for b in siblings if b.kind is BondKind.OWNED and b.target is bond.target]
    if len(rivals) > 1 or there is here:
        stem = f"{stem}_{sql_name(bond.name)}"
        former = f"{former}_{sql_name(bond.name)}" if former else None
    columns = there.foreign_key(
        here, stem=stem, nullable=True, on_delete="CASCADE", previous=former
    )
    here.relations.append(_many(bond, there, columns, ""))


def _link(bond: Bond, here: Draft, there: Draft, taken: Names) -> Table:
    name = taken.unique(shorten(f"{here.name}_{sql_name(bond.name)}"))
    former = f"{here.previous}_{sql_name(bond.name)}" if here.previous else None
    between = Draft(here.entity, name, shorten(former) if former else None)
    columns = between.foreign_key(
        here,
        stem=sql_name(here.entity.name or ""),
        nullable=False,
        on_delete="CASCADE",
        previous=here.former_stem,
    )
    others = between.foreign_key(
        there,
        stem=sql_name(bond.name if there is here else bond.target.name or ""),
        nullable=False,
        on_delete="CASCADE",
        previous=None if there is here else there.former_stem,
    )
    between.key = [*columns, *others]
    _both_ways(bond, here, there, name, columns, others)
    doc = f"Which rows of `{there.name}` belong to the `{bond.name}` of a row of `{here.name}`."
    origins = (bond.feature.qualified_name,)
    return replace(between.finish(), entity="", doc=doc, origins=origins)


def _both_ways(
    bond: Bond,
    here: Draft,
    there: Draft,
    link: str,
    columns: tuple[str, ...],
    others: tuple[str, ...],
) -> None:
    """Adds the relation through a link table, and the one that leads back if there is one."""
    relation = replace(
        _many(bond, there, columns, ""),
        kind=RelationKind.LINK,
        link=link,
        target_columns=others,
        owns=False,
    )
    if bond.back is not None:
        mirror = replace(
            relation,
            feature=bond.back.name or "",
            target=here.name,
            columns=others,
            target_columns=columns,
            back=bond.name,
            origin=bond.back.qualified_name,
            doc=bond.back.doc,
        )
        there.relations.append(mirror)
        relation = replace(relation, back=mirror.feature)
    here.relations.append(relation)
