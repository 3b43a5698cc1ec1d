"""Which generated tests can notice that a module is broken, by the layout of the package and by imports.

Knows that the tests of `PACKAGE/PART/NAME.py` are `PACKAGE/tests/PART/test_NAME*.py`; must not run anything.
"""

from __future__ import annotations

import ast
from functools import cached_property
from pathlib import Path, PurePosixPath

__all__ = ["Targets"]


class Targets:
    """The test files of one generated package."""

    def __init__(self, code: Path, system: str) -> None:
        self._code = code
        self._system = system

    def own(self, module: str) -> tuple[str, ...]:
        """The test files that belong to a module, those nearest in name first.

        Files named after it or, without any, those of its folder; then those that import it by name. A module
        without either has those of the modules it imports itself, or the whole suite.
        """
        inside = PurePosixPath(module).parts[1:-1]
        folder = PurePosixPath(self._system, "tests", *inside)
        beside = [each for each in self._tests if PurePosixPath(each).parent == folder]
        below = [
            test
            for each in sorted(self._imports[module])
            if each != self._system
            for test in (*self._named(self._modules[each]), *self._importing(self._modules[each]))
        ]
        named, importing = self._named(module), self._importing(module)
        found = [*(named or (beside if inside else [])), *importing] or below or self._tests
        return tuple(dict.fromkeys(found))

    def _named(self, module: str) -> list[str]:
        path = PurePosixPath(module)
        folder = PurePosixPath(self._system, "tests", *path.parts[1:-1])
        start = f"test_{path.stem.strip('_')}"
        return [
            each
            for each in self._tests
            if PurePosixPath(each).parent == folder and PurePosixPath(each).stem.startswith(start)
        ]

    def _importing(self, module: str) -> list[str]:
        dotted = _dotted(module)
        return [each for each in self._tests if dotted in self._imports[each]]

    def reaching(self, module: str) -> tuple[str, ...]:
        """All test files that import a module, through however many others, its own first."""
        own = self.own(module)
        dotted = _dotted(module)
        rest = [each for each in self._tests if each not in own and dotted in self._reach(each)]
        return (*own, *rest)

    def _reach(self, test: str) -> set[str]:
        folders = PurePosixPath(test).parents
        stack = [
            *self._imports[test],
            *(_dotted(f"{each}/conftest.py") for each in folders if each.name),
        ]
        seen: set[str] = set()
        while stack:
            name = stack.pop()
            if name not in seen and name in self._modules:
                seen.add(name)
                stack += self._imports[self._modules[name]]
        return seen

    @cached_property
    def _files(self) -> list[str]:
        top = self._code / self._system
        return sorted(path.relative_to(self._code).as_posix() for path in top.rglob("*.py"))

    @cached_property
    def _tests(self) -> list[str]:
        return [each for each in self._files if PurePosixPath(each).name.startswith("test_")]

    @cached_property
    def _modules(self) -> dict[str, str]:
        return {_dotted(each): each for each in self._files}

    @cached_property
    def _imports(self) -> dict[str, frozenset[str]]:
        known = frozenset(self._modules)
        return {
            each: frozenset(_imported(self._code / each, _dotted(each), each, known))
            for each in self._files
        }


def _dotted(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _imported(path: Path, dotted: str, shown: str, known: frozenset[str]) -> set[str]:
    """The modules of the package that a file imports by statement, wherever in the file."""
    package = dotted if shown.endswith("__init__.py") else dotted.rpartition(".")[0]
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1]
            base = ".".join([*above, *filter(None, [node.module])]) if node.level else node.module
            found.update({base or ""}, (f"{base}.{each.name}" for each in node.names))
    return found & known
