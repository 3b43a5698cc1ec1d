# Generated from HFO_Persistence::AgentRun (ssot/hfo/persistence.sysml) and 3 more elements.
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
from hypothesis.errors import NoSuchExample, Unsatisfiable
from pydantic import BaseModel

from hfo.persistence import repository, session
from hfo.persistence.models import Base
from hfo.tests.values import attempt, drafts, example, expected, instances
from hfo.types.hfo_persistence import AgentRun, KnowledgeVector, Mission, QuorumVote

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


CONSTRAINED: tuple[tuple[type[BaseModel], str, str], ...] = (
    (AgentRun, "store_agent_run", "all_agent_run"),
    (KnowledgeVector, "store_knowledge_vector", "all_knowledge_vector"),
)


@pytest.mark.parametrize(("kind", "store", "read"), CONSTRAINED)
def test_what_breaks_a_constraint_is_not_kept(
    engine: sa.Engine, kind: type[BaseModel], store: str, read: str
) -> None:
    """Although a changed copy of a good value may break one."""
    try:
        broken = example(drafts(kind), lambda made: attempt(kind, dict(made)) is None)
    except (NoSuchExample, Unsatisfiable):
        pytest.skip("no value was found that breaks one")
    found = repository.Repository(engine)
    before = asyncio.run(getattr(found, read)())
    with pytest.raises(ValueError, match="does not hold"):
        asyncio.run(getattr(found, store)(entity=broken))
    assert asyncio.run(getattr(found, read)()) == before


@settings(max_examples=12)
@given(item=instances(AgentRun), other=instances(AgentRun))
def test_all_agent_run(engine: sa.Engine, item: AgentRun, other: AgentRun) -> None:
    """Every AgentRun comes back, is replaced by one with its key, and can be taken
    away.
    """
    other = like(
        item,
        other,
        (
            "run_id",
            "mission",
        ),
    )
    held = kept(
        engine, ("store_agent_run", "all_agent_run", "remove_agent_run"), item, other
    )
    assert held == [(item,), (other,), ()]


@settings(max_examples=12)
@given(item=instances(KnowledgeVector), other=instances(KnowledgeVector))
def test_all_knowledge_vector(
    engine: sa.Engine, item: KnowledgeVector, other: KnowledgeVector
) -> None:
    """Every KnowledgeVector comes back, is replaced by one with its key, and can be
    taken away.
    """
    other = like(
        item,
        other,
        (
            "vector_id",
            "mission",
        ),
    )
    held = kept(
        engine,
        ("store_knowledge_vector", "all_knowledge_vector", "remove_knowledge_vector"),
        item,
        other,
    )
    assert held == [(item,), (other,), ()]


@settings(max_examples=12)
@given(item=instances(Mission), other=instances(Mission))
def test_all_mission(engine: sa.Engine, item: Mission, other: Mission) -> None:
    """Every Mission comes back, is replaced by one with its key, and can be taken away."""
    other = like(item, other, ("mission_id",))
    held = kept(engine, ("store_mission", "all_mission", "remove_mission"), item, other)
    assert held == [(item,), (other,), ()]


@settings(max_examples=12)
@given(item=instances(QuorumVote), other=instances(QuorumVote))
def test_all_quorum_vote(
    engine: sa.Engine, item: QuorumVote, other: QuorumVote
) -> None:
    """Every QuorumVote comes back, is replaced by one with its key, and can be taken
    away.
    """
    other = like(
        item,
        other,
        (
            "reviewer",
            "mission",
        ),
    )
    held = kept(
        engine,
        ("store_quorum_vote", "all_quorum_vote", "remove_quorum_vote"),
        item,
        other,
    )
    assert held == [(item,), (other,), ()]
