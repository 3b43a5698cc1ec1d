# Generated from HFO_Persistence::AgentRun (ssot/hfo/persistence.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Rows in a session of SQLAlchemy: read, kept with what they refer to, and removed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy import orm

from .models import Base

__all__ = ["every", "keep", "remove"]

B = TypeVar("B", bound=Base)


def every(
    session: orm.Session, table: str, where: Mapping[str, object]
) -> Sequence[Any]:
    """The rows of a table that have certain values in certain columns, ordered by their key."""
    mapper = next(
        each for each in Base.registry.mappers if str(each.local_table) == table
    )
    columns = mapper.local_table.c
    conditions = [columns[name] == value for name, value in where.items()]
    query = sa.select(mapper.class_).where(*conditions).order_by(*mapper.primary_key)
    return session.scalars(query).all()


def keep(session: orm.Session, row: Base) -> None:
    """Keep a row, in place of the one with its key; what it refers to is added where it
    is missing.
    """
    _kept(session, row, is_replaced=True)
    session.flush()


def remove(session: orm.Session, row: Base) -> None:
    """Remove the row with the key of another one, if there is one; what it refers to stays as it is."""
    key = tuple(_key(row).values())
    found = None if None in key else session.get(type(row), key)
    if found is not None:
        session.delete(found)
        session.flush()


def _references(kind: type[Base]) -> list[orm.RelationshipProperty[Any]]:
    """The relationships that lead to one row each: to collections nobody looks, for that would read them."""
    return [each for each in sa.inspect(kind).relationships if not each.uselist]


def _held(row: Base) -> dict[Any, Any]:
    """The columns of the key of a row, with what they hold."""
    mapper = sa.inspect(type(row))
    return dict(
        zip(mapper.primary_key, mapper.primary_key_from_instance(row), strict=True)
    )


def _key(row: Base) -> dict[Any, Any]:
    """The same of a new row; what is the key of another row comes from that one."""
    key = _held(row)
    for relation in _references(type(row)):
        target, pairs = getattr(row, relation.key), relation.local_remote_pairs or ()
        if isinstance(target, Base) and any(own in key for own, _ in pairs):
            theirs = _key(target)
            key.update((own, theirs[other]) for own, other in pairs if own in key)
    return key


def _kept(session: orm.Session, row: B, *, is_replaced: bool) -> B:
    """The row of the session for a new one, which itself stays outside with all that it refers to."""
    mapper = sa.inspect(type(row))
    names = {each.columns[0]: each.key for each in mapper.column_attrs}
    values = {
        name: row.__dict__[name] for name in names.values() if name in row.__dict__
    }
    given = [each for each in _references(type(row)) if each.key in row.__dict__]
    for each in given:
        target = getattr(row, each.key)
        theirs: dict[Any, Any] = {}
        if isinstance(target, Base):
            known = _kept(session, target, is_replaced=False)
            session.flush()  # a number that is its key is there from now on
            theirs = _held(known)
        values.update(
            (names[own], theirs.get(other))
            for own, other in each.local_remote_pairs or ()
        )
    key = tuple(values.get(names[each]) for each in mapper.primary_key)
    found = None if None in key else session.get(type(row), key)
    if found is None:
        found = type(row)(**values)
        session.add(found)
    elif is_replaced:
        for name, value in values.items():
            setattr(found, name, value)
        if given:
            session.expire(found, [each.key for each in given])
    return found
