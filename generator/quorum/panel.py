"""The panel: finds the reviewers, asks them side by side, remembers what they said of unchanged work.

Reviewers are the modules of `generator.quorum.reviewers`; each has a docstring that says which fault it
catches, `review(case) -> Vote`, `inputs(case)` (what its vote depends on) and `sabotage(case)`.
"""

from __future__ import annotations

import hashlib
import importlib
import json
import pkgutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import asdict, replace
from importlib import metadata
from pathlib import Path
from typing import Protocol, cast

from generator.quorum import reviewers
from generator.quorum.case import Case
from generator.quorum.tally import Policy, Verdict, policy_of, tally
from generator.quorum.vote import Decision, Finding, Vote

__all__ = ["Progress", "Reviewer", "load_reviewers", "review"]

Progress = Callable[[str, Vote | None], None]
"""Called with a reviewer's name and None when it starts, with its vote when it has ended."""


class Reviewer(Protocol):
    """A reviewer module."""

    __name__: str
    __file__: str
    TOOLS: tuple[str, ...]
    """Distributions whose version is part of the cache key."""

    def inputs(self, case: Case) -> Iterable[Path]:
        """The files the vote depends on."""

    def review(self, case: Case, policy: Policy) -> Vote:
        """Look at the case and vote."""

    def sabotage(self, case: Case) -> Case:
        """A case made worse, inside a copy that the caller hands over, in a way the reviewer must reject."""


def load_reviewers(names: Sequence[str] = ()) -> dict[str, Reviewer]:
    """All reviewers by name (or those named); KeyError with the known names for an unknown one."""
    known = sorted(module.name for module in pkgutil.iter_modules(reviewers.__path__))
    for name in names:
        if name not in known:
            raise KeyError(f"no reviewer is called {name!r}; there are {', '.join(known)}")
    return {
        name: cast(Reviewer, importlib.import_module(f"{reviewers.__name__}.{name}"))
        for name in known
        if not names or name in names
    }


def review(
    case: Case,
    *,
    names: Sequence[str] = (),
    cache: Path | None = None,
    progress: Progress = lambda name, vote: None,
) -> Verdict:
    """Ask every reviewer about a case and count.

    A crash of a reviewer is an abstention with the error as its reason. Votes are answered from `cache`
    (a folder) when neither the reviewer, its tools, the policy nor any input has changed.
    """
    panel = load_reviewers(names)
    policy = policy_of(case.model)
    votes: dict[str, Vote] = {}
    case.scratch.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(dir=case.scratch, ignore_cleanup_errors=True) as scratch,
        ThreadPoolExecutor(max_workers=max(1, len(panel))) as pool,
    ):
        case = replace(case, scratch=Path(scratch))
        jobs = {
            pool.submit(_ask, name, reviewer, case, policy, cache, progress): name
            for name, reviewer in panel.items()
        }
        for job in as_completed(jobs):
            votes[jobs[job]] = job.result()
    return tally(policy, [votes[name] for name in sorted(votes)])


def _ask(
    name: str,
    reviewer: Reviewer,
    case: Case,
    policy: Policy,
    cache: Path | None,
    progress: Progress,
) -> Vote:
    progress(name, None)
    begin = time.monotonic()
    try:
        slot = cache / "votes" / _key(name, reviewer, case, policy) if cache else None
        vote = _remembered(slot) or _fresh(name, reviewer, case, policy, slot)
    except Exception as error:  # a broken reviewer must not decide, nor stop the others
        vote = Vote(name, Decision.ABSTAIN, f"could not review: {type(error).__name__}: {error}")
    vote = replace(
        vote,
        seconds=0.0 if vote.cached else round(time.monotonic() - begin, 3),
        findings=tuple(
            each if each.origin else replace(each, origin=case.origin(each.path))
            for each in vote.findings
        ),
    )
    progress(name, vote)
    return vote


def _key(name: str, reviewer: Reviewer, case: Case, policy: Policy) -> str:
    seen = hashlib.sha256()
    seen.update(name.encode())
    for source in sorted(Path(reviewers.__file__).parent.parent.rglob("*.py")):
        seen.update(source.read_bytes())
    seen.update(sys.version.encode())
    for tool in reviewer.TOOLS:
        seen.update(f"{tool}={_version(tool)}\0".encode())
    seen.update(repr(policy).encode())
    seen.update(case.digest(reviewer.inputs(case)).encode())
    return seen.hexdigest()


def _version(distribution: str) -> str:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return "absent"


def _fresh(name: str, reviewer: Reviewer, case: Case, policy: Policy, slot: Path | None) -> Vote:
    vote = reviewer.review(case, policy)
    if slot is not None and vote.decision is Decision.APPROVE:
        # Only approvals are kept: a rejection must be looked at again, an abstention may have a passing reason.
        body = json.dumps(asdict(vote))
        slot.parent.mkdir(parents=True, exist_ok=True)
        staged = slot.with_name(f"{slot.name}.{name}.new")
        staged.write_text(f"{hashlib.sha256(body.encode()).hexdigest()}\n{body}", encoding="utf-8")
        staged.replace(slot)
    return vote


def _remembered(slot: Path | None) -> Vote | None:
    if slot is None:
        return None
    try:
        digest, body = slot.read_text(encoding="utf-8").split("\n", 1)
        if hashlib.sha256(body.encode()).hexdigest() != digest:
            return None
        record = json.loads(body)
    except (OSError, ValueError):
        return None
    return Vote(
        reviewer=record["reviewer"],
        decision=Decision(record["decision"]),
        summary=record["summary"],
        findings=tuple(Finding(**each) for each in record["findings"]),
        cached=True,
    )
