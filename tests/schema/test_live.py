"""A live database beside the schema, on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from generator.schema.live import differences, metadata_of, normal_url
from generator.schema.mend import current_revision, losses, mend
from tests.schema.databases import KINDS, connected, database
from tests.schema.workshop import FIRST, HEAD, schema_of


@pytest.fixture(params=KINDS)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    with database(request.param, tmp_path) as found:
        yield found


@pytest.fixture
def connection(url: str) -> Iterator[sa.Connection]:
    """A connection to a database that is what the model says."""
    with connected(url) as found:
        metadata_of(schema_of(FIRST)).create_all(found)
        yield found


def test_a_database_that_is_what_the_model_says(connection: sa.Connection) -> None:
    assert differences(connection, schema_of(FIRST)) == ()


@pytest.mark.parametrize(
    ("change", "table", "words"),
    [
        (
            "ALTER TABLE notes ADD COLUMN extra INTEGER",
            "notes",
            "the column `extra` is not in the model",
        ),
        ("ALTER TABLE notes RENAME COLUMN text TO words", "notes", "the column `text` is missing"),
        ("DROP TABLE workers_friends", "workers_friends", "the table is missing"),
        ("CREATE TABLE stray (n INTEGER)", "stray", "the table is not in the model"),
        ("DROP INDEX ix_jobs_status", "jobs", "the index `ix_jobs_status` is missing or differs"),
    ],
)
def test_drift_is_found(connection: sa.Connection, change: str, table: str, words: str) -> None:
    connection.exec_driver_sql(change)
    found = differences(connection, schema_of(FIRST))
    assert (table, words) in {(each.table, each.message) for each in found}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (
            "ALTER TABLE jobs ALTER COLUMN slug DROP NOT NULL",
            "`slug` is not required in the database",
        ),
        ("ALTER TABLE jobs ALTER COLUMN status SET DEFAULT 'done'", "`status` has another default"),
        (
            "ALTER TABLE jobs ALTER COLUMN cost TYPE BIGINT",
            "`cost` has the type BIGINT, not DOUBLE",
        ),
        ("ALTER TABLE jobs DROP CONSTRAINT uq_jobs_slug", "`uq_jobs_slug` is missing"),
        ("ALTER TABLE runs DROP CONSTRAINT fk_runs_job_id", "`fk_runs_job_id` is missing"),
        (
            "ALTER TABLE workers_friends DROP CONSTRAINT pk_workers_friends",
            "the primary key is nothing",
        ),
    ],
)
def test_drift_inside_a_table_is_found(tmp_path: Path, change: str, words: str) -> None:
    with database("postgresql", tmp_path) as url, connected(url) as connection:
        metadata_of(schema_of(FIRST)).create_all(connection)
        connection.exec_driver_sql(change)
        found = " | ".join(each.message for each in differences(connection, schema_of(FIRST)))
        assert words in found


def test_another_choice_is_a_difference(connection: sa.Connection) -> None:
    changed = schema_of(FIRST.replace("enum failed;", "enum failed; enum late;"))
    found = differences(connection, changed)
    assert {each.table for each in found} == {"jobs", "runs"}
    assert all("the constraint `ck_" in each.message for each in found)


def test_a_database_without_history_is_mended(connection: sa.Connection) -> None:
    connection.exec_driver_sql("INSERT INTO notes (text) VALUES ('kept')")
    wanted = schema_of(
        FIRST.replace(
            "attribute text : Text;", "attribute text : Text; attribute more : Real = 2.0;"
        )
    )
    assert losses(connection, wanted) == ()
    mend(connection, wanted, "0001_abc")
    assert differences(connection, wanted) == ()
    assert current_revision(connection) == "0001_abc"
    rows = connection.exec_driver_sql("SELECT text, more FROM notes").all()
    assert [tuple(row) for row in rows] == [("kept", 2.0)]


def test_what_mending_would_destroy_is_listed(connection: sa.Connection) -> None:
    text = FIRST.replace("attribute due : Date [0..1];", "")
    text = text.replace("attempts : Natural = 0;", "attempts : Real = 0.5;")
    text = text.replace("item def Assignment :> Entity", "item def Assignment")
    wanted = schema_of(text)
    assert set(losses(connection, wanted)) == {
        "the table `work_assignments` with its rows",
        "the column `jobs.due`",
        "the type of `jobs.attempts`",
    }
    mend(connection, wanted, "0002_abc")
    assert differences(connection, wanted) == ()


HOSTILE = HEAD % (
    "enum def Odd { enum 'a :b'; enum 'it\\'s 100%'; enum '\"; DROP TABLE x'; }"
    "item def 'select; --' :> Entity { attribute 'order by :x %s' : String default \":x %s ' \\\" \\\\\";"
    ' attribute odd : Odd = Odd::\'a :b\'; attribute texts : String [0..*] = ("a:b", "c\' :d"); }'
)


def test_hostile_names_and_values_mean_nothing(url: str) -> None:
    schema = schema_of(HOSTILE)
    with connected(url) as connection:
        metadata_of(schema).create_all(connection)
        (table,) = metadata_of(schema).tables.values()
        assert differences(connection, schema) == ()
        connection.execute(sa.insert(table).values(id=1))
        row = connection.execute(sa.select(table)).mappings().one()
        assert row["order_by_x_s"] == ":x %s ' \" \\"
        assert row["odd"] == "a :b"
        assert row["texts"] == ["a:b", "c' :d"]
        for value in ("a :b", "it's 100%", '"; DROP TABLE x'):
            connection.execute(sa.update(table).values(odd=value))
        with pytest.raises(sa.exc.IntegrityError), connection.begin_nested():
            connection.execute(sa.update(table).values(odd="a NULL"))


def test_urls_go_through_the_installed_driver() -> None:
    assert normal_url("postgres://h/d") == "postgresql+psycopg://h/d"
    assert normal_url("postgresql://h/d") == "postgresql+psycopg://h/d"
    assert normal_url("sqlite:///x") == "sqlite:///x"
