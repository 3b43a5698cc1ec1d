"""Diagnostics: what the compiler tells people about their model.

One structured value from the phase that found the fault to the edge that shows it. `text`, `records` (JSON,
GitHub) and `sarif` render a sequence of them; `catalogue` has the page of each code. Knows source positions;
must not know syntax, models or terminals.
"""

from __future__ import annotations

from generator.diagnostics.finding import (
    Diagnostic,
    Edit,
    Fix,
    Judged,
    Related,
    Severity,
    has_errors,
    sort_diagnostics,
)
from generator.diagnostics.text import render_text, visible

__all__ = [
    "Diagnostic",
    "Edit",
    "Fix",
    "Judged",
    "Related",
    "Severity",
    "has_errors",
    "render_text",
    "sort_diagnostics",
    "visible",
]
