"""One run of generation: from models that are checked to a tree that is approved and in place, or untouched.

check → render → plan → staged tree → quorum → apply or roll back. Must not know who asks or how the answer is
shown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from generator.apply import Receipt, is_interrupted
from generator.diagnostics import Diagnostic, has_errors
from generator.plan import Plan, Scope
from generator.workspace.core import Workspace
from generator.workspace.history import record
from generator.workspace.scope import scope_of

if TYPE_CHECKING:
    from generator.quorum import Verdict

__all__ = ["Outcome", "Request", "Result", "draft", "generate"]


class Result(StrEnum):
    """How a run ended."""

    FRESH = "up-to-date"
    PENDING = "changes-pending"
    APPLIED = "applied"
    FAULTY = "model-errors"
    CONFLICT = "conflict"
    REJECTED = "rejected"


@dataclass(frozen=True)
class Request:
    """What is to be generated: narrowing options as in `scope_of`, and what may happen."""

    elements: tuple[str, ...] = ()
    tests: bool = False
    review: bool = True
    force: bool = False

    @property
    def asked(self) -> str:
        """What the run is asked for, to tell it from others."""
        return repr((self.elements, self.tests)) if self.elements or self.tests else ""

    def is_partial(self, workspace: Workspace) -> bool:
        """Whether files of the models stay outside the run."""
        return bool(self.elements or self.tests or workspace.passes)


@dataclass(frozen=True)
class Outcome:
    """The end of a run with everything there is to tell about it."""

    result: Result
    diagnostics: tuple[Diagnostic, ...] = ()
    plan: Plan | None = None
    receipt: Receipt | None = None
    verdict: Verdict | None = None
    files: int = 0


Notice = Callable[[str], None]
Progress = Callable[..., None]


def draft(workspace: Workspace, request: Request) -> Outcome:
    """The plan alone; nothing is written, except that a killed run is finished first."""
    artifacts, found = workspace.render()
    if has_errors(found):
        return Outcome(Result.FAULTY, found)
    if is_interrupted(workspace.layout):
        with workspace.exclusive():
            pass
    plan = _plan(workspace, request)
    result = (
        Result.CONFLICT if plan.conflicts else Result.FRESH if plan.is_empty else Result.PENDING
    )
    return Outcome(result, found, plan, files=len(artifacts))


def generate(
    workspace: Workspace,
    request: Request,
    *,
    notice: Notice = lambda text: None,
    progress: Progress = lambda *_: None,
) -> Outcome:
    """Generate, review, apply. Faults of the disk raise ApplyFault, with the tree as it was."""
    if _nothing_to_do(workspace, request):
        return Outcome(Result.FRESH, files=workspace.remembered_files)
    notice(f"checking {len(workspace.files)} model files")
    _, found = workspace.check()
    if has_errors(found):
        return Outcome(Result.FAULTY, found)
    notice("rendering")
    _, found = workspace.render()
    if has_errors(found):
        return Outcome(Result.FAULTY, found)
    waiting = "another run is writing; waiting for it"
    with workspace.exclusive(lambda: notice(waiting)):
        outcome = _write(workspace, request, notice, progress)
    return replace(outcome, diagnostics=found)


def _nothing_to_do(workspace: Workspace, request: Request) -> bool:
    return workspace.is_fresh(request.asked) and (workspace.memory.reviewed or not request.review)


def _plan(workspace: Workspace, request: Request) -> Plan:
    scope = Scope()
    if workspace.paths or request.is_partial(workspace):
        scope = scope_of(
            workspace.check()[0],
            workspace.render()[0],
            elements=request.elements,
            passes=workspace.passes,
            tests=request.tests,
            labels=[each.label for each in workspace.files] if workspace.paths else None,
        )
    plan = workspace.plan(scope)
    return plan.forced() if request.force else plan


def _write(workspace: Workspace, request: Request, notice: Notice, progress: Progress) -> Outcome:
    plan = _plan(workspace, request)
    if plan.conflicts:
        return Outcome(Result.CONFLICT, plan=plan)
    verdicts: list[Verdict] = []
    whole = not request.is_partial(workspace) and set(plan.manifest.files) == set(plan.artifacts)

    def judge(root: Path) -> bool:
        notice("asking the quorum")
        verdict = workspace.review(root, whole=whole, progress=progress)
        verdicts.append(verdict)
        return verdict.approved

    receipt: Receipt | None = None
    rejected = False
    if not plan.is_empty:
        notice(f"staging {len(plan.manifest.files)} files")
        receipt = workspace.apply(plan, judge if request.review else None)
        rejected = receipt is None
    elif request.review:
        rejected = not judge(workspace.out)
    verdict = verdicts[0] if verdicts else None
    result = Result.REJECTED if rejected else Result.FRESH if plan.is_empty else Result.APPLIED
    outcome = Outcome(result, (), plan, receipt, verdict, len(plan.manifest.files))
    if not rejected:
        workspace.remember(reviewed=verdict is not None, asked=request.asked)
    record(workspace, outcome.result.value, plan, verdict)
    return outcome
