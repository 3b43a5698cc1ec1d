"""Text becomes a syntax tree.

`parse` is the whole interface: it takes any text and never fails. The tree classes are in
`syntax.ast`. Knows the notation. Must not know what names refer to.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from generator.diagnostics import Diagnostic
from generator.source import SourceFile
from generator.syntax.ast import RootNamespace
from generator.syntax.build import BUILDERS
from generator.syntax.driver import Driver
from generator.syntax.recovery import Recovery
from generator.syntax.scanner import scan
from generator.syntax.tables import load

__all__ = ["RootNamespace", "parse"]


@contextmanager
def _without_collection() -> Iterator[None]:
    """Trees have no cycles, and collecting while one grows costs more than the parse."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def parse(source: SourceFile) -> tuple[RootNamespace, tuple[Diagnostic, ...]]:
    """The tree of a text and what is wrong with the text, in the order of the text.

    Every text has a tree: what cannot be read is left out or stands as a `MalformedElement`, and an
    error says so. A path that ends with `.kerml` is read as KerML, any other as SysML.
    """
    dialect = "kerml" if source.path.lower().endswith(".kerml") else "sysml"
    tables = load(dialect)
    with _without_collection():
        tokens = scan(source.text, tables)
        builder = BUILDERS[dialect](source, tokens)
        recovery = Recovery(builder, dialect)
        root: RootNamespace = Driver(tables, tokens, builder).run(recovery)
        recovery.finish()
    found = sorted(builder.diagnostics, key=lambda each: (each.span.start, each.span.end))
    return root, tuple(found)
