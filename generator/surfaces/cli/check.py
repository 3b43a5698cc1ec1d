"""`ssot check`: what is asked for, and how what was found is shown."""

from __future__ import annotations

import difflib
import io
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.diagnostics import Diagnostic, Judged, Severity, visible
from generator.surfaces.cli.console import (
    CheckFormat,
    answer,
    as_text,
    guarded,
    paint,
    say,
    summary,
    write,
)
from generator.surfaces.cli.options import LibraryOption, ProjectOption, open_workspace, shown
from generator.surfaces.cli.stdin import with_standard_input
from generator.surfaces.cli.writing import WriteFault, replace_model, write_answer

if TYPE_CHECKING:
    from generator.workspace import Workspace

__all__ = ["check"]

_MOST_STALE = 20

_Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]...",
        help="Model files or folders, - for standard input; default: the project's.",
    ),
]
_Form = Annotated[CheckFormat, typer.Option("--format", help="How to print what was found.")]
_Output = Annotated[
    Path | None,
    typer.Option("--output", metavar="FILE", help="Write to a file instead of standard output."),
]
_Fix = Annotated[bool, typer.Option("--fix", help="Apply the fixes that findings bring.")]
_Diff = Annotated[bool, typer.Option("--diff", help="Show what --fix would change; write nothing.")]
_Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select", metavar="CODE", help="Only this code, or codes that begin so; repeatable."
    ),
]
_Ignore = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore", metavar="CODE", help="Not this code, or codes that begin so; repeatable."
    ),
]
_Most = Annotated[
    int | None,
    typer.Option("--max-diagnostics", metavar="N", min=0, help="Show at most so many findings."),
]
_Strict = Annotated[bool, typer.Option("--strict", help="Warnings too are a reason to say no.")]
_Statistics = Annotated[
    bool, typer.Option("--statistics", help="Show how often each code was found.")
]
_Baseline = Annotated[
    Path | None,
    typer.Option(
        "--baseline", metavar="FILE", help="Findings in this file are known; only new ones count."
    ),
]
_WriteBaseline = Annotated[
    Path | None,
    typer.Option("--write-baseline", metavar="FILE", help="Write what is found as a baseline."),
]
_Prune = Annotated[
    bool,
    typer.Option("--prune-baseline", help="Take what is found no more out of the baseline."),
]
_StdinName = Annotated[
    str | None,
    typer.Option(
        "--stdin-filename",
        metavar="FILE",
        help="The file that standard input stands for; its project is the surroundings.",
    ),
]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """How the findings are to be shown and counted."""

    form: CheckFormat
    output: Path | None = None
    most: int | None = None
    strict: bool = False
    statistics: bool = False


@guarded
def check(
    paths: _Paths = None,
    library: LibraryOption = None,
    form: _Form = CheckFormat.text,
    output: _Output = None,
    fix: _Fix = False,
    diff: _Diff = False,
    select: _Select = None,
    ignore: _Ignore = None,
    max_diagnostics: _Most = None,
    strict: _Strict = False,
    statistics: _Statistics = False,
    baseline: _Baseline = None,
    write_baseline: _WriteBaseline = None,
    prune_baseline: _Prune = False,
    stdin_filename: _StdinName = None,
    project: ProjectOption = None,
) -> None:
    """Check models: notation, names and rules. Exit code 1 when there are errors.

    \b
    Examples:
      ssot check
      ssot check models/ --select validate --statistics
      ssot check --fix --diff
      ssot check --format sarif --output findings.sarif
      ssot check --write-baseline baseline.json; ssot check --baseline baseline.json
      ssot check - --stdin-filename ssot/pump.sysml < pump.sysml

    \b
    A finding is allowed, with the reason, by a note on its line or on the line before:
      // ssot: allow CODE — reason
    """
    if (prune_baseline and baseline is None) or (stdin_filename and "-" not in (paths or ())):
        given = (
            "--prune-baseline needs --baseline" if prune_baseline else "--stdin-filename needs -"
        )
        raise typer.BadParameter(given)
    wanted = _Wanted(form, output, max_diagnostics, strict, statistics)
    codes = _Codes.of(select or (), ignore or ())
    if "-" in (paths or ()):
        workspace, label = with_standard_input(paths or [], stdin_filename, project, library)
    else:
        workspace, label = open_workspace(paths, project=project, library=library), None
    if fix or diff:
        workspace = _mend(workspace, codes, label, write=not diff)
    found = [each for each in workspace.judged if codes.accept(each.diagnostic)]
    if label is not None:
        found = [each for each in found if each.diagnostic.span.path == label]
    if write_baseline is not None:
        _write_baseline(workspace, found, write_baseline)
        return
    if baseline is not None:
        found = _compared(workspace, found, baseline, prune=prune_baseline)
    elif form is CheckFormat.sarif:
        found = _marked(workspace, found)
    _show(workspace, found, wanted, errors_to=sys.stderr if fix and label else None)


# -- which findings -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Codes:
    """The codes that were asked for; None are all."""

    selected: frozenset[str] | None = None
    ignored: frozenset[str] = frozenset()

    @classmethod
    def of(cls, select: Sequence[str], ignore: Sequence[str]) -> _Codes:
        """The codes of the options; CodeFault for one that does not exist."""
        if not select and not ignore:
            return cls()
        from generator.workspace.codes import matching

        return cls(matching(select) if select else None, matching(ignore))

    def accept(self, diagnostic: Diagnostic) -> bool:
        """Whether a finding is asked for; errors of the notation always are."""
        code = diagnostic.code
        if code.startswith("syntax-") and diagnostic.severity is Severity.ERROR:
            return True
        return code not in self.ignored and (self.selected is None or code in self.selected)


def _mend(workspace: Workspace, codes: _Codes, label: str | None, *, write: bool) -> Workspace:
    """Apply fixes, or show them; ends the run when they were only to be shown."""
    from generator.workspace.mend import mend

    def accepts(diagnostic: Diagnostic) -> bool:
        return codes.accept(diagnostic) and label in (None, diagnostic.span.path)

    mended = mend(workspace, accepts)
    files = {each.label: each for each in workspace.files}
    count = sum(mended.applied.values())
    if not write:
        for name, text in sorted(mended.texts.items()):
            answer_diff(files[name].shown, files[name].source.text, text)
        say(
            f"{count} {'fix' if count == 1 else 'fixes'} in {len(mended.texts)} {'file' if len(mended.texts) == 1 else 'files'}; nothing written"
        )
        raise typer.Exit(1 if mended.texts else 0)
    if label is not None:
        fresh = {each.label: each.source.text for each in mended.workspace.files}
        write_text(fresh[label])
        return mended.workspace
    for name, text in sorted(mended.texts.items()):
        if files[name].location.suffix == ".kpar":
            raise WriteFault(f"{files[name].shown} is in an archive, which is not changed")
        replace_model(files[name].location, files[name].source.text, text)
    if count:
        say(f"applied {count} {'fix' if count == 1 else 'fixes'} in {len(mended.texts)} files")
    return mended.workspace


def write_text(text: str) -> None:
    """Print a model exactly as it is."""
    sys.stdout.write(text)
    sys.stdout.flush()


def answer_diff(name: str, before: str, after: str) -> None:
    """Print a unified diff of a file."""
    tints = {"+": "green", "-": "red", "@": "cyan"}
    for line in difflib.unified_diff(
        before.splitlines(), after.splitlines(), f"{name} (now)", f"{name} (fixed)", lineterm=""
    ):
        tint = tints.get(line[:1])
        answer(paint(visible(line), tint) if tint else visible(line))


# -- baselines ------------------------------------------------------------------------------------


def _read_baseline(path: Path) -> str:
    from generator.workspace.baseline import BaselineFault

    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        reason = getattr(fault, "strerror", None) or "it is not UTF-8 text"
        raise BaselineFault(f"cannot read the baseline {path}: {reason}") from fault


def _write_baseline(workspace: Workspace, found: Sequence[Judged], path: Path) -> None:
    from generator.workspace.baseline import baseline_of, written

    fresh = baseline_of(workspace.check()[0], found)
    write_answer(path, written(fresh))
    say(f"{fresh.size} findings written to {path}")
    left = [each for each in found if each.diagnostic.code.startswith("syntax-")]
    if any(each.diagnostic.severity is Severity.ERROR for each in left):
        say("errors of the notation are no part of a baseline; mend them first")
        raise typer.Exit(1)


def _compared(
    workspace: Workspace, found: Sequence[Judged], path: Path, *, prune: bool
) -> list[Judged]:
    from generator.workspace.baseline import (
        absent,
        compare,
        fingerprinted,
        read_baseline,
        without,
        written,
    )

    model = workspace.check()[0]
    known = read_baseline(_read_baseline(path), str(path))
    judged, stale = compare(model, found, known)
    if stale.size and prune:
        write_answer(path, written(without(known, stale)))
        say(f"{stale.size} findings taken out of {path}")
        stale = replace(stale, known={})
    return [*fingerprinted(model, judged), *absent(stale)]


def _marked(workspace: Workspace, found: Sequence[Judged]) -> list[Judged]:
    from generator.workspace.baseline import fingerprinted

    return list(fingerprinted(workspace.check()[0], found))


# -- showing --------------------------------------------------------------------------------------


def _show(
    workspace: Workspace, found: Sequence[Judged], wanted: _Wanted, errors_to: object = None
) -> None:
    diagnostics = shown(workspace, [each.diagnostic for each in found])
    found = [replace(each, diagnostic=d) for each, d in zip(found, diagnostics, strict=True)]
    counting = [each.diagnostic for each in found if each.counts]
    worst = {Severity(each.severity) for each in counting}
    code = int(Severity.ERROR in worst or (wanted.strict and Severity.WARNING in worst))
    text = _rendered(workspace, found, counting, wanted, code)
    if wanted.output is not None:
        write_answer(wanted.output, text)
        say(summary(counting, len(workspace.files), sys.stderr))
    else:
        write(sys.stderr if errors_to is not None else sys.stdout, text)
    if code:
        raise typer.Exit(code)


def _rendered(
    workspace: Workspace,
    found: Sequence[Judged],
    counting: Sequence[Diagnostic],
    wanted: _Wanted,
    code: int,
) -> str:
    files = len(workspace.files)
    statistics = dict(sorted(Counter(each.code for each in counting).items()))
    chosen = counting if wanted.most is None else counting[: wanted.most]
    if wanted.form is CheckFormat.json:
        from generator.diagnostics.records import render_json

        return render_json(chosen, files, statistics if wanted.statistics else None)
    if wanted.form is CheckFormat.github:
        from generator.diagnostics.records import render_github

        return render_github(chosen)
    if wanted.form is CheckFormat.sarif:
        import generator
        from generator.diagnostics.sarif import render_sarif
        from generator.workspace.codes import all_pages

        limit = len(found) if wanted.most is None else wanted.most
        return render_sarif(found[:limit], generator.__version__, pages=all_pages(), exit_code=code)
    return _as_text(found, counting, chosen, files, statistics if wanted.statistics else {}, wanted)


def _as_text(
    found: Sequence[Judged],
    counting: Sequence[Diagnostic],
    chosen: Sequence[Diagnostic],
    files: int,
    statistics: Mapping[str, int],
    wanted: _Wanted,
) -> str:
    stream = sys.stdout if wanted.output is None else io.StringIO()
    parts = [as_text(chosen, stream)]
    if len(chosen) < len(counting):
        parts.append(f"and {len(counting) - len(chosen)} more\n")
    for each, count in sorted(statistics.items(), key=lambda item: (-item[1], item[0])):
        parts.append(f"{count:>6}  {each}\n")
    stale = [each.diagnostic.message for each in found if each.baseline == "absent"]
    parts += [f"stale: {visible(message)}\n" for message in stale[:_MOST_STALE]]
    line = summary(counting, files, stream)
    besides = [
        f"{count} {word}"
        for count, word in (
            (sum(each.reason is not None for each in found), "suppressed"),
            (sum(each.baseline == "unchanged" for each in found), "in the baseline"),
            (len(stale), "stale in the baseline"),
        )
        if count
    ]
    parts.append(line + (f" ({', '.join(besides)})" if besides else "") + "\n")
    return "".join(parts)
