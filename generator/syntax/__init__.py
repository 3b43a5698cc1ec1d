"""Text becomes a syntax tree.

`parse` is the whole interface: it takes any text and never fails. The tree classes are in
`syntax.ast`. Knows the notation. Must not know what names refer to.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager

from generator.diagnostics import Diagnostic, Severity
from generator.source import SourceFile, Span
from generator.syntax.ast import RootNamespace

__all__ = ["RootNamespace", "parse"]

_LONGEST_READ_TWICE = 500_000
_KERNEL_WORDS = re.compile(
    r"\b(feature|datatype|struct|classifier|assoc|behavior|function|predicate|step|inv|metaclass"
    r"|connector|multiplicity|namespace|subtype|subclassifier|featured)\b"
)
_SYSTEM_WORDS = re.compile(
    r"\b(part|attribute|action|state|port|item|calc|constraint|requirement|def|ref|enum)\b"
)


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
    root, found = _read(source, dialect)
    if any(each.severity is Severity.ERROR for each in found):
        from generator.syntax.recovery.foreign import kind_of_text

        if (other := kind_of_text(source.text)) is not None:
            return RootNamespace(0, len(source.text)), (_no_model(source, *other),)
        other_root = _in_other_dialect(source, dialect, len(found))
        if other_root is not None:
            return other_root, (_other_dialect(source, dialect),)
    return root, found


def _read(source: SourceFile, dialect: str) -> tuple[RootNamespace, tuple[Diagnostic, ...]]:
    # Who takes trees from a cache needs none of these.
    from generator.syntax.build import BUILDERS
    from generator.syntax.driver import Driver
    from generator.syntax.recovery import Recovery
    from generator.syntax.scanner import scan
    from generator.syntax.tables import load

    tables = load(dialect)
    with _without_collection():
        tokens = scan(source.text, tables)
        builder = BUILDERS[dialect](source, tokens)
        recovery = Recovery(builder, dialect)
        root: RootNamespace = Driver(tables, tokens, builder).run(recovery)
        recovery.finish()
    found = sorted(builder.diagnostics, key=lambda each: (each.span.start, each.span.end))
    return root, tuple(found)


def _first_line(source: SourceFile) -> Span:
    start = len(source.text) - len(source.text.lstrip("\ufeff \t\r\n"))
    end = source.text.find("\n", start)
    return Span(source, start, len(source.text) if end < 0 else end)


def _no_model(source: SourceFile, kind: str, hint: str) -> Diagnostic:
    message = f"this is {kind}, not a model in the notation of SysML"
    span = _first_line(source)
    return Diagnostic("syntax-not-a-model", Severity.ERROR, message, span, hint=hint)


def _in_other_dialect(source: SourceFile, dialect: str, errors: int) -> RootNamespace | None:
    """The tree of a text that is wrong in one dialect and right in the other, and not by chance:
    `class` alone is as likely a word of UML."""
    if len(source.text) > _LONGEST_READ_TWICE:
        return None
    telling = _KERNEL_WORDS if dialect == "sysml" else _SYSTEM_WORDS
    if not telling.search(source.text) or (dialect == "sysml" and errors < 2):
        return None
    root, found = _read(source, "kerml" if dialect == "sysml" else "sysml")
    return None if any(each.severity is Severity.ERROR for each in found) else root


def _other_dialect(source: SourceFile, dialect: str) -> Diagnostic:
    name, ending = ("KerML", ".kerml") if dialect == "sysml" else ("SysML", ".sysml")
    message = f"this file is written in {name}, and its name does not end with {ending}"
    hint = f"rename the file to end with {ending}"
    span = _first_line(source)
    return Diagnostic("syntax-dialect", Severity.ERROR, message, span, hint=hint)
