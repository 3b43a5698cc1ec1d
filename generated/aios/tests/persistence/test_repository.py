# Generated from AIOS_Persistence::AccessRefusal (ssot/aios/persistence.sysml) and 12 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What is kept comes back as it was."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
import sqlalchemy as sa
from hypothesis import given, reject, settings
from pydantic import BaseModel

from aios.persistence import repository, session
from aios.persistence.models import Base
from aios.tests.values import attempt, expected, instances
from aios.types.aios_persistence import (
    AccessRefusal,
    AgentRecord,
    AuditEntry,
    Deviation,
    FreezeRecord,
    Issue,
    Project,
    Proposal,
    Review,
    ReviewCheck,
    Session,
    Task,
    TaskQueue,
)

T = TypeVar("T", bound=BaseModel)
# Everything a database refuses although a data type allows it: numbers of more than 64 bits, texts that are too long.
REFUSALS = (OverflowError, sa.exc.IntegrityError, sa.exc.DataError)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sa.Engine]:
    """An engine for a migrated database."""
    url = f"sqlite:///{tmp_path_factory.mktemp('database') / 'test.db'}"
    session.upgrade(url)
    made = session.create_engine(url)
    yield made
    made.dispose()


def like(item: T, other: T, fields: tuple[str, ...]) -> T:
    """Another item with some fields of the first; the first where the type refuses that mixture."""
    known = expected(type(item)).fields
    given = {name: value for name, value in other if known[name].is_free}
    given.update({name: getattr(item, name) for name in fields})
    return attempt(type(item), given) or item


def kept(
    engine: sa.Engine, methods: tuple[str, str, str], item: Any, other: Any
) -> list[Any]:
    """What an empty repository holds after an item was added, then another, and then that one was taken away.

    Nothing is left by taking away what was never there. What the database refuses is tried no further.
    """
    store, read, remove = methods
    with engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        for table in reversed(Base.metadata.sorted_tables):
            connection.execute(sa.delete(table))
    found = repository.Repository(engine)

    async def run() -> list[Any]:
        if remove:
            await getattr(found, remove)(entity=item)
            with engine.begin() as connection:
                left = [
                    each.name
                    for each in Base.metadata.sorted_tables
                    if connection.execute(sa.select(each)).first()
                ]
            assert left == []
        await getattr(found, store)(entity=item)
        held = [await getattr(found, read)()]
        if remove:
            await getattr(found, store)(entity=other)
            held.append(await getattr(found, read)())
            await getattr(found, remove)(entity=other)
            held.append(await getattr(found, read)())
            await getattr(found, remove)(entity=other)
        return held

    try:
        return asyncio.run(run())
    except (OverflowError, sa.exc.StatementError) as fault:
        if isinstance(fault, REFUSALS) or isinstance(
            getattr(fault, "orig", None), OverflowError
        ):
            reject()
        raise


def test_a_database_is_checked(engine: sa.Engine, tmp_path: Path) -> None:
    """Nothing is wrong with a migrated one; a file that is none has a fault."""
    assert asyncio.run(repository.Repository(engine).check_database()) == ()
    (tmp_path / "test.db").write_text("no database" * 99, encoding="utf-8")
    broken = repository.Repository(
        sa.create_engine(f"sqlite:///{tmp_path / 'test.db'}")
    )
    (fault,) = asyncio.run(broken.check_database())
    assert "database" in fault


@settings(max_examples=12)
@given(item=instances(AccessRefusal), other=instances(AccessRefusal))
def test_all_access_refusal(
    engine: sa.Engine, item: AccessRefusal, other: AccessRefusal
) -> None:
    """Every AccessRefusal comes back, is replaced by one with its key, and can be taken
    away.
    """
    other = like(item, other, ("refusal_id",))
    held = kept(
        engine,
        ("store_access_refusal", "all_access_refusal", "remove_access_refusal"),
        item,
        other,
    )
    assert held == [(item,), (other,), ()]


@settings(max_examples=12)
@given(item=instances(AgentRecord), other=instances(AgentRecord))
def test_all_agent_record(
    engine: sa.Engine, item: AgentRecord, other: AgentRecord
) -> None:
    """Every AgentRecord comes back, is replaced by one with its key, and can be taken
    away.
    """
    other = like(item, other, ("agent_id",))
    held = kept(
        engine,
        ("store_agent_record", "all_agent_record", "remove_agent_record"),
        item,
        other,
    )
    assert held == [(item,), (other,), ()]


@settings(max_examples=12)
@given(item=instances(AuditEntry), other=instances(AuditEntry))
def test_all_audit_entry(
    engine: sa.Engine, item: AuditEntry, other: AuditEntry
) -> None:
    """Every AuditEntry comes back, is replaced by one with its key, and can be taken
    away.
    """
    other = like(item, other, ("number",))
    held = kept(
        engine,
        ("store_audit_entry", "all_audit_entry", "remove_audit_entry"),
        item,
        other,
    )
    assert held == [(item,), (other,), ()]


@settings(max_examples=12)
@given(item=instances(Deviation), other=instances(Deviation))
def test_all_deviation(engine: sa.Engine, item: Deviation, other: Deviation) -> None:
    """Every Deviation comes back, is replaced by one with its key, and can be taken
    away.
    """
    other = like(item, other, ("deviation_id",))
    held = kept(
        engine, ("store_deviation", "all_deviation", "remove_deviation"), item, other
    )
    assert held == [(item,), (other,), ()]


@settings(max_examples=12)
@given(item=instances(FreezeRecord), other=instances(FreezeRecord))
def test_all_freeze_record(
    engine: sa.Engine, item: FreezeRecord, other: FreezeRecord
) -> None:
    """Every FreezeRecord comes back, is replaced by one with its key, and can be taken
    away.
    """
    other = like(item, other, ("number",))
    held = kept(
        engine,
        ("store_freeze_record", "all_freeze_record", "remove_freeze_record"),
        item,
        other,
    )
    assert held == [(item,), (other,), ()]


@settings(max_examples=12)
@given(item=instances(Issue), other=instances(Issue))
def test_all_issue(engine: sa.Engine, item: Issue, other: Issue) -> None:
    """Every Issue comes back, is replaced by one with its key, and can be taken away."""
    other = like(item, other, ("number",))
    held = kept(engine, ("store_issue", "all_issue", "remove_issue"), item, other)
    assert held == [(item,), (other,), ()]


@settings(max_examples=12)
@given(item=instances(Project), other=instances(Project))
def test_all_project(engine: sa.Engine, item: Project, other: Project) -> None:
    """Every Project comes back, is replaced by one with its key, and can be taken away."""
    other = like(item, other, ("name",))
    held = kept(engine, ("store_project", "all_project", "remove_project"), item, other)
    assert held == [(item,), (other,), ()]


@settings(max_examples=12)
@given(item=instances(Proposal), other=instances(Proposal))
def test_all_proposal(engine: sa.Engine, item: Proposal, other: Proposal) -> None:
    """Every Proposal comes back, is replaced by one with its key, and can be taken
    away.
    """
    other = like(item, other, ("proposal_id",))
    held = kept(
        engine, ("store_proposal", "all_proposal", "remove_proposal"), item, other
    )
    assert held == [(item,), (other,), ()]


@settings(max_examples=12)
@given(item=instances(TaskQueue), other=instances(TaskQueue))
def test_all_task_queue(engine: sa.Engine, item: TaskQueue, other: TaskQueue) -> None:
    """Every TaskQueue comes back, is replaced by one with its key, and can be taken
    away.
    """
    other = like(item, other, ("name",))
    held = kept(
        engine, ("store_task_queue", "all_task_queue", "remove_task_queue"), item, other
    )
    assert held == [(item,), (other,), ()]


@settings(max_examples=12)
@given(item=instances(ReviewCheck), other=instances(ReviewCheck))
def test_all_review_check(
    engine: sa.Engine, item: ReviewCheck, other: ReviewCheck
) -> None:
    """Every ReviewCheck comes back, is replaced by one with its key, and can be taken
    away.
    """
    other = like(
        item,
        other,
        (
            "dimension",
            "review",
        ),
    )
    held = kept(
        engine,
        ("store_review_check", "all_review_check", "remove_review_check"),
        item,
        other,
    )
    assert held == [(item,), (other,), ()]


@settings(max_examples=12)
@given(item=instances(Review), other=instances(Review))
def test_all_review(engine: sa.Engine, item: Review, other: Review) -> None:
    """Every Review comes back, is replaced by one with its key, and can be taken away."""
    other = like(item, other, ("review_id",))
    held = kept(engine, ("store_review", "all_review", "remove_review"), item, other)
    assert held == [(item,), (other,), ()]


@settings(max_examples=12)
@given(item=instances(Session), other=instances(Session))
def test_all_session(engine: sa.Engine, item: Session, other: Session) -> None:
    """Every Session comes back, is replaced by one with its key, and can be taken away."""
    other = like(item, other, ("session_id",))
    held = kept(engine, ("store_session", "all_session", "remove_session"), item, other)
    assert held == [(item,), (other,), ()]


@settings(max_examples=12)
@given(item=instances(Task), other=instances(Task))
def test_all_task(engine: sa.Engine, item: Task, other: Task) -> None:
    """Every Task comes back, is replaced by one with its key, and can be taken away."""
    other = like(item, other, ("task_id",))
    held = kept(engine, ("store_task", "all_task", "remove_task"), item, other)
    assert held == [(item,), (other,), ()]
