"""The persistence and migrations passes: what they make is run on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from generator.ir import Model
from generator.schema.build import build_schema
from generator.schema.history import release_text, releases, revisions
from generator.schema.live import differences, normal_url
from generator.schema.tables import Schema
from tests.passes.generated import (
    artifacts_of,
    model_of,
    run_failing_tests,
    run_python,
    run_tests,
    write,
)
from tests.schema.databases import KINDS, connected, database
from tests.schema.workshop import FIRST, HEAD, second

PASSES = ("package", "data_types", "settings", "files", "persistence", "migrations")
ROWS = (
    "INSERT INTO workers (name) VALUES ('w1')",
    "INSERT INTO workers (name) VALUES ('w2')",
    "INSERT INTO jobs (job_id, created_at, slug, due) VALUES ('j1', '2024-01-01 00:00:00', 's1', '2024-01-02')",
    "INSERT INTO jobs (job_id, created_at, slug, follows_job_id) VALUES ('j2', '2024-01-01 00:00:00', 's2', 'j1')",
    "INSERT INTO runs (created_at, number, job_id) VALUES ('2024-01-01 00:00:00', 1, 'j1')",
    "INSERT INTO runs (created_at, number, job_id, outcome) VALUES ('2024-01-01 00:00:00', 2, 'j1', 'failed')",
    "INSERT INTO notes (text, job_id) VALUES ('n', 'j1')",
    "INSERT INTO jobs_workers (job_id, worker_name) VALUES ('j1', 'w1')",
    "INSERT INTO workers_friends (worker_name, friends_name) VALUES ('w1', 'w2')",
    "INSERT INTO work_assignments (job_id, worker_name) VALUES ('j1', 'w2')",
)
MIGRATE = """
import sys
from made.persistence import session
getattr(session, sys.argv[1])(*sys.argv[2:])
"""


def schema_of(model: Model) -> Schema:
    return build_schema(model)[0]


def generated(folder: Path, texts: dict[str, str]) -> Path:
    """The generated package of some texts."""
    artifacts, found = artifacts_of(model_of(texts), PASSES)
    assert not [each for each in found if each.severity == "error"], found
    return write(artifacts, folder)


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """The later edition of the workshop, and the release of the first."""
    first = schema_of(model_of({"a.sysml": FIRST}))
    return {"a.sysml": second(), "b.sysml": release_text("made", 1, "initial", first)}


@pytest.fixture(scope="module")
def code(texts: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return generated(tmp_path_factory.mktemp("code"), texts)


@pytest.fixture(params=KINDS)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    with database(request.param, tmp_path) as found:
        yield normal_url(found)


def migrate(code: Path, url: str, *words: str) -> None:
    done = run_python(MIGRATE, code, *words, DATABASE_URL=url)
    assert done.returncode == 0, done.stderr[-3000:]


def found(url: str, sql: str) -> list[tuple[object, ...]]:
    with connected(url) as connection:
        return [tuple(row) for row in connection.exec_driver_sql(sql)]


def test_rows_survive_every_change(code: Path, texts: dict[str, str], url: str) -> None:
    """Up, on with rows, back, on again: each time the database is what the model said, and no row is lost."""
    model = model_of(texts)
    first = schema_of(model_of({"a.sysml": FIRST}))
    recorded, _ = releases(model, model.user_elements)
    start = revisions(recorded, schema_of(model))[0].identifier
    migrate(code, url, "upgrade", url, start)
    with connected(url) as connection:
        assert differences(connection, first) == ()
        for row in ROWS:
            connection.exec_driver_sql(row)
    migrate(code, url, "upgrade")
    with connected(url) as connection:
        assert differences(connection, schema_of(model)) == ()
    jobs = "SELECT job_id, nick, attempts, grade, follows_job_id FROM jobs ORDER BY job_id"
    assert found(url, jobs) == [
        ("j1", "s1", 0.0, "b%:c'x", None),
        ("j2", "s2", 0.0, "b%:c'x", "j1"),
    ]
    outcomes = "SELECT number, outcome, job_id FROM runs ORDER BY number"
    assert found(url, outcomes) == [(1, "done", "j1"), (2, "failed", "j1")]
    assert found(url, "SELECT text, job_id FROM remarks") == [("n", "j1")]
    friends = "SELECT worker_name, friends_worker_name FROM workers_friends"
    assert found(url, friends) == [("w1", "w2")]
    migrate(code, url, "downgrade")
    with connected(url) as connection:
        assert differences(connection, first) == ()
    assert found(url, "SELECT job_id, slug FROM jobs ORDER BY job_id") == [
        ("j1", "s1"),
        ("j2", "s2"),
    ]
    assert found(url, "SELECT text FROM notes") == [("n",)]
    assert found(url, "SELECT worker_name FROM work_assignments") == [("w2",)]
    migrate(code, url, "upgrade")
    with connected(url) as connection:
        assert differences(connection, schema_of(model)) == ()
    assert found(url, "SELECT count(*) FROM runs") == [(2,)]
    migrate(code, url, "downgrade", url, "base")
    with connected(url) as connection:
        assert set(sa.inspect(connection).get_table_names()) == {"alembic_version"}


def test_alembic_sees_drift(code: Path, url: str) -> None:
    """`alembic check` is content after a migration, and not after a change by hand."""
    migrate(code, url, "upgrade")
    check = ("-m", "alembic", "-c", "made/alembic.ini", "check")
    done = run_python("", code, *check, DATABASE_URL=url)
    assert done.returncode == 0, done.stdout + done.stderr
    with connected(url) as connection:
        connection.exec_driver_sql("ALTER TABLE jobs ADD COLUMN extra INTEGER")
    done = run_python("", code, *check, DATABASE_URL=url)
    assert done.returncode != 0
    assert "extra" in done.stdout + done.stderr


def test_a_required_column_is_not_added_to_rows(tmp_path: Path, url: str) -> None:
    """Without a default the migration stops before it changes anything, unless the table is empty."""
    before = HEAD % "item def Thing :> Entity { attribute a : String [0..1]; }"
    after = (
        HEAD % "item def Thing :> Entity { attribute a : String [0..1]; attribute b : Integer; }"
    )
    old = schema_of(model_of({"a.sysml": before}))
    code = generated(
        tmp_path, {"a.sysml": after, "b.sysml": release_text("made", 1, "initial", old)}
    )
    start = revisions((), old)[0].identifier
    migrate(code, url, "upgrade", url, start)
    with connected(url) as connection:
        connection.exec_driver_sql("INSERT INTO things (a) VALUES ('x')")
    done = run_python(MIGRATE, code, "upgrade", DATABASE_URL=url)
    assert done.returncode != 0
    assert "the column 'b' is required and has no default" in done.stderr
    with connected(url) as connection:
        assert differences(connection, old) == ()
        connection.exec_driver_sql("DELETE FROM things")
    migrate(code, url, "upgrade")


def test_two_processes_migrate_at_the_same_time(code: Path, url: str) -> None:
    """One does it, the other waits and finds it done."""
    program = (
        "import sys\nfrom concurrent.futures import ThreadPoolExecutor\nimport subprocess\n"
        "run = lambda _: subprocess.run([sys.executable, '-c', "
        "'from made.persistence import session; session.upgrade()']).returncode\n"
        "with ThreadPoolExecutor(3) as pool: print(list(pool.map(run, range(3))))"
    )
    done = run_python(program, code, DATABASE_URL=url)
    assert done.stdout.strip() == "[0, 0, 0]", done.stderr[-2000:]


def test_generated_tests_pass(code: Path) -> None:
    assert "passed" in run_tests(code, "made/tests/persistence")


def test_generated_tests_notice_a_forgotten_constraint(code: Path, tmp_path: Path) -> None:
    """A check that is taken out of classes and migrations alike is missed by its test."""
    import shutil

    copy = tmp_path / "code"
    shutil.copytree(code, copy)
    for file in (*copy.glob("made/migrations/versions/*.py"), copy / "made/persistence/models.py"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace('"number" > 0', '"number" > -9'), encoding="utf-8")
    shown = run_failing_tests(copy, "made/tests/persistence/test_schema.py")
    assert "test_bad_values_are_refused[runs-number-0]" in shown


def test_no_entities_no_files() -> None:
    artifacts, _ = artifacts_of(
        model_of({"a.sysml": HEAD % "item def Thing { attribute a : String; }"}),
        ("files", "persistence", "migrations", "settings", "deployment", "command_line"),
    )
    assert list(artifacts) == []


def test_names_and_docs_mean_nothing_in_code(tmp_path: Path) -> None:
    """Keywords, quotes, braces and builtins as names; docs that would end their string."""
    text = HEAD % (
        "enum def 'Class' { enum 'def'; enum 'a\\'b'; }"
        'item def \'import os; os.abort()\' :> Entity { doc /* """ + {{ 7*7 }} \\ */'
        " #key attribute 'class' : String; attribute 'metadata' : Json [0..1];"
        " attribute 'id' : Integer { doc /* # type: ignore \n x = 1 */ } attribute 'registry' : 'Class';"
        " attribute 'sa' : Real; attribute 'orm' : Real; attribute 'dt' : Timestamp [0..1];"
        " attribute 'Any' : Json [0..1]; attribute 'list' : String [0..*]; }"
    )
    code = generated(tmp_path, {"a.sysml": text})
    done = run_python(
        "from made.persistence import models; print(sorted(models.Base.metadata.tables))",
        code,
        DATABASE_URL="sqlite://",
    )
    assert done.stdout.strip() == "['import_os_os_aborts']", done.stderr
    assert "passed" in run_tests(code, "made/tests/persistence/test_schema.py")


RECORDED = HEAD % (
    "enum def State { enum open; enum shut; }"
    "item def Visit :> Entity { #key attribute visitId : Identifier; attribute guest : String;"
    " attribute begun : Timestamp; attribute score : Real [0..1]; attribute door : State = State::open; }"
    "item def Guest { attribute guest : String; }"
    "action def Receive :> Workflow { %s in item who : Guest; in attribute door : State default State::shut;"
    " out attribute score : Real = 2.5; }"
)
ANNOTATION = "@Recorded { entity = Visit meta SysML::ItemDefinition; }"


def test_runs_are_rows(tmp_path: Path) -> None:
    """What went in and came out is found by its name; a run that fails leaves a row too."""
    model = model_of({"a.sysml": RECORDED % ANNOTATION})
    passes = (*PASSES, "orchestrators", "telemetry", "calculations")
    artifacts, diagnostics = artifacts_of(model, passes)
    assert not [each for each in diagnostics if each.code == "schema-recording"]
    code = write(artifacts, tmp_path)
    url = f"sqlite:///{tmp_path / 'test.db'}"
    program = (
        "import asyncio\nfrom made.persistence import session\nfrom made.persistence.recording import recorded\n"
        "from made.types.workshop import Guest\nfrom made.workflows.receive import receive\n"
        "session.upgrade()\n"
        "run = lambda work: asyncio.run(recorded('receive', work, {'who': Guest(guest='g')}))\n"
        "assert run(receive) == 2.5\n"
        "async def fail(*, who, door='open'): raise ArithmeticError\n"
        "try: run(fail)\nexcept ArithmeticError: pass\n"
    )
    done = run_python(program, code, DATABASE_URL=url, OTEL_TRACES_EXPORTER="none")
    assert done.returncode == 0, done.stderr[-2000:]
    rows = found(url, "SELECT guest, score, door, begun IS NOT NULL FROM visits ORDER BY score")
    assert rows == [("g", None, "open", 1), ("g", 2.5, "shut", 1)]
    assert "passed" in run_tests(code, "made/tests/persistence/test_recording.py")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "item def Guest { attribute guest : String; }",
            "item def Guest { attribute name : String; }",
        ),
        ("item def Visit :> Entity", "item def Visit"),
        ("meta SysML::ItemDefinition", ""),
    ],
)
def test_runs_that_cannot_be_rows_are_reported(old: str, new: str) -> None:
    text = (RECORDED % ANNOTATION).replace(old, new)
    artifacts, diagnostics = artifacts_of(model_of({"a.sysml": text}), PASSES)
    reported = [each.code for each in diagnostics]
    if new:
        assert "schema-recording" in reported or "made/persistence/models.py" not in str(
            list(artifacts)
        )
    assert ("generated/made/persistence/recording.py" in artifacts) == (not new)


TREES = HEAD % """
    item def Person :> Entity {
        #key attribute id : String;
        attribute nick : String;
        derived attribute shown : String = nick + "!";
        attribute twice : String = nick + nick;
        derived attribute mark : String;
        ref item boss : Person [0..1];
        assert constraint { id != "x" }
    }
    item def Pair :> Entity { ref #key item one : Person; ref #key item other : Person; }
    item def Feast :> Entity { ref item pair : Pair; attribute what : String; }
"""
CIRCLE = """
import asyncio, sys
from made.persistence import repository, session
from made.types.workshop import Person
engine = session.create_engine(sys.argv[1])
session.upgrade(sys.argv[1])
keep = repository.Repository(engine)
one = Person(id="1", nick="a", mark="m")
asyncio.run(keep.store_person(entity=one))
asyncio.run(keep.store_person(entity=Person(id="2", nick="b", mark="n", boss=one)))
print([each.shown + each.twice + each.mark for each in asyncio.run(keep.all_person())])
asyncio.run(keep.store_person(entity=Person(id="3", nick="c", mark="o", boss=one)))
asyncio.run(keep.store_person(entity=Person(id="3", nick="d", mark="o")))
print([(each.nick, each.boss and each.boss.nick) for each in asyncio.run(keep.all_person())])
for wrong in (one.model_copy(update={"boss": one}), one.model_copy(update={"id": "x"})):
    try:
        asyncio.run(keep.store_person(entity=wrong))
    except ValueError as fault:
        print(str(fault).splitlines()[-2 if "Value error" in str(fault) else 0].split("[")[0].strip())
with engine.begin() as connection:
    connection.exec_driver_sql("UPDATE persons SET boss_id = '2' WHERE id = '1'")
try:
    asyncio.run(keep.all_person())
except ValueError as fault:
    print(fault)
"""


def test_items_of_one_kind_hold_each_other_but_not_in_a_circle(tmp_path: Path) -> None:
    folder = generated(tmp_path, {"trees.sysml": TREES})
    shown = run_python(CIRCLE, folder, f"sqlite:///{tmp_path / 'trees.db'}")
    assert shown.stdout.splitlines() == [
        "['a!aam', 'b!bbn']",
        "[('a', None), ('b', 'a'), ('d', None)]",
        "rows of persons would refer to each other in a circle",
        'Value error, constraint 1 does not hold: id != "x"',
        "rows of persons refer to each other in a circle, which no item can hold",
    ], shown.stderr
    assert " passed" in run_tests(folder, "made/tests/persistence/test_repository.py")
