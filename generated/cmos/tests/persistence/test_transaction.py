# Generated from CMOS_Persistence::Context (ssot/cmos/persistence.sysml) and 6 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""A run keeps all it stored and wrote, or nothing of it; the database is made when it is first needed."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import orm

from cmos import files
from cmos.persistence import session
from cmos.persistence.transaction import Unit, problems, run, transacted, transaction


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty root folder, with the database in a folder that does not exist yet."""
    monkeypatch.setenv(files.ROOT, str(tmp_path))
    monkeypatch.setenv("DATABASE_URL", "sqlite:///deep/down/test.db")
    return tmp_path


@pytest.fixture
def engine() -> Iterator[sa.Engine]:
    """An engine for a table of notes."""
    made = session.create_engine()
    session.prepare(made)
    with made.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE notes (n INTEGER)")
    yield made
    made.dispose()


def note(number: int) -> None:
    """Insert a row in whichever transaction there is."""
    run(
        lambda found: found.execute(
            sa.text("INSERT INTO notes VALUES (:number)"), {"number": number}
        )
    )


def notes(engine: sa.Engine) -> list[int]:
    """The rows that are kept."""
    with engine.connect() as connection:
        return list(
            connection.exec_driver_sql("SELECT n FROM notes ORDER BY n").scalars()
        )


def test_the_database_is_made_when_it_is_needed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not before, and not when that is forbidden."""

    async def nothing() -> None:
        async with transaction() as unit:
            assert not unit.is_used

    asyncio.run(nothing())
    assert not (folder / "deep").exists()
    monkeypatch.setenv("DATABASE_UPGRADE", "0")
    with pytest.raises(sa.exc.OperationalError):
        run(problems)
    monkeypatch.delenv("DATABASE_UPGRADE")
    assert run(problems) == ()
    assert (folder / "deep/down/test.db").is_file()


def test_problems(engine: sa.Engine) -> None:
    """Another schema, and rows that refer to nothing, are problems."""
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = 'other'")
        connection.exec_driver_sql("CREATE TABLE good (n INTEGER PRIMARY KEY)")
        connection.exec_driver_sql("CREATE TABLE bad (n INTEGER REFERENCES good (n))")
    raw = session.migration_engine()
    with raw.begin() as connection:
        connection.exec_driver_sql("INSERT INTO bad VALUES (9)")
    with orm.Session(raw) as found:
        told = problems(found)
    raw.dispose()
    assert told[0] == f"the schema is other, not {session.REVISION}"
    assert "a row of bad refers to a row that does not exist" in told


def test_all_is_kept_together(engine: sa.Engine, folder: Path) -> None:
    """What is done inside is seen inside at once, outside at the end: rows, files and lines."""

    async def work() -> None:
        async with transaction() as unit:
            note(1)
            async with transaction() as inner:
                assert inner is unit
                note(2)
            assert run(
                lambda found: list(found.scalars(sa.text("SELECT n FROM notes")))
            ) == [1, 2]
            files.write_file("a.txt", "new")
            files.append_line("l.jsonl", 1, always=False)
            assert not (folder / "a.txt").exists()

    asyncio.run(work())
    assert notes(engine) == [1, 2]
    assert (folder / "a.txt").read_text(encoding="utf-8") == "new"
    assert (folder / "l.jsonl").read_text(encoding="utf-8") == "1\n"


def test_nothing_is_kept_of_a_run_that_fails(engine: sa.Engine, folder: Path) -> None:
    """Neither rows nor files, except lines that are kept always."""

    async def work() -> None:
        note(1)
        files.write_file("a.txt", "new")
        files.append_line("l.jsonl", 1, always=False)
        files.append_line("m.jsonl", 2, always=True)
        raise ArithmeticError

    with pytest.raises(ArithmeticError):
        asyncio.run(transacted(work)())
    assert notes(engine) == []
    assert not (folder / "a.txt").exists()
    assert not (folder / "l.jsonl").exists()
    assert (folder / "m.jsonl").read_text(encoding="utf-8") == "2\n"


def test_alone_each_is_a_transaction(engine: sa.Engine) -> None:
    """What fails is rolled back, what does not is kept, on the engine that is given too."""

    def fail(found: orm.Session) -> None:
        found.execute(sa.text("INSERT INTO notes VALUES (1)"))
        raise ArithmeticError

    with pytest.raises(ArithmeticError):
        run(fail)
    note(2)
    run(lambda found: found.execute(sa.text("INSERT INTO notes VALUES (3)")), engine)
    assert notes(engine) == [2, 3]


def test_changed_tables_are_known(engine: sa.Engine) -> None:
    """The unit knows which tables were flushed."""
    from cmos.tests.persistence import test_schema as sample
    from cmos.persistence.models import Base

    with engine.begin() as connection:
        for name, rows in sample.ROWS.items():
            sample.insert(connection, name, rows[0])
    mapper = next(
        each for each in Base.registry.mappers if str(each.local_table) == "sessions"
    )
    unit = Unit(engine)
    assert unit.changed == set()

    def remove(found: orm.Session) -> None:
        found.execute(sa.text("PRAGMA defer_foreign_keys = ON"))
        found.delete(found.scalars(sa.select(mapper.class_)).one())
        found.flush()

    unit.run(remove)
    unit.close(keep=False)
    assert "sessions" in unit.changed
