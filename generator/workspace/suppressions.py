"""Suppressions: notes in a model that allow a finding, with the reason.

    part pump; // ssot: allow CODE — reason
    // ssot: allow CODE, CODE — reason           (the declaration on the next line, up to its body)
    // ssot: allow-file CODE — reason            (the whole file; before its first declaration)

Knows notes and diagnostics; must not know the notation beyond what a note is.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from generator.diagnostics import Diagnostic, Judged, Severity
from generator.source import SourceFile, Span

__all__ = ["CODES", "judge"]

CODES = ("suppression-form", "suppression-without-reason", "unknown-code", "unused-suppression")

_MARK = "ssot:"
_TOKEN = re.compile(
    r"""(?P<note>//(?!\*)[^\n]*) | //\*.*?(?:\*/|\Z) | /\*.*?(?:\*/|\Z)
    | "(?:\\.|[^"\\\n])*"? | '(?:\\.|[^'\\\n])*'? | (?P<code>[^\s/"']+) | /""",
    re.VERBOSE | re.DOTALL,
)
_NOTE = re.compile(r"//\s*ssot:\s*(?P<verb>[\w-]*)\s*(?P<rest>.*?)\s*$")
_REST = re.compile(r"(?P<codes>[\w-]*\w(?:\s*,\s*[\w-]*\w)*)?\s*(?P<reason>.*)$")
_END = re.compile(r"[;{}]")
_DASHES = re.compile(r"^(?:—|–|--|-|:|because\b)\s*")


@dataclass(slots=True)
class _Note:
    """One suppression: the `lines` it allows findings on, None for the whole file."""

    span: Span
    lines: range | None
    codes: tuple[str, ...]
    reason: str
    used: set[str] = field(default_factory=set)


def judge(
    found: Sequence[Diagnostic], sources: Iterable[SourceFile], known: Collection[str]
) -> tuple[Judged, ...]:
    """The findings, suppressed ones with their reason, and what is wrong with the suppressions themselves.

    `known` are all codes there are. Errors of the notation and of suppressions stay.
    """
    notes: dict[str, list[_Note]] = {}
    complaints: list[Diagnostic] = []
    broken = {each.span.path for each in found if _is_firm(each) and each.severity == "error"}
    for source in sources:
        if _MARK in source.text:
            notes[source.path] = list(_notes(source, known, complaints))
    judged = [Judged(each, _reason(each, notes.get(each.span.path, ()))) for each in found]
    for path, given in notes.items():
        if path not in broken:
            complaints += [each for note in given for each in _unused(note, known)]
    return tuple(
        sorted(
            (*judged, *(Judged(each) for each in complaints)),
            key=lambda each: (each.diagnostic.span.path, each.diagnostic.span.start),
        )
    )


def _is_firm(diagnostic: Diagnostic) -> bool:
    return diagnostic.code.startswith("syntax-")


def _reason(diagnostic: Diagnostic, notes: Sequence[_Note]) -> str | None:
    if not notes or (_is_firm(diagnostic) and diagnostic.severity == "error"):
        return None
    line = diagnostic.span.line
    reason: str | None = None
    for note in notes:
        if (
            note.reason
            and diagnostic.code in note.codes
            and (note.lines is None or line in note.lines)
        ):
            note.used.add(diagnostic.code)
            reason = reason or note.reason
    return reason


def _unused(note: _Note, known: Collection[str]) -> Iterator[Diagnostic]:
    for code in note.codes:
        if note.reason and code in known and code not in note.used:
            where = "in this file" if note.lines is None else "here"
            yield Diagnostic(
                "unused-suppression",
                Severity.WARNING,
                f"nothing is found {where} that `{code}` would have to be allowed for",
                note.span,
                hint=(
                    "errors of the notation cannot be allowed; remove the note"
                    if code.startswith("syntax-")
                    else "remove the note"
                ),
            )


# -- reading notes --------------------------------------------------------------------------------


def _notes(
    source: SourceFile, known: Collection[str], complaints: list[Diagnostic]
) -> Iterator[_Note]:
    """The suppressions in a file; what is wrong with them goes to `complaints`."""
    for match, is_alone, is_first in _written(source.text):
        written = _NOTE.match(match[0])
        if written is None:
            continue
        span = Span(source, match.start(), match.start() + len(match[0].rstrip()))
        parts = _REST.match(written["rest"])
        codes = tuple(re.split(r"\s*,\s*", parts["codes"])) if parts and parts["codes"] else ()
        reason = _DASHES.sub("", parts["reason"]).strip() if parts else ""
        verb = written["verb"]
        fault = _fault(verb, codes, is_first)
        if fault is not None:
            complaints.append(
                Diagnostic("suppression-form", Severity.ERROR, *fault_at(fault, span))
            )
            continue
        complaints += _complaints(span, codes, reason, known)
        lines: range | None = None
        if verb == "allow":
            lines = _after(source, match.end()) if is_alone else range(span.line, span.line + 1)
        yield _Note(span, lines, codes, reason)


def fault_at(fault: str, span: Span) -> tuple[str, Span, tuple[()], str]:
    """The arguments of the diagnostic for a note that is not written as it should be."""
    return fault, span, (), "write `// ssot: allow CODE — reason`"


def _fault(verb: str, codes: tuple[str, ...], is_first: bool) -> str | None:
    if verb not in ("allow", "allow-file"):
        close = difflib.get_close_matches(verb, ("allow", "allow-file"), n=1, cutoff=0.5)
        return f"`ssot: {verb}` means nothing" + (f"; did you mean `{close[0]}`?" if close else "")
    if not codes:
        return "the note does not say what is allowed"
    if verb == "allow-file" and not is_first:
        return "`allow-file` stands before the first declaration of a file"
    return None


def _complaints(
    span: Span, codes: tuple[str, ...], reason: str, known: Collection[str]
) -> Iterator[Diagnostic]:
    if not reason:
        yield Diagnostic(
            "suppression-without-reason",
            Severity.ERROR,
            f"`{', '.join(codes)}` is allowed without a reason",
            span,
            hint=f"write `// ssot: allow {', '.join(codes)} — why this is right here`",
        )
    for code in codes:
        if code not in known:
            close = difflib.get_close_matches(code, sorted(known), n=1)
            hint = f"did you mean `{close[0]}`?" if close else "`ssot explain --list` has all codes"
            yield Diagnostic(
                "unknown-code", Severity.ERROR, f"there is no code `{code}`", span, hint=hint
            )


def _written(text: str) -> Iterator[tuple[re.Match[str], bool, bool]]:
    """The notes of a text; whether each stands alone on its line, and before anything declared."""
    is_first = True
    line_has_code = False
    last = 0
    for match in _TOKEN.finditer(text):
        if "\n" in text[last : match.start()]:
            line_has_code = False
        last = match.end()
        if match["note"] is not None:
            yield match, not line_has_code, is_first
        else:
            line_has_code = "\n" not in match[0] or bool(match[0].rpartition("\n")[2])
            is_first = is_first and match[0].startswith("/") and len(match[0]) > 1


def _after(source: SourceFile, offset: int) -> range:
    """The lines of what follows: from the next one that is not a note to where its declaration ends or its body begins."""
    line = source.position(offset)[0] + 1
    starts = source.line_starts()
    while line <= len(starts):
        text = source.line_text(line).strip()
        if text and not (text.startswith("//") and not text.startswith("//*")):
            break
        line += 1
    if line > len(starts):
        return range(line, line)
    end = _END.search(source.text, starts[line - 1])
    last = line if end is None else source.position(end.start())[0]
    return range(line, last + 1)
