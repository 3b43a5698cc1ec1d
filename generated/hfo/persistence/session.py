# Generated from HFO_Persistence::AgentRun (ssot/hfo/persistence.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The way to the database: SQLite in process by default, PostgreSQL when DATABASE_URL says so."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy import orm

from .. import files
from .. import location
from .reading import REVISION, Connection

if TYPE_CHECKING:
    from alembic.config import Config

__all__ = [
    "REVISION",
    "adopted",
    "create_engine",
    "database_url",
    "downgrade",
    "migration_engine",
    "migrations_folder",
    "prepare",
    "revision",
    "session",
    "started",
    "upgrade",
]

LOCK = 0x5507
"""Any number: the same for all runs of this system on a database of PostgreSQL."""


def database_url(url: str | None = None) -> str:
    """The URL given, else that of the settings, with the driver that is installed: psycopg 3 for PostgreSQL.

    A file of SQLite that is not absolute is below the root folder of the system.
    """
    found = url or location.database_url()
    for prefix in ("postgresql://", "postgres://"):
        if found.startswith(prefix):
            return "postgresql+psycopg://" + found.removeprefix(prefix)
    parsed = sa.make_url(found)
    name = parsed.database
    if (
        parsed.get_backend_name() != "sqlite"
        or name in (None, "", ":memory:")
        or parsed.query
    ):
        return found
    return parsed.set(database=str(files.place(name))).render_as_string(
        hide_password=False
    )


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


def adopted(connection: Connection) -> sa.Engine:
    """An engine that goes on with a connection to SQLite, in the transaction that is open there."""
    engine = sa.create_engine(
        "sqlite://", creator=lambda: connection, poolclass=sa.StaticPool
    )
    with connection.lent():  # the first use asks SQLite what it can, and rolls back
        engine.connect().close()
    return engine


def started(engine: sa.Engine) -> orm.Session:
    """A session in a transaction that no other run overtakes.

    SQLite sees to that by itself. On PostgreSQL a run waits for the one before it, or fails after half a minute: else
    two of them could decide on the same stale rows, and each would be right alone.
    """
    session = orm.Session(engine)
    if engine.dialect.name == "postgresql":
        try:
            session.execute(sa.text("SET LOCAL lock_timeout = '30s'"))
            session.execute(sa.select(sa.func.pg_advisory_xact_lock(LOCK, 1)))
        except BaseException:
            session.close()
            raise
    return session


@contextmanager
def session(engine: sa.Engine) -> Iterator[orm.Session]:
    """A session in one transaction: committed at the end, rolled back when an exception leaves the block."""
    with orm.Session(engine, expire_on_commit=False) as found, found.begin():
        yield found


def revision(connection: sa.Connection) -> str | None:
    """The revision of the schema the database has; None when it has none."""
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.exec_driver_sql(
        "SELECT version_num FROM alembic_version"
    ).scalar()
    return found


def prepare(engine: sa.Engine) -> None:
    """Bring a database that is used forward to the newest schema, so that the first command finds one.

    Without DATABASE_UPGRADE that is done for SQLite only; `1` asks for it, `0` forbids it.
    """
    wanted = os.environ.get("DATABASE_UPGRADE") or str(
        int(engine.dialect.name == "sqlite")
    )
    if wanted == "1":
        name = engine.url.database
        if engine.dialect.name == "sqlite" and name not in (None, "", ":memory:"):
            Path(name).parent.mkdir(parents=True, exist_ok=True)
        with engine.connect() as connection:
            current = revision(connection)
        if current != REVISION:
            upgrade(engine.url.render_as_string(hide_password=False))


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
