# Generated from HFO_Persistence::AgentRun (ssot/hfo/persistence.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What is kept comes back as it was."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, reject, settings

from hfo.persistence import repository, session
from hfo.persistence.models import Base
from hfo.tests.values import instances
from hfo.types.hfo_persistence import AgentRun, KnowledgeVector, Mission, QuorumVote

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
@given(item=instances(AgentRun))
def test_all_agent_run(engine: sa.Engine, item: Any) -> None:
    """Every AgentRun."""
    try:
        found = kept(engine, "store_agent_run", "all_agent_run", item)
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
@given(item=instances(KnowledgeVector))
def test_all_knowledge_vector(engine: sa.Engine, item: Any) -> None:
    """Every KnowledgeVector."""
    try:
        found = kept(engine, "store_knowledge_vector", "all_knowledge_vector", item)
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
@given(item=instances(QuorumVote))
def test_all_quorum_vote(engine: sa.Engine, item: Any) -> None:
    """Every QuorumVote."""
    try:
        found = kept(engine, "store_quorum_vote", "all_quorum_vote", item)
    except REFUSALS:
        reject()
    assert found == (item,)
