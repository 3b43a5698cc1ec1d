"""The front end in its order: parse, resolve, check the rules. Trees of unchanged texts come from the store.

Knows the phases and the store; must not know files.
"""

from __future__ import annotations

import gc
import io
import pickle
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import generator
from generator.diagnostics import Diagnostic, sort_diagnostics
from generator.emit.artifact import digest
from generator.ir import Model
from generator.resolve import resolve
from generator.rules import check as check_rules
from generator.source import SourceFile
from generator.syntax import RootNamespace, parse
from generator.workspace.store import Store

__all__ = ["front_end"]

_Parsed = tuple[SourceFile, RootNamespace, tuple[Diagnostic, ...]]
_ALLOWED = ("generator.syntax.ast", "generator.source", "generator.diagnostics")


def front_end(
    sources: Sequence[SourceFile], library: Sequence[SourceFile], store: Store
) -> tuple[Model, tuple[Diagnostic, ...]]:
    """The model of some texts resolved against a library, and everything that is wrong with the texts."""
    libraries = _trees(library, store, together=True)
    own = _trees(sources, store, together=False)
    found = [each for _, _, diagnostics in (*libraries, *own) for each in diagnostics]
    model, unresolved = resolve(
        [(source, tree) for source, tree, _ in own],
        [(source, tree) for source, tree, _ in libraries],
    )
    found += unresolved
    found += check_rules(model)
    return model, sort_diagnostics(found)


def _trees(sources: Sequence[SourceFile], store: Store, *, together: bool) -> list[_Parsed]:
    """Parse, or remember: a library is remembered as one value, a model file by file."""
    groups = [tuple(sources)] if together else [(source,) for source in sources]
    trees: list[_Parsed] = []
    for group in groups:
        key = _key(group)
        known = store.get_bytes(key)
        parsed = None if known is None else _loaded(known)
        if parsed is None:
            parsed = [(source, *parse(source)) for source in group]
            store.put_bytes(key, pickle.dumps(parsed, 5))
        trees += parsed
    return trees


def _key(sources: Sequence[SourceFile]) -> bytes:
    parts = [_parser(), *(f"{each.path}\0{each.text}" for each in sources)]
    return bytes.fromhex(digest("\0".join(parts)))


@cache
def _parser() -> str:
    """The digest of the parser, by the status of its files: reading them all would cost more than it saves."""
    folder = Path(generator.__file__).parent
    files = sorted((*folder.glob("*.py"), *(folder / "syntax").rglob("*")))
    statuses = [each.stat() for each in files if each.suffix != ".pyc" and each.is_file()]
    return digest(repr([(each.st_size, each.st_mtime_ns, each.st_ino) for each in statuses]))


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
