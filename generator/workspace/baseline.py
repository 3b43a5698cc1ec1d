"""Baselines: the findings a large model had when it was adopted, so that only new ones count.

A finding is known by its code, the element it is in, the text of its line (white space apart) and how often that
occurs; not by its line number nor its file, so that moving things keeps it known. Knows findings and models; must
not know the disk.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.diagnostics import Diagnostic, Judged, Severity
from generator.emit.artifact import digest
from generator.ir import Element, Model
from generator.source import SourceFile, Span

__all__ = [
    "Baseline",
    "BaselineFault",
    "absent",
    "baseline_of",
    "compare",
    "fingerprinted",
    "read_baseline",
    "without",
    "written",
]

_VERSION = 1

Key = tuple[str, str, str]


class BaselineFault(Exception):
    """A baseline that cannot be used; the message says why."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """How often each finding is known: by (qualified name of the element, code, text of the line)."""

    known: Mapping[Key, int]

    @property
    def size(self) -> int:
        """The number of findings."""
        return sum(self.known.values())


def _keys(model: Model, found: Sequence[Judged]) -> list[Key]:
    by_path: dict[str, list[int]] = {}
    for at, each in enumerate(found):
        by_path.setdefault(each.diagnostic.span.path, []).append(at)
    elements_of: dict[str, list[Element]] = {path: [] for path in by_path}
    for element in model.user_elements:
        if element.name is not None and element.span.path in elements_of:
            elements_of[element.span.path].append(element)
    owners: dict[int, str] = {}
    for path, places in by_path.items():
        elements = elements_of[path]
        spans = [found[at].diagnostic.span.start for at in places]
        owners.update(zip(places, _around(elements, spans), strict=True))
    keys = []
    for at, each in enumerate(found):
        span = each.diagnostic.span
        line = " ".join(span.source.line_text(span.line).split())
        keys.append((owners[at], each.diagnostic.code, line[:200]))
    return keys


def _around(elements: Sequence[Element], offsets: Sequence[int]) -> list[str]:
    """The qualified name of the innermost element around each offset, "" where there is none."""
    pending = sorted(enumerate(offsets), key=lambda each: each[1])
    names = [""] * len(offsets)
    ordered = sorted(elements, key=lambda each: (each.span.start, -each.span.end))
    stack: list[Element] = []
    at = 0
    for number, offset in pending:
        while at < len(ordered) and ordered[at].span.start <= offset:
            while stack and stack[-1].span.end <= ordered[at].span.start:
                stack.pop()
            stack.append(ordered[at])
            at += 1
        while stack and stack[-1].span.end < offset:
            stack.pop()
        names[number] = stack[-1].qualified_name if stack else ""
    return names


def fingerprinted(model: Model, found: Sequence[Judged]) -> tuple[Judged, ...]:
    """Findings with their fingerprints: digests of what they are known by, and the number of the occurrence."""
    seen: Counter[Key] = Counter()
    marked = []
    for each, key in zip(found, _keys(model, found), strict=True):
        seen[key] += 1
        mark = digest("\0".join((*key, str(seen[key]))))[:32]
        marked.append(replace(each, fingerprint=mark))
    return tuple(marked)


def compare(
    model: Model, found: Sequence[Judged], baseline: Baseline
) -> tuple[tuple[Judged, ...], Baseline]:
    """The findings, each `new` or `unchanged`, and the part of the baseline that is found no more.

    Suppressed findings are no part of a comparison.
    """
    left = dict(baseline.known)
    judged = []
    for each, key in zip(found, _keys(model, found), strict=True):
        if each.reason is not None:
            judged.append(each)
        elif left.get(key, 0) > 0:
            left[key] -= 1
            judged.append(replace(each, baseline="unchanged"))
        else:
            judged.append(replace(each, baseline="new"))
    return tuple(judged), Baseline({key: count for key, count in left.items() if count})


def absent(stale: Baseline) -> tuple[Judged, ...]:
    """What is stale, as results that say so."""
    nowhere = SourceFile("", "")
    return tuple(
        Judged(
            Diagnostic(
                code, Severity.INFO, f"no longer found in `{owner}`: {line}", Span(nowhere, 0, 0)
            ),
            baseline="absent",
            fingerprint=digest("\0".join((owner, code, line, str(number + 1))))[:32],
        )
        for (owner, code, line), count in sorted(stale.known.items())
        for number in range(count)
    )


def baseline_of(model: Model, found: Sequence[Judged]) -> Baseline:
    """The baseline that knows every finding that counts; errors of the notation are never part of it."""
    counting = [
        each
        for each in found
        if each.reason is None and not each.diagnostic.code.startswith("syntax-")
    ]
    return Baseline(Counter(_keys(model, counting)))


def without(baseline: Baseline, stale: Baseline) -> Baseline:
    """A baseline without what is stale."""
    left = {key: count - stale.known.get(key, 0) for key, count in baseline.known.items()}
    return Baseline({key: count for key, count in left.items() if count > 0})


# -- as a file ------------------------------------------------------------------------------------


def written(baseline: Baseline) -> str:
    """The file of a baseline: JSON, sorted, one finding on a line, so that versions of it merge well."""
    rows = [
        json.dumps(
            {"element": owner, "code": code, "line": line, "count": count}, ensure_ascii=False
        )
        for (owner, code, line), count in sorted(baseline.known.items())
    ]
    body = ",\n".join(f"    {row}" for row in rows)
    return f'{{\n  "version": {_VERSION},\n  "findings": [\n{body}\n  ]\n}}\n'.replace(
        "[\n\n", "[\n"
    )


def read_baseline(text: str, name: str) -> Baseline:
    """The baseline in a file; BaselineFault when it is none."""
    try:
        record = json.loads(text)
        if not isinstance(record, dict) or record.get("version") != _VERSION:
            raise BaselineFault(f"{name} is no baseline of version {_VERSION}")
        known: Counter[Key] = Counter()
        for each in _findings(record):
            known[str(each["element"]), str(each["code"]), str(each["line"])] += int(
                str(each["count"])
            )
    except (ValueError, KeyError, TypeError) as fault:
        raise BaselineFault(f"{name} is no baseline: {fault}") from fault
    return Baseline(known)


def _findings(record: Mapping[str, object]) -> Iterable[Mapping[str, object]]:
    found = record["findings"]
    if not isinstance(found, list):
        raise ValueError("`findings` is no list")
    return found
