"""Imports of one generated module: which name stands for what, each given out once.

Knows Python's import statements. Must not know models.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.emit.names import Names

_WIDTH = 88
_STANDARD = frozenset({"collections.abc", "datetime", "enum", "math", "typing"})


class Imports:
    """The names a module imports; a name that is already taken there is imported under another one.

    A late import is for annotations only: two modules that need each other cannot both import first.
    """

    def __init__(self, taken: Iterable[str]) -> None:
        self._scope = Names(taken)
        self._known: dict[tuple[str, str], str] = {}
        self._at_once: set[tuple[str, str]] = set()

    def use(self, module: str, name: str, *, late: bool = False) -> str:
        """Import a name, and what it is called in this module."""
        key = (module, name)
        if not late:
            self._at_once.add(key)
        if key not in self._known:
            self._known[key] = self._scope.unique(name)
        return self._known[key]

    def is_free(self, module: str, name: str) -> bool:
        """Whether a name can be imported without being renamed."""
        known = self._known.get((module, name))
        return known == name if known is not None else name not in self._scope

    def late(self) -> tuple[tuple[str, str, str], ...]:
        """Module, name and local name of each late import, sorted."""
        return tuple(
            (*key, local) for key, local in sorted(self._known.items()) if key not in self._at_once
        )

    def blocks(self) -> tuple[tuple[str, ...], ...]:
        """The statements: standard library, other packages, this package; groups without any are left out."""
        groups: tuple[list[tuple[str, str, str]], ...] = ([], [], [])
        for (module, name), local in self._known.items():
            if (module, name) in self._at_once:
                group = 2 if module.startswith(".") else 0 if module in _STANDARD else 1
                groups[group].append((module, name, local))
        return tuple(statements(group) for group in groups if group)


def statements(imported: Iterable[tuple[str, str, str]]) -> tuple[str, ...]:
    """Import statements for modules, names and local names, one per module."""
    modules: dict[str, list[str]] = {}
    for module, name, local in imported:
        modules.setdefault(module, []).append(name if name == local else f"{name} as {local}")
    return tuple(statement(module, names) for module, names in sorted(modules.items()))


def statement(module: str, names: Iterable[str]) -> str:
    """One import statement as black writes it."""
    ordered = sorted(names)
    line = f"from {module} import {', '.join(ordered)}"
    if len(line) <= _WIDTH:
        return line
    return f"from {module} import (\n    " + ",\n    ".join(ordered) + ",\n)"
