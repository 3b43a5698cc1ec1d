"""Keys of what the store holds: digests of texts, of the code that makes something of them, and of Python.

Knows files of the package by their status; must not know what is stored.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import generator
from generator.emit.artifact import digest
from generator.source import SourceFile

__all__ = ["key_of"]


def key_of(what: str, sources: Sequence[SourceFile], rooms: tuple[str, ...]) -> bytes:
    """The key of what some rooms of the package make of some texts."""
    parts = [what, sys.version, _code(rooms), *(f"{each.path}\0{each.text}" for each in sources)]
    return bytes.fromhex(digest("\0".join(parts)))


@cache
def _code(rooms: tuple[str, ...]) -> str:
    """The digest of the code of some rooms, by the status of its files: reading them costs more than it saves."""
    folder = Path(generator.__file__).parent
    files = sorted(
        (*folder.glob("*.py"), *(file for room in rooms for file in (folder / room).rglob("*")))
    )
    statuses = [each.stat() for each in files if each.suffix != ".pyc" and each.is_file()]
    return digest(repr([(each.st_size, each.st_mtime_ns, each.st_ino) for each in statuses]))
