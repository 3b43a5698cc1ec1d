"""`ssot fmt`: models in the one layout, in place or through a pipe."""

from __future__ import annotations

import difflib
import json
import stat
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from generator.config import Config
from generator.diagnostics import Diagnostic, Severity, has_errors, visible
from generator.diagnostics.records import to_record
from generator.source import SourceFile, Span
from generator.surfaces.cli.console import (
    Format,
    answer,
    as_text,
    guarded,
    paint,
    progress,
    say,
    write,
)
from generator.surfaces.cli.options import FormOption, ProjectOption, configuration
from generator.surfaces.cli.writing import WriteFault, replace_model

__all__ = ["fmt"]

_Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]...",
        help="Model files or folders, - for standard input; default: the project's.",
    ),
]
_Check = Annotated[
    bool, typer.Option("--check", help="List what would change; write nothing. Exit code 1 then.")
]
_Diff = Annotated[
    bool, typer.Option("--diff", help="Show what would change; write nothing. Exit code 1 then.")
]
_StdinName = Annotated[
    str | None,
    typer.Option(
        "--stdin-filename",
        metavar="NAME",
        help="The file that standard input stands for: .kerml is KerML, any other name SysML.",
    ),
]
_MANY = 100
_LARGEST = 64_000_000
_MARK = "\ufeff"
_TINTS = {"+": "green", "-": "red", "@": "cyan"}


@dataclass(frozen=True, slots=True)
class _Result:
    """What became of one file. `location` is None for standard input."""

    path: str
    location: Path | None
    before: str
    after: str
    diagnostics: tuple[Diagnostic, ...]

    @property
    def status(self) -> str:
        """`error`, `changed` or `unchanged`."""
        if has_errors(self.diagnostics):
            return "error"
        return "changed" if self.after != self.before else "unchanged"


@guarded
def fmt(
    paths: _Paths = None,
    check: _Check = False,
    diff: _Diff = False,
    stdin_filename: _StdinName = None,
    form: FormOption = Format.text,
    project: ProjectOption = None,
) -> None:
    """Lay out models in the one style. Meaning, comments and notes stay as they are.

    A file with syntax errors is left alone and reported; then the exit code is 1. From standard input
    the text goes to standard output.

    \b
    Examples:
      ssot fmt
      ssot fmt models/ --check
      ssot fmt pump.sysml --diff
      ssot fmt - --stdin-filename ssot/pump.sysml < ssot/pump.sysml
    """
    from_stdin = stdin_filename is not None or "-" in (paths or ())
    if from_stdin and any(each != "-" for each in paths or ()):
        raise typer.BadParameter("standard input goes with no other path")
    near = Path(stdin_filename).absolute().parent if stdin_filename else None
    place = project or (near if near is not None and near.is_dir() else None)
    config = configuration(place)
    if from_stdin:
        results = [_formatted(_standard_input(stdin_filename), None, config)]
    else:
        results = _files(config, paths or ())
    dry = check or diff
    if not dry:
        results = [_written(each) for each in results]
    if form is Format.json:
        answer(json.dumps(_record(results, diff=diff), indent=2))
    else:
        _show(results, check=check, diff=diff, is_filter=from_stdin and not dry)
    states = {each.status for each in results}
    if "error" in states or (dry and "changed" in states):
        raise typer.Exit(1)


def _standard_input(name: str | None) -> SourceFile:
    from generator.workspace.sources import SourceFault

    if sys.stdin.isatty():
        raise typer.BadParameter("- reads a model from standard input, which is a terminal here")
    data = sys.stdin.buffer.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise SourceFault(f"standard input has more than {_LARGEST:,} bytes")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        raise SourceFault(f"standard input is not UTF-8 text (byte {fault.start})") from fault
    return SourceFile(name or "stdin.sysml", text)


def _files(config: Config, paths: Sequence[str]) -> list[_Result]:
    from generator.workspace.sources import SUFFIXES, find_models

    for path in paths:
        if not path.endswith(SUFFIXES) and Path(path).is_file():
            endings = " nor ".join(SUFFIXES)
            raise typer.BadParameter(f"{path} is no model: it ends with neither {endings}")
    found = sorted(find_models(config, paths), key=lambda each: each.shown)
    results = []
    for number, file in enumerate(found):
        if number and number % _MANY == 0:
            progress(f"{number} of {len(found)} files")
        mark = _MARK if _begins_with_mark(file.location) else ""
        source = SourceFile(file.shown, mark + file.source.text)
        if file.bad_byte is not None:
            fault = _fault(source, "the file is not UTF-8 text", file.bad_byte)
            results.append(_Result(file.shown, file.location, source.text, source.text, (fault,)))
        else:
            results.append(_formatted(source, file.location, config))
    return results


def _begins_with_mark(path: Path) -> bool:
    with path.open("rb") as stream:
        return stream.read(3) == _MARK.encode()


def _formatted(source: SourceFile, location: Path | None, config: Config) -> _Result:
    from generator.syntax.format import format_source

    result, found = format_source(source, config.line_width)
    return _Result(source.path, location, source.text, result.text, found)


def _fault(source: SourceFile, message: str, at: int = 0) -> Diagnostic:
    span = Span(source, at, at)
    return Diagnostic("format-unwritable", Severity.ERROR, f"{message}; it stays as it is", span)


def _written(result: _Result) -> _Result:
    """Write a changed file; what keeps it from being written becomes an error of the file."""
    if result.location is None or result.status != "changed":
        return result
    try:
        _refuse_surprises(result.location)
        before = result.before.removeprefix(_MARK)
        replace_model(result.location, before, result.after, keep_mark=False)
    except WriteFault as fault:
        source = SourceFile(result.path, result.before)
        found = (*result.diagnostics, _fault(source, str(fault)))
        return _Result(result.path, result.location, result.before, result.before, found)
    return result


def _refuse_surprises(path: Path) -> None:
    if path.is_symlink():
        raise WriteFault(f"{path.name} is a symbolic link; format the file it points to")
    if not path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise WriteFault(f"{path.name} is read-only")


# ---- what is shown ------------------------------------------------------------------------------


def _record(results: Sequence[_Result], *, diff: bool) -> dict[str, object]:
    files = []
    for each in results:
        record: dict[str, object] = {"path": each.path, "status": each.status}
        if each.status == "error":
            record["diagnostics"] = [to_record(found) for found in _errors(each)]
        elif each.location is None:
            record["text"] = each.after
        if diff and each.status == "changed":
            record["diff"] = "\n".join(_difference(each)) + "\n"
        files.append(record)
    return {"files": files}


def _show(results: Sequence[_Result], *, check: bool, diff: bool, is_filter: bool) -> None:
    for each in results:
        if each.status == "error":
            write(sys.stderr, as_text(_errors(each), sys.stderr))
        elif is_filter:
            _raw(each.after)
        elif each.status == "changed":
            if diff:
                for line in _difference(each):
                    tint = _TINTS.get(line[:1])
                    answer(paint(visible(line), tint) if tint else visible(line))
            if check or not diff:
                answer(f"{'would format' if check else 'formatted'} {visible(each.path)}")
    if not is_filter:
        say(_summary(results, dry=check or diff))


def _raw(text: str) -> None:
    """Print a text exactly as it is, line ends too."""
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:
        sys.stdout.write(text)
    else:
        sys.stdout.flush()
        stream.write(text.encode("utf-8"))
    sys.stdout.flush()


def _summary(results: Sequence[_Result], *, dry: bool) -> str:
    counts = {
        state: sum(each.status == state for each in results)
        for state in ("changed", "unchanged", "error")
    }
    words = {
        "changed": "would change" if dry else "changed",
        "unchanged": "unchanged",
        "error": "left alone with errors",
    }
    parts = [f"{count} {words[state]}" for state, count in counts.items() if count]
    total = f"{len(results)} file{'' if len(results) == 1 else 's'}"
    return f"{total}: {', '.join(parts)}"


def _errors(result: _Result) -> list[Diagnostic]:
    return [each for each in result.diagnostics if each.severity is Severity.ERROR]


def _difference(result: _Result) -> list[str]:
    texts = (result.before, result.after)
    before, after = (text.replace("\r", "").removesuffix("\n").split("\n") for text in texts)
    names = f"{result.path} (now)", f"{result.path} (formatted)"
    lines = list(difflib.unified_diff(before, after, *names, lineterm=""))
    if lines:
        return lines
    return [f"--- {names[0]}", f"+++ {names[1]}", "@@ line ends or the end of the file only @@"]
