# Generated from CMOS_Persistence::Context (ssot/cmos/persistence.sysml) and 6 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The migrated database is what the mapped classes say, and it enforces every constraint of the model."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from cmos.persistence import session
from cmos.persistence.comparison import differences
from cmos.persistence.models import Base

SAMPLES = json.loads(
    Path(__file__).with_name("samples.json").read_text(encoding="utf-8")
)
# Three rows of each table, as SQL literals; each refers to the rows with its number. The third is for inserts.
ROWS: dict[str, list[dict[str, str]]] = SAMPLES["rows"]
KEYS: dict[str, list[str]] = SAMPLES["keys"]
REFUSED: list[list[str]] = SAMPLES["refused"]
ACCEPTED: list[list[str]] = SAMPLES["accepted"]
DOUBLED: list[tuple[str, list[str]]] = SAMPLES["doubled"]
REFERENCES: list[tuple[str, list[str], str, str]] = SAMPLES["references"]
DEFAULTS: list[list[str]] = SAMPLES["defaults"]


def quoted(name: str) -> str:
    """A name as SQL."""
    return '"' + name.replace('"', '""') + '"'


def run(connection: sa.Connection, *words: str) -> sa.CursorResult[Any]:
    """Run SQL in which nothing is a parameter."""
    return connection.execute(sa.text(" ".join(words).replace(":", "\\:")))


def insert(connection: sa.Connection, table: str, row: Mapping[str, str]) -> None:
    """Insert a row of literals."""
    names, values = ", ".join(map(quoted, row)), ", ".join(row.values())
    run(connection, "INSERT INTO", quoted(table), f"({names}) VALUES ({values})")


def change(connection: sa.Connection, table: str, changes: str, condition: str) -> int:
    """Change rows; how many there were."""
    words = ("UPDATE", quoted(table), "SET", changes, "WHERE", condition)
    return run(connection, *words).rowcount


def matching(table: str, row: Mapping[str, str], names: Sequence[str]) -> str:
    """The condition that finds a row by some of its columns."""
    return " AND ".join(f"{quoted(name)} = {row[name]}" for name in names)


def count(connection: sa.Connection, table: str, condition: str) -> int:
    """How many rows of a table meet a condition."""
    found = run(connection, "SELECT count(*) FROM", quoted(table), "WHERE", condition)
    return int(found.scalar_one())


def third(connection: sa.Connection, table: str) -> dict[str, str]:
    """The third row of a table, after inserting the third rows of those it may refer to."""
    for name, rows in ROWS.items():
        if name == table:
            break
        insert(connection, name, rows[2])
    return dict(ROWS[table][2])


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database file without rows."""
    file = tmp_path_factory.mktemp("database") / "empty.db"
    session.upgrade(f"sqlite:///{file}")
    return file


@pytest.fixture
def engine(template: Path, tmp_path: Path) -> Iterator[sa.Engine]:
    """An engine for a migrated database of its own, as the system makes it."""
    file = tmp_path / "test.db"
    file.write_bytes(template.read_bytes())
    made = session.create_engine(f"sqlite:///{file}")
    yield made
    made.dispose()


@pytest.fixture
def connection(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A connection to a database with the first two rows of each table, rolled back afterwards."""
    with engine.connect() as found:
        for table, rows in ROWS.items():
            for row in rows[:2]:
                insert(found, table, row)
        yield found


def test_migrations_give_what_the_classes_say(engine: sa.Engine) -> None:
    """Tables, columns, types, constraints and indexes."""
    with engine.connect() as connection:
        assert differences(connection) == []


def test_the_classes_make_the_same_checks(engine: sa.Engine) -> None:
    made = sa.create_engine("sqlite://")
    Base.metadata.create_all(made)
    for table in Base.metadata.tables:
        migrated, mapped = (
            {
                each["name"]: each["sqltext"]
                for each in sa.inspect(at).get_check_constraints(table)
            }
            for at in (engine, made)
        )
        assert mapped == migrated
    made.dispose()


def test_migrations_go_back_and_forward_again(tmp_path: Path) -> None:
    """Going back drops every table; going forward makes the same schema."""
    url = f"sqlite:///{tmp_path / 'test.db'}"
    session.upgrade(url)
    session.downgrade(url, "base")
    engine = session.create_engine(url)
    assert set(sa.inspect(engine).get_table_names()) <= {"alembic_version"}
    engine.dispose()
    session.upgrade(url)
    engine = session.create_engine(url)
    with engine.connect() as connection:
        assert differences(connection) == []
    engine.dispose()


@pytest.mark.parametrize("table", KEYS)
def test_differences_are_noticed(
    engine: sa.Engine, table: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another type, another default, another check."""
    wanted = Base.metadata.tables[table]
    column = list(wanted.columns)[-1]
    with engine.connect() as connection:
        for name, other in (
            ("type", sa.LargeBinary()),
            ("server_default", sa.DefaultClause("'other'")),
        ):
            with monkeypatch.context() as changed:
                changed.setattr(column, name, other)
                assert differences(connection) != []
        extra = sa.CheckConstraint("1 = 1", name="ck_of_this_test")
        wanted.append_constraint(extra)
        try:
            assert differences(connection) != []
        finally:
            wanted.constraints.discard(extra)


@pytest.mark.parametrize("table", KEYS)
def test_primary_keys(engine: sa.Engine, table: str) -> None:
    """In the database and in the classes; a renamed table keeps the name of its key."""
    found, wanted = (
        sa.inspect(engine).get_pk_constraint(table),
        Base.metadata.tables[table].primary_key,
    )
    assert found["constrained_columns"] == wanted.columns.keys() == KEYS[table]


@pytest.mark.parametrize("table", KEYS)
def test_column_types(engine: sa.Engine, table: str) -> None:
    """To the letter, lengths too."""
    found = {
        column["name"]: column["type"].compile(engine.dialect)
        for column in sa.inspect(engine).get_columns(table)
    }
    wanted = {
        column.name: column.type.compile(engine.dialect)
        for column in Base.metadata.tables[table].columns
    }
    assert found == wanted


@pytest.mark.parametrize(("table", "column", "value"), REFUSED)
def test_bad_values_are_refused(
    connection: sa.Connection, table: str, column: str, value: str
) -> None:
    """A missing required value, or one that breaks a check."""
    where = matching(table, ROWS[table][0], KEYS[table])
    with pytest.raises(sa.exc.IntegrityError):
        change(connection, table, f"{quoted(column)} = {value}", where)


@pytest.mark.parametrize(("table", "column", "value"), ACCEPTED)
def test_values_at_the_limit_are_accepted(
    connection: sa.Connection, table: str, column: str, value: str
) -> None:
    """Every choice, the longest text, the least number."""
    where = matching(table, ROWS[table][0], KEYS[table])
    assert change(connection, table, f"{quoted(column)} = {value}", where) == 1


@pytest.mark.parametrize(("table", "columns"), DOUBLED)
def test_doubles_are_refused(
    connection: sa.Connection, table: str, columns: list[str]
) -> None:
    """Two rows with the same values where they have to differ."""
    row, first = third(connection, table), ROWS[table][0]
    with pytest.raises(sa.exc.IntegrityError):
        insert(connection, table, {**row, **{name: first[name] for name in columns}})
    insert(connection, table, row)


@pytest.mark.parametrize(("table", "columns", "target", "outcome"), REFERENCES)
def test_references_lead_to_rows(
    connection: sa.Connection,
    table: str,
    columns: list[str],
    target: str,
    outcome: str,
) -> None:
    """A row cannot refer to a row that does not exist."""
    where = matching(table, ROWS[table][0], KEYS[table])
    first = ROWS[target][0]
    gone = [
        "999999" if first[name].isdigit() else "'no such row'" for name in KEYS[target]
    ]
    changes = ", ".join(
        f"{quoted(name)} = {value}" for name, value in zip(columns, gone, strict=True)
    )
    with pytest.raises(sa.exc.IntegrityError):
        change(connection, table, changes, where)


@pytest.mark.parametrize(("table", "columns", "target", "outcome"), REFERENCES)
def test_deleting_what_is_referred_to(
    connection: sa.Connection, table: str, columns: list[str], target: str, outcome: str
) -> None:
    """The row goes with it, loses its reference, or forbids it."""
    own, other = ROWS[table][0], ROWS[target][0]
    delete = (
        "DELETE FROM",
        quoted(target),
        "WHERE",
        matching(target, other, KEYS[target]),
    )
    if outcome == "refused":
        with pytest.raises(sa.exc.IntegrityError):
            run(connection, *delete)
        return
    run(connection, *delete)
    here = matching(table, own, KEYS[table])
    if outcome == "deleted":
        assert count(connection, table, here) == 0
    else:
        empty = " AND ".join(f"{quoted(name)} IS NULL" for name in columns)
        assert count(connection, table, f"{here} AND {empty}") == 1


@pytest.mark.parametrize(("table", "column", "value"), DEFAULTS)
def test_defaults(
    connection: sa.Connection, table: str, column: str, value: str
) -> None:
    """What a column holds when an insert leaves it out, and that nothing else is missing then."""
    row = third(connection, table)
    insert(
        connection, table, {name: each for name, each in row.items() if name != column}
    )
    where = matching(table, row, KEYS[table])
    assert count(connection, table, f"{where} AND {quoted(column)} = {value}") == 1
