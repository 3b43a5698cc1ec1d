# Generated from HFO_Persistence::AgentRun (ssot/hfo/persistence.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Rows that are read without SQLAlchemy are what the mapped classes say, and part of the same transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import orm

from hfo import files
from hfo.persistence import session
from hfo.persistence.models import Base
from hfo.persistence.reading import REVISION, TABLES, Reader, file_of, opened
from hfo.persistence.transaction import Unit, check, read
from hfo.tests.persistence import test_schema as sample

FIRST = next(iter(sample.ROWS))
MAPPERS = {str(each.local_table): each for each in Base.registry.mappers}


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database."""
    file = tmp_path_factory.mktemp("template") / "test.db"
    session.upgrade(f"sqlite:///{file}")
    return file


@pytest.fixture(autouse=True)
def engine(
    template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[sa.Engine]:
    """A database of its own, with a row in each table; the settings name it."""
    monkeypatch.setenv(files.ROOT, str(tmp_path))
    monkeypatch.setenv("DATABASE_URL", "sqlite:///test.db")
    (tmp_path / "test.db").write_bytes(template.read_bytes())
    made = session.create_engine()
    with made.begin() as connection:
        for name, rows in sample.ROWS.items():
            sample.insert(connection, name, rows[0])
    yield made
    made.dispose()


@pytest.fixture
def reader(engine: sa.Engine) -> Iterator[Reader]:
    """A reader of it."""
    found = opened()
    assert found is not None
    yield found
    found.close()


def exact(value: object) -> tuple[bool, object]:
    """A value that equals no other one, as 1 does True."""
    return isinstance(value, bool), value


@pytest.mark.parametrize("table", [each for each in TABLES if each in sample.ROWS])
def test_records_are_as_mapped_classes(
    engine: sa.Engine, reader: Reader, table: str
) -> None:
    """Every column and every reference of a row."""
    (record,) = reader.rows(table)
    reader.connection.commit()
    mapper = MAPPERS[table]
    with orm.Session(engine) as found:
        row = found.scalars(sa.select(mapper.class_)).one()
        names = [each.key for each in mapper.column_attrs]
        assert {name: exact(getattr(record, name)) for name in names} == {
            name: exact(getattr(row, name)) for name in names
        }
        for name, (target, _) in TABLES[table].ones.items():
            one, other = getattr(row, name), getattr(record, name)
            assert (other is None) == (one is None)
            if one is not None:
                keys = [each.key for each in MAPPERS[target].column_attrs]
                assert [getattr(other, key) for key in keys] == [
                    getattr(one, key) for key in keys
                ]
    with pytest.raises(AttributeError):
        record.no_such_attribute  # noqa: B018


def test_rows_are_chosen_by_what_is_in_a_column(reader: Reader) -> None:
    """Only those that have it, and not more than asked for."""
    (record,) = reader.rows(FIRST)
    for column, value in record.columns().items():
        if column in TABLES[FIRST].key:
            assert [
                each.columns()
                for each in reader.rows(FIRST, {column: record._row[column]})
            ] == [record.columns()]
            assert reader.rows(FIRST, {column: "no such value"}) == []
            assert value is not None
    assert reader.rows(FIRST, limit=0) == []
    assert reader.one(FIRST, dict.fromkeys(TABLES[FIRST].key)) is None


def test_a_change_is_in_the_transaction_of_what_was_read(engine: sa.Engine) -> None:
    """The session goes on where the reader was: nobody comes between, and all is kept or nothing."""

    def key_of(record: object) -> object:
        return getattr(record, next(iter(TABLES[FIRST].columns)))

    def clear(found: orm.Session) -> None:
        found.execute(sa.text("PRAGMA defer_foreign_keys = ON"))
        for table in reversed(Base.metadata.sorted_tables):
            found.execute(sa.delete(table))

    for keep, left in ((False, 1), (True, 0)):
        unit = Unit()
        assert not unit.is_used
        assert len(unit.read(FIRST, key_of, {})) == 1
        assert unit.is_used
        with engine.connect() as other:
            raw = other.connection.driver_connection
            assert raw is not None
            raw.execute("PRAGMA busy_timeout = 1")
            unit.run(clear)
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                raw.execute("BEGIN IMMEDIATE")
        assert unit.read(FIRST, key_of, {}) == ()
        unit.close(keep=keep)
        assert len(read(FIRST, key_of)) == left
        assert len(read(FIRST, key_of, engine=engine)) == left


def test_damages(engine: sa.Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """A healthy database has none; another schema, or none, is one; both ways of looking see the same."""
    assert check() == check(engine) == ()
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE good (n INTEGER PRIMARY KEY)")
        connection.exec_driver_sql("CREATE TABLE bad (n INTEGER REFERENCES good (n))")
    raw = session.migration_engine()
    with raw.begin() as connection:
        connection.exec_driver_sql("INSERT INTO bad VALUES (9)")
    raw.dispose()
    assert (
        check()
        == check(engine)
        == ("a row of bad refers to a row that does not exist",)
    )
    monkeypatch.setenv("DATABASE_UPGRADE", "0")
    for statement, shown in (
        ("UPDATE alembic_version SET version_num = 'other'", "other"),
        ("DROP TABLE alembic_version", "missing"),
    ):
        with engine.begin() as connection:
            connection.exec_driver_sql(statement)
        assert check() == check(engine)
        assert check()[0] == f"the schema is {shown}, not {REVISION}"


def test_the_database_is_brought_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is not there is made and one without a schema is filled, unless that is forbidden."""
    for name in ("new/test.db", "empty.db"):
        monkeypatch.setenv("DATABASE_URL", f"sqlite:///{name}")
        if name == "empty.db":
            (tmp_path / name).touch()
        found = opened()
        assert found is not None
        (row,) = found.connection.execute("SELECT version_num FROM alembic_version")
        assert row[0] == REVISION
        found.close()
    monkeypatch.setenv("DATABASE_UPGRADE", "0")
    monkeypatch.setenv("DATABASE_URL", "sqlite:///none.db")
    assert opened() is None
    assert not (tmp_path / "none.db").exists()


def test_a_broken_file_is_no_database(tmp_path: Path) -> None:
    """That is said, and nothing is left open."""
    (tmp_path / "test.db").write_bytes(b"no database" * 999)
    for each in tmp_path.glob("test.db-*"):
        each.unlink()
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        opened()


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("sqlite:///a/b.db", "a/b.db"),
        ("sqlite:////a/b.db", "/a/b.db"),
        ("sqlite:///:memory:", None),
        ("sqlite://", None),
        ("sqlite:///a.db?mode=ro", None),
        ("postgresql://localhost/a", None),
    ],
)
def test_files(url: str, file: str | None, tmp_path: Path) -> None:
    """Only what plainly is a file is read here."""
    assert file_of(url) == (None if file is None else tmp_path / file)
