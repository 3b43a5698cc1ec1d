# Generated from HFO_Persistence::AgentRun (ssot/hfo/persistence.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Rows of a SQLite database without SQLAlchemy, whose import takes longer than most commands that only read.

A record has the attributes of the mapped class of its table, and the records it refers to. Whatever is no file of
SQLite is read through the mapped classes, and so is everything after the first change of a transaction.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .. import files
from ..location import database_url

__all__ = [
    "REVISION",
    "TABLES",
    "Connection",
    "Reader",
    "Record",
    "Table",
    "damages",
    "file_of",
    "opened",
]

REVISION = "0001_9fcde06643d1"
"""The newest revision of the schema."""
WAIT = 30
"""Seconds for which a transaction waits for the one before it."""

Decode = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Table:
    """How a table is read.

    `columns` are attributes with the name of their column, `decoded` those whose values are stored as something else;
    `ones` lead to one row of another table: the table, and pairs of columns here and there.
    """

    name: str
    key: tuple[str, ...]
    columns: Mapping[str, str]
    decoded: Mapping[str, Decode] = field(default_factory=dict)
    ones: Mapping[str, tuple[str, tuple[tuple[str, str], ...]]] = field(
        default_factory=dict
    )


class Connection(sqlite3.Connection):
    """A connection that can be lent to somebody whose first act would be to roll back what was begun."""

    _is_lent = False

    @contextmanager
    def lent(self) -> Iterator[None]:
        """Inside, nothing is rolled back."""
        self._is_lent = True
        try:
            yield
        finally:
            self._is_lent = False

    def rollback(self) -> None:
        """Take the transaction back, unless the connection is lent."""
        if not self._is_lent:
            super().rollback()


def _moment(text: str) -> dt.datetime:
    """A point in time, which is stored in UTC."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


def _length(seconds: float) -> dt.timedelta:
    return dt.timedelta(seconds=seconds)


TABLES: Mapping[str, Table] = {
    each.name: each
    for each in (
        Table(
            "agent_runs",
            ("run_id",),
            {
                "run_id": "run_id",
                "agent": "agent",
                "model": "model",
                "started_at": "started_at",
                "seconds": "seconds",
                "tokens_used": "tokens_used",
                "attempts": "attempts",
                "succeeded": "succeeded",
                "error": "error",
                "trace_id": "trace_id",
                "mission_id": "mission_id",
            },
            decoded={
                "started_at": _moment,
                "succeeded": bool,
            },
            ones={
                "mission": ("missions", (("mission_id", "mission_id"),)),
            },
        ),
        Table(
            "knowledge_vectors",
            ("vector_id",),
            {
                "vector_id": "vector_id",
                "topic": "topic",
                "content": "content",
                "content_digest": "content_digest",
                "embedding": "embedding",
                "details": "details",
                "confidence": "confidence",
                "learnt_at": "learnt_at",
                "mission_id": "mission_id",
            },
            decoded={
                "embedding": json.loads,
                "details": json.loads,
                "learnt_at": _moment,
            },
            ones={
                "mission": ("missions", (("mission_id", "mission_id"),)),
            },
        ),
        Table(
            "missions",
            ("mission_id",),
            {
                "mission_id": "mission_id",
                "user_id": "user_id",
                "intent": "intent",
                "status": "status",
                "workflow": "workflow",
                "risk": "risk",
                "approved": "approved",
                "tokens_used": "tokens_used",
                "started_at": "started_at",
                "finished_at": "finished_at",
                "digest": "digest",
            },
            decoded={
                "approved": bool,
                "started_at": _moment,
                "finished_at": _moment,
                "digest": json.loads,
            },
        ),
        Table(
            "quorum_votes",
            (
                "reviewer",
                "mission_id",
            ),
            {
                "reviewer": "reviewer",
                "verdict": "verdict",
                "reason": "reason",
                "voted_on": "voted_on",
                "mission_id": "mission_id",
            },
            decoded={
                "voted_on": _moment,
            },
            ones={
                "mission": ("missions", (("mission_id", "mission_id"),)),
            },
        ),
    )
}
"""Every table of an entity."""


class Record:
    """A row: its attributes are those of the mapped class."""

    def __init__(self, reader: Reader, table: Table, row: sqlite3.Row) -> None:
        self._reader = reader
        self._table = table
        self._row = row

    def __getattr__(self, name: str) -> Any:
        column = self._table.columns.get(name)
        if column is not None:
            value = self._row[column]
            decode = self._table.decoded.get(name)
            return value if value is None or decode is None else decode(value)
        if name not in self._table.ones:
            raise AttributeError(name)
        target, pairs = self._table.ones[name]
        return self._reader.one(
            target, {there: self._row[here] for here, there in pairs}
        )

    def columns(self) -> dict[str, Any]:
        """The values by the names of their columns."""
        return {
            column: getattr(self, name) for name, column in self._table.columns.items()
        }


class Reader:
    """Reads in one transaction, which holds the right to write from its beginning."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        connection.row_factory = sqlite3.Row

    def rows(
        self,
        table: str,
        where: Mapping[str, object] | None = None,
        limit: int | None = None,
    ) -> list[Record]:
        """The rows of a table that have certain values in certain columns, ordered by their key."""
        known = TABLES[table]
        conditions = " AND ".join(f"{_quoted(name)} = ?" for name in where or ())
        text = f"SELECT * FROM {_quoted(table)}"  # noqa: S608 - names are quoted, values are parameters
        text += f" WHERE {conditions}" if conditions else ""
        text += " ORDER BY " + ", ".join(map(_quoted, known.key))
        text += "" if limit is None else f" LIMIT {limit:d}"
        found = self.connection.execute(text, tuple((where or {}).values()))
        return [Record(self, known, each) for each in found]

    def one(self, table: str, key: Mapping[str, object]) -> Record | None:
        """The row with a key; None where there is none."""
        if None in key.values():
            return None
        return next(iter(self.rows(table, key)), None)

    def close(self, *, keep: bool = False) -> None:
        """End the transaction."""
        try:
            self.connection.commit() if keep else self.connection.rollback()
        finally:
            self.connection.close()


def file_of(url: str) -> Path | None:
    """The file a URL names, if it plainly names one of SQLite; a relative one is below the root folder."""
    found = re.fullmatch(r"sqlite:///([^?#%:]+)", url)
    return None if found is None else files.place(found[1])


def opened() -> Reader | None:
    """A reader in a new transaction on the database of the settings, brought up to date before; None if that is no file."""
    file = file_of(database_url())
    if file is None:
        return None
    forbidden = os.environ.get("DATABASE_UPGRADE", "1") == "0"
    if forbidden and not file.is_file():
        return None
    file.parent.mkdir(parents=True, exist_ok=True)
    if not forbidden and _revision(file) != REVISION:
        from .session import upgrade

        upgrade(f"sqlite:///{file}")
    connection = _connected(file)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("BEGIN IMMEDIATE")
    except BaseException:
        connection.close()
        raise
    return Reader(connection)


def damages(connection: sqlite3.Connection) -> tuple[str, ...]:
    """What is wrong with a database: its schema, its pages, its references."""
    try:
        current = connection.execute(
            "SELECT version_num FROM alembic_version"
        ).fetchone()
    except sqlite3.OperationalError:
        current = None
    found = []
    if current is None or current[0] != REVISION:
        found.append(
            f"the schema is {current[0] if current else 'missing'}, not {REVISION}"
        )
    pages = [each[0] for each in connection.execute("PRAGMA integrity_check")]
    found += [each for each in pages if each != "ok"]
    broken = [each[0] for each in connection.execute("PRAGMA foreign_key_check")]
    return (
        *found,
        *(f"a row of {each} refers to a row that does not exist" for each in broken),
    )


def _connected(file: Path) -> Connection:
    return sqlite3.connect(
        file,
        timeout=WAIT,
        isolation_level=None,
        check_same_thread=False,
        factory=Connection,
    )


def _revision(file: Path) -> str | None:
    """The revision a file has; None if it is not there, or has none."""
    with contextlib.closing(_connected(file)) as connection:
        try:
            found = connection.execute(
                "SELECT version_num FROM alembic_version"
            ).fetchone()
        except sqlite3.OperationalError as fault:
            if "no such table" not in str(fault):
                raise
            return None
    return None if found is None else str(found[0])


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
