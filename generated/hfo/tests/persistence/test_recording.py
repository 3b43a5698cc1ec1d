# Generated from HFO_Workflows::MissionLifecycle (ssot/hfo/workflows.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""Each run of a recorded workflow is a row, whether it succeeds or fails."""

from __future__ import annotations

import asyncio
import datetime as dt
import inspect
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import sqlalchemy as sa
from pydantic_core import to_jsonable_python

from hfo.persistence import recording, session
from hfo.persistence.models import Base


class Item(dict[str, Any]):
    """Stands for an item: its values are attributes too."""

    def __getattr__(self, name: str) -> Any:
        return self[name]


class Case(NamedTuple):
    """A run: its inputs and result, the row it leaves when it fails, and when it succeeds."""

    workflow: str
    table: str
    inputs: dict[str, Any]
    result: Any
    failed: dict[str, Any] | None
    done: dict[str, Any]
    starts: tuple[str, ...]


CASES = [
    Case(
        "mission_lifecycle",
        "missions",
        {
            "signal": Item(
                mission_id="1mission_id",
                user_id="1user_id",
                intent="1intent",
                risk="moderate",
            ),
        },
        Item(digest=Item(mission_id="2mission_id", approved=True)),
        {
            "mission_id": "1mission_id",
            "user_id": "1user_id",
            "intent": "1intent",
            "risk": "moderate",
        },
        {
            "mission_id": "2mission_id",
            "user_id": "1user_id",
            "intent": "1intent",
            "risk": "moderate",
            "approved": True,
            "digest": to_jsonable_python(Item(mission_id="2mission_id", approved=True)),
        },
        ("started_at",),
    ),
]


@pytest.fixture
def url(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """A new, migrated database, as the environment names it."""
    found = f"sqlite:///{tmp_path / 'test.db'}"
    monkeypatch.setenv("DATABASE_URL", found)
    session.upgrade(found)
    return found


def run(case: Case, *, fails: bool) -> Any:
    """Run a stand-in for the workflow of a case, as the case says."""

    async def workflow(**inputs: Any) -> Any:
        if fails:
            raise ArithmeticError
        return case.result

    kind = inspect.Parameter.KEYWORD_ONLY
    parameters = [inspect.Parameter(name, kind) for name in case.inputs]
    setattr(workflow, "__signature__", inspect.Signature(parameters))  # noqa: B010
    return asyncio.run(recording.recorded(case.workflow, workflow, case.inputs))


def rows(url: str, table: str) -> list[dict[str, Any]]:
    """The rows of a table."""
    engine = session.create_engine(url)
    with engine.connect() as connection:
        query = sa.select(Base.metadata.tables[table])
        found = [
            {str(name): value for name, value in row.items()}
            for row in connection.execute(query).mappings()
        ]
    engine.dispose()
    return found


def agree(row: dict[str, Any], wanted: dict[str, Any], starts: tuple[str, ...]) -> None:
    """A row has the values of the run, and when it began."""
    assert {name: row[name] for name in wanted} == wanted
    for name in starts:
        assert abs(row[name] - dt.datetime.now(dt.UTC)) < dt.timedelta(minutes=5)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.workflow)
def test_run_that_succeeds(url: str, case: Case) -> None:
    """Its result is given back, and what went in and came out is in the row."""
    assert run(case, fails=False) is case.result
    (row,) = rows(url, case.table)
    agree(row, case.done, case.starts)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.workflow)
def test_run_that_fails(url: str, case: Case) -> None:
    """The failure is passed on, and what went in is in the row, if that is enough for one."""
    with pytest.raises(ArithmeticError):
        run(case, fails=True)
    found = rows(url, case.table)
    assert len(found) == (case.failed is not None)
    if case.failed is not None:
        agree(found[0], case.failed, case.starts)


def test_without_a_database(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A row that cannot be kept does not fail the run."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'empty.db'}")
    case = CASES[0]
    assert run(case, fails=False) is case.result
    assert f"the run of {case.workflow} is not recorded" in caplog.text


def test_other_workflows_leave_nothing() -> None:
    """They are run as they are."""

    async def other(number: int) -> int:
        return number + 1

    assert (
        asyncio.run(recording.recorded("no recorded workflow", other, {"number": 1}))
        == 2
    )
