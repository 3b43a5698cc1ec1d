"""The content-addressed store: finished texts and other bytes by the digest of everything they depend on.

One SQLite file in the cache folder, shared by concurrent processes. Losing it costs time, never correctness:
an entry that does not match its checksum is forgotten, a damaged file is thrown away.
"""

from __future__ import annotations

import contextlib
import hashlib
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

__all__ = ["Store"]

_SCHEMA = """CREATE TABLE IF NOT EXISTS entries
(key BLOB PRIMARY KEY, value BLOB NOT NULL, sum BLOB NOT NULL, used INTEGER NOT NULL)"""
_NAME = "store.sqlite"
_DAY = 86_400
_SUM = 8


def _checksum(value: bytes) -> bytes:
    return hashlib.blake2b(value, digest_size=_SUM).digest()


class Store:
    """A store in a folder; `folder` None keeps everything in memory. Use as a context manager, or `flush`."""

    def __init__(self, folder: Path | None, megabytes: int = 512) -> None:
        self._folder = folder
        self._limit = megabytes * 1_000_000
        self._connection: sqlite3.Connection | None = None
        self._opened = folder is None
        self._fresh: dict[bytes, bytes] = {}
        self._used: list[bytes] = []

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *fault: object) -> None:
        self.flush()
        if self._connection is not None:
            self._connection.close()
            self._connection = None
            self._opened = False

    def get_bytes(self, key: bytes) -> bytes | None:
        """The bytes under a key, or None."""
        if key in self._fresh:
            return self._fresh[key]
        connection = self._open()
        if connection is None:
            return None
        import sqlite3

        try:
            row = connection.execute(
                "SELECT value, sum, used FROM entries WHERE key = ?", (key,)
            ).fetchone()
        except sqlite3.Error:
            self._abandon()
            return None
        if row is None or not isinstance(row[0], bytes) or _checksum(row[0]) != row[1]:
            return None
        if time.time() - row[2] > _DAY:
            self._used.append(key)
        return row[0]

    def put_bytes(self, key: bytes, value: bytes) -> None:
        """Remember bytes under a key; they reach the disk with `flush`."""
        self._fresh[key] = value

    def get(self, key: bytes) -> str | None:
        """The text under a key, or None."""
        found = self.get_bytes(key)
        return None if found is None else found.decode()

    def put(self, key: bytes, text: str) -> None:
        """Remember a text under a key."""
        self.put_bytes(key, text.encode())

    def flush(self) -> None:
        """Write what is new, in one transaction, and drop what was not used for longest beyond the limit."""
        if not self._fresh and not self._used:
            return
        connection = self._open(create=True)
        if connection is None:
            return
        import sqlite3

        now = int(time.time())
        rows = [(key, value, _checksum(value), now) for key, value in self._fresh.items()]
        try:
            with connection:
                connection.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?)", rows)
                connection.executemany(
                    "UPDATE entries SET used = ? WHERE key = ?", [(now, key) for key in self._used]
                )
            self._trim(connection)
        except sqlite3.Error:
            self._abandon()
        self._fresh.clear()
        self._used.clear()

    def _trim(self, connection: sqlite3.Connection) -> None:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        (free,) = connection.execute("PRAGMA freelist_count").fetchone()
        if (pages - free) * size <= self._limit:
            return
        kept, last = 0, None
        for key, length in connection.execute(
            "SELECT key, length(value) FROM entries ORDER BY used DESC, rowid DESC"
        ).fetchall():
            kept += length + 64
            if kept > self._limit // 2:
                last = True
                connection.execute("DELETE FROM entries WHERE key = ?", (key,))
        connection.commit()
        if last:
            connection.execute("VACUUM")

    def _open(self, create: bool = False) -> sqlite3.Connection | None:
        if self._opened and not (create and self._connection is None):
            return self._connection
        self._opened = True
        if self._folder is None:
            return None
        file = self._folder / _NAME
        if not create and not file.exists():
            return None
        import sqlite3

        for _ in range(2):
            try:
                self._folder.mkdir(parents=True, exist_ok=True)
                self._connection = _connect(file)
                return self._connection
            except sqlite3.DatabaseError as fault:
                if isinstance(fault, sqlite3.OperationalError):
                    return None  # busy, read-only or full: work without it
                _remove(file)
            except OSError:
                return None
        return None

    def _abandon(self) -> None:
        """Go on without the file, and throw it away if it is damaged."""
        if self._connection is None or self._folder is None:
            return
        import sqlite3

        damaged = False
        try:
            damaged = self._connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",)
        except sqlite3.OperationalError:
            pass
        except sqlite3.DatabaseError:
            damaged = True
        with contextlib.suppress(sqlite3.Error):
            self._connection.close()
        self._connection = None
        if damaged:
            _remove(self._folder / _NAME)


def _connect(file: Path) -> sqlite3.Connection:
    import sqlite3

    connection = sqlite3.connect(file, timeout=20)
    connection.execute("PRAGMA journal_mode = WAL")
    # A killed process cannot damage the file in this mode; a crash of the machine may, and costs a rebuild.
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute(_SCHEMA)
    return connection


def _remove(file: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        with contextlib.suppress(OSError):
            file.with_name(file.name + suffix).unlink()
