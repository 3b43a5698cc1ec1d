# Generated from HFO_Persistence::AgentRun (ssot/hfo/persistence.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Rows as the data types of the system, and back.

An item holds the items it refers to. Collections that other rows refer back from are not read with an item:
they are read from those rows.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..types.hfo_persistence import AgentRun, KnowledgeVector, Mission, QuorumVote
from .transaction import check, read, run

if TYPE_CHECKING:
    import sqlalchemy as sa

    from .models import Base, AgentRunRow, KnowledgeVectorRow, MissionRow, QuorumVoteRow

Where = Mapping[str, object] | None
"""Values of columns, for some of the rows only."""


def read_agent_run(row: AgentRunRow) -> AgentRun:
    """The AgentRun a row holds."""
    return AgentRun.model_validate(
        {
            "run_id": row.run_id,
            "agent": row.agent,
            "model": row.model,
            "started_at": row.started_at,
            "seconds": row.seconds,
            "tokens_used": row.tokens_used,
            "attempts": row.attempts,
            "succeeded": row.succeeded,
            "error": row.error,
            "trace_id": row.trace_id,
            "mission": read_mission(row.mission),
        }
    )


def write_agent_run(item: AgentRun) -> AgentRunRow:
    """The row that holds a AgentRun; ValueError when it breaks a constraint."""
    from .models import AgentRunRow

    item = item.model_validate(dict(item))  # a changed copy was not checked
    return AgentRunRow(
        run_id=item.run_id,
        agent=item.agent,
        model=item.model,
        started_at=item.started_at,
        seconds=item.seconds,
        tokens_used=item.tokens_used,
        attempts=item.attempts,
        succeeded=item.succeeded,
        error=item.error,
        trace_id=item.trace_id,
        mission=write_mission(item.mission),
    )


def read_knowledge_vector(row: KnowledgeVectorRow) -> KnowledgeVector:
    """The KnowledgeVector a row holds."""
    return KnowledgeVector.model_validate(
        {
            "vector_id": row.vector_id,
            "topic": row.topic,
            "content": row.content,
            "content_digest": row.content_digest,
            "embedding": row.embedding,
            "details": row.details,
            "confidence": row.confidence,
            "learnt_at": row.learnt_at,
            "mission": None if row.mission is None else read_mission(row.mission),
        }
    )


def write_knowledge_vector(item: KnowledgeVector) -> KnowledgeVectorRow:
    """The row that holds a KnowledgeVector; ValueError when it breaks a constraint."""
    from .models import KnowledgeVectorRow

    item = item.model_validate(dict(item))  # a changed copy was not checked
    dumped = item.model_dump(mode="json")
    return KnowledgeVectorRow(
        vector_id=item.vector_id,
        topic=item.topic,
        content=item.content,
        content_digest=item.content_digest,
        embedding=dumped["embedding"],
        details=dumped["details"],
        confidence=item.confidence,
        learnt_at=item.learnt_at,
        mission=None if item.mission is None else write_mission(item.mission),
    )


def read_mission(row: MissionRow) -> Mission:
    """The Mission a row holds."""
    return Mission.model_validate(
        {
            "mission_id": row.mission_id,
            "user_id": row.user_id,
            "intent": row.intent,
            "status": row.status,
            "workflow": row.workflow,
            "risk": row.risk,
            "approved": row.approved,
            "tokens_used": row.tokens_used,
            "started_at": row.started_at,
            "finished_at": row.finished_at,
            "digest": row.digest,
        }
    )


def write_mission(item: Mission) -> MissionRow:
    """The row that holds a Mission; ValueError when it breaks a constraint."""
    from .models import MissionRow

    item = item.model_validate(dict(item))  # a changed copy was not checked
    dumped = item.model_dump(mode="json")
    return MissionRow(
        mission_id=item.mission_id,
        user_id=item.user_id,
        intent=item.intent,
        status=item.status,
        workflow=item.workflow,
        risk=item.risk,
        approved=item.approved,
        tokens_used=item.tokens_used,
        started_at=item.started_at,
        finished_at=item.finished_at,
        digest=dumped["digest"],
    )


def read_quorum_vote(row: QuorumVoteRow) -> QuorumVote:
    """The QuorumVote a row holds."""
    return QuorumVote.model_validate(
        {
            "reviewer": row.reviewer,
            "verdict": row.verdict,
            "reason": row.reason,
            "voted_on": row.voted_on,
            "mission": read_mission(row.mission),
        }
    )


def write_quorum_vote(item: QuorumVote) -> QuorumVoteRow:
    """The row that holds a QuorumVote; ValueError when it breaks a constraint."""
    from .models import QuorumVoteRow

    item = item.model_validate(dict(item))  # a changed copy was not checked
    return QuorumVoteRow(
        reviewer=item.reviewer,
        verdict=item.verdict,
        reason=item.reason,
        voted_on=item.voted_on,
        mission=write_mission(item.mission),
    )


class Repository:
    """All items of each kind; without an engine, those of the database of the settings.

    Inside a transaction everything is done in it; alone, each call is a transaction of its own.
    """

    _engine: sa.Engine | None = None

    def __init__(self, engine: sa.Engine | None = None, **others: Any) -> None:
        super().__init__(**others)  # of the steps it is mixed into
        self._engine = engine

    async def all_agent_run(self, *, where: Where = None) -> tuple[AgentRun, ...]:
        """Every AgentRun, in the order of the keys."""
        return await asyncio.to_thread(
            read, "agent_runs", read_agent_run, where, self._engine
        )

    async def store_agent_run(self, *, entity: AgentRun) -> None:
        """Keep a AgentRun; a row with its key is replaced. What it refers to is added
        if it is missing.
        """
        await asyncio.to_thread(self._store, write_agent_run(entity))

    async def remove_agent_run(self, *, entity: AgentRun) -> None:
        """Take the AgentRun with the key of an item away, if there is one."""
        await asyncio.to_thread(self._remove, write_agent_run(entity))

    async def all_knowledge_vector(
        self, *, where: Where = None
    ) -> tuple[KnowledgeVector, ...]:
        """Every KnowledgeVector, in the order of the keys."""
        return await asyncio.to_thread(
            read, "knowledge_vectors", read_knowledge_vector, where, self._engine
        )

    async def store_knowledge_vector(self, *, entity: KnowledgeVector) -> None:
        """Keep a KnowledgeVector; a row with its key is replaced. What it refers to is
        added if it is missing.
        """
        await asyncio.to_thread(self._store, write_knowledge_vector(entity))

    async def remove_knowledge_vector(self, *, entity: KnowledgeVector) -> None:
        """Take the KnowledgeVector with the key of an item away, if there is one."""
        await asyncio.to_thread(self._remove, write_knowledge_vector(entity))

    async def all_mission(self, *, where: Where = None) -> tuple[Mission, ...]:
        """Every Mission, in the order of the keys."""
        return await asyncio.to_thread(
            read, "missions", read_mission, where, self._engine
        )

    async def store_mission(self, *, entity: Mission) -> None:
        """Keep a Mission; a row with its key is replaced. What it refers to is added if
        it is missing.
        """
        await asyncio.to_thread(self._store, write_mission(entity))

    async def remove_mission(self, *, entity: Mission) -> None:
        """Take the Mission with the key of an item away, if there is one."""
        await asyncio.to_thread(self._remove, write_mission(entity))

    async def all_quorum_vote(self, *, where: Where = None) -> tuple[QuorumVote, ...]:
        """Every QuorumVote, in the order of the keys."""
        return await asyncio.to_thread(
            read, "quorum_votes", read_quorum_vote, where, self._engine
        )

    async def store_quorum_vote(self, *, entity: QuorumVote) -> None:
        """Keep a QuorumVote; a row with its key is replaced. What it refers to is added
        if it is missing.
        """
        await asyncio.to_thread(self._store, write_quorum_vote(entity))

    async def remove_quorum_vote(self, *, entity: QuorumVote) -> None:
        """Take the QuorumVote with the key of an item away, if there is one."""
        await asyncio.to_thread(self._remove, write_quorum_vote(entity))

    async def check_database(self) -> tuple[str, ...]:
        """What is wrong with the database: it cannot be reached, has another schema, or is damaged."""
        return await asyncio.to_thread(self._check)

    def _store(self, row: Base) -> None:
        from .keeping import keep

        run(lambda session: keep(session, row), self._engine)

    def _remove(self, row: Base) -> None:
        from .keeping import remove

        run(lambda session: remove(session, row), self._engine)

    def _check(self) -> tuple[str, ...]:
        try:
            return check(self._engine)
        except (
            Exception
        ) as fault:  # by its name, for most commands are over before SQLAlchemy is there
            kinds = {each.__name__ for each in type(fault).__mro__}
            if isinstance(fault, sqlite3.Error | OSError) or "SQLAlchemyError" in kinds:
                return (str(getattr(fault, "orig", fault)).splitlines()[0],)
            raise
