"""What was found in texts that were checked before: the diagnostics of a whole workspace, by its texts.

An unchanged workspace is judged without parsing or resolving anything. Knows how diagnostics are stored; must
not know how they come about.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from generator.diagnostics import Diagnostic, Edit, Fix, Related, Severity
from generator.source import SourceFile, Span
from generator.workspace.keys import key_of
from generator.workspace.store import Store

__all__ = ["ROOMS", "from_bytes", "keep", "recall", "to_bytes"]

ROOMS = ("diagnostics", "ir", "library", "resolve", "rules", "syntax", "workspace")


def recall(
    sources: Sequence[SourceFile], library: Sequence[SourceFile], store: Store
) -> tuple[Diagnostic, ...] | None:
    """What was found in these texts with this library; None when they are new."""
    known = store.get_bytes(_key(sources, library))
    if known is None:
        return None
    return from_bytes(known, (*sources, *library))


def keep(
    found: Sequence[Diagnostic],
    sources: Sequence[SourceFile],
    library: Sequence[SourceFile],
    store: Store,
) -> None:
    """Remember what was found in these texts with this library."""
    data = to_bytes(found, (*sources, *library))
    if data is not None:
        store.put_bytes(_key(sources, library), data)


def to_bytes(found: Sequence[Diagnostic], files: Sequence[SourceFile]) -> bytes | None:
    """Findings as bytes; None when one is in a text that is none of the files."""
    places = _Places(files)
    try:
        return json.dumps([_record(each, places) for each in found]).encode()
    except KeyError:
        return None


def from_bytes(data: bytes, files: Sequence[SourceFile]) -> tuple[Diagnostic, ...] | None:
    """The findings of some bytes, in the same files; None when the bytes are damaged."""
    try:
        return tuple(_diagnostic(each, files) for each in json.loads(data))
    except (ValueError, TypeError, IndexError):
        return None


def _key(sources: Sequence[SourceFile], library: Sequence[SourceFile]) -> bytes:
    return key_of(f"findings {len(sources)}", (*sources, *library), ROOMS)


_Place = tuple[int, int, int]


class _Places(dict[int, int]):
    """The number of each file by the identity of its text: also of a copy, such as one that was remembered."""

    def __init__(self, files: Sequence[SourceFile]) -> None:
        super().__init__((id(each), at) for at, each in enumerate(files))
        self._files = files
        self._copies: list[SourceFile] = []  # kept alive, so that no other gets their identity

    def of(self, source: SourceFile) -> int:
        """The number of a file; KeyError when it is none of them."""
        known = self.get(id(source))
        if known is None:
            same = (at for at, each in enumerate(self._files) if each.path == source.path)
            known = next((at for at in same if self._files[at].text == source.text), None)
            if known is None:
                raise KeyError(source.path)
            self[id(source)] = known
            self._copies.append(source)
        return known


def _place(span: Span, places: _Places) -> _Place:
    return (places.of(span.source), span.start, span.end)


def _record(diagnostic: Diagnostic, places: _Places) -> tuple[object, ...]:
    fix = diagnostic.fix
    return (
        diagnostic.code,
        diagnostic.severity.value,
        diagnostic.message,
        _place(diagnostic.span, places),
        [(each.message, _place(each.span, places)) for each in diagnostic.related],
        diagnostic.hint,
        fix and (fix.title, [(_place(each.span, places), each.text) for each in fix.edits]),
    )


def _span(place: _Place, files: Sequence[SourceFile]) -> Span:
    at, start, end = place
    return Span(files[at], start, end)


def _diagnostic(record: Any, files: Sequence[SourceFile]) -> Diagnostic:
    code, severity, message, place, related, hint, fix = record
    return Diagnostic(
        code,
        Severity(severity),
        message,
        _span(place, files),
        tuple(Related(text, _span(each, files)) for text, each in related),
        hint,
        fix and Fix(fix[0], tuple(Edit(_span(each, files), text) for each, text in fix[1])),
    )
