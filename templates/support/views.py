"""Modules the package carries: those of `generator.compile.support` that its other modules import, as they are.

Knows where these modules are and how they are imported; must not know what is in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources

from generator.emit.passes import PassContext
from generator.ir import Model

# Runs after the other passes and is shown what they made.
LAST = True

_FOLDER = "generator.compile.support"
_IMPORTS = re.compile(r"^\s*from (?:\.+|[\w.]+\.)support(?:\.(\w+))? import (.+)$", re.MULTILINE)
_SIBLINGS = re.compile(r"^from (?:\.|generator\.compile\.support\.)(\w+) import ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class SupportModule:
    """`support/NAME.py`."""

    path: str
    origins: tuple[str, ...]
    text: str


def select(model: Model, context: PassContext) -> Iterator[SupportModule]:
    """The modules each system needs, and those they need."""
    for system in context.systems:
        needed: set[str] = set()
        for path, text in context.texts.items():
            if path.startswith(f"{system.name}/") and path.endswith(".py") and "support" in text:
                needed |= _imported(text)
        modules = _with_siblings(needed)
        if modules:
            origins = tuple(root.qualified_name for root in system.roots)
            for name, text in [("__init__", _read("__init__")), *sorted(modules.items())]:
                yield SupportModule(f"{system.name}/support/{name}.py", origins, text)


def _imported(text: str) -> set[str]:
    found: set[str] = set()
    for module, names in _IMPORTS.findall(text):
        listed = [module] if module else re.findall(r"\w+", names.partition("#")[0])
        found.update(listed)
    return found


def _with_siblings(names: set[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    stack = sorted(names)
    while stack:
        name = stack.pop()
        if name not in found:
            found[name] = _read(name)
            stack += _SIBLINGS.findall(found[name])
    return found


def _read(name: str) -> str:
    text = (resources.files(_FOLDER) / f"{name}.py").read_text(encoding="utf-8")
    return text.replace(f"from {_FOLDER}.", "from .")
