# Generated from CMOS_Persistence::Context (ssot/cmos/persistence.sysml) and 6 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Rows as the data types of the system, and back.

An item holds the items it refers to. Collections that other rows refer back from are not read with an item:
they are read from those rows.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy import orm

from ..types.cmos_persistence import (
    Context,
    Decision,
    Mission,
    MissionDependency,
    Session,
    SessionEvent,
    Sprint,
)
from .models import (
    Base,
    ContextRow,
    DecisionRow,
    MissionDependencyRow,
    MissionRow,
    SessionEventRow,
    SessionRow,
    SprintRow,
)
from .transaction import problems, run

B = TypeVar("B", bound=Base)
R = TypeVar("R", bound=Base)
T = TypeVar("T")


def read_context(row: ContextRow) -> Context:
    """The Context a row holds."""
    return Context.model_validate(
        {
            "name": row.name,
            "active_mission": row.active_mission,
            "session_count": row.session_count,
            "last_session": row.last_session,
            "updated_at": row.updated_at,
        }
    )


def write_context(item: Context) -> ContextRow:
    """The row that holds a Context."""
    return ContextRow(
        name=item.name,
        active_mission=item.active_mission,
        session_count=item.session_count,
        last_session=item.last_session,
        updated_at=item.updated_at,
    )


def read_decision(row: DecisionRow) -> Decision:
    """The Decision a row holds."""
    return Decision.model_validate(
        {
            "number": row.number,
            "kind": row.kind,
            "text": row.text,
            "rationale": row.rationale,
            "mission": row.mission,
            "decided_at": row.decided_at,
        }
    )


def write_decision(item: Decision) -> DecisionRow:
    """The row that holds a Decision."""
    return DecisionRow(
        number=item.number,
        kind=item.kind,
        text=item.text,
        rationale=item.rationale,
        mission=item.mission,
        decided_at=item.decided_at,
    )


def read_mission_dependency(row: MissionDependencyRow) -> MissionDependency:
    """The MissionDependency a row holds."""
    return MissionDependency.model_validate(
        {
            "type_": row.type_,
            "dependent": read_mission(row.dependent),
            "required": read_mission(row.required),
        }
    )


def write_mission_dependency(item: MissionDependency) -> MissionDependencyRow:
    """The row that holds a MissionDependency."""
    return MissionDependencyRow(
        type_=item.type_,
        dependent=write_mission(item.dependent),
        required=write_mission(item.required),
    )


def read_mission(row: MissionRow) -> Mission:
    """The Mission a row holds."""
    return Mission.model_validate(
        {
            "id": row.id,
            "name": row.name,
            "status": row.status,
            "position": row.position,
            "pattern": row.pattern,
            "rationale": row.rationale,
            "research": row.research,
            "notes": row.notes,
            "needs": row.needs,
            "details": row.details,
            "fallback": row.fallback,
            "reviewed_by": row.reviewed_by,
            "added_at": row.added_at,
            "started_at": row.started_at,
            "completed_at": row.completed_at,
            "sprint": None if row.sprint is None else read_sprint(row.sprint),
        }
    )


def write_mission(item: Mission) -> MissionRow:
    """The row that holds a Mission."""
    dumped = item.model_dump(mode="json")
    return MissionRow(
        id=item.id,
        name=item.name,
        status=item.status,
        position=item.position,
        pattern=item.pattern,
        rationale=item.rationale,
        research=item.research,
        notes=dumped["notes"],
        needs=dumped["needs"],
        details=dumped["details"],
        fallback=item.fallback,
        reviewed_by=item.reviewed_by,
        added_at=item.added_at,
        started_at=item.started_at,
        completed_at=item.completed_at,
        sprint=None if item.sprint is None else write_sprint(item.sprint),
    )


def read_session_event(row: SessionEventRow) -> SessionEvent:
    """The SessionEvent a row holds."""
    return SessionEvent.model_validate(
        {
            "number": row.number,
            "ts": row.ts,
            "agent": row.agent,
            "mission": row.mission,
            "action": row.action,
            "status": row.status,
            "session": row.session,
            "summary": row.summary,
            "next_hint": row.next_hint,
            "needs": row.needs,
        }
    )


def write_session_event(item: SessionEvent) -> SessionEventRow:
    """The row that holds a SessionEvent."""
    dumped = item.model_dump(mode="json")
    return SessionEventRow(
        number=item.number,
        ts=item.ts,
        agent=item.agent,
        mission=item.mission,
        action=item.action,
        status=item.status,
        session=item.session,
        summary=item.summary,
        next_hint=item.next_hint,
        needs=dumped["needs"],
    )


def read_session(row: SessionRow) -> Session:
    """The Session a row holds."""
    return Session.model_validate(
        {
            "number": row.number,
            "agent": row.agent,
            "summary": row.summary,
            "started_at": row.started_at,
            "ended_at": row.ended_at,
            "outcome": row.outcome,
            "mission": read_mission(row.mission),
        }
    )


def write_session(item: Session) -> SessionRow:
    """The row that holds a Session."""
    return SessionRow(
        number=item.number,
        agent=item.agent,
        summary=item.summary,
        started_at=item.started_at,
        ended_at=item.ended_at,
        outcome=item.outcome,
        mission=write_mission(item.mission),
    )


def read_sprint(row: SprintRow) -> Sprint:
    """The Sprint a row holds."""
    return Sprint.model_validate(
        {
            "name": row.name,
            "position": row.position,
        }
    )


def write_sprint(item: Sprint) -> SprintRow:
    """The row that holds a Sprint."""
    return SprintRow(
        name=item.name,
        position=item.position,
    )


class Repository:
    """All items of each kind; without an engine, those of the database of the settings.

    Inside a transaction everything is done in it; alone, each call is a transaction of its own.
    """

    _engine: sa.Engine | None = None

    def __init__(self, engine: sa.Engine | None = None, **others: Any) -> None:
        super().__init__(**others)  # of the steps it is mixed into
        self._engine = engine

    async def all_context(self) -> tuple[Context, ...]:
        """Every Context, in the order of the keys."""
        return await asyncio.to_thread(self._all, ContextRow, read_context)

    async def store_context(self, *, entity: Context) -> None:
        """Keep a Context; a row with its key is replaced. What it refers to is added if
        it is missing.
        """
        await asyncio.to_thread(self._store, write_context(entity))

    async def remove_context(self, *, entity: Context) -> None:
        """Take the Context with the key of an item away, if there is one."""
        await asyncio.to_thread(self._remove, write_context(entity))

    async def all_decision(self) -> tuple[Decision, ...]:
        """Every Decision, in the order of the keys."""
        return await asyncio.to_thread(self._all, DecisionRow, read_decision)

    async def store_decision(self, *, entity: Decision) -> None:
        """Keep a Decision; a row with its key is replaced. What it refers to is added
        if it is missing.
        """
        await asyncio.to_thread(self._store, write_decision(entity))

    async def remove_decision(self, *, entity: Decision) -> None:
        """Take the Decision with the key of an item away, if there is one."""
        await asyncio.to_thread(self._remove, write_decision(entity))

    async def all_mission_dependency(self) -> tuple[MissionDependency, ...]:
        """Every MissionDependency, in the order of the keys."""
        return await asyncio.to_thread(
            self._all, MissionDependencyRow, read_mission_dependency
        )

    async def store_mission_dependency(self, *, entity: MissionDependency) -> None:
        """Keep a MissionDependency; a row with its key is replaced. What it refers to
        is added if it is missing.
        """
        await asyncio.to_thread(self._store, write_mission_dependency(entity))

    async def remove_mission_dependency(self, *, entity: MissionDependency) -> None:
        """Take the MissionDependency with the key of an item away, if there is one."""
        await asyncio.to_thread(self._remove, write_mission_dependency(entity))

    async def all_mission(self) -> tuple[Mission, ...]:
        """Every Mission, in the order of the keys."""
        return await asyncio.to_thread(self._all, MissionRow, read_mission)

    async def store_mission(self, *, entity: Mission) -> None:
        """Keep a Mission; a row with its key is replaced. What it refers to is added if
        it is missing.
        """
        await asyncio.to_thread(self._store, write_mission(entity))

    async def remove_mission(self, *, entity: Mission) -> None:
        """Take the Mission with the key of an item away, if there is one."""
        await asyncio.to_thread(self._remove, write_mission(entity))

    async def all_session_event(self) -> tuple[SessionEvent, ...]:
        """Every SessionEvent, in the order of the keys."""
        return await asyncio.to_thread(self._all, SessionEventRow, read_session_event)

    async def store_session_event(self, *, entity: SessionEvent) -> None:
        """Keep a SessionEvent; a row with its key is replaced. What it refers to is
        added if it is missing.
        """
        await asyncio.to_thread(self._store, write_session_event(entity))

    async def remove_session_event(self, *, entity: SessionEvent) -> None:
        """Take the SessionEvent with the key of an item away, if there is one."""
        await asyncio.to_thread(self._remove, write_session_event(entity))

    async def all_session(self) -> tuple[Session, ...]:
        """Every Session, in the order of the keys."""
        return await asyncio.to_thread(self._all, SessionRow, read_session)

    async def store_session(self, *, entity: Session) -> None:
        """Keep a Session; a row with its key is replaced. What it refers to is added if
        it is missing.
        """
        await asyncio.to_thread(self._store, write_session(entity))

    async def remove_session(self, *, entity: Session) -> None:
        """Take the Session with the key of an item away, if there is one."""
        await asyncio.to_thread(self._remove, write_session(entity))

    async def all_sprint(self) -> tuple[Sprint, ...]:
        """Every Sprint, in the order of the keys."""
        return await asyncio.to_thread(self._all, SprintRow, read_sprint)

    async def store_sprint(self, *, entity: Sprint) -> None:
        """Keep a Sprint; a row with its key is replaced. What it refers to is added if
        it is missing.
        """
        await asyncio.to_thread(self._store, write_sprint(entity))

    async def remove_sprint(self, *, entity: Sprint) -> None:
        """Take the Sprint with the key of an item away, if there is one."""
        await asyncio.to_thread(self._remove, write_sprint(entity))

    async def check_database(self) -> tuple[str, ...]:
        """What is wrong with the database: it cannot be reached, has another schema, or is damaged."""
        return await asyncio.to_thread(self._check)

    def _all(self, row: type[R], read: Callable[[R], T]) -> tuple[T, ...]:
        def work(session: orm.Session) -> tuple[T, ...]:
            key = sa.inspect(row).primary_key
            rows = session.scalars(sa.select(row).order_by(*key))
            return tuple(read(each) for each in rows)

        return run(work, self._engine)

    def _store(self, row: Base) -> None:
        def work(session: orm.Session) -> None:
            _kept(session, row, is_replaced=True)
            session.flush()

        run(work, self._engine)

    def _remove(self, row: Base) -> None:
        def work(session: orm.Session) -> None:
            _refer(session, row)
            found = session.get(type(row), _key(row))
            if found is not None:
                session.delete(found)
                session.flush()

        run(work, self._engine)

    def _check(self) -> tuple[str, ...]:
        try:
            return run(problems, self._engine)
        except (sa.exc.SQLAlchemyError, OSError) as fault:
            return (str(getattr(fault, "orig", fault)).splitlines()[0],)


def _key(row: Base) -> tuple[Any, ...]:
    mapper = sa.inspect(type(row))
    return tuple(
        getattr(row, mapper.get_property_by_column(each).key)
        for each in mapper.primary_key
    )


def _refer(session: orm.Session, row: Base) -> None:
    """Make a row refer to rows of the session, added where they are missing; never replaced."""
    mapper = sa.inspect(type(row))
    for relation in mapper.relationships:
        target = getattr(row, relation.key)
        if isinstance(target, Base):
            known = _kept(session, target, is_replaced=False)
            session.flush()
            for own, other in relation.local_remote_pairs or ():
                value = getattr(
                    known, relation.mapper.get_property_by_column(other).key
                )
                setattr(row, mapper.get_property_by_column(own).key, value)
            setattr(row, relation.key, known)


def _kept(session: orm.Session, row: B, *, is_replaced: bool) -> B:
    """The row of the session for a new one."""
    _refer(session, row)
    key = _key(row)
    if not is_replaced and None not in key:
        found = session.get(type(row), key)
        if found is not None:
            return found
    return session.merge(row)
