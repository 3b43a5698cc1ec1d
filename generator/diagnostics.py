"""Diagnostics: what the compiler tells people about their model.

One structured value from the phase that found the fault to the edge that shows it; renderers turn a
sequence of them into text with a caret, JSON, SARIF 2.1.0 or GitHub annotations. Knows source positions;
must not know syntax, models or terminals (whether to use colour is the caller's decision).
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.source import Span

__all__ = [
    "Diagnostic",
    "Edit",
    "Fix",
    "Related",
    "Severity",
    "has_errors",
    "render_github",
    "render_json",
    "render_sarif",
    "render_text",
    "sort_diagnostics",
]


class Severity(StrEnum):
    """How bad it is: an error stops generation, a warning and an info do not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that explains the diagnostic, such as an earlier declaration."""

    message: str
    span: Span


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the characters of a span by a text."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A change that mends the fault; `title` says what it does, in the imperative."""

    title: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: a stable `code`, a headline that makes sense alone, and the place it is about."""

    code: str
    severity: Severity
    message: str
    span: Span
    related: tuple[Related, ...] = ()
    hint: str | None = None
    fix: Fix | None = None


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any diagnostic is an error."""
    return any(each.severity == Severity.ERROR for each in diagnostics)


def sort_diagnostics(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Diagnostics by path, position, code and message, without exact doubles."""
    unique = {(d.span.path, d.span.start, d.span.end, d.code, d.message): d for d in diagnostics}
    return tuple(unique[key] for key in sorted(unique))


_RESET = "\x1b[0m"
_BOLD = "\x1b[1m"
_COLOURS = {Severity.ERROR: "\x1b[31m", Severity.WARNING: "\x1b[33m", Severity.INFO: "\x1b[36m"}
_EXCERPT = 160


def render_text(diagnostics: Sequence[Diagnostic], *, colour: bool = False) -> str:
    """Diagnostics for people: location, headline, the line with a caret below, hint and related places."""
    return "".join(_text(each, colour) for each in diagnostics)


def _text(diagnostic: Diagnostic, colour: bool) -> str:
    severity = Severity(diagnostic.severity)
    tint, bold, reset = (_COLOURS[severity], _BOLD, _RESET) if colour else ("", "", "")
    lines = [
        f"{bold}{visible(diagnostic.span.location())}{reset}: "
        f"{tint}{severity.value}{reset} [{diagnostic.code}] {visible(diagnostic.message)}"
    ]
    lines += _excerpt(diagnostic.span, tint, reset)
    if diagnostic.hint:
        lines.append(f"  hint: {visible(diagnostic.hint)}")
    if diagnostic.fix:
        lines.append(f"  fix: {visible(diagnostic.fix.title)}")
    lines += [
        f"  {visible(each.span.location())}: {visible(each.message)}" for each in diagnostic.related
    ]
    return "\n".join(lines) + "\n"


def _excerpt(span: Span, tint: str, reset: str) -> list[str]:
    line, column = span.source.position(span.start)
    text = span.source.line_text(line)
    begin = max(0, column - 1 - _EXCERPT // 2) if len(text) > _EXCERPT else 0
    shown = visible(text[begin : begin + _EXCERPT].replace("\t", " "))
    before = _width(visible(text[begin : column - 1].replace("\t", " ")))
    under = text[
        column - 1 : column - 1 + max(1, min(span.end, span.start + _EXCERPT) - span.start)
    ]
    carets = max(1, min(_width(visible(under)), _EXCERPT))
    gutter = str(line)
    pad = " " * len(gutter)
    return [f"  {gutter} | {shown}", f"  {pad} | {' ' * before}{tint}{'^' * carets}{reset}"]


def visible(text: str) -> str:
    """Text with control, bidirectional and other invisible characters written as `<U+…>`.

    A model must not be able to move the cursor or reorder what a person reads.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        (
            f"<U+{ord(char):04X}>"
            if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
            else char
        )
        for char in text
    )


def _width(text: str) -> int:
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def _end(span: Span) -> tuple[int, int]:
    return span.source.position(max(span.start, span.end))


def to_record(diagnostic: Diagnostic) -> dict[str, object]:
    """The JSON object of one diagnostic; positions are 1-based, the end is exclusive."""
    line, column = diagnostic.span.source.position(diagnostic.span.start)
    end_line, end_column = _end(diagnostic.span)
    record: dict[str, object] = {
        "file": diagnostic.span.path,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "severity": Severity(diagnostic.severity).value,
        "code": diagnostic.code,
        "message": diagnostic.message,
    }
    if diagnostic.hint:
        record["hint"] = diagnostic.hint
    if diagnostic.related:
        record["related"] = [
            {
                "file": each.span.path,
                "line": each.span.line,
                "column": each.span.column,
                "message": each.message,
            }
            for each in diagnostic.related
        ]
    return record


def render_json(diagnostics: Sequence[Diagnostic], files: int) -> str:
    """`{"files": N, "diagnostics": […]}`, the contract of `ssot check --format json`."""
    body = {"files": files, "diagnostics": [to_record(each) for each in diagnostics]}
    return json.dumps(body, indent=2, ensure_ascii=True) + "\n"


def render_github(diagnostics: Sequence[Diagnostic]) -> str:
    """Workflow commands that GitHub shows as annotations on the changed lines."""
    level = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
    lines = []
    for each in diagnostics:
        record = to_record(each)
        place = ",".join(
            f"{name}={_github_property(str(record[key]))}"
            for name, key in (
                ("file", "file"),
                ("line", "line"),
                ("endLine", "end_line"),
                ("col", "column"),
                ("endColumn", "end_column"),
                ("title", "code"),
            )
        )
        text = each.message if each.hint is None else f"{each.message}\n{each.hint}"
        lines.append(f"::{level[Severity(each.severity)]} {place}::{_github_data(text)}\n")
    return "".join(lines)


def _github_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _github_property(text: str) -> str:
    return _github_data(text).replace(":", "%3A").replace(",", "%2C")


def render_sarif(diagnostics: Sequence[Diagnostic], version: str) -> str:
    """A SARIF 2.1.0 log with one run; levels are error, warning and note."""
    level = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
    rules = sorted({each.code for each in diagnostics})
    results = []
    for each in diagnostics:
        line, column = each.span.source.position(each.span.start)
        end_line, end_column = _end(each.span)
        results.append(
            {
                "ruleId": each.code,
                "ruleIndex": rules.index(each.code),
                "level": level[Severity(each.severity)],
                "message": {"text": each.message + (f" ({each.hint})" if each.hint else "")},
                "locations": [
                    {
                        "physicalLocation": {
                            "artifactLocation": {"uri": _uri(each.span.path)},
                            "region": {
                                "startLine": line,
                                "startColumn": column,
                                "endLine": end_line,
                                "endColumn": end_column,
                            },
                        }
                    }
                ],
            }
        )
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "ssot",
                        "version": version,
                        "rules": [{"id": code} for code in rules],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": results,
            }
        ],
    }
    return json.dumps(log, indent=2, ensure_ascii=True) + "\n"


def _uri(path: str) -> str:
    from urllib.parse import quote

    return quote(path)
