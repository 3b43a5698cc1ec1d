# Generated from HFO_Persistence::AgentRun (ssot/hfo/persistence.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The way to the database: where it is, what is enforced, what a transaction holds."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import orm

from hfo import files
from hfo.persistence import session


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("postgresql://u:p@h/d", "postgresql+psycopg://u:p@h/d"),
        ("postgres://u:p@h/d", "postgresql+psycopg://u:p@h/d"),
        ("postgresql+psycopg://u:p@h/d", "postgresql+psycopg://u:p@h/d"),
        ("sqlite:////a.db", "sqlite:////a.db"),
    ],
)
def test_url(given: str, used: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A URL that is given comes first, then that of the environment; PostgreSQL goes through psycopg 3."""
    assert session.database_url(given) == used
    monkeypatch.setenv("DATABASE_URL", given)
    assert session.database_url() == used
    assert session.database_url("sqlite://") == "sqlite://"


def test_files_are_below_the_root(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file of SQLite that is not absolute is in the root folder of the system."""
    monkeypatch.setenv(files.ROOT, str(tmp_path))
    assert session.database_url("sqlite:///b/a.db") == f"sqlite:///{tmp_path}/b/a.db"
    assert session.database_url("sqlite:///:memory:") == "sqlite:///:memory:"


def pragma(engine: sa.Engine, name: str) -> object:
    """A setting of SQLite on a connection."""
    with engine.connect() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()


def test_sqlite_is_prepared(tmp_path: Path) -> None:
    """Foreign keys hold except in migrations, readers do not wait, writers wait."""
    url = f"sqlite:///{tmp_path / 'test.db'}"
    for engine, enforced in (
        (session.create_engine(url), 1),
        (session.migration_engine(url), 0),
    ):
        assert pragma(engine, "foreign_keys") == enforced
        assert pragma(engine, "journal_mode") == "wal"
        assert pragma(engine, "busy_timeout") == 30000
        engine.dispose()


def test_transactions_follow_each_other(tmp_path: Path) -> None:
    """A transaction holds the right to write from its beginning, so that nobody decides on stale rows."""
    url = f"sqlite:///{tmp_path / 'test.db'}"
    first, second = session.create_engine(url), session.create_engine(url)
    with first.connect() as one, second.connect() as two:
        one.exec_driver_sql("SELECT 1")
        raw = two.connection.driver_connection
        assert raw is not None
        raw.execute("PRAGMA busy_timeout = 1")
        with pytest.raises(sa.exc.OperationalError, match="locked"):
            two.exec_driver_sql("SELECT 1")
    first.dispose()
    second.dispose()


def test_session_keeps_all_or_nothing(tmp_path: Path) -> None:
    """What is done in a block is kept, unless an exception leaves it; objects can be read afterwards."""
    engine = session.create_engine(f"sqlite:///{tmp_path / 'test.db'}")
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE t (n INTEGER)")
    with session.session(engine) as found:
        found.execute(sa.text("INSERT INTO t VALUES (1)"))

    def fail(found: orm.Session) -> None:
        found.execute(sa.text("INSERT INTO t VALUES (2)"))
        raise ArithmeticError

    with pytest.raises(ArithmeticError), session.session(engine) as found:
        fail(found)
    with session.session(engine) as found:
        assert found.scalars(sa.text("SELECT n FROM t")).all() == [1]
        assert not found.expire_on_commit
    engine.dispose()


def test_migrations_are_one_transaction(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A migration that fails leaves nothing behind."""
    from alembic.operations import Operations

    def refuse(*arguments: object, **options: object) -> None:
        raise ArithmeticError

    url = f"sqlite:///{tmp_path / 'test.db'}"
    session.upgrade(url)
    monkeypatch.setattr(Operations, "drop_table", refuse)
    engine = session.create_engine(url)
    before = set(sa.inspect(engine).get_table_names())
    with pytest.raises(ArithmeticError):
        session.downgrade(url, "base")
    assert set(sa.inspect(engine).get_table_names()) == before
    engine.dispose()


def test_going_back_one_revision(tmp_path: Path) -> None:
    """Without a revision, it is the one before."""
    from alembic.migration import MigrationContext
    from alembic.script import ScriptDirectory

    url = f"sqlite:///{tmp_path / 'test.db'}"
    session.upgrade(url)
    scripts = ScriptDirectory(str(session.migrations_folder()))
    newest = scripts.get_current_head()
    assert newest is not None
    session.downgrade(url)
    engine = session.create_engine(url)
    with engine.connect() as connection:
        current = MigrationContext.configure(connection).get_current_revision()
    engine.dispose()
    assert current == scripts.get_revision(newest).down_revision


def test_migrations_as_sql(monkeypatch: pytest.MonkeyPatch) -> None:
    """They can be printed for a database that is not at hand."""
    from alembic import command
    from alembic.config import Config

    monkeypatch.setenv("DATABASE_URL", "postgresql://localhost/none")
    printed = io.StringIO()
    config = Config(output_buffer=printed)
    config.set_main_option("script_location", str(session.migrations_folder()))
    command.upgrade(config, "head", sql=True)
    sql = printed.getvalue()
    assert "CREATE TABLE " in sql
    assert "INSERT INTO alembic_version (version_num) VALUES ('" in sql


def test_migrations_on_a_given_connection(tmp_path: Path) -> None:
    """They run in the transaction of whoever hands them a connection."""
    from alembic import command
    from alembic.config import Config

    engine = session.migration_engine(f"sqlite:///{tmp_path / 'test.db'}")
    config = Config()
    config.set_main_option("script_location", str(session.migrations_folder()))
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        assert "missions" in sa.inspect(connection).get_table_names()
    engine.dispose()


def test_broken_references_are_noticed(tmp_path: Path) -> None:
    """A migration does not end while a row refers to a row that does not exist."""
    from hfo.tests.persistence import test_schema as sample

    url = f"sqlite:///{tmp_path / 'test.db'}"
    session.upgrade(url)
    table, columns, _, _ = sample.REFERENCES[0]
    row = {**sample.ROWS[table][0], **dict.fromkeys(columns, "'no such row'")}
    engine = session.migration_engine(url)
    with engine.begin() as connection:
        sample.insert(connection, table, row)
    engine.dispose()
    with pytest.raises(RuntimeError, match="foreign keys are broken"):
        session.upgrade(url)
