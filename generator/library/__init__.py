"""The library models are resolved against: our rendering of the standard packages, and `AgentSystems`.

Both are model text bundled with the package; `load` reads another library, such as the official one, from a
folder or an archive. Knows where library files are; must not know what is in them.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from generator.library.loading import load
from generator.source import SourceFile

__all__ = ["bundled", "domain", "load", "standard"]

_SHOWN = "library"


@cache
def bundled() -> tuple[SourceFile, ...]:
    """Every bundled library file: the standard packages, then the domain libraries, each sorted by name."""
    return standard() + domain()


@cache
def standard() -> tuple[SourceFile, ...]:
    """The bundled rendering of the OMG's standard packages, sorted by name."""
    return _files(resources.files(__name__) / "standard", f"{_SHOWN}/standard")


@cache
def domain() -> tuple[SourceFile, ...]:
    """The bundled domain libraries, sorted by name."""
    return _files(resources.files(__name__), _SHOWN)


def _files(folder: Traversable, shown: str) -> tuple[SourceFile, ...]:
    found = (each for each in folder.iterdir() if each.name.endswith(".sysml"))
    return tuple(
        SourceFile(f"{shown}/{each.name}", each.read_text(encoding="utf-8"))
        for each in sorted(found, key=lambda each: each.name)
    )
