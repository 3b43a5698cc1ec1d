# Generated from CMOS_Persistence::Context (ssot/cmos/persistence.sysml) and 6 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""How Python values are stored, the same on SQLite and PostgreSQL."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Generic, TypeVar
from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

__all__ = ["JSON", "Choice", "Duration", "RequiredJSON", "Timestamp", "new_identifier"]

E = TypeVar("E", bound=StrEnum)

#: A JSON value; None is stored as NULL.
JSON = sa.JSON(none_as_null=True).with_variant(
    postgresql.JSONB(none_as_null=True), "postgresql"
)
#: A JSON value; None is stored as the null of JSON.
RequiredJSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def new_identifier() -> str:
    """A new globally unique identifier."""
    return str(uuid4())


class Timestamp(sa.types.TypeDecorator[dt.datetime]):
    """A point in time, stored in UTC and given back in UTC; a time without its offset is refused."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(
        self, value: dt.datetime | None, dialect: sa.Dialect
    ) -> dt.datetime | None:
        """The value in UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value.isoformat()} has no offset from UTC")
        return value.astimezone(dt.UTC)

    def process_result_value(
        self, value: dt.datetime | None, dialect: sa.Dialect
    ) -> dt.datetime | None:
        """The value with its offset, also from a database that keeps none."""
        if value is None:
            return None
        if value.tzinfo is None:
            return value.replace(tzinfo=dt.UTC)
        return value.astimezone(dt.UTC)


class Duration(sa.types.TypeDecorator[dt.timedelta]):
    """A length of time, stored in seconds."""

    impl = sa.Double()
    cache_ok = True

    def process_bind_param(
        self, value: dt.timedelta | None, dialect: sa.Dialect
    ) -> float | None:
        """The value in seconds; OverflowError when that would lose some of it."""
        if value is None:
            return None
        seconds = value.total_seconds()
        if dt.timedelta(seconds=seconds) != value:
            raise OverflowError(f"{value} cannot be stored exactly")
        return seconds

    def process_result_value(
        self, value: float | None, dialect: sa.Dialect
    ) -> dt.timedelta | None:
        """The value from seconds."""
        return None if value is None else dt.timedelta(seconds=value)


class Choice(sa.types.TypeDecorator[E], Generic[E]):
    """A literal of an enumeration, stored as its text."""

    impl = sa.String()
    cache_ok = True

    def __init__(self, enumeration: type[E]) -> None:
        super().__init__()
        self.enumeration = enumeration

    @property
    def python_type(self) -> type[E]:
        """The enumeration."""
        return self.enumeration

    def process_bind_param(self, value: E | None, dialect: sa.Dialect) -> str | None:
        """The text of the literal; ValueError for anything else."""
        return None if value is None else self.enumeration(value).value

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> E | None:
        """The literal of the text."""
        return None if value is None else self.enumeration(value)
