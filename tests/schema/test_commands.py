"""`ssot db`: an architect edits the model, a database follows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from generator.surfaces.cli.app import app
from tests.schema.databases import KINDS, connected, database
from tests.schema.workshop import FIRST, second

PASSES = ("package", "data_types", "settings", "files", "persistence", "migrations")
GENERATE = ("generate", "--no-review", *(word for name in PASSES for word in ("--pass", name)))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with the first edition of the workshop, generated."""
    (tmp_path / "pyproject.toml").write_text("[tool.ssot]\n", encoding="utf-8")
    (tmp_path / "ssot" / "shop").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    edit(tmp_path, FIRST)
    return tmp_path


@pytest.fixture(params=KINDS)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    with database(request.param, tmp_path) as found:
        yield found


def run(*words: str, status: int = 0) -> Result:
    result = CliRunner().invoke(app, list(words))
    assert result.exit_code == status, (words, result.output, result.exception)
    return result


def edit(project: Path, text: str) -> None:
    (project / "ssot" / "shop" / "shop.sysml").write_text(text, encoding="utf-8")
    run(*GENERATE)


def test_a_database_follows_the_model(project: Path, url: str) -> None:
    """Created, released, changed with its rows, changed again before the next release."""
    there = ("--url", url)
    assert "jobs: the table is missing" in run("db", "diff", *there, status=1).output
    run("db", "sync", *there)
    assert run("db", "diff", *there).output == "the database is what shop says\n"
    with connected(url) as connection:
        connection.exec_driver_sql("INSERT INTO notes (text) VALUES ('kept')")
    assert "recorded release 1 of shop" in run("db", "release", "--label", "start").output
    assert (project / "ssot/shop/shop_schema_0001.sysml").is_file()
    assert run("db", "release").output == "nothing changed since the last release\n"
    run(*GENERATE)
    run("db", "sync", *there)
    edit(project, second())
    assert "rename the table `notes` to `remarks`" in run("db", "plan").output
    run("db", "sync", *there)
    with connected(url) as connection:
        rows = connection.exec_driver_sql("SELECT text FROM remarks").all()
    assert [tuple(row) for row in rows] == [("kept",)]
    edit(
        project, second().replace("attribute boss : String [0..1];", "attribute age : Real [0..1];")
    )
    refused = run("db", "sync", *there, status=1)
    assert "the column `workers.boss`" in refused.output
    run("db", "sync", "--accept-loss", *there)
    with connected(url) as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM remarks").scalar_one() == 1


def test_drift_in_words_and_as_json(
    project: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    run("db", "sync")
    with connected(url) as connection:
        connection.exec_driver_sql("ALTER TABLE notes ADD COLUMN extra INTEGER")
    shown = run("db", "diff", status=1).output
    assert shown == "notes: the column `extra` is not in the model\n"
    record = json.loads(run("db", "diff", "--format", "json", status=1).output)
    assert record == {
        "system": "shop",
        "differences": [{"table": "notes", "message": "the column `extra` is not in the model"}],
    }


def test_the_plan_as_json(project: Path) -> None:
    run("db", "release")
    text = FIRST.replace("attribute due : Date [0..1];", "")
    (project / "ssot" / "shop" / "shop.sysml").write_text(text, encoding="utf-8")
    record = json.loads(run("db", "plan", "--format", "json").output)
    assert record["steps"] == [
        {
            "step": "drop the column `jobs.due`",
            "warning": "drops the column `jobs.due` with its values",
        }
    ]


def test_wrong_questions(project: Path, tmp_path: Path) -> None:
    run("db", "diff", status=2)
    run("db", "diff", "--url", "sqlite://", "--system", "other", status=2)
    run("db", "diff", "--url", f"sqlite:///{tmp_path}/no/such/folder/x.db", status=1)
    run("db", "diff", "--url", "postgresql://127.0.0.1:1/none", status=1)
    (project / "ssot" / "shop" / "shop.sysml").write_text(
        "package P { part p : Q; }", encoding="utf-8"
    )
    run("db", "diff", "--url", "sqlite://", status=1)
    (project / "ssot" / "shop" / "shop.sysml").write_text("package P;", encoding="utf-8")
    assert "no entities" in run("db", "diff", "--url", "sqlite://", status=1).output


def test_a_stale_tree_does_not_pass_for_the_model(project: Path, url: str) -> None:
    """Migrations are those that were generated and reviewed; what they lack is a difference."""
    text = FIRST.replace(
        "attribute text : Text;", "attribute text : Text; attribute more : Real [0..1];"
    )
    (project / "ssot" / "shop" / "shop.sysml").write_text(text, encoding="utf-8")
    shown = run("db", "sync", "--url", url, status=1).output
    assert "`more` is missing" in shown
