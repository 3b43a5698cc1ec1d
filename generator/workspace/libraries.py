"""Where the library of a workspace is: at a path, bundled, or in an installed package.

Knows settings and packages; must not know what is in a library.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from generator.config import Config, ConfigFault

__all__ = ["library_path"]


def library_path(config: Config) -> Path | None:
    """The folder or archive of the library that a configuration names; None for the bundled one.

    ConfigFault when the official one is asked for and nothing that brings it is installed.
    """
    if config.library in (None, "bundled"):
        return None
    if config.library != "official":
        return config.path(str(config.library))
    found = _installed()
    if found is None:
        raise ConfigFault(
            "the official library is not installed; install the package `sysml` (extra `review`), "
            "or give its folder or .kpar archive with --library"
        )
    return found


def _installed() -> Path | None:
    spec = find_spec("sysml")
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent / "stdlib"
    return folder if folder.is_dir() else None
