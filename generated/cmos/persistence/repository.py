# Generated from CMOS_Persistence::Context (ssot/cmos/persistence.sysml) and 6 more elements.
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

from ..types.cmos_persistence import (
    Context,
    Decision,
    Mission,
    MissionDependency,
    Session,
    SessionEvent,
    Sprint,
)
from .transaction import check, read, run

if TYPE_CHECKING:
    import sqlalchemy as sa

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

Where = Mapping[str, object] | None
"""Values of columns, for some of the rows only."""


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
    """The row that holds a Context; ValueError when it breaks a constraint."""
    from .models import ContextRow

    item = item.model_validate(dict(item))  # a changed copy was not checked
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
    """The row that holds a Decision; ValueError when it breaks a constraint."""
    from .models import DecisionRow

    item = item.model_validate(dict(item))  # a changed copy was not checked
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
    """The row that holds a MissionDependency; ValueError when it breaks a constraint."""
    from .models import MissionDependencyRow

    item = item.model_validate(dict(item))  # a changed copy was not checked
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
    """The row that holds a Mission; ValueError when it breaks a constraint."""
    from .models import MissionRow

    item = item.model_validate(dict(item))  # a changed copy was not checked
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
    """The row that holds a SessionEvent; ValueError when it breaks a constraint."""
    from .models import SessionEventRow

    item = item.model_validate(dict(item))  # a changed copy was not checked
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
    """The row that holds a Session; ValueError when it breaks a constraint."""
    from .models import SessionRow

    item = item.model_validate(dict(item))  # a changed copy was not checked
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
    """The row that holds a Sprint; ValueError when it breaks a constraint."""
    from .models import SprintRow

    item = item.model_validate(dict(item))  # a changed copy was not checked
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

    async def all_context(self, *, where: Where = None) -> tuple[Context, ...]:
        """Every Context, in the order of the keys."""
        return await asyncio.to_thread(
            read, "contexts", read_context, where, self._engine
        )

    async def store_context(self, *, entity: Context) -> None:
        """Keep a Context; a row with its key is replaced. What it refers to is added if
        it is missing.
        """
        await asyncio.to_thread(self._store, write_context(entity))

    async def remove_context(self, *, entity: Context) -> None:
        """Take the Context with the key of an item away, if there is one."""
        await asyncio.to_thread(self._remove, write_context(entity))

    async def all_decision(self, *, where: Where = None) -> tuple[Decision, ...]:
        """Every Decision, in the order of the keys."""
        return await asyncio.to_thread(
            read, "decisions", read_decision, where, self._engine
        )

    async def store_decision(self, *, entity: Decision) -> None:
        """Keep a Decision; a row with its key is replaced. What it refers to is added
        if it is missing.
        """
        await asyncio.to_thread(self._store, write_decision(entity))

    async def remove_decision(self, *, entity: Decision) -> None:
        """Take the Decision with the key of an item away, if there is one."""
        await asyncio.to_thread(self._remove, write_decision(entity))

    async def all_mission_dependency(
        self, *, where: Where = None
    ) -> tuple[MissionDependency, ...]:
        """Every MissionDependency, in the order of the keys."""
        return await asyncio.to_thread(
            read, "mission_dependencies", read_mission_dependency, where, self._engine
        )

    async def store_mission_dependency(self, *, entity: MissionDependency) -> None:
        """Keep a MissionDependency; a row with its key is replaced. What it refers to
        is added if it is missing.
        """
        await asyncio.to_thread(self._store, write_mission_dependency(entity))

    async def remove_mission_dependency(self, *, entity: MissionDependency) -> None:
        """Take the MissionDependency with the key of an item away, if there is one."""
        await asyncio.to_thread(self._remove, write_mission_dependency(entity))

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

    async def all_session_event(
        self, *, where: Where = None
    ) -> tuple[SessionEvent, ...]:
        """Every SessionEvent, in the order of the keys."""
        return await asyncio.to_thread(
            read, "session_events", read_session_event, where, self._engine
        )

    async def store_session_event(self, *, entity: SessionEvent) -> None:
        """Keep a SessionEvent; a row with its key is replaced. What it refers to is
        added if it is missing.
        """
        await asyncio.to_thread(self._store, write_session_event(entity))

    async def remove_session_event(self, *, entity: SessionEvent) -> None:
        """Take the SessionEvent with the key of an item away, if there is one."""
        await asyncio.to_thread(self._remove, write_session_event(entity))

    async def all_session(self, *, where: Where = None) -> tuple[Session, ...]:
        """Every Session, in the order of the keys."""
        return await asyncio.to_thread(
            read, "sessions", read_session, where, self._engine
        )

    async def store_session(self, *, entity: Session) -> None:
        """Keep a Session; a row with its key is replaced. What it refers to is added if
        it is missing.
        """
        await asyncio.to_thread(self._store, write_session(entity))

    async def remove_session(self, *, entity: Session) -> None:
        """Take the Session with the key of an item away, if there is one."""
        await asyncio.to_thread(self._remove, write_session(entity))

    async def all_sprint(self, *, where: Where = None) -> tuple[Sprint, ...]:
        """Every Sprint, in the order of the keys."""
        return await asyncio.to_thread(
            read, "sprints", read_sprint, where, self._engine
        )

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
