"""One hostile file through the whole front end, and what has to hold of it."""

from __future__ import annotations

import signal
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import FrameType

from generator.diagnostics import Diagnostic, Severity
from generator.source import SourceFile
from generator.syntax import RootNamespace, parse
from generator.syntax.ast import Element, MalformedElement
from generator.syntax.outline import outline
from generator.syntax.printer import to_text
from tests.resolve.workspace import model_of

__all__ = ["Finding", "examine", "examine_notation"]

_SLOW = 10.0
_SLOWEST = 15.0
"""CPU seconds for one file: to be reported, to be given up."""
_KEPT = 0.5
"""The share of members that survive a change at one place that opens or closes nothing."""
_STRUCTURE = frozenset("{}'\"`*/")


@dataclass(frozen=True, slots=True)
class Finding:
    """What went wrong: the place in the code or the broken promise, and the particulars."""

    what: str
    detail: str


def examine(name: str, data: bytes, original: str | None = None) -> Finding | None:
    """Read, resolve, check, print and read again; the first thing that is not as it has to be.

    `original` is the text before a change at one place, from which most members must survive.
    """
    return _examine(name, data, lambda source: _broken_promises(source, original))


def examine_notation(name: str, data: bytes, original: str | None = None) -> Finding | None:
    """The same without resolving and checking."""
    return _examine(name, data, lambda source: _broken_notation(source, original))


def _examine(
    name: str, data: bytes, promises: Callable[[SourceFile], Iterator[Finding]]
) -> Finding | None:
    text = data.decode("utf-8-sig", "replace")
    begun = time.process_time()
    signal.signal(signal.SIGPROF, _too_slow)
    signal.setitimer(signal.ITIMER_PROF, _SLOWEST)
    try:
        finding = next(promises(SourceFile(name, text)), None)
    except Exception as fault:  # whatever it is, it is a finding
        frames = traceback.extract_tb(fault.__traceback__)
        last = next(
            (each for each in reversed(frames) if "/generator/" in each.filename), frames[-1]
        )
        where = f"{last.filename.rpartition('generator/')[2]}:{last.name}"
        return Finding(f"{type(fault).__name__} in {where}", f"{fault}"[:200])
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    took = time.process_time() - begun
    if finding is None and took > _SLOW:
        return Finding("slow", f"{took:.1f} s for {len(text)} characters")
    return finding


def _too_slow(signum: int, frame: FrameType | None) -> None:
    raise TimeoutError(f"more than {_SLOWEST} s")


def _broken_promises(source: SourceFile, original: str | None) -> Iterator[Finding]:
    yield from _broken_notation(source, original)
    _, everything = model_of(source)
    yield from _wrong_diagnostics(source, everything)


def _broken_notation(source: SourceFile, original: str | None) -> Iterator[Finding]:
    root, found = parse(source)
    yield from _wrong_diagnostics(source, found)
    again = parse(source)[1]
    if [_key(each) for each in again] != [_key(each) for each in found]:
        yield Finding("not the same diagnostics twice", "")
    printed = to_text(root)
    if not any(each.severity is Severity.ERROR for each in found):
        second, more = parse(SourceFile(source.path, printed))
        if outline(second) != outline(root):
            yield Finding("printing changes the tree", str([each.message for each in more])[:200])
    if original is not None:
        before, _ = parse(SourceFile(source.path, original))
        had, has = _members(before), _members(root)
        if has < had * _KEPT - 3 and not _changes_structure(source.text, original):
            yield Finding("too few members survive", f"{has} of {had}")


def _wrong_diagnostics(source: SourceFile, found: tuple[Diagnostic, ...]) -> Iterator[Finding]:
    for each in found:
        span = each.span
        inside = 0 <= span.start <= span.end <= len(span.source.text)
        if not inside or not each.code or not each.message:
            yield Finding("a diagnostic without a place or words", f"{each.code} {span.start}")
        if span.source.path == source.path and span.source.text != source.text:
            yield Finding("a diagnostic about another text", each.code)
        for edit in each.fix.edits if each.fix else ():
            if not 0 <= edit.span.start <= edit.span.end <= len(edit.span.source.text):
                yield Finding("a fix beyond the text", each.code)


def _key(each: Diagnostic) -> tuple[str, int, int, str]:
    return each.code, each.span.start, each.span.end, each.message


def _members(root: RootNamespace) -> int:
    count = 0
    pending: list[Element] = [root]
    while pending:
        at = pending.pop()
        count += not isinstance(at, MalformedElement)
        pending.extend(at.members)
    return count


def _changes_structure(text: str, original: str) -> bool:
    """Whether the change adds or takes away a brace, a quote or a comment."""
    return any(text.count(each) != original.count(each) for each in _STRUCTURE)
