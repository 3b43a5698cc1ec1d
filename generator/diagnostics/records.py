"""Diagnostics for programs: the JSON of `ssot check`, and workflow commands of GitHub.

The contract of the JSON is fixed: tools and tests read it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from generator.diagnostics.finding import Diagnostic, Edit, Severity
from generator.source import Span

__all__ = ["render_github", "render_json", "to_record"]


def _place(span: Span) -> dict[str, object]:
    line, column = span.source.position(span.start)
    end_line, end_column = span.source.position(max(span.start, span.end))
    return {
        "file": span.path,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
    }


def to_record(diagnostic: Diagnostic) -> dict[str, object]:
    """The JSON object of one diagnostic; positions are 1-based in characters, the end is exclusive."""
    record: dict[str, object] = {
        **_place(diagnostic.span),
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
    if diagnostic.fix:
        edits = [_edit(each) for each in diagnostic.fix.edits]
        record["fix"] = {"title": diagnostic.fix.title, "edits": edits}
    return record


def _edit(edit: Edit) -> dict[str, object]:
    return {**_place(edit.span), "text": edit.text}


def render_json(
    diagnostics: Sequence[Diagnostic], files: int, statistics: Mapping[str, int] | None = None
) -> str:
    """`{"files": N, "diagnostics": […]}`, the contract of `ssot check --format json`.

    `statistics`, the number of findings by code, is added when it is asked for.
    """
    body: dict[str, object] = {
        "files": files,
        "diagnostics": [to_record(each) for each in diagnostics],
    }
    if statistics is not None:
        body["statistics"] = dict(statistics)
    return json.dumps(body, indent=2, ensure_ascii=True) + "\n"


_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_PROPERTIES = (
    ("file", "file"),
    ("line", "line"),
    ("endLine", "end_line"),
    ("col", "column"),
    ("endColumn", "end_column"),
    ("title", "code"),
)


def render_github(diagnostics: Sequence[Diagnostic]) -> str:
    """Workflow commands that GitHub shows as annotations on the changed lines."""
    lines = []
    for each in diagnostics:
        record = {**_place(each.span), "code": each.code}
        place = ",".join(
            f"{name}={_github_property(str(record[key]))}" for name, key in _PROPERTIES
        )
        text = each.message if each.hint is None else f"{each.message}\n{each.hint}"
        lines.append(f"::{_LEVELS[Severity(each.severity)]} {place}::{_github_data(text)}\n")
    return "".join(lines)


def _github_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _github_property(text: str) -> str:
    return _github_data(text).replace(":", "%3A").replace(",", "%2C")
