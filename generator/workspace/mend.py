"""Mending: the fixes that diagnostics bring, applied to the texts of a workspace in memory.

Rounds go on until nothing is left to fix. A fix that would leave a text with more errors of the notation than
before is not applied. Knows diagnostics and texts; must not write.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from generator.diagnostics import Diagnostic, Fix, has_errors
from generator.source import SourceFile
from generator.syntax import parse
from generator.workspace.core import Workspace

__all__ = ["Mended", "mend"]

_MOST_ROUNDS = 20


@dataclass(frozen=True)
class Mended:
    """The mended workspace, the new texts by label, and how many fixes were applied by code."""

    workspace: Workspace
    texts: dict[str, str] = field(default_factory=dict)
    applied: Counter[str] = field(default_factory=Counter)


def mend(workspace: Workspace, wanted: Callable[[Diagnostic], bool] = lambda _: True) -> Mended:
    """Apply the fixes of the wanted diagnostics until none is left, or none helps."""
    before = {each.label: each.source.text for each in workspace.files}
    texts = dict(before)
    applied: Counter[str] = Counter()
    refused: set[tuple[str, str]] = set()
    for _ in range(_MOST_ROUNDS):
        found = workspace.check()[1]
        changed = {}
        for label, text in texts.items():
            own = [
                each
                for each in found
                if _is_about(each, label, text)
                and wanted(each)
                and (each.code, _place(each)) not in refused
            ]
            fresh = _fixed(label, text, own, applied, refused) if own else text
            if fresh != text:
                changed[label] = fresh
        if not changed:
            break
        for label, text in changed.items():
            workspace = workspace.with_text(label, text)
        texts.update(changed)
    return Mended(
        workspace,
        {label: text for label, text in texts.items() if text != before[label]},
        applied,
    )


def _is_about(diagnostic: Diagnostic, label: str, text: str) -> bool:
    fix = diagnostic.fix
    return (
        fix is not None
        and bool(fix.edits)
        and all(each.span.path == label and each.span.source.text == text for each in fix.edits)
    )


def _place(diagnostic: Diagnostic) -> str:
    span = diagnostic.span
    return f"{span.path}\0{span.source.line_text(span.line).strip()}"


def _fixed(
    label: str,
    text: str,
    found: Sequence[Diagnostic],
    applied: Counter[str],
    refused: set[tuple[str, str]],
) -> str:
    """A text with all fixes that do not get in each other's way; one by one where all together make it worse."""
    chosen = _apart(found)
    fresh = _edited(text, (each.fix for each in chosen if each.fix is not None))
    if _errors(label, fresh) <= _errors(label, text):
        applied.update(each.code for each in chosen)
        return fresh
    limit = _errors(label, text)
    for each in chosen:
        fresh = _edited(text, [each.fix] if each.fix is not None else [])
        if _errors(label, fresh) <= limit:
            applied[each.code] += 1
            return fresh  # the others have moved; the next round sees to them
        refused.add((each.code, _place(each)))
    return text


def _apart(found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics, in the order of the text, whose fixes touch no place twice."""
    chosen: list[Diagnostic] = []
    taken: list[tuple[int, int]] = []
    for each in found:
        edits = each.fix.edits if each.fix is not None else ()
        places = [(edit.span.start, edit.span.end) for edit in edits]
        if not any(
            start <= end_ and start_ <= end for start, end in places for start_, end_ in taken
        ):
            taken += places
            chosen.append(each)
    return chosen


def _edited(text: str, fixes: Iterable[Fix]) -> str:
    edits = sorted(
        (edit for fix in fixes for edit in fix.edits),
        key=lambda edit: (edit.span.start, edit.span.end),
        reverse=True,
    )
    for edit in edits:
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def _errors(label: str, text: str) -> int:
    _, found = parse(SourceFile(label, text))
    return sum(has_errors([each]) for each in found)
