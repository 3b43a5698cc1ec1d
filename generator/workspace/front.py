"""The front end in its order: parse, resolve, check the rules. Unchanged work comes from the store.

Of a library its resolved form is remembered, of each file of a model its tree.

Knows the phases and the store; must not know files.
"""

from __future__ import annotations

import gc
import io
import pickle
from collections.abc import Collection, Sequence

from generator.diagnostics import Diagnostic, sort_diagnostics
from generator.ir import Model
from generator.recursion import deep_recursion
from generator.resolve import LibraryModel, resolve, resolve_library
from generator.resolve.stored import LiteralPickler, dump_library, load_library
from generator.source import SourceFile
from generator.syntax import RootNamespace, parse
from generator.workspace.consequences import without_consequences, without_repetition
from generator.workspace.keys import key_of
from generator.workspace.store import Store

__all__ = ["check_some", "front_end", "library_model", "resolved", "trees_of"]

_Parsed = tuple[SourceFile, RootNamespace, tuple[Diagnostic, ...]]
_ALLOWED = ("generator.syntax.ast", "generator.source", "generator.diagnostics")


def front_end(
    sources: Sequence[SourceFile], library: Sequence[SourceFile], store: Store
) -> tuple[Model, tuple[Diagnostic, ...]]:
    """The model of some texts resolved against a library, and everything that is wrong with the texts."""
    from generator.rules import (
        check as check_rules,
    )  # heavy, and not needed where findings are known

    base, found = _library(library, store)
    own = _trees(sources, store)
    notation = _notation(own)
    model, unresolved = resolve([(source, tree) for source, tree, _ in own], base)
    found += [*notation, *unresolved, *without_consequences(check_rules(model), notation)]
    return model, sort_diagnostics(found)


def resolved(sources: Sequence[SourceFile], library: Sequence[SourceFile], store: Store) -> Model:
    """The model of some texts, when what is wrong with them is known already."""
    own = _trees(sources, store)
    return resolve([(source, tree) for source, tree, _ in own], _library(library, store)[0])[0]


def check_some(
    sources: Sequence[SourceFile],
    paths: Collection[str],
    library: Sequence[SourceFile],
    store: Store,
) -> tuple[Diagnostic, ...]:
    """What is wrong with the texts at some paths; the other ones are only there to be seen by them."""
    from generator.rules import (
        check as check_rules,
    )  # heavy, and not needed where findings are known

    base, found = _library(library, store)
    own = _trees(sources, store)
    notation = _notation(own)
    model, unresolved = resolve([(source, tree) for source, tree, _ in own], base)
    broken = without_consequences(check_rules(model, paths), notation)
    found = [*notation, *unresolved, *broken]
    return sort_diagnostics(each for each in found if each.span.path in paths)


def library_model(sources: Sequence[SourceFile], store: Store) -> LibraryModel:
    """A library, resolved or remembered, whatever is wrong with it."""
    return _library(sources, store)[0]


def trees_of(sources: Sequence[SourceFile], store: Store) -> list[tuple[SourceFile, RootNamespace]]:
    """The trees of some texts, parsed or remembered, whatever is wrong with them."""
    return [(source, tree) for source, tree, _ in _trees(sources, store)]


def _notation(parsed: Sequence[_Parsed]) -> list[Diagnostic]:
    """What is wrong with the notation of some texts."""
    return list(without_repetition(each for _, _, found in parsed for each in found))


def _library(sources: Sequence[SourceFile], store: Store) -> tuple[LibraryModel, list[Diagnostic]]:
    """Resolve a library, or remember it; one with faults is not remembered, so that they are reported."""
    key = _key("library", sources)
    known = store.get_bytes(key)
    library = None if known is None else load_library(known, sources)
    if library is not None:
        return library, []
    parsed = [(source, *parse(source)) for source in sources]
    found = [each for _, _, diagnostics in parsed for each in diagnostics]
    library, unresolved = resolve_library([(source, tree) for source, tree, _ in parsed])
    found += unresolved
    data = None if found else dump_library(library)
    if data is not None:
        store.put_bytes(key, data)
    return library, found


def _trees(sources: Sequence[SourceFile], store: Store) -> list[_Parsed]:
    """Parse, or remember, a model file by file."""
    trees: list[_Parsed] = []
    for source in sources:
        key = _key("tree", (source,))
        known = store.get_bytes(key)
        parsed = None if known is None else _loaded(known)
        if parsed is None:
            parsed = [(source, *parse(source))]
            with deep_recursion():
                store.put_bytes(key, _dumped(parsed))
        trees += parsed
    return trees


def _key(what: str, sources: Sequence[SourceFile]) -> bytes:
    return key_of(what, sources, ("syntax", "ir", "resolve"))


def _dumped(parsed: list[_Parsed]) -> bytes:
    stream = io.BytesIO()
    LiteralPickler(stream, 5).dump(parsed)
    return stream.getvalue()


class _Unpickler(pickle.Unpickler):
    """Gives back trees and nothing else: a cache that came with a project must not run code."""

    def find_class(self, module: str, name: str) -> object:
        if module.startswith(_ALLOWED) and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a tree")


def _loaded(data: bytes) -> list[_Parsed] | None:
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        found = _Unpickler(io.BytesIO(data)).load()
    except Exception:  # whatever a damaged entry raises, the text can be parsed again
        return None
    finally:
        if was_enabled:
            gc.enable()
    return found if isinstance(found, list) else None
