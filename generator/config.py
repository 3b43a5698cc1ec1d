"""Configuration: `[tool.ssot]` of pyproject.toml as one frozen value.

Knows the settings and their defaults. Must not know what they are used for.
"""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

__all__ = ["NAMED_LIBRARIES", "Config", "ConfigFault", "find_project", "load_config"]


NAMED_LIBRARIES = ("bundled", "official")
"""Libraries that are named rather than found at a path."""


class ConfigFault(Exception):
    """A configuration that cannot be used; the message says which setting and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The settings of a project; paths are relative to `root`, the folder of its pyproject.toml.

    `model` are folders or files with models; `out` is where `generated` and `diagrams` go; `library` is a folder
    or `.kpar` archive, `official` (the installed one, the default where there is one) or `bundled`; `templates` a folder
    whose passes and templates come before the bundled ones; `passes` the passes to run (all, when empty);
    `cache` is `.ssot/cache` in a project and the user's cache folder outside of one, unless set;
    `cache_megabytes` bounds the cache; `lock_seconds` is how long a run waits for another one;
    `line_width` is where `ssot fmt` breaks lines. `severity` are
    (path pattern, code, level): `[tool.ssot.severity]` maps codes to `error`, `warning`, `info` or `off`, and path
    patterns to such tables.
    """

    root: Path = field(default_factory=Path.cwd)
    is_project: bool = False
    model: tuple[str, ...] = ("ssot",)
    out: str = "."
    generated: str = "generated"
    diagrams: str = "diagrams"
    cache: str | None = None
    library: str | None = None
    templates: str | None = None
    passes: tuple[str, ...] = ()
    review: bool = True
    cache_megabytes: int = 512
    lock_seconds: int = 600
    line_width: int = 100
    severity: tuple[tuple[str, str, str], ...] = ()

    @property
    def cache_folder(self) -> Path:
        """Where the cache is: `SSOT_CACHE` of the environment, else the setting, else the default."""
        if os.environ.get("SSOT_CACHE"):
            return Path(os.environ["SSOT_CACHE"]).absolute()
        if self.cache is not None or self.is_project:
            return self.root / (self.cache or ".ssot/cache")
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
        return Path(base).absolute() / "ssot"

    def path(self, setting: str) -> Path:
        """A setting that holds a path, resolved against the root."""
        return self.root / setting


_SETTINGS = {each.name: each for each in fields(Config) if each.name not in ("root", "is_project")}


def find_project(start: Path) -> Path | None:
    """The nearest folder at or above `start` whose pyproject.toml has `[tool.ssot]`, or None."""
    for folder in (start, *start.parents):
        file = folder / "pyproject.toml"
        if file.is_file() and "ssot" in _read(file).get("tool", {}):
            return folder
    return None


def load_config(start: Path | None = None) -> Config:
    """The configuration that holds at a folder (the working folder by default); ConfigFault for a bad one."""
    start = (start or Path.cwd()).absolute()
    root = find_project(start)
    if root is None:
        return Config(root=start)
    return from_table(_read(root / "pyproject.toml")["tool"]["ssot"], root)


def from_table(table: Mapping[str, Any], root: Path) -> Config:
    """The configuration in a `[tool.ssot]` table."""
    values: dict[str, Any] = {}
    for key, value in table.items():
        name = key.replace("-", "_")
        if name not in _SETTINGS:
            close = difflib.get_close_matches(name, _SETTINGS, n=1)
            hint = f"did you mean `{close[0]}`?" if close else f"known: {', '.join(_SETTINGS)}"
            raise ConfigFault(f"[tool.ssot] has no setting `{key}`; {hint}")
        values[name] = _value(key, value, str(_SETTINGS[name].type))
    return Config(root=root, is_project=True, **values)


_LEVELS = ("error", "warning", "info", "off")


def _severities(table: object, pattern: str = "*") -> tuple[tuple[str, str, str], ...]:
    """The settings of a severity table, those of particular paths after the general ones."""
    if not isinstance(table, dict):
        raise ConfigFault("[tool.ssot] `severity` must be a table of codes")
    general: list[tuple[str, str, str]] = []
    particular: list[tuple[str, str, str]] = []
    for key, value in table.items():
        if isinstance(value, dict) and pattern == "*":
            particular += _severities(value, key)
        elif value in _LEVELS:
            general.append((pattern, key, value))
        else:
            raise ConfigFault(
                f"[tool.ssot.severity] `{key}` must be one of {', '.join(_LEVELS)}, not {value!r}"
            )
    return (*general, *particular)


def _value(key: str, value: object, kind: str) -> object:
    if key == "severity":
        return _severities(value)
    if kind.startswith("tuple"):
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, list) or not all(isinstance(each, str) for each in items):
            raise ConfigFault(f"[tool.ssot] `{key}` must be a list of strings")
        return tuple(items)
    wanted = {"str": str, "str | None": str, "bool": bool, "int": int}[kind]
    if type(value) is not wanted:
        raise ConfigFault(f"[tool.ssot] `{key}` must be of type {wanted.__name__}, not {value!r}")
    if wanted is int and not (isinstance(value, int) and value > 0):
        raise ConfigFault(f"[tool.ssot] `{key}` must be positive, not {value!r}")
    return value


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise ConfigFault(f"{file} is not valid TOML: {fault}") from fault
    except OSError as fault:
        raise ConfigFault(f"cannot read {file}: {fault.strerror}") from fault
