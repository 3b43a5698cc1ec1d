"""From syntax trees to the resolved model.

`resolve` is the whole interface. Phases, each in its own module: `declare` (trees to symbols), `scopes` and
`references` (names to symbols), `specialize` (generals), `expressions`, `connections` and `elements` (symbols
to elements). Knows trees and the model; must not know files, rules or passes.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from generator.diagnostics import Diagnostic
from generator.ir import ElementId, Model
from generator.resolve.resolution import LibraryModel, Resolution
from generator.source import SourceFile
from generator.syntax.ast import RootNamespace

__all__ = ["LibraryModel", "Tree", "resolve", "resolve_library", "resolve_names"]

_DEEPEST = 100_000

Tree = tuple[SourceFile, RootNamespace]


def resolve_library(trees: Sequence[Tree]) -> tuple[LibraryModel, tuple[Diagnostic, ...]]:
    """Some library files resolved among themselves, to be the base of any number of models.

    Their elements are marked as standard if their file declares a `standard library package`, else as of a
    domain library.
    """
    with _prepared():
        resolution = Resolution(LibraryModel())
        for source, tree in trees:
            resolution.declare(source, tree, is_library=True)
        diagnostics = resolution.resolve()
        return resolution.library(), diagnostics


def resolve(
    trees: Sequence[Tree], library: Sequence[Tree] | LibraryModel = ()
) -> tuple[Model, tuple[Diagnostic, ...]]:
    """The model of some files, taken as one workspace, together with the libraries they use.

    Every tree gives a model: what a name leads to is missing where it could not be resolved, and an error
    says so. A library that is given as trees is resolved first, and its diagnostics are among those returned.
    """
    found: tuple[Diagnostic, ...] = ()
    if not isinstance(library, LibraryModel):
        library, found = resolve_library(library)
    with _prepared():
        resolution = Resolution(library)
        for source, tree in trees:
            resolution.declare(source, tree, is_library=False)
        found += resolution.resolve()
        return resolution.model(), found


def resolve_names(
    trees: Sequence[Tree], library: LibraryModel
) -> tuple[Model, Mapping[tuple[str, int], tuple[int, ElementId]]]:
    """The model of some files, and what each name in them means.

    Names are by file and offset, each with the offset of its end and the id of the element; of `A::b` and `a.b`
    there are two. Names that lead nowhere are missing.
    """
    with _prepared():
        resolution = Resolution(library)
        resolution.trace = {}
        for source, tree in trees:
            resolution.declare(source, tree, is_library=False)
        resolution.resolve()
        names = {
            place: (end, symbol.id)
            for place, (end, symbol) in resolution.trace.items()
            if symbol.id >= 0
        }
        return resolution.model(), names


@contextmanager
def _prepared() -> Iterator[None]:
    """Set the interpreter up for resolving.

    Nearly everything made here stays alive: looking for garbage meanwhile costs more than it frees. And a
    definition that depends on the next one, and so on for thousands, is resolved by recursion.
    """
    was_enabled, limit = gc.isenabled(), sys.getrecursionlimit()
    gc.disable()
    sys.setrecursionlimit(max(limit, _DEEPEST))
    try:
        yield
    finally:
        sys.setrecursionlimit(limit)
        if was_enabled:
            gc.enable()
