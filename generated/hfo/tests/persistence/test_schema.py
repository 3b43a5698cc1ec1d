# Generated from HFO_Persistence::AgentRun (ssot/hfo/persistence.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The migrated database is what the mapped classes say, and it enforces every constraint of the model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from hfo.persistence import session
from hfo.persistence.comparison import differences
from hfo.persistence.models import Base

# Three rows of each table, as SQL literals; each refers to the rows with its number. The third is for inserts.
ROWS: dict[str, list[dict[str, str]]] = {
    "missions": [
        {
            "mission_id": "'1mission_id'",
            "user_id": "'1user_id'",
            "intent": "'1intent'",
            "status": "'clarifying'",
            "workflow": "'growth'",
            "risk": "'critical'",
            "approved": "true",
            "tokens_used": "1",
            "started_at": "'2024-02-01 03:04:05.678900'",
            "finished_at": "'2024-02-01 03:04:05.678900'",
            "digest": "'{\"n\": 1}'",
        },
        {
            "mission_id": "'2mission_id'",
            "user_id": "'2user_id'",
            "intent": "'2intent'",
            "status": "'delivered'",
            "workflow": "'hive'",
            "risk": "'high'",
            "approved": "false",
            "tokens_used": "2",
            "started_at": "'2024-02-02 03:04:05.678900'",
            "finished_at": "'2024-02-02 03:04:05.678900'",
            "digest": "'{\"n\": 2}'",
        },
        {
            "mission_id": "'3mission_id'",
            "user_id": "'3user_id'",
            "intent": "'3intent'",
            "status": "'queued'",
            "workflow": "'prey'",
            "risk": "'low'",
            "approved": "true",
            "tokens_used": "3",
            "started_at": "'2024-02-03 03:04:05.678900'",
            "finished_at": "'2024-02-03 03:04:05.678900'",
            "digest": "'{\"n\": 3}'",
        },
    ],
    "agent_runs": [
        {
            "run_id": "'1run_id'",
            "agent": "'1agent'",
            "model": "'1model'",
            "started_at": "'2024-02-01 03:04:05.678900'",
            "seconds": "1.5",
            "tokens_used": "1",
            "attempts": "1",
            "succeeded": "true",
            "error": "'1error'",
            "trace_id": "'1trace_id'",
            "mission_id": "'1mission_id'",
        },
        {
            "run_id": "'2run_id'",
            "agent": "'2agent'",
            "model": "'2model'",
            "started_at": "'2024-02-02 03:04:05.678900'",
            "seconds": "2.5",
            "tokens_used": "2",
            "attempts": "2",
            "succeeded": "false",
            "error": "'2error'",
            "trace_id": "'2trace_id'",
            "mission_id": "'2mission_id'",
        },
        {
            "run_id": "'3run_id'",
            "agent": "'3agent'",
            "model": "'3model'",
            "started_at": "'2024-02-03 03:04:05.678900'",
            "seconds": "3.5",
            "tokens_used": "3",
            "attempts": "3",
            "succeeded": "true",
            "error": "'3error'",
            "trace_id": "'3trace_id'",
            "mission_id": "'3mission_id'",
        },
    ],
    "knowledge_vectors": [
        {
            "vector_id": "'1vector_id'",
            "topic": "'1topic'",
            "content": "'1content'",
            "content_digest": "'1content_digest'",
            "embedding": "'[1.5, 0.25]'",
            "details": "'{\"n\": 1}'",
            "confidence": "1.5",
            "learnt_at": "'2024-02-01 03:04:05.678900'",
            "mission_id": "'1mission_id'",
        },
        {
            "vector_id": "'2vector_id'",
            "topic": "'2topic'",
            "content": "'2content'",
            "content_digest": "'2content_digest'",
            "embedding": "'[2.5, 0.25]'",
            "details": "'{\"n\": 2}'",
            "confidence": "2.5",
            "learnt_at": "'2024-02-02 03:04:05.678900'",
            "mission_id": "'2mission_id'",
        },
        {
            "vector_id": "'3vector_id'",
            "topic": "'3topic'",
            "content": "'3content'",
            "content_digest": "'3content_digest'",
            "embedding": "'[3.5, 0.25]'",
            "details": "'{\"n\": 3}'",
            "confidence": "3.5",
            "learnt_at": "'2024-02-03 03:04:05.678900'",
            "mission_id": "'3mission_id'",
        },
    ],
    "quorum_votes": [
        {
            "reviewer": "'1reviewer'",
            "verdict": "'abstain'",
            "reason": "'1reason'",
            "voted_on": "'2024-02-01 03:04:05.678900'",
            "mission_id": "'1mission_id'",
        },
        {
            "reviewer": "'2reviewer'",
            "verdict": "'approve'",
            "reason": "'2reason'",
            "voted_on": "'2024-02-02 03:04:05.678900'",
            "mission_id": "'2mission_id'",
        },
        {
            "reviewer": "'3reviewer'",
            "verdict": "'reject'",
            "reason": "'3reason'",
            "voted_on": "'2024-02-03 03:04:05.678900'",
            "mission_id": "'3mission_id'",
        },
    ],
}
KEYS: dict[str, tuple[str, ...]] = {
    "agent_runs": ("run_id",),
    "knowledge_vectors": ("vector_id",),
    "missions": ("mission_id",),
    "quorum_votes": (
        "reviewer",
        "mission_id",
    ),
}
REFUSED: list[tuple[str, str, str]] = [
    ("agent_runs", "run_id", "NULL"),
    ("agent_runs", "agent", "NULL"),
    ("agent_runs", "model", "NULL"),
    ("agent_runs", "started_at", "NULL"),
    ("agent_runs", "seconds", "NULL"),
    ("agent_runs", "tokens_used", "NULL"),
    ("agent_runs", "attempts", "NULL"),
    ("agent_runs", "succeeded", "NULL"),
    ("agent_runs", "mission_id", "NULL"),
    (
        "agent_runs",
        "agent",
        "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'",
    ),
    ("agent_runs", "attempts", "0"),
    (
        "agent_runs",
        "model",
        "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'",
    ),
    ("agent_runs", "tokens_used", "0 - 1"),
    ("agent_runs", "trace_id", "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'"),
    ("knowledge_vectors", "vector_id", "NULL"),
    ("knowledge_vectors", "topic", "NULL"),
    ("knowledge_vectors", "content", "NULL"),
    ("knowledge_vectors", "content_digest", "NULL"),
    ("knowledge_vectors", "embedding", "NULL"),
    ("knowledge_vectors", "confidence", "NULL"),
    ("knowledge_vectors", "learnt_at", "NULL"),
    (
        "knowledge_vectors",
        "content_digest",
        "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'",
    ),
    ("missions", "mission_id", "NULL"),
    ("missions", "user_id", "NULL"),
    ("missions", "intent", "NULL"),
    ("missions", "status", "NULL"),
    ("missions", "risk", "NULL"),
    ("missions", "approved", "NULL"),
    ("missions", "tokens_used", "NULL"),
    ("missions", "started_at", "NULL"),
    ("missions", "risk", "'criticalx'"),
    ("missions", "status", "'clarifyingx'"),
    ("missions", "tokens_used", "0 - 1"),
    (
        "missions",
        "user_id",
        "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'",
    ),
    ("missions", "workflow", "'growthx'"),
    ("quorum_votes", "reviewer", "NULL"),
    ("quorum_votes", "verdict", "NULL"),
    ("quorum_votes", "voted_on", "NULL"),
    ("quorum_votes", "mission_id", "NULL"),
    (
        "quorum_votes",
        "reviewer",
        "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'",
    ),
    ("quorum_votes", "verdict", "'abstainx'"),
]
ACCEPTED: list[tuple[str, str, str]] = [
    (
        "agent_runs",
        "agent",
        "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'",
    ),
    ("agent_runs", "attempts", "0 + 1"),
    (
        "agent_runs",
        "model",
        "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'",
    ),
    ("agent_runs", "tokens_used", "0"),
    ("agent_runs", "trace_id", "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'"),
    ("missions", "risk", "'critical'"),
    ("missions", "risk", "'high'"),
    ("missions", "risk", "'low'"),
    ("missions", "risk", "'moderate'"),
    ("missions", "status", "'clarifying'"),
    ("missions", "status", "'delivered'"),
    ("missions", "status", "'queued'"),
    ("missions", "status", "'rejected'"),
    ("missions", "status", "'reviewing'"),
    ("missions", "status", "'running'"),
    ("missions", "tokens_used", "0"),
    (
        "missions",
        "user_id",
        "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'",
    ),
    ("missions", "workflow", "'growth'"),
    ("missions", "workflow", "'hive'"),
    ("missions", "workflow", "'prey'"),
    ("missions", "workflow", "'swarm'"),
    ("quorum_votes", "verdict", "'abstain'"),
    ("quorum_votes", "verdict", "'approve'"),
    ("quorum_votes", "verdict", "'reject'"),
]
DOUBLED: list[tuple[str, tuple[str, ...]]] = [
    ("agent_runs", ("run_id",)),
    ("knowledge_vectors", ("vector_id",)),
    ("knowledge_vectors", ("content_digest",)),
    ("missions", ("mission_id",)),
    (
        "quorum_votes",
        (
            "reviewer",
            "mission_id",
        ),
    ),
]
REFERENCES: list[tuple[str, tuple[str, ...], str, str]] = [
    ("agent_runs", ("mission_id",), "missions", "refused"),
    ("knowledge_vectors", ("mission_id",), "missions", "refused"),
    ("quorum_votes", ("mission_id",), "missions", "refused"),
]
DEFAULTS: list[tuple[str, str, str]] = [
    ("agent_runs", "seconds", "0.0"),
    ("agent_runs", "tokens_used", "0"),
    ("agent_runs", "attempts", "1"),
    ("agent_runs", "succeeded", "false"),
    ("missions", "status", "'queued'"),
    ("missions", "risk", "'low'"),
    ("missions", "approved", "false"),
    ("missions", "tokens_used", "0"),
]


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


def matching(table: str, row: Mapping[str, str], names: tuple[str, ...]) -> str:
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
def test_primary_keys(engine: sa.Engine, table: str) -> None:
    """In the database and in the classes."""
    found = sa.inspect(engine).get_pk_constraint(table)["constrained_columns"]
    assert tuple(found) == KEYS[table]
    assert tuple(Base.metadata.tables[table].primary_key.columns.keys()) == KEYS[table]


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
    connection: sa.Connection, table: str, columns: tuple[str, ...]
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
    columns: tuple[str, ...],
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
    connection: sa.Connection,
    table: str,
    columns: tuple[str, ...],
    target: str,
    outcome: str,
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
