"""`ssot generate`: the arguments of a run and the words for its outcome."""

from __future__ import annotations

import contextlib
import difflib
import gc
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from generator.diagnostics import visible
from generator.diagnostics.records import to_record
from generator.surfaces.cli.console import (
    Format,
    answer,
    fail,
    faults,
    guarded,
    paint,
    print_diagnostics,
    progress,
    say,
)
from generator.surfaces.cli.options import (
    FormOption,
    LibraryOption,
    ModelOption,
    OutOption,
    ProjectOption,
    open_workspace,
    shown,
)
from generator.surfaces.cli.verdicts import VerdictOption, show_vote, write_verdict

if TYPE_CHECKING:
    from generator.plan import Plan
    from generator.workspace import Workspace
    from generator.workspace.run import Outcome, Request

__all__ = ["generate"]

_MARKS = {"create": ("+", "green"), "update": ("~", "yellow"), "delete": ("-", "red")}
_SHOWN = 40
_PAUSE = 0.4


@guarded
def generate(
    model: ModelOption = None,
    out: OutOption = None,
    element: Annotated[
        list[str] | None,
        typer.Option(
            "--element",
            "-e",
            metavar="QNAME",
            help="Only what comes from this element; repeatable.",
        ),
    ] = None,
    pass_: Annotated[
        list[str] | None,
        typer.Option("--pass", "-p", metavar="NAME", help="Only this template pass; repeatable."),
    ] = None,
    tests: Annotated[bool, typer.Option("--tests", help="Only the test suites.")] = False,
    plan: Annotated[
        bool, typer.Option("--plan", help="Show what would change; write nothing.")
    ] = False,
    check: Annotated[
        bool,
        typer.Option("--check", help="Exit with 1 when the outputs are not what the models say."),
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show the changes as a unified diff; write nothing.")
    ] = False,
    review: Annotated[
        bool | None,
        typer.Option("--review/--no-review", help="Ask the quorum before applying (default)."),
    ] = None,
    force: Annotated[
        bool,
        typer.Option(
            "--force", help="Discard hand-edited and unaccounted files in the generated tree."
        ),
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Generate again whenever an input changes.")
    ] = False,
    verdict: VerdictOption = None,
    form: FormOption = Format.text,
    library: LibraryOption = None,
    project: ProjectOption = None,
) -> None:
    """Generate everything downstream of the models: plan, stage, review, then apply whole or roll back whole."""
    from generator.workspace.run import Request

    def opened() -> Workspace:
        return open_workspace(model, project=project, library=library, out=out, passes=pass_)

    workspace = opened()
    asks = workspace.config.review if review is None else review
    request = Request(tuple(element or ()), tests, asks, force)
    if plan or check or diff:
        _preview(workspace, request, form, check=check, diff=diff)
        return
    code = _run(workspace, request, form, verdict)
    while watch:
        gc.collect()
        workspace = _changed(opened, workspace)
        code = _run(workspace, request, form, verdict)
    if code:
        raise typer.Exit(code)


def _changed(opened: Callable[[], Workspace], before: Workspace) -> Workspace:
    """The workspace as soon as an input differs from what it was; models that come and go are waited for."""
    from generator.workspace import SourceFault

    say("watching; stop with Ctrl-C")
    while True:
        time.sleep(_PAUSE)
        with contextlib.suppress(SourceFault):
            workspace = opened()
            if workspace.fingerprint != before.fingerprint:
                return workspace


def _run(workspace: Workspace, request: Request, form: Format, verdict: Path | None) -> int:
    from generator.workspace.run import Result, generate

    begin = time.monotonic()
    try:
        with faults():
            outcome = generate(workspace, request, notice=progress, progress=show_vote)
            if outcome.verdict is not None and verdict is not None:
                write_verdict(outcome.verdict, verdict)
            if form is Format.json:
                answer(json.dumps(_record(workspace, outcome), indent=2))
            else:
                _tell(workspace, outcome, time.monotonic() - begin)
            return 0 if outcome.result in (Result.FRESH, Result.APPLIED) else 1
    except typer.Exit as end:
        if end.exit_code == 130:
            raise
        return end.exit_code


def _preview(
    workspace: Workspace, request: Request, form: Format, *, check: bool, diff: bool
) -> None:
    from generator.workspace.run import Outcome, Result, draft

    if workspace.is_fresh(request.asked):
        outcome = Outcome(Result.FRESH, files=workspace.remembered_files)
    else:
        outcome = draft(workspace, request)
    if form is Format.json:
        answer(json.dumps(_record(workspace, outcome), indent=2))
    elif outcome.result is Result.FAULTY:
        _tell(workspace, outcome, 0)
    elif outcome.plan is None or outcome.result is Result.FRESH:
        answer(f"up to date: {outcome.files} files")
    else:
        answer(_diff(workspace, outcome.plan) if diff else _changes(workspace, outcome.plan))
        if check:
            say(f"the outputs have drifted from the models; mend them with: {_mend(workspace)}")
    if outcome.result in (Result.FAULTY, Result.CONFLICT) or (
        check and outcome.result is not Result.FRESH
    ):
        raise typer.Exit(1)


def _mend(workspace: Workspace) -> str:
    import shlex

    given = [part for path in workspace.paths for part in ("--model", path)]
    if workspace.out != workspace.config.path(workspace.config.out).absolute():
        given += ["--out", str(workspace.out)]
    given += [part for name in workspace.passes for part in ("--pass", name)]
    return shlex.join(["ssot", "generate", *given])


# -- words ----------------------------------------------------------------------------------------


def _tell(workspace: Workspace, outcome: Outcome, seconds: float) -> None:
    from generator.workspace.run import Result

    if outcome.diagnostics:
        found = shown(workspace, outcome.diagnostics)
        print_diagnostics(found, len(workspace.files), stream=_stderr())
    if outcome.result is Result.FAULTY:
        fail("nothing is generated from a model with errors")
    if outcome.result is Result.CONFLICT and outcome.plan is not None:
        answer(_changes(workspace, outcome.plan))
        fail(
            "nothing was written: the generated tree holds files that no run left like that; move them away, "
            "or discard them with --force"
        )
    if outcome.verdict is not None:
        from generator.quorum import render_report
        from generator.surfaces.cli.console import uses_colour

        answer(render_report(outcome.verdict, colour=uses_colour(_stdout())))
    if outcome.result is Result.REJECTED:
        fail("the quorum rejected the new tree; nothing was changed")
    if outcome.result is Result.FRESH or outcome.plan is None:
        answer(f"up to date: {outcome.files} files")
        return
    answer(_changes(workspace, outcome.plan))
    answer(f"applied in {seconds:.1f} s: {_counts(outcome.plan)}")


def _stderr() -> Any:
    import sys

    return sys.stderr


def _stdout() -> Any:
    import sys

    return sys.stdout


def _counts(plan: Plan) -> str:
    counts = plan.counts()
    return ", ".join(f"{count} {name}" for name, count in counts.items() if count)


def _changes(workspace: Workspace, plan: Plan) -> str:
    lines = []
    listed = [each for each in plan.changes if each.action.value in _MARKS]
    for each in listed[:_SHOWN]:
        mark, colour = _MARKS[each.action.value]
        lines.append(f"{paint(mark, colour)} {visible(workspace.layout.shown(each.key))}")
    if len(listed) > _SHOWN:
        lines.append(f"  and {len(listed) - _SHOWN} more")
    for each in plan.conflicts:
        lines.append(f"{paint('!', 'red')} {visible(each.reason)}")
        lines.append(f"    {each.hint}")
    if not lines and not plan.is_empty:
        lines.append(f"{paint('~', 'yellow')} {workspace.layout.shown('generated/manifest.json')}")
    lines.append(f"plan: {_counts(plan) or 'nothing to do'}")
    return "\n".join(lines)


def _diff(workspace: Workspace, plan: Plan) -> str:
    lines: list[str] = []
    for each in plan.changes:
        if each.action.value == "unchanged":
            continue
        name = workspace.layout.shown(each.key)
        before = _on_disk(workspace, each.key) if each.before is not None else ""
        artifact = plan.artifacts.get(each.key)
        after = artifact.text if artifact is not None else ""
        found = difflib.unified_diff(
            before.splitlines(),
            after.splitlines(),
            f"a/{name}" if before else "/dev/null",
            f"b/{name}" if after else "/dev/null",
            lineterm="",
        )
        lines += [_tint(visible(line)) for line in found]
    return "\n".join(lines) or "no file differs but the manifest"


def _tint(line: str) -> str:
    if line.startswith(("+++", "---")):
        return paint(line, "bold")
    colour = {"+": "green", "-": "red", "@": "cyan"}.get(line[:1])
    return paint(line, colour) if colour else line


def _on_disk(workspace: Workspace, key: str) -> str:
    try:
        return workspace.layout.path(key).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _record(workspace: Workspace, outcome: Outcome) -> dict[str, Any]:
    plan = outcome.plan
    changes = (
        [] if plan is None else [each for each in plan.changes if each.action.value != "unchanged"]
    )
    verdict = None
    if outcome.verdict is not None:
        from generator.quorum import render_report

        verdict = json.loads(render_report(outcome.verdict, "json"))
    return {
        "result": outcome.result.value,
        "applied": outcome.receipt is not None,
        "files": outcome.files,
        "counts": {} if plan is None else plan.counts(),
        "changes": [
            {
                "path": workspace.layout.shown(each.key),
                "action": each.action.value,
                "reason": each.reason,
                "pass": each.pass_name,
                "origins": [origin.qualified_name for origin in each.origins],
            }
            for each in changes
        ],
        "verdict": verdict,
        "diagnostics": [to_record(each) for each in shown(workspace, outcome.diagnostics)],
    }
