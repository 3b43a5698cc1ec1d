# Generated from CMOS_Persistence::Context (ssot/cmos/persistence.sysml) and 6 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What is kept comes back as it was."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, reject, settings

from cmos.persistence import repository, session
from cmos.persistence.models import Base
from cmos.tests.values import instances
from cmos.types.cmos_persistence import (
    Context,
    Decision,
    Mission,
    Session,
    SessionEvent,
    Sprint,
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
@given(item=instances(Context))
def test_all_context(engine: sa.Engine, item: Any) -> None:
    """Every Context."""
    try:
        found = kept(engine, "store_context", "all_context", item)
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
@given(item=instances(Decision))
def test_all_decision(engine: sa.Engine, item: Any) -> None:
    """Every Decision."""
    try:
        found = kept(engine, "store_decision", "all_decision", item)
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
@given(item=instances(Mission))
def test_all_mission(engine: sa.Engine, item: Any) -> None:
    """Every Mission."""
    try:
        found = kept(engine, "store_mission", "all_mission", item)
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
@given(item=instances(SessionEvent))
def test_all_session_event(engine: sa.Engine, item: Any) -> None:
    """Every SessionEvent."""
    try:
        found = kept(engine, "store_session_event", "all_session_event", item)
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
@given(item=instances(Sprint))
def test_all_sprint(engine: sa.Engine, item: Any) -> None:
    """Every Sprint."""
    try:
        found = kept(engine, "store_sprint", "all_sprint", item)
    except REFUSALS:
        reject()
    assert found == (item,)
