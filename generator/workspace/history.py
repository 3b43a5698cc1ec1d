"""The history of runs: one JSON line per run that was decided, kept beside the outputs, never part of them.

Each line records when, the digest of every model file, what the plan was and what the quorum said.
"""

from __future__ import annotations

import contextlib
import datetime
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.apply import Layout

if TYPE_CHECKING:
    from generator.plan import Plan
    from generator.quorum import Verdict
    from generator.workspace.core import Workspace

__all__ = ["read_history", "record"]

_NAME = "history.jsonl"


def record(workspace: Workspace, result: str, plan: Plan, verdict: Verdict | None) -> None:
    """Add a run; a failure to do so is no failure of the run."""
    entry: dict[str, Any] = {
        "time": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        "result": result,
        "generator": plan.manifest.generator,
        "sources": dict(sorted(plan.manifest.sources.items())),
        "plan": plan.counts(),
        "verdict": None,
    }
    if verdict is not None:
        votes = {vote.reviewer: vote.decision.value for vote in verdict.votes}
        entry["verdict"] = {"approved": verdict.approved, "reason": verdict.reason, "votes": votes}
    line = (json.dumps(entry) + "\n").encode()
    with contextlib.suppress(OSError):
        file = os.open(
            workspace.layout.private / _NAME, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644
        )
        try:
            os.write(file, line)  # one write: lines of concurrent runs do not mix
        finally:
            os.close(file)


def read_history(out: Path) -> list[dict[str, Any]]:
    """All runs recorded for an output folder, oldest first; lines that were cut off are left out."""
    try:
        text = (Layout(out).private / _NAME).read_text(encoding="utf-8")
    except FileNotFoundError:
        return []
    found = []
    for line in text.splitlines():
        with contextlib.suppress(ValueError):
            found.append(json.loads(line))
    return found
