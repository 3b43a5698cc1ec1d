"""What is on disk: the files below the generated roots with their digests.

Reads only. Digests of files that have not been touched since they were last read come from a memory that the
caller keeps; see `Remembered`.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from generator.emit.artifact import digest
from generator.plan import MANIFEST_KEY, DiskState, Manifest

__all__ = ["Layout", "Remembered", "observe", "signature", "walk"]

#: Folders that tools leave behind when generated code runs; nobody's work, so nobody's conflict.
CACHES = frozenset(
    {"__pycache__", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".hypothesis", ".pyrefly_cache"}
)
_SETTLED = 50_000_000  # nanoseconds: far above the granularity of file times

Signature: TypeAlias = tuple[int, int, int, int]
Remembered: TypeAlias = MutableMapping[str, tuple[Signature, int, str]]
"""By key: signature, when it was observed (ns since the epoch), digest."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the roots of a project are: `out` and the names of the two folders below it."""

    out: Path
    generated: str = "generated"
    diagrams: str = "diagrams"

    @property
    def private(self) -> Path:
        """The folder for lock, journal and staging."""
        return self.out / ".ssot"

    @property
    def roots(self) -> Mapping[str, Path]:
        """The two roots by the names artifacts use."""
        return {"generated": self.out / self.generated, "diagrams": self.out / self.diagrams}

    def path(self, key: str) -> Path:
        """Where the file with a key is."""
        root, _, rest = key.partition("/")
        return self.roots[root] / rest

    def shown(self, key: str) -> str:
        """A key as a path relative to `out`, as people see it."""
        root, _, rest = key.partition("/")
        return f"{self.generated if root == 'generated' else self.diagrams}/{rest}"


def signature(status: os.stat_result) -> Signature:
    """What changes whenever the content of a file changes."""
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def walk(root: Path, prefix: str) -> Iterator[tuple[str, os.DirEntry[str], os.stat_result]]:
    """Everything below a root that is no folder, as key, entry and status; caches are left out."""
    stack = [(str(root), prefix)]
    while stack:
        folder, at = stack.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name in CACHES:
                    continue
                if entry.is_dir(follow_symlinks=False):
                    stack.append((entry.path, f"{at}/{entry.name}"))
                elif not entry.name.endswith(".pyc"):
                    yield f"{at}/{entry.name}", entry, entry.stat(follow_symlinks=False)


def observe(layout: Layout, remembered: Remembered | None = None) -> DiskState:
    """The state of the roots. OSError when a folder cannot be read."""
    memory: Remembered = {} if remembered is None else remembered
    files: dict[str, str] = {}
    odd: dict[str, str] = {}
    for name, root in layout.roots.items():
        if not root.is_dir():
            continue
        for key, entry, status in walk(root, name):
            kind = _odd(status)
            if kind:
                odd[key] = kind
                continue
            try:
                files[key] = _digest(key, entry.path, status, memory)
            except PermissionError:
                odd[key] = "a file that may not be read"
    for key in [key for key in memory if key not in files]:
        del memory[key]
    manifest, fault = _manifest(layout) if MANIFEST_KEY in files else (None, odd.get(MANIFEST_KEY))
    return DiskState(files, odd, manifest, fault)


def _odd(status: os.stat_result) -> str | None:
    if stat.S_ISREG(status.st_mode):
        return None
    return "a symbolic link" if stat.S_ISLNK(status.st_mode) else "a special file"


def _digest(key: str, path: str, status: os.stat_result, memory: Remembered) -> str:
    now = signature(status)
    known = memory.get(key)
    if known is not None and known[0] == now and known[1] - status.st_ctime_ns > _SETTLED:
        return known[2]
    observed = time.time_ns()
    with open(path, "rb") as file:
        found = digest(file.read())
    memory[key] = (now, observed, found)
    return found


def _manifest(layout: Layout) -> tuple[Manifest | None, str | None]:
    try:
        return Manifest.from_json(layout.path(MANIFEST_KEY).read_text(encoding="utf-8")), None
    except ValueError as fault:
        return None, str(fault)
