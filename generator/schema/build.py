"""From the model to the schema: which definitions become tables, which features columns.

Recognised by meaning: a concrete item or part definition that specialises `AgentSystems::Persistence::Entity`
is a table of its own with all its features, inherited ones too (one table per concrete entity). Must not know
SQLAlchemy or templates.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from generator.compile.constants import annotated, annotation_value
from generator.diagnostics import Diagnostic, Severity
from generator.emit.names import Names
from generator.ir import Element, Feature, ItemDefinition, Model, PartDefinition
from generator.schema.annotations import (
    KEY,
    LENGTH,
    RENAMED,
    former_names,
    sql_name,
)
from generator.schema.annotations import table_name as table_name_of
from generator.schema.draft import Draft
from generator.schema.link import connect
from generator.schema.relations import Bond, BondKind, bonds_of, stored_features
from generator.schema.tables import Check, Column, ColumnKind, Schema, Table
from generator.schema.values import choices_of, column_type, default_of

__all__ = ["ENTITY", "build_schema", "entities"]

ENTITY = "AgentSystems::Persistence::Entity"


def entities(model: Model, within: Iterable[Element] | None = None) -> tuple[ItemDefinition, ...]:
    """The concrete entity definitions, in source order; narrowed to some elements if given."""
    found = model.specializing(ENTITY, ItemDefinition)
    if within is not None:
        ids = {element.id for element in within}
        found = tuple(each for each in found if each.id in ids)
    return tuple(each for each in found if not each.is_abstract and each.name)


def build_schema(
    model: Model, within: Iterable[Element] | None = None
) -> tuple[Schema, tuple[Diagnostic, ...]]:
    """The schema of a model, or of some of its elements, and what of it cannot be stored as modelled."""
    return _schema_of(model, entities(model, within))


@lru_cache(maxsize=8)
def _schema_of(
    model: Model, found: tuple[ItemDefinition, ...]
) -> tuple[Schema, tuple[Diagnostic, ...]]:
    """The schema of some entities, computed once: several passes ask for it."""
    bonds = bonds_of(model, found)
    diagnostics: list[Diagnostic] = []
    taken = Names(ignore_case=True)
    drafts = {each: _draft(model, each, taken, diagnostics) for each in found}
    for draft in drafts.values():
        _columns(model, draft, bonds[draft.entity], diagnostics)
    references = [
        (draft, bond)
        for draft in _by_key(model, drafts, bonds, diagnostics)
        for bond in bonds[draft.entity]
        if bond.kind is BondKind.REFERENCE
    ]
    # A reference has the columns of a key, which may be references themselves: those come first.
    for draft, bond in sorted(references, key=lambda each: not each[0].is_key(model, each[1])):
        draft.refer(model, bond, drafts[bond.target])
    links = connect(drafts, bonds, taken)
    tables: list[Table] = [draft.finish() for draft in drafts.values()]
    return Schema(tables=tuple(sorted([*tables, *links], key=lambda t: t.name))), tuple(diagnostics)


def _draft(
    model: Model, entity: ItemDefinition, taken: Names, diagnostics: list[Diagnostic]
) -> Draft:
    name, is_clean = table_name_of(model, entity)
    unique = taken.unique(name)
    if not is_clean or unique != name:
        message = f"the table of `{entity.name}` is called `{unique}`"
        diagnostics.append(_warning("schema-table-name", entity, message))
    return Draft(entity, unique, *former_names(model, entity))


def _columns(
    model: Model, draft: Draft, bonds: tuple[Bond, ...], diagnostics: list[Diagnostic]
) -> None:
    leading = {bond.feature.id for bond in bonds}
    for feature in stored_features(model, draft.entity):
        if feature.id in leading:
            continue
        refused = _refused(model, feature)
        if refused:
            diagnostics.append(_warning("schema-not-stored", feature, refused))
            continue
        column, fault = _column(model, draft, feature)
        if fault:
            diagnostics.append(_warning("schema-default", feature, fault))
        draft.add(column)
        draft.look_up(model, feature, (column.name,))
        if annotated(model, feature, KEY):
            draft.key.append(column.name)
        bound = column_type(model, feature).bound
        if bound and not column.many:
            draft.checks.append(Check.of(draft.name, column.name, bound, (0,)))


def _refused(model: Model, feature: Feature) -> str | None:
    for type_ in model.types(feature):
        if type_.library is None and model.specializes(type_, ENTITY):
            return (
                f"`{feature.name}` refers to the abstract entity `{type_.name}`, which has no table"
            )
        if type_.library is None and isinstance(type_, PartDefinition):
            return f"`{feature.name}` is a part that is no entity; it is not stored"
    return None


def _column(model: Model, draft: Draft, feature: Feature) -> tuple[Column, str | None]:
    """The column of a feature that holds values, and what is wrong with its default."""
    name = feature.name or ""
    multiplicity = model.multiplicity(feature)
    many = multiplicity.is_many
    type_ = column_type(model, feature)
    choices = () if many else choices_of(model, type_.enumeration)
    known, default = default_of(model, feature, type_, many)
    fault = None
    if not known or (choices and default is not None and default not in choices):
        default, fault = None, f"`{name}` cannot have its value in a column, which has no default"
    length = annotation_value(model, feature, LENGTH, "maximum")
    is_text = type_.kind in (ColumnKind.STRING, ColumnKind.TEXT) and not many and not choices
    former = annotation_value(model, feature, RENAMED, "former")
    is_key = annotated(model, feature, KEY)
    column = Column(
        name=draft.names.unique(sql_name(name)),
        kind=ColumnKind.JSON if many else type_.kind,
        length=length if is_text and isinstance(length, int) and length > 0 else None,
        nullable=multiplicity.is_optional and not many and not is_key,
        default=default,
        choices=choices,
        previous=sql_name(former) if isinstance(former, str) else None,
        feature=name,
        origin=feature.qualified_name,
        enumeration=type_.enumeration,
        many=many,
        doc=feature.doc,
    )
    return column, fault


def _by_key(
    model: Model,
    drafts: dict[ItemDefinition, Draft],
    bonds: dict[ItemDefinition, tuple[Bond, ...]],
    diagnostics: list[Diagnostic],
) -> list[Draft]:
    """Drafts such that each comes after those whose keys its own references need; cycles lose their key."""
    for draft in drafts.values():
        draft.key_bonds = tuple(
            bond.target
            for bond in bonds[draft.entity]
            if bond.kind is BondKind.REFERENCE and annotated(model, bond.feature, KEY)
        )
    order: list[Draft] = []
    waiting = dict(drafts)
    while waiting:
        ready = [d for d in waiting.values() if not any(t in waiting for t in d.key_bonds)]
        if not ready:
            first = next(iter(waiting.values()))
            message = (
                f"the key of `{first.entity.name}` refers back to itself; it gets an `id` instead"
            )
            diagnostics.append(_warning("schema-key-cycle", first.entity, message))
            first.key_bonds = ()
            ready = [first]
        for draft in ready:
            order.append(waiting.pop(draft.entity))
    for draft in order:
        draft.ensure_key()
    return order


def _warning(code: str, element: Element, message: str) -> Diagnostic:
    return Diagnostic(code, Severity.WARNING, message, element.span)
