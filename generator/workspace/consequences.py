"""One fault, one error: what only follows from a fault of the notation is left out.

Where the parser had to pass over words, what it made of the rest of that member may not be what was meant; what the
rules say about it would mislead. It is asked again as soon as the notation is right.

Knows diagnostics and texts; must not know particular rules.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from generator.diagnostics import Diagnostic, Severity

__all__ = ["without_consequences", "without_repetition"]

# After these the reading of a member is a guess; after others, such as a missing semicolon, it is certain.
_GUESSED = ("syntax-misplaced-member", "syntax-unexpected-token", "syntax-unknown-keyword")
_ENDS = ";{}"


def without_repetition(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The first of the diagnostics with one code for one piece of text."""
    seen = set()
    for each in found:
        key = (each.code, each.span.path, each.span.start, each.span.end)
        if key not in seen:
            seen.add(key)
            yield each


def without_consequences(
    found: Iterable[Diagnostic], notation: Iterable[Diagnostic]
) -> Iterator[Diagnostic]:
    """What rules found, without what begins in a declaration that the notation diagnostics say was guessed."""
    guessed: dict[str, list[tuple[int, int]]] = {}
    for each in notation:
        if each.code in _GUESSED and each.severity is Severity.ERROR:
            guessed.setdefault(each.span.path, []).append(_declaration(each))
    for places in guessed.values():
        places.sort()
    for each in found:
        places = guessed.get(each.span.path, [])
        at = bisect_right(places, (each.span.start, len(each.span.source.text))) - 1
        if at < 0 or places[at][1] < each.span.start:
            yield each


def _declaration(fault: Diagnostic) -> tuple[int, int]:
    """Where the declaration around a fault begins and ends: between two of `;`, `{` and `}`."""
    text, at = fault.span.source.text, fault.span.start
    begin = max(text.rfind(each, 0, at) for each in _ENDS) + 1
    following = (text.find(each, at) for each in _ENDS)
    return begin, min((each for each in following if each >= 0), default=len(text))
