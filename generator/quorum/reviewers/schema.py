"""Applies the generated migrations to a real database and compares it with the mapped classes.

Catches: a migration that does not run, does not come back, or does not give the schema of the model.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from generator.quorum.case import Case
from generator.quorum.process import missing, python, run
from generator.quorum.tally import Policy
from generator.quorum.vote import Decision, Finding, Vote

TOOLS = ("sqlalchemy", "alembic")
NAME = "schema"

_PROGRAM = """\
import importlib, json, sys
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect

system, folder, url = sys.argv[1:4]
config = Config(f"{folder}/alembic.ini")
config.set_main_option("script_location", f"{folder}/migrations")
config.set_main_option("sqlalchemy.url", url)
metadata = importlib.import_module(f"{system}.persistence.models").Base.metadata
plugins = ["alembic.autogenerate.*", "alembic.ext.checkconstraint_byname"]
engine = create_engine(url)


def differences():
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "autogenerate_plugins": plugins}
        )
        return [repr(each) for each in compare_metadata(context, metadata)]


command.upgrade(config, "head")
found = [f"differs from the model: {each}" for each in differences()]
command.downgrade(config, "base")
left = sorted(set(inspect(engine).get_table_names()) - {"alembic_version"})
found += [f"table {name} is left after going back to the beginning" for name in left]
command.upgrade(config, "head")
print("RESULT " + json.dumps({"found": found, "tables": len(metadata.tables)}))
"""


def inputs(case: Case) -> Iterable[Path]:
    """The mapped classes, the migrations and what they import."""
    return case.files(suffix=".py")


def review(case: Case, policy: Policy) -> Vote:
    """Go up, down and up again on a new database of every system that has migrations."""
    absent = missing("sqlalchemy", "alembic")
    if absent:
        return Vote(
            NAME, Decision.ABSTAIN, f"{absent} is not installed: install the extra `runtime`"
        )
    systems = [each for each in case.systems if (case.code / each / "migrations").is_dir()]
    if not systems:
        return Vote(NAME, Decision.ABSTAIN, "no system of the model keeps anything in a database")
    case.scratch.mkdir(parents=True, exist_ok=True)
    program = case.scratch / "schema_program.py"
    program.write_text(_PROGRAM, encoding="utf-8")
    findings: list[Finding] = []
    tables = 0
    for system in systems:
        counted, found = _compare(case, system, program)
        tables += counted
        findings += found
    decision = Decision.REJECT if findings else Decision.APPROVE
    summary = f"{tables} tables, up, down and up again: {len(findings)} differences"
    return Vote(NAME, decision, summary, tuple(findings))


def _compare(case: Case, system: str, program: Path) -> tuple[int, list[Finding]]:
    folder = case.code / system
    database = case.scratch / f"{system}.sqlite"
    database.unlink(missing_ok=True)
    url = f"sqlite:///{database}"
    outcome = run(
        [python(case), str(program), system, str(folder), url],
        cwd=case.scratch,
        environment={"PYTHONPATH": str(case.code), "DATABASE_URL": url},
    )
    place = case.shown(folder / "migrations")
    result = next(
        (line for line in outcome.stdout.splitlines() if line.startswith("RESULT ")), None
    )
    if result is None:
        tail = "\n".join((outcome.stdout + outcome.stderr).strip().splitlines()[-4:])
        return 0, [Finding(f"the migrations do not run: {tail}", place)]
    body = json.loads(result.removeprefix("RESULT "))
    return body["tables"], [Finding(text, place) for text in body["found"]]


def sabotage(case: Case) -> Case:
    """Add a column to a mapped class and forget the migration."""
    path = next(
        path for path in case.files(suffix="models.py") if path.parent.name == "persistence"
    )
    addition = (
        "\n\nfrom sqlalchemy import Column, Integer\n\n"
        "next(iter(Base.metadata.tables.values())).append_column(Column('forgotten', Integer))\n"
    )
    path.write_text(path.read_text(encoding="utf-8") + addition, encoding="utf-8")
    return case
