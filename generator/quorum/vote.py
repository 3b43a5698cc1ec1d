"""What one reviewer says: a vote with findings.

Knows nothing about how votes are counted (`tally`) or how they are obtained (`panel`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

__all__ = ["Decision", "Finding", "Vote"]


class Decision(StrEnum):
    """The three things a reviewer can say; an abstention always carries its reason in the summary."""

    APPROVE = "approve"
    REJECT = "reject"
    ABSTAIN = "abstain"


@dataclass(frozen=True, slots=True)
class Finding:
    """One observation.

    `path` and `line` are the place in the generated tree (or in the model when the fault is there),
    relative to its root; `origin` is the model element and line the file came from, as
    `qualified::name (file:line)`, filled in by the panel from the manifest.
    """

    message: str
    path: str | None = None
    line: int | None = None
    origin: str | None = None
    blocking: bool = True


@dataclass(frozen=True, slots=True)
class Vote:
    """A reviewer's decision on a case. `summary` is one line; `seconds` is wall time, 0 when `cached`."""

    reviewer: str
    decision: Decision
    summary: str
    findings: tuple[Finding, ...] = field(default=())
    seconds: float = 0.0
    cached: bool = False
