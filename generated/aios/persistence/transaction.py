# Generated from AIOS_Persistence::AccessRefusal (ssot/aios/persistence.sysml) and 12 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""One run, one transaction: what is stored, and the files that mirror it, are kept whole or not at all."""

from __future__ import annotations

import asyncio
import functools
import threading
from collections.abc import (
    AsyncIterator,
    Awaitable,
    Callable,
    Coroutine,
    Iterator,
    Mapping,
)
from contextlib import ExitStack, asynccontextmanager, contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, cast

from .. import files
from .mirrors import refresh
from .reading import REVISION, Reader, damages, opened

if TYPE_CHECKING:
    import sqlite3

    import sqlalchemy as sa
    from sqlalchemy import orm

__all__ = ["Unit", "check", "problems", "read", "run", "transacted", "transaction"]

P = ParamSpec("P")
T = TypeVar("T")


class Unit:
    """A transaction in progress; the database is not touched before somebody needs it.

    `changed` are the tables whose rows are others now. Work is done one after the other, in whichever thread asks.
    While nobody asks for the session, a file of SQLite is read without SQLAlchemy; the session goes on with the
    connection of the reader, in the same transaction.
    """

    def __init__(self, engine: sa.Engine | None = None) -> None:
        self.changed: set[str] = set()
        self._given = engine
        self._engine: sa.Engine | None = None
        self._session: orm.Session | None = None
        self._reader: Reader | None = None
        self._lock = threading.Lock()

    @property
    def is_used(self) -> bool:
        """Whether somebody needed the database."""
        return self._session is not None or self._reader is not None

    def read(
        self, table: str, read: Callable[[Any], T], where: Mapping[str, object]
    ) -> tuple[T, ...]:
        """What the rows of a table are that have certain values in certain columns, in the order of the keys."""
        with self._lock:
            reader = self._quick()
            if reader is not None:
                return tuple(read(each) for each in reader.rows(table, where))
        from .keeping import every

        return self.run(
            lambda session: tuple(read(each) for each in every(session, table, where))
        )

    def check(self) -> tuple[str, ...]:
        """What is wrong with the database."""
        with self._lock:
            reader = self._quick()
            if reader is not None:
                return damages(reader.connection)
        return self.run(problems)

    def _quick(self) -> Reader | None:
        """The reader, as long as there is no session."""
        if self._session is None and self._given is None:
            self._reader = self._reader or opened()
            return self._reader
        return None

    def run(self, work: Callable[[orm.Session], T]) -> T:
        """Do something in the session of the transaction."""
        with self._lock:
            if self._session is None:
                self._session = self._begun()
            return work(self._session)

    def _begun(self) -> orm.Session:
        from sqlalchemy import event

        from .session import adopted, create_engine, prepare, started

        if self._reader is not None:
            self._engine = adopted(self._reader.connection)
        else:
            self._engine = self._given or create_engine()
            prepare(self._engine)
        session = started(self._engine)
        event.listen(session, "after_flush", self._note)
        return session

    def _note(self, session: orm.Session, context: object) -> None:
        import sqlalchemy as sa

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
                if self._reader is not None:
                    self._reader.close()
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


def read(
    table: str,
    read: Callable[[Any], T],
    where: Mapping[str, object] | None = None,
    engine: sa.Engine | None = None,
) -> tuple[T, ...]:
    """What rows of a table are, in the transaction around, else in one of its own."""
    with _looking(engine) as unit:
        return unit.read(table, read, where or {})


def check(engine: sa.Engine | None = None) -> tuple[str, ...]:
    """What is wrong with the database, in the transaction around, else in one of its own."""
    with _looking(engine) as unit:
        return unit.check()


@contextmanager
def _looking(engine: sa.Engine | None) -> Iterator[Unit]:
    """The transaction around, else one of its own that keeps nothing."""
    around = _unit.get()
    if around is not None:
        yield around
        return
    alone = Unit(engine)
    try:
        yield alone
    finally:
        alone.close(keep=False)


def problems(session: orm.Session) -> tuple[str, ...]:
    """What is wrong with the database of a session."""
    from .session import revision

    connection = session.connection()
    if connection.dialect.name == "sqlite":
        return damages(
            cast("sqlite3.Connection", connection.connection.driver_connection)
        )
    current = revision(connection)
    return (
        ()
        if current == REVISION
        else (f"the schema is {current or 'missing'}, not {REVISION}",)
    )
