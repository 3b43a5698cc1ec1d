"""Where the library of a workspace is: at a path, bundled, or in an installed package.

Knows settings and packages; must not know what is in a library.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from generator.config import Config, ConfigFault

__all__ = ["installed_library", "library_path"]

_FOLDERS = ("Kernel Libraries", "Systems Library", "Domain Libraries")


def library_path(config: Config) -> Path | None:
    """The folder or archive of the library that a configuration names; None for the bundled one.

    Without a setting the official one is taken if a package that brings it is installed, else the bundled one.
    ConfigFault when the official one is asked for and nothing that brings it is installed.
    """
    if config.library == "bundled":
        return None
    if config.library not in (None, "official"):
        return config.path(str(config.library))
    found = installed_library()
    if found is None and config.library == "official":
        raise ConfigFault(
            "the official library is not installed; install the package `sysml` (extra `review`), "
            "or give its folder or .kpar archive with --library"
        )
    return found


@cache
def installed_library() -> Path | None:
    """Where an installed package keeps the official library; the package itself is not imported."""
    try:
        spec = find_spec("sysml")
    except (ImportError, ValueError):
        return None
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent / "stdlib"
    return folder if all((folder / each).is_dir() for each in _FOLDERS) else None
