# Generated from HFO_Persistence::AgentRun (ssot/hfo/persistence.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Rows as the data types of the system, and back.

An item holds the items it refers to. Collections that other rows refer back from are not read with an item:
they are read from those rows.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy import orm

from ..types.hfo_persistence import AgentRun, KnowledgeVector, Mission, QuorumVote
from .models import Base, AgentRunRow, KnowledgeVectorRow, MissionRow, QuorumVoteRow
from .session import create_engine

R = TypeVar("R", bound=Base)
T = TypeVar("T")


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
    """The row that holds a AgentRun."""
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
    """The row that holds a KnowledgeVector."""
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
    """The row that holds a Mission."""
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
    """The row that holds a QuorumVote."""
    return QuorumVoteRow(
        reviewer=item.reviewer,
        verdict=item.verdict,
        reason=item.reason,
        voted_on=item.voted_on,
        mission=write_mission(item.mission),
    )


class Repository:
    """All items of each kind; without an engine, those of the database of the settings."""

    def __init__(self, engine: sa.Engine | None = None) -> None:
        super().__init__()
        self._engine = engine

    async def all_agent_run(self) -> tuple[AgentRun, ...]:
        """Every AgentRun, in the order of the keys."""
        return await asyncio.to_thread(self._all, AgentRunRow, read_agent_run)

    async def add_agent_run(self, item: AgentRun) -> None:
        """Keep a AgentRun and what it refers to; a row with its key is replaced."""
        await asyncio.to_thread(self._add, write_agent_run(item))

    async def all_knowledge_vector(self) -> tuple[KnowledgeVector, ...]:
        """Every KnowledgeVector, in the order of the keys."""
        return await asyncio.to_thread(
            self._all, KnowledgeVectorRow, read_knowledge_vector
        )

    async def add_knowledge_vector(self, item: KnowledgeVector) -> None:
        """Keep a KnowledgeVector and what it refers to; a row with its key is replaced."""
        await asyncio.to_thread(self._add, write_knowledge_vector(item))

    async def all_mission(self) -> tuple[Mission, ...]:
        """Every Mission, in the order of the keys."""
        return await asyncio.to_thread(self._all, MissionRow, read_mission)

    async def add_mission(self, item: Mission) -> None:
        """Keep a Mission and what it refers to; a row with its key is replaced."""
        await asyncio.to_thread(self._add, write_mission(item))

    async def all_quorum_vote(self) -> tuple[QuorumVote, ...]:
        """Every QuorumVote, in the order of the keys."""
        return await asyncio.to_thread(self._all, QuorumVoteRow, read_quorum_vote)

    async def add_quorum_vote(self, item: QuorumVote) -> None:
        """Keep a QuorumVote and what it refers to; a row with its key is replaced."""
        await asyncio.to_thread(self._add, write_quorum_vote(item))

    def _all(self, row: type[R], read: Callable[[R], T]) -> tuple[T, ...]:
        engine = self._engine or create_engine()
        try:
            with orm.Session(engine) as session:
                key = sa.inspect(row).primary_key
                rows = session.scalars(sa.select(row).order_by(*key))
                return tuple(read(each) for each in rows)
        finally:
            if self._engine is None:
                engine.dispose()

    def _add(self, row: Base) -> None:
        engine = self._engine or create_engine()
        try:
            with orm.Session(engine) as session, session.begin():
                session.merge(row)
        finally:
            if self._engine is None:
                engine.dispose()
