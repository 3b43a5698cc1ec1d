# Generated from AIOS_Persistence::AccessRefusal (ssot/aios/persistence.sysml) and 12 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What is kept comes back as it was."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, reject, settings

from aios.persistence import repository, session
from aios.persistence.models import Base
from aios.tests.values import instances
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


def kept(engine: sa.Engine, add: str, read: str, item: Any) -> tuple[Any, ...]:
    """What a repository that held nothing holds after an item was added."""
    with engine.begin() as connection:
        for table in reversed(Base.metadata.sorted_tables):
            connection.execute(sa.delete(table))
    found = repository.Repository(engine)

    async def run() -> tuple[Any, ...]:
        await getattr(found, add)(entity=item)
        return tuple(await getattr(found, read)())

    return asyncio.run(run())


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
    database=None,
)
@given(item=instances(AccessRefusal))
def test_all_access_refusal(engine: sa.Engine, item: Any) -> None:
    """Every AccessRefusal."""
    try:
        found = kept(engine, "store_access_refusal", "all_access_refusal", item)
    except REFUSALS:
        reject()
    assert found == (item,)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
    database=None,
)
@given(item=instances(AgentRecord))
def test_all_agent_record(engine: sa.Engine, item: Any) -> None:
    """Every AgentRecord."""
    try:
        found = kept(engine, "store_agent_record", "all_agent_record", item)
    except REFUSALS:
        reject()
    assert found == (item,)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
    database=None,
)
@given(item=instances(AuditEntry))
def test_all_audit_entry(engine: sa.Engine, item: Any) -> None:
    """Every AuditEntry."""
    try:
        found = kept(engine, "store_audit_entry", "all_audit_entry", item)
    except REFUSALS:
        reject()
    assert found == (item,)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
    database=None,
)
@given(item=instances(Deviation))
def test_all_deviation(engine: sa.Engine, item: Any) -> None:
    """Every Deviation."""
    try:
        found = kept(engine, "store_deviation", "all_deviation", item)
    except REFUSALS:
        reject()
    assert found == (item,)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
    database=None,
)
@given(item=instances(FreezeRecord))
def test_all_freeze_record(engine: sa.Engine, item: Any) -> None:
    """Every FreezeRecord."""
    try:
        found = kept(engine, "store_freeze_record", "all_freeze_record", item)
    except REFUSALS:
        reject()
    assert found == (item,)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
    database=None,
)
@given(item=instances(Issue))
def test_all_issue(engine: sa.Engine, item: Any) -> None:
    """Every Issue."""
    try:
        found = kept(engine, "store_issue", "all_issue", item)
    except REFUSALS:
        reject()
    assert found == (item,)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
    database=None,
)
@given(item=instances(Project))
def test_all_project(engine: sa.Engine, item: Any) -> None:
    """Every Project."""
    try:
        found = kept(engine, "store_project", "all_project", item)
    except REFUSALS:
        reject()
    assert found == (item,)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
    database=None,
)
@given(item=instances(Proposal))
def test_all_proposal(engine: sa.Engine, item: Any) -> None:
    """Every Proposal."""
    try:
        found = kept(engine, "store_proposal", "all_proposal", item)
    except REFUSALS:
        reject()
    assert found == (item,)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
    database=None,
)
@given(item=instances(TaskQueue))
def test_all_task_queue(engine: sa.Engine, item: Any) -> None:
    """Every TaskQueue."""
    try:
        found = kept(engine, "store_task_queue", "all_task_queue", item)
    except REFUSALS:
        reject()
    assert found == (item,)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
    database=None,
)
@given(item=instances(ReviewCheck))
def test_all_review_check(engine: sa.Engine, item: Any) -> None:
    """Every ReviewCheck."""
    try:
        found = kept(engine, "store_review_check", "all_review_check", item)
    except REFUSALS:
        reject()
    assert found == (item,)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
    database=None,
)
@given(item=instances(Review))
def test_all_review(engine: sa.Engine, item: Any) -> None:
    """Every Review."""
    try:
        found = kept(engine, "store_review", "all_review", item)
    except REFUSALS:
        reject()
    assert found == (item,)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
    database=None,
)
@given(item=instances(Session))
def test_all_session(engine: sa.Engine, item: Any) -> None:
    """Every Session."""
    try:
        found = kept(engine, "store_session", "all_session", item)
    except REFUSALS:
        reject()
    assert found == (item,)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
    database=None,
)
@given(item=instances(Task))
def test_all_task(engine: sa.Engine, item: Any) -> None:
    """Every Task."""
    try:
        found = kept(engine, "store_task", "all_task", item)
    except REFUSALS:
        reject()
    assert found == (item,)
