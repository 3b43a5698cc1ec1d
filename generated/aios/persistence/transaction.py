# Generated from AIOS_Persistence::AccessRefusal (ssot/aios/persistence.sysml) and 12 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""One run, one transaction: what is stored, and the files that mirror it, are kept whole or not at all."""

from __future__ import annotations

import asyncio
import functools
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import ExitStack, asynccontextmanager
from contextvars import ContextVar
from typing import Any, ParamSpec, TypeVar

import sqlalchemy as sa
from sqlalchemy import orm

from .. import files
from .mirrors import refresh
from .session import REVISION, create_engine, prepare, revision

__all__ = ["Unit", "problems", "run", "transacted", "transaction"]

P = ParamSpec("P")
T = TypeVar("T")


class Unit:
    """A transaction in progress; the database is not touched before somebody needs it.

    `changed` are the tables whose rows are others now. Work is done one after the other, in whichever thread asks.
    """

    def __init__(self, engine: sa.Engine | None = None) -> None:
        self.changed: set[str] = set()
        self._given = engine
        self._engine: sa.Engine | None = None
        self._session: orm.Session | None = None
        self._lock = threading.Lock()

    @property
    def is_used(self) -> bool:
        """Whether somebody needed the database."""
        return self._session is not None

    def run(self, work: Callable[[orm.Session], T]) -> T:
        """Do something in the session of the transaction."""
        with self._lock:
            if self._session is None:
                self._engine = self._given or create_engine()
                prepare(self._engine)
                self._session = orm.Session(self._engine)
                sa.event.listen(self._session, "after_flush", self._note)
            return work(self._session)

    def _note(self, session: orm.Session, context: object) -> None:
        for row in (*session.new, *session.dirty, *session.deleted):
            self.changed.add(str(sa.inspect(type(row)).local_table))

    def close(self, *, keep: bool) -> None:
        """End the transaction: keep what was done, or nothing of it."""
        with self._lock:
            try:
                if self._session is not None:
                    self._session.commit() if keep else self._session.rollback()
            finally:
                if self._session is not None:
                    self._session.close()
                if self._engine is not None and self._given is None:
                    self._engine.dispose()


_unit: ContextVar[Unit | None] = ContextVar("_unit", default=None)


@asynccontextmanager
async def transaction(engine: sa.Engine | None = None) -> AsyncIterator[Unit]:
    """All that repositories do inside is kept at the end, or nothing of it when an exception leaves the block.

    Inside of another transaction it is a part of that one. Files are written complete beside their places before the
    commit, and put there after it; one process at a time, so that no older file ever replaces a newer one.
    """
    around = _unit.get()
    if around is not None:
        yield around
        return
    unit = Unit(engine)
    token = _unit.set(unit)
    with ExitStack() as stack:
        writes = stack.enter_context(files.held())
        try:
            yield unit
            guard = files.exclusive()
            if unit.is_used:
                await asyncio.to_thread(guard.__enter__)
                stack.callback(guard.__exit__, None, None, None)
                await refresh(unit.changed, writes)
            await asyncio.to_thread(writes.prepare)
            await asyncio.to_thread(unit.close, keep=True)
        except BaseException:
            writes.forget()
            unit.close(keep=False)
            raise
        finally:
            _unit.reset(token)
        await asyncio.to_thread(writes.settle)


def transacted(
    workflow: Callable[P, Awaitable[T]],
) -> Callable[P, Coroutine[Any, Any, T]]:
    """A workflow of which each run is one transaction."""

    @functools.wraps(workflow)
    async def whole(*args: P.args, **kwargs: P.kwargs) -> T:
        async with transaction():
            return await workflow(*args, **kwargs)

    return whole


def run(work: Callable[[orm.Session], T], engine: sa.Engine | None = None) -> T:
    """Do something in the transaction around, else in one of its own."""
    around = _unit.get()
    if around is not None:
        return around.run(work)
    alone = Unit(engine)
    try:
        result = alone.run(work)
    except BaseException:
        alone.close(keep=False)
        raise
    alone.close(keep=True)
    return result


def problems(session: orm.Session) -> tuple[str, ...]:
    """What is wrong with the database of a session."""
    found: list[str] = []
    connection = session.connection()
    current = revision(connection)
    if current != REVISION:
        found.append(f"the schema is {current or 'missing'}, not {REVISION}")
    if connection.dialect.name == "sqlite":
        checked = connection.exec_driver_sql("PRAGMA integrity_check").scalars()
        found += [each for each in checked if each != "ok"]
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        found += [
            f"a row of {each[0]} refers to a row that does not exist" for each in broken
        ]
    return tuple(found)
