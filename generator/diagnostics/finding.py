"""What a finding is: one structured value from the phase that found a fault to the edge that shows it.

Knows source positions; must not know syntax, models or formats.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator.source import Span

__all__ = [
    "Diagnostic",
    "Edit",
    "Fix",
    "Judged",
    "Related",
    "Severity",
    "has_errors",
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


@dataclass(frozen=True, slots=True)
class Judged:
    """A diagnostic with what people decided about it.

    `reason` is the justification of a suppression, None when it is not suppressed. `baseline` is `new`,
    `unchanged` or, for what is gone, `absent` (SARIF's words); None without a baseline. `fingerprint` names the
    finding without its line number.
    """

    diagnostic: Diagnostic
    reason: str | None = None
    baseline: str | None = None
    fingerprint: str | None = None

    @property
    def counts(self) -> bool:
        """Whether the finding is still to be dealt with."""
        return self.reason is None and self.baseline in (None, "new")


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any diagnostic is an error."""
    return any(each.severity == Severity.ERROR for each in diagnostics)


def sort_diagnostics(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Diagnostics by path, position, code and message, without exact doubles."""
    unique = {(d.span.path, d.span.start, d.span.end, d.code, d.message): d for d in diagnostics}
    return tuple(unique[key] for key in sorted(unique))
