# Generated from CMOS_Persistence::Context (ssot/cmos/persistence.sysml) and 6 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Values are stored exactly, or refused."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any

import pytest
import sqlalchemy as sa

from cmos.persistence import columns

# Engines connect when they are used; these never are.
POSTGRESQL = sa.create_engine("postgresql+psycopg://localhost/none").dialect
SQLITE = sa.create_engine("sqlite://").dialect
ZONE = dt.timezone(dt.timedelta(hours=5))
NOON = dt.datetime(2024, 2, 29, 12, 30, 15, 250, tzinfo=ZONE)


class Colour(StrEnum):
    """An enumeration whose literals have other names than texts."""

    RED = "red light"
    BLUE = "blue light"


def stored(type_: sa.types.TypeEngine[Any], value: Any) -> tuple[Any, Any]:
    """What a column gives back for a value, and what it holds."""
    table = sa.Table("t", sa.MetaData(), sa.Column("c", type_))
    engine = sa.create_engine("sqlite://")
    with engine.connect() as connection:
        table.create(connection)
        connection.execute(table.insert().values(c=value))
        read = connection.execute(sa.select(table.c.c)).scalar_one()
        held = connection.execute(sa.text("SELECT c FROM t")).scalar_one()
    return read, held


@pytest.mark.parametrize(
    ("type_", "value", "held"),
    [
        (columns.Timestamp(), NOON, "2024-02-29 07:30:15.000250"),
        (columns.Duration(), dt.timedelta(minutes=2, milliseconds=500), 120.5),
        (columns.Choice(Colour), Colour.BLUE, "blue light"),
        (columns.JSON, {"a": [1, None]}, '{"a": [1, null]}'),
    ],
)
def test_values(type_: sa.types.TypeEngine[Any], value: Any, held: Any) -> None:
    """What comes back is what was stored, and of the same type."""
    read, found = stored(type_, value)
    assert read == value
    assert type(read) is type(value)
    assert found == held


@pytest.mark.parametrize(
    "type_",
    [columns.Timestamp(), columns.Duration(), columns.Choice(Colour), columns.JSON],
)
def test_none(type_: sa.types.TypeEngine[Any]) -> None:
    """Nothing is NULL."""
    assert stored(type_, None) == (None, None)


def test_null_is_a_json_value() -> None:
    """Where a value is required, it is one."""
    assert stored(columns.RequiredJSON, None) == (None, "null")
    assert stored(columns.RequiredJSON, [1]) == ([1], "[1]")


def test_timestamps_come_back_in_utc() -> None:
    """From a database that keeps no offset, and from one that gives its own."""
    read, _ = stored(columns.Timestamp(), NOON)
    assert read.utcoffset() == dt.timedelta(0)
    given = columns.Timestamp().process_result_value(NOON, POSTGRESQL)
    assert given == NOON
    assert given is not None
    assert given.utcoffset() == dt.timedelta(0)
    naive = dt.datetime(2024, 1, 1)
    assert columns.Timestamp().process_result_value(naive, SQLITE) == naive.replace(
        tzinfo=dt.UTC
    )


@pytest.mark.parametrize(
    ("type_", "value"),
    [
        (columns.Timestamp(), dt.datetime(2024, 1, 1)),
        (columns.Duration(), dt.timedelta(days=999999999, microseconds=1)),
        (columns.Choice(Colour), "RED"),
        (columns.Choice(Colour), "no colour"),
    ],
)
def test_refused(type_: sa.types.TypeEngine[Any], value: Any) -> None:
    """A time without offset, a length that a number cannot hold, what is no literal."""
    with pytest.raises((sa.exc.StatementError, OverflowError)):
        stored(type_, value)


def test_postgresql_types() -> None:
    """With offset, and as binary JSON."""
    assert columns.Timestamp().compile(POSTGRESQL) == "TIMESTAMP WITH TIME ZONE"
    for type_, none_as_null in ((columns.JSON, True), (columns.RequiredJSON, False)):
        assert type_.compile(POSTGRESQL) == "JSONB"
        binary = type_.dialect_impl(POSTGRESQL)
        assert isinstance(binary, sa.JSON)
        assert binary.none_as_null is none_as_null


def test_identifiers_differ() -> None:
    """Each is new."""
    made = {columns.new_identifier() for _ in range(100)}
    assert len(made) == 100
    assert {len(each) for each in made} == {36}
