"""Diagnostics as a SARIF 2.1.0 log (OASIS, 2020) with one run.

Columns count UTF-16 code units, as `columnKind` says. Must not know models, nor where pages of codes come from.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any
from urllib.parse import quote

from generator.diagnostics.catalogue import Page
from generator.diagnostics.finding import Edit, Fix, Judged, Related, Severity
from generator.source import Span

__all__ = ["render_sarif"]

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_BASE = "SRCROOT"

_Object = dict[str, Any]


def render_sarif(
    results: Sequence[Judged], version: str, *, pages: Mapping[str, Page], exit_code: int = 0
) -> str:
    """A log of results; `pages` documents the codes, `exit_code` is that of the run."""
    codes = sorted({each.diagnostic.code for each in results})
    at = {code: number for number, code in enumerate(codes)}
    run = {
        "tool": {
            "driver": {
                "name": "ssot",
                "fullName": "ssot, a compiler of SysML v2 models",
                "version": version,
                "semanticVersion": version,
                "language": "en",
                "rules": [_rule(code, pages.get(code)) for code in codes],
            }
        },
        "invocations": [{"executionSuccessful": exit_code in (0, 1), "exitCode": exit_code}],
        "originalUriBaseIds": {
            _BASE: {"description": {"text": "The folder in which ssot was started."}}
        },
        "columnKind": "utf16CodeUnits",
        "results": [_result(each, at[each.diagnostic.code]) for each in results],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2, ensure_ascii=True) + "\n"


def _rule(code: str, page: Page | None) -> _Object:
    found: _Object = {"id": code, "name": "".join(map(_capital, code.split("-")))}
    if page is not None:
        found["shortDescription"] = {"text": page.headline}
        found["fullDescription"] = {"text": page.prose}
        found["help"] = {"text": page.text, "markdown": page.text}
        found["defaultConfiguration"] = {"level": _LEVELS[page.severity]}
        found["properties"] = {"tags": [page.family]}
    return found


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _result(judged: Judged, index: int) -> _Object:
    each = judged.diagnostic
    found: _Object = {
        "ruleId": each.code,
        "ruleIndex": index,
        "level": _LEVELS[Severity(each.severity)],
        "message": {"text": each.message + (f" ({each.hint})" if each.hint else "")},
    }
    if judged.baseline != "absent":
        found["locations"] = [{"physicalLocation": _place(each.span)}]
    if each.related:
        found["relatedLocations"] = [_related(n, each) for n, each in enumerate(each.related)]
    if judged.fingerprint is not None:
        found["partialFingerprints"] = {"ssot/v1": judged.fingerprint}
    if judged.baseline is not None:
        found["baselineState"] = judged.baseline
    if judged.reason is not None:
        found["suppressions"] = [
            {"kind": "inSource", "status": "accepted", "justification": judged.reason}
        ]
    if each.fix is not None:
        found["fixes"] = [_fix(each.fix)]
    return found


def _related(number: int, related: Related) -> _Object:
    return {
        "id": number,
        "physicalLocation": _place(related.span),
        "message": {"text": related.message},
    }


def _place(span: Span) -> _Object:
    return {"artifactLocation": _artifact(span.path), "region": _region(span)}


def _artifact(path: str) -> _Object:
    if PurePosixPath(path).is_absolute():
        return {"uri": "file://" + quote(path)}
    if PureWindowsPath(path).is_absolute():
        return {"uri": PureWindowsPath(path).as_uri()}
    return {"uri": quote(path), "uriBaseId": _BASE}


def _region(span: Span) -> _Object:
    line, column = _position(span, span.start)
    end_line, end_column = _position(span, max(span.start, span.end))
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
    }


def _position(span: Span, offset: int) -> tuple[int, int]:
    """The line and the column in UTF-16 code units, both from 1."""
    line, column = span.source.position(offset)
    before = span.source.text[offset - (column - 1) : offset]
    return line, column if before.isascii() else len(before.encode("utf-16-le")) // 2 + 1


def _fix(fix: Fix) -> _Object:
    by_path: dict[str, list[Edit]] = {}
    for edit in fix.edits:
        by_path.setdefault(edit.span.path, []).append(edit)
    return {
        "description": {"text": fix.title},
        "artifactChanges": [
            {
                "artifactLocation": _artifact(path),
                "replacements": [
                    {"deletedRegion": _region(each.span), "insertedContent": {"text": each.text}}
                    for each in edits
                ],
            }
            for path, edits in by_path.items()
        ],
    }
