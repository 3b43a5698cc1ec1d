"""Which mutants of a package are tried: all of them by place, or a sample that the same bytes always give.

Knows the layout of generated packages; must not know which tests there are.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from pathlib import Path, PurePosixPath

from generator.quorum.mutation.mutants import Mutant, mutants

__all__ = ["Candidate", "candidates", "choose"]

_APART = frozenset({"tests", "migrations", "support", "__pycache__"})
"""Folders that are not broken: the tests, what the schema reviewer proves, and what is carried as it is (and
tested where it comes from)."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mutant and its module, as a path below the folder of generated packages."""

    module: str
    mutant: Mutant
    rank: str

    @property
    def system(self) -> str:
        """The generated package."""
        return PurePosixPath(self.module).parts[0]

    @property
    def part(self) -> str:
        """The folder of the package the module is in, or the name of a module beside the folders."""
        inside = PurePosixPath(self.module).parts[1:]
        return inside[0] if len(inside) > 1 else PurePosixPath(inside[0]).stem


def candidates(code: Path, system: str) -> list[Candidate]:
    """Every mutant of a system, by module and line."""
    found: list[Candidate] = []
    for path in sorted((code / system).rglob("*.py")):
        inside = path.relative_to(code)
        if not _APART.intersection(inside.parts[:-1]):
            found += _of_module(inside.as_posix(), path.read_text(encoding="utf-8"))
    return found


def _of_module(module: str, text: str) -> Iterator[Candidate]:
    seen: dict[tuple[str, str, str], int] = {}
    for mutant in mutants(text):
        # A place is known by what surrounds it, so that lines added elsewhere do not change the sample.
        key = (module.partition("/")[2], mutant.scope, mutant.change)
        seen[key] = seen.get(key, 0) + 1
        rank = hashlib.sha256("\0".join([*key, str(seen[key])]).encode()).hexdigest()
        yield Candidate(module, mutant, rank)


def choose(found: Iterable[Candidate], count: int) -> list[Candidate]:
    """`count` of the candidates (all, if there are fewer), from as many parts as there are, ordered by place."""
    parts: dict[str, list[Candidate]] = {}
    for each in sorted(found, key=lambda each: each.rank):
        parts.setdefault(each.part, []).append(each)
    turns: Iterable[Sequence[Candidate | None]] = zip_longest(*_by_first(parts.values()))
    dealt = [each for each in chain.from_iterable(turns) if each is not None]
    return sorted(dealt[:count], key=lambda each: (each.module, each.mutant.line, each.rank))


def _by_first(parts: Iterable[list[Candidate]]) -> list[list[Candidate]]:
    return sorted(parts, key=lambda each: each[0].rank)
