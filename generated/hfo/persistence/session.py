# Generated from HFO_Persistence::AgentRun (ssot/hfo/persistence.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The way to the database: SQLite in process by default, PostgreSQL when DATABASE_URL says so."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy import orm

from ..settings import DatabaseSettings

if TYPE_CHECKING:
    from alembic.config import Config

__all__ = [
    "create_engine",
    "database_url",
    "downgrade",
    "migration_engine",
    "migrations_folder",
    "session",
    "upgrade",
]


def database_url(url: str | None = None) -> str:
    """The URL given, else that of the settings, with the driver that is installed: psycopg 3 for PostgreSQL."""
    found = url or DatabaseSettings().database_url
    for prefix in ("postgresql://", "postgres://"):
        if found.startswith(prefix):
            return "postgresql+psycopg://" + found.removeprefix(prefix)
    return found


def create_engine(url: str | None = None) -> sa.Engine:
    """An engine for the system's database.

    On SQLite foreign keys are enforced, readers do not block writers (WAL), and a transaction takes the write
    lock when it begins, so that two processes never decide on the same stale rows.
    """
    engine = sa.create_engine(database_url(url))
    if engine.dialect.name == "sqlite":
        _prepare_sqlite(engine, foreign_keys=True)
    return engine


def migration_engine(url: str | None = None) -> sa.Engine:
    """An engine for migrations: without a pool, and on SQLite without foreign keys.

    SQLite changes a table by copying it; dropping the old copy would delete the rows that refer to it.
    """
    engine = sa.create_engine(database_url(url), poolclass=sa.NullPool)
    if engine.dialect.name == "sqlite":
        _prepare_sqlite(engine, foreign_keys=False)
    return engine


def _prepare_sqlite(engine: sa.Engine, *, foreign_keys: bool) -> None:
    @sa.event.listens_for(engine, "connect")
    def configure(connection: Any, record: object) -> None:
        connection.isolation_level = None  # the driver would commit before DDL
        cursor = connection.cursor()
        cursor.execute("PRAGMA busy_timeout = 30000")
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
        cursor.close()

    @sa.event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")


@contextmanager
def session(engine: sa.Engine) -> Iterator[orm.Session]:
    """A session in one transaction: committed at the end, rolled back when an exception leaves the block."""
    with orm.Session(engine, expire_on_commit=False) as found, found.begin():
        yield found


def upgrade(url: str | None = None, revision: str = "head") -> None:
    """Bring the database forward to a revision of the schema, by default the newest."""
    from alembic import command

    command.upgrade(_configuration(url), revision)


def downgrade(url: str | None = None, revision: str = "-1") -> None:
    """Take the database back to a revision of the schema, by default the one before; `base` drops every table."""
    from alembic import command

    command.downgrade(_configuration(url), revision)


def migrations_folder() -> Path:
    """The folder of the migrations."""
    return Path(__file__).resolve().parent.parent / "migrations"


def _configuration(url: str | None) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option(
        "script_location", str(migrations_folder()).replace("%", "%%")
    )
    config.attributes["url"] = url
    return config
